"""JSON reports: whole files, valid against the schema, only those of the run."""

import json
from pathlib import Path

from pipeline.sinks.json_reports import JsonReports, as_json
from schemas.report import Report
from tests.pipeline.made_reports import made, measure, score


def test_a_report_reads_back_as_it_was_written() -> None:
    report = made("a.pdf", score(), measure("จัดทำคู่มือ", responsible_units=("กลุ่มอำนวยการ",)))
    assert Report.model_validate_json(as_json(report), strict=False) == report


def test_decimals_keep_the_digits_that_were_printed() -> None:
    assert json.loads(as_json(made("a.pdf", score(value="99.10"))))["scores"][0]["score"] == "99.10"


def test_thai_stands_in_the_file_as_thai() -> None:
    assert "จัดทำคู่มือ" in as_json(made("a.pdf", measure("จัดทำคู่มือ")))


def test_a_finished_run_leaves_no_report_of_an_earlier_run(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        sink = JsonReports(tmp_path)
        sink.write(made(name))
        sink.finish()
    assert [path.stem for path in tmp_path.iterdir()] == [made("b.pdf").report.report_id]


def test_a_file_of_somebody_else_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("{}")
    JsonReports(tmp_path).finish()
    assert (tmp_path / "notes.json").exists()


def test_an_abandoned_run_removes_nothing(tmp_path: Path) -> None:
    sink = JsonReports(tmp_path)
    sink.write(made("a.pdf"))
    sink.finish()
    JsonReports(tmp_path).abandon()
    assert len(list(tmp_path.iterdir())) == 1


def test_the_first_of_two_files_with_the_same_content_is_written(tmp_path: Path) -> None:
    sink = JsonReports(tmp_path)
    sink.write(made("a.pdf", score(), content="same"))
    sink.write(made("b.pdf", content="same"))
    (path,) = tmp_path.iterdir()
    assert json.loads(path.read_text(encoding="utf-8"))["report"]["source_name"] == "a.pdf"
