"""CSV tables: what Excel opens and programs read, and never half a file."""

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sinks.csv_tables import CsvTables, cell_text, guarded, unguarded
from pipeline.tables import TABLES
from tests.pipeline.made_reports import history, made, measure, raw_table, score


def written(folder: Path, name: str, *reports: object) -> str:
    sink = CsvTables(folder)
    for report in reports:
        sink.write(report)  # type: ignore[arg-type]
    sink.finish()
    return (folder / f"{name}.csv").read_bytes().decode("utf-8")


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_begins_with_a_byte_order_mark_and_ends_lines_with_crlf(tmp_path: Path) -> None:
    text = written(tmp_path, "scores", made("a.pdf", score()))
    assert text.startswith("\ufeffreport_id,office_id,fiscal_year,")
    assert text.count("\r\n") == 2
    assert "\n" not in text.replace("\r\n", "")


def test_every_table_is_written_even_when_it_is_empty(tmp_path: Path) -> None:
    written(tmp_path, "scores")
    assert {path.name for path in tmp_path.iterdir()} == {f"{table.name}.csv" for table in TABLES}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        (Decimal("99.10"), "99.10"),
        (Decimal("0.00"), "0.00"),
        (Decimal("1E+2"), "100"),
        (True, "true"),
        (False, "false"),
        (0.9, "0.9"),
        (2566, "2566"),
        (("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน"), '["กลุ่มอำนวยการ","กลุ่มนโยบายและแผน"]'),
        ((), "[]"),
        ((72.0, 100.123, 200.0, 120.5), "[72.0,100.12,200.0,120.5]"),
    ],
)
def test_a_value_is_written_as_stated(value: object, cell: str) -> None:
    assert cell_text(value) == cell


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "+ชื่อ", "- จัดทำคู่มือ", "\t=1", "-2+3+cmd|' /C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(formula: str) -> None:
    assert guarded(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["-1.63", "+2.83", "- 1.63", "-", "--", "จัดทำ = ทำ", "", "'ข้อ 1'", "+1,250.00", "-5%"])
def test_a_signed_number_a_dash_and_plain_text_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="=+-@\t'1. ก"))
def test_taking_the_guard_off_gives_the_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="=+-@\t\r'1. ก%,"))
def test_a_guarded_text_never_begins_a_formula(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(tuple("=@\t\r")) or cell == ""
    assert not re.match(r"[-+]\s*[^\d\s+-]", cell)


def test_a_printed_change_reads_as_a_number(tmp_path: Path) -> None:
    text = written(tmp_path, "score_history", made("a.pdf", history(2559, "90.95", "-1.63")))
    assert records(text)[0]["change_printed"] == "-1.63"


def test_line_breaks_commas_and_quotes_of_a_cell_survive(tmp_path: Path) -> None:
    steps = '1. "สำรวจ"\n2. ปรับ, เผยแพร่'
    assert records(written(tmp_path, "measures", made("a.pdf", measure(steps))))[0]["text"] == steps


def test_the_cells_of_a_raw_table_are_json_with_their_spans(tmp_path: Path) -> None:
    row = records(written(tmp_path, "tables", made("a.pdf", raw_table("ก", "ข"))))[0]
    assert row["cells"].startswith('[{"row":0,"column":0,"row_span":1,"column_span":1,"text":"ก"}')


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    reports = [made("a.pdf", score(), measure("จัดทำคู่มือ")), made("b.pdf", score("7"))]
    names = [f"{table.name}.csv" for table in TABLES]
    for folder in ("first", "second"):
        written(tmp_path / folder, "scores", *reports)
    first, second = ([(tmp_path / folder / name).read_bytes() for name in names] for folder in ("first", "second"))
    assert first == second


def test_tables_of_the_run_before_stand_until_the_new_ones_are_whole(tmp_path: Path) -> None:
    before = written(tmp_path, "scores", made("a.pdf", score()))
    sink = CsvTables(tmp_path)
    sink.write(made("b.pdf", score("7"), score("8")))
    assert (tmp_path / "scores.csv").read_bytes().decode() == before
    sink.abandon()
    assert (tmp_path / "scores.csv").read_bytes().decode() == before
    assert not list(tmp_path.glob(".*")), "nothing unfinished is left behind"


def test_a_rerun_replaces_the_tables(tmp_path: Path) -> None:
    written(tmp_path, "scores", made("a.pdf", score("6")))
    assert [row["code"] for row in records(written(tmp_path, "scores", made("a.pdf", score("7"))))] == ["7"]
