"""The command line: what is asked for on stdout, talk on stderr, exit codes that scripts can act on."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import __version__
from pipeline.cli import COMMANDS, app
from pipeline.tables import TABLES
from schemas.json_schema import schema_text

NOT_A_REPORT = "วันนี้อากาศดี เหมาะแก่การเดินเล่นริมแม่น้ำ"
TABLE = "ตัวชี้วัด\tคะแนน\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t99.10\nตัวชี้วัดที่ 2 การใช้งบประมาณ\t97.00\n"


def ita(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rows(output: Path, name: str) -> list[dict[str, str]]:
    with (output / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_no_path_at_all_is_wrong_usage() -> None:
    assert ita("extract").exit_code == 2


@pytest.mark.parametrize("blank", ["", " "])
def test_an_empty_path_is_wrong_usage_and_not_the_whole_folder(blank: str, tmp_path: Path) -> None:
    assert ita("extract", blank, "-o", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_wrong_usage_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    (tmp_path / "a.txt").write_text(NOT_A_REPORT)
    result = ita("extract", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert (tmp_path / "out").read_text() == "mine"


def test_missing_and_bad_files_have_records_and_end_with_4(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    paths = (tmp_path / name for name in ("empty.pdf", "ไม่มี.docx", "*.xyz"))
    result = ita("extract", *paths, "-o", tmp_path / "out")
    assert result.exit_code == 4
    reports = rows(tmp_path / "out", "reports")
    assert [(row["source_name"], row["status"]) for row in reports] == [
        ("*.xyz", "failed"),
        ("empty.pdf", "failed"),
        ("ไม่มี.docx", "failed"),
    ]
    assert [row["code"] for row in rows(tmp_path / "out", "issues")] == [
        "E_FILE_MISSING",
        "E_FILE_EMPTY",
        "E_FILE_MISSING",
    ]


def test_every_table_and_one_json_per_file_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOT_A_REPORT)
    (tmp_path / "b.txt").write_text(TABLE)
    ita("extract", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out")
    assert {path.stem for path in (tmp_path / "out" / "tables").iterdir()} == {table.name for table in TABLES}
    ids = {row["report_id"] for row in rows(tmp_path / "out", "reports")}
    assert {path.stem for path in (tmp_path / "out" / "reports").iterdir()} == ids
    assert len(ids) == 2


def test_a_rerun_leaves_only_its_own_results(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{NOT_A_REPORT} {name}")
        ita("extract", tmp_path / name, "-o", tmp_path / "out")
    assert [row["source_name"] for row in rows(tmp_path / "out", "reports")] == ["b.txt"]
    assert len(list((tmp_path / "out" / "reports").iterdir())) == 1


def test_the_same_input_gives_the_same_bytes_but_for_the_time(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TABLE)
    for name in ("first", "second"):
        ita("extract", tmp_path / "b.txt", "-o", tmp_path / name)
    for table in TABLES:
        first, second = (rows(tmp_path / name, table.name) for name in ("first", "second"))
        for row in (*first, *second):
            row.pop("processed_at", None)
        assert first == second


def test_data_goes_to_stdout_and_talk_to_stderr(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOT_A_REPORT)
    result = ita("extract", tmp_path / "a.txt", "-o", tmp_path / "out", "--json")
    (outcome,) = json.loads(result.stdout)
    assert outcome["report"]["source_name"] == "a.txt"
    assert "a.txt" in result.stderr
    assert ita("extract", tmp_path / "a.txt", "-o", tmp_path / "out").stdout == ""


def test_schema_prints_the_published_schema() -> None:
    assert ita("schema").stdout == schema_text()


def test_version_is_that_of_the_package() -> None:
    assert ita("--version").stdout == f"ita {__version__}\n"


def test_tables_shows_what_each_column_was_taken_for(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TABLE)
    (seen,) = json.loads(ita("tables", tmp_path / "b.txt", "--json").stdout)
    assert [header["concept"] for header in seen["headers"]] == ["indicator", "score"]
    assert (seen["rows"], seen["columns"], seen["header_rows"], seen["kind"]) == (3, 2, 1, "scores")
    assert seen["body"][0] == ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "99.10"]
    shown = ita("tables", tmp_path / "b.txt").stdout
    assert "indicator" in shown
    assert "99.10" in shown


@pytest.mark.parametrize("command", ["tables", "entities"])
def test_a_file_that_cannot_be_read_ends_with_4_and_says_why(command: str, tmp_path: Path) -> None:
    result = ita(command, tmp_path / "nothing.pdf")
    assert result.exit_code == 4
    assert "E_FILE_MISSING" in result.stderr


def test_entities_are_listed_with_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("มอบหมายให้นายสมชาย ใจดี เป็นผู้รับผิดชอบ")
    (person,) = json.loads(ita("entities", tmp_path / "a.txt", "--json").stdout)
    assert (person["label"], person["text"]) == ("PERSON", "นายสมชาย ใจดี")


def test_help_names_every_command_in_thai_and_english() -> None:
    shown = ita("--help").stdout
    assert len(app.registered_commands) == len(COMMANDS)
    for command in app.registered_commands:
        assert command.callback is not None
        assert f"\n  {command.callback.__name__} " in shown
        thai, _, english = (command.callback.__doc__ or "").splitlines()[0].partition(" · ")
        assert not thai.isascii()
        assert english.isascii()
        assert english


def test_the_program_starts_as_a_module_of_its_own() -> None:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "--version"]
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ascii_only)
    assert done.stdout.startswith("ita ")
