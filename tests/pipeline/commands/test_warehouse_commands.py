"""``ita load``, ``query``, ``panel`` and ``publish`` as people type them."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.commands.demo import SAMPLES
from pipeline.sinks.csv_tables import CsvTables
from pipeline.sinks.json_reports import JsonReports
from tests.pipeline.made_reports import measure
from tests.pipeline.warehouse.made_readings import NAN1, past, reading, score
from tests.pipeline.warehouse.test_loading import PEOPLE


def ita(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("run")
    sinks = [JsonReports(output / "reports"), CsvTables(output / "tables")]
    reports = [
        reading("a.pdf", score(), measure("- จัดทำคู่มือ"), **PEOPLE),
        reading("b.pdf", past(2566, "80.00"), year=2568),
        reading("c.pdf", score(value="90.00"), office=NAN1),
    ]
    for sink in sinks:
        for report in reports:
            sink.write(report)
        sink.finish()
    assert ita("load", output).exit_code == 0
    return output


def test_a_load_tells_what_it_did_and_a_second_one_that_nothing_changed(run: Path) -> None:
    again = ita("load", run)
    assert again.exit_code == 0
    assert "unchanged: 3" in again.output
    assert {path.name for path in (run / "parquet").iterdir()} >= {"scores.parquet", "panel.parquet"}


def test_a_question_is_answered_as_table_csv_and_json(run: Path) -> None:
    question = "SELECT office_short, score FROM panel WHERE level = 'overall' ORDER BY score"
    assert "สพป.น่าน เขต 1" in ita("query", question, "-o", run).output
    rows = list(csv.reader(io.StringIO(ita("query", question, "-o", run, "-f", "csv").stdout)))
    assert rows == [["office_short", "score"], ["สพป.น่าน เขต 1", "90.00"], ["สพป.พะเยา เขต 2", "95.00"]]
    records = json.loads(ita("query", question, "-o", run, "-f", "json").stdout)
    assert records[1] == {"office_short": "สพป.พะเยา เขต 2", "score": "95.00"}


def test_an_answer_in_csv_holds_no_formula(run: Path) -> None:
    assert ita("query", "SELECT text FROM measures", "-o", run, "-f", "csv").stdout.splitlines()[1] == "'- จัดทำคู่มือ"


@pytest.mark.parametrize(
    ("sql", "advice"),
    [
        ("SELECT scor FROM scores", '"score"'),
        ("SELECT * FROM score", 'Did you mean "scores"'),
        ("DELETE FROM scores", "อ่านอย่างเดียว"),
        ("SELECT check FROM scores", "need quotes"),
        ("SELECT 1; DROP TABLE scores", "one statement"),
        ("-", "SQL ไม่ถูกรูปแบบ"),
        ("SELECT * FROM read_text('/etc/passwd')", "no files"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_advice(run: Path, sql: str, advice: str) -> None:
    answer = ita("query", "-o", run, sql)
    assert answer.exit_code == 2
    assert advice in answer.output


def test_a_share_is_told_with_four_decimals(run: Path) -> None:
    assert ita("query", "SELECT CAST(1 AS DOUBLE) / 3 AS share", "-o", run, "-f", "csv").stdout.splitlines()[1] == "0.3333"


@pytest.mark.parametrize(
    "sql", ["DELETE FROM scores", "DROP TABLE scores", "COPY scores TO '{}/x.csv'", "SELECT * FROM read_csv('/etc/passwd')", "SELEC 1"]
)
def test_a_question_can_change_and_read_nothing_else(run: Path, tmp_path: Path, sql: str) -> None:
    answer = ita("query", sql.format(tmp_path), "-o", run)
    assert answer.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_a_question_the_tables_and_views_are_listed(tmp_path: Path) -> None:
    listed = ita("query", "-o", tmp_path).output
    assert all(name in listed for name in ("weakest_indicators", "dim_office", "panel_conflicts"))


def test_the_panel_is_shown_and_written(run: Path, tmp_path: Path) -> None:
    assert "conflicts: 1" in ita("panel", run).output
    assert ita("panel", run, "--wide", "-o", tmp_path / "p.csv").exit_code == 0
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()[0].endswith("disputed,ITA")


def test_publishing_describes_the_tables_and_makes_the_workbook(run: Path) -> None:
    assert ita("publish", run, "--xlsx").exit_code == 0
    assert (run / "ita.xlsx").exists()
    names = {r["name"] for r in json.loads((run / "tables" / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    assert {"scores", "dim_office", "panel"} <= names


@pytest.mark.parametrize("command", [["load"], ["panel"], ["publish"], ["query", "SELECT 1", "-o"]])
def test_a_folder_without_results_is_wrong_usage_and_says_what_to_do(command: list[str], tmp_path: Path) -> None:
    answer = ita(*command, tmp_path / "nothing")
    assert answer.exit_code == 2
    assert "ita" in answer.output
    assert not (tmp_path / "nothing").exists()


def test_a_damaged_report_stops_the_load_and_is_named(run: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r_0000000000000000.json").write_text("{}")
    answer = ita("load", tmp_path)
    assert answer.exit_code == 2
    assert "r_0000000000000000.json" in answer.output.replace("\n", "")
    assert not (tmp_path / "ita.duckdb").exists()


def test_names_of_people_stay_out_of_the_warehouse_on_request(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "ITA_PSEUDONYM_KEY", "a key that nobody knows")
    database = tmp_path / "p.duckdb"
    assert ita("load", run, "--database", database, "--no-parquet", "--pseudonymise").exit_code == 0
    answer = ita("query", "SELECT person, assignee, given_name FROM responsibilities", "-o", database, "-f", "csv").stdout
    assert "person-" in answer
    assert "สมชาย" not in answer


def test_where_nothing_can_be_written_the_command_says_so(run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = ita("load", run, "--database", tmp_path / "file" / "ita.duckdb")
    assert answer.exit_code == 2
    assert "file" in answer.output


def test_without_a_key_no_name_is_loaded_at_all(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_PSEUDONYM_KEY", raising=False)
    answer = ita("load", run, "--database", tmp_path / "p.duckdb", "--pseudonymise")
    assert answer.exit_code == 2
    assert "ITA_PSEUDONYM_KEY" in answer.output
    assert not (tmp_path / "p.duckdb").exists()


def test_an_address_that_dlt_does_not_know_shows_no_password(run: Path) -> None:
    answer = ita("load", run, "--to", "mysql://me:secret@host/db")
    assert answer.exit_code == 2
    assert "secret" not in answer.output


def test_files_with_the_same_bytes_each_have_their_row_and_their_facts_stand_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    content = (SAMPLES / "phayao2_2566.txt").read_bytes()
    for name in ("a.txt", "ก=.txt"):
        (tmp_path / "in" / name).write_bytes(content)
    output = tmp_path / "out"
    assert ita("extract", tmp_path / "in", "-o", output, "--workers", "0").exit_code == 0
    assert ita("load", output).exit_code == 0
    answer = ita("query", "SELECT source_name FROM reports ORDER BY source_name", "-o", output, "-f", "csv").stdout
    assert answer.splitlines() == ["source_name", "a.txt", "ก=.txt"]
    once = ita("query", "SELECT count(*), count(DISTINCT score_key) FROM scores", "-o", output, "-f", "csv").stdout
    rows, keys = once.splitlines()[1].split(",")
    assert int(rows) == int(keys) > 0
    assert "unchanged: 1" in ita("load", output).output
