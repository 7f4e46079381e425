"""``ita check`` and ``ita explain`` on extracted JSON and on source files."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from tests.pipeline.audit.audit_reports import WHOLE_2566, report

SOURCE = """ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) สพป.ชุมพร เขต 2 ประจำปีงบประมาณ พ.ศ. 2566

ตัวชี้วัดที่\tตัวชี้วัด\tคะแนน\tระดับ
1\tการปฏิบัติหน้าที่\t94.90\tAA
2\tการใช้งบประมาณ\t97.00\tAA
"""


def ita(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def saved(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text(report(*lines).model_dump_json(), encoding="utf-8")
    return path


@pytest.fixture
def wrong_total(tmp_path: Path) -> Path:
    lines = [line.replace("96.98", "69.98") for line in WHOLE_2566]
    return saved(tmp_path, "wrong.json", *lines)


def test_a_right_report_ends_with_0_and_shows_nothing(tmp_path: Path) -> None:
    result = ita("check", saved(tmp_path, "right.json", *WHOLE_2566))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 รายงาน reports · 0 error · 0 warning" in result.stderr


def test_a_contradiction_ends_with_3_and_stands_in_the_table(wrong_total: Path) -> None:
    result = ita("check", wrong_total)
    assert result.exit_code == 3
    assert "E_SUM_MISMATCH" in result.stdout
    assert "69.98" in result.stdout
    assert "96.98" in result.stdout


def test_json_lists_the_issues_of_every_report_of_a_folder(wrong_total: Path) -> None:
    saved(wrong_total.parent, "right.json", *WHOLE_2566)
    listed = json.loads(ita("check", wrong_total.parent, "--json").stdout)
    codes = [[issue["code"] for issue in each["issues"]] for each in listed]
    assert codes == [[], ["E_SUM_MISMATCH", "W_SUSPECT_FIGURE"]]


def test_source_files_are_read_and_audited(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(SOURCE, encoding="utf-8")
    result = ita("check", path)
    assert result.exit_code == 3
    assert "E_GRADE_MISMATCH" in result.stdout


def test_a_json_file_that_is_no_report_is_told_and_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"a": 1}', encoding="utf-8")
    assert ita("check", path, saved(tmp_path, "right.json", *WHOLE_2566)).exit_code in (3, 4)


def test_explain_shows_places_equations_and_the_verdict(wrong_total: Path) -> None:
    result = ita("explain", "2566/office/overall/ITA", wrong_total)
    assert result.exit_code == 0
    assert "69.98 — หน้า 14 ตาราง 14" in result.stdout
    assert "29.13 + 27.85 + 40.00 = 96.9800" in result.stdout
    assert "off by -27.0000" in result.stdout
    assert "unchecked" in result.stdout


def test_explain_takes_a_code_for_the_offices_own_score(wrong_total: Path) -> None:
    result = ita("explain", "iit", wrong_total)
    assert "2566/office/instrument/IIT" in result.stdout
    assert "30% × (99.12 + 95.47 + 96.80 + 97.35 + 96.80) / 5" in result.stdout
    assert "verified" in result.stdout


def test_explain_tells_which_scores_there_are(wrong_total: Path) -> None:
    result = ita("explain", "O99", wrong_total)
    assert result.exit_code == 2
    assert "2566/office/indicator/1" in result.stderr
