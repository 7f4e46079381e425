"""What is published is valid, complete and harmless."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.publication.datapackage import described_tables, write_datapackage
from pipeline.publication.dictionary import data_dictionary
from pipeline.publication.frame_files import UnknownFormat, write_frames
from pipeline.publication.tables_of_warehouse import write_tables_of_warehouse
from pipeline.publication.workbook import CUT, MOST_LETTERS, Sheet, csv_sheets, write_workbook
from pipeline.sinks.csv_tables import CsvTables
from pipeline.tables import TABLES, table
from pipeline.warehouse.columns import contract_column
from pipeline.warehouse.duckdb import load
from pipeline.warehouse.model import star
from pipeline.warehouse.parquet import write_parquet
from pipeline.warehouse.views import views
from tests.pipeline.made_reports import measure
from tests.pipeline.warehouse.made_readings import past, reading, score
from tests.pipeline.warehouse.test_loading import PEOPLE

REPORTS = [
    reading("a.pdf", score(), score("6", "91.20", level="indicator"), measure("=1+1", responsible_units=("กลุ่มอำนวยการ",))),
    reading("b.pdf", past(2566, "80.00"), year=2568, **PEOPLE),
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    sink = CsvTables(folder / "tables")
    for report in REPORTS:
        sink.write(report)
    sink.finish()
    load(REPORTS, folder / "ita.duckdb")
    write_tables_of_warehouse(folder / "ita.duckdb", folder / "tables")
    write_datapackage(folder / "tables", "1.0")
    return folder


@pytest.fixture
def no_guessing(monkeypatch: pytest.MonkeyPatch) -> None:
    """frictionless guesses every file's dialect, which takes seconds on long cells; ours is stated."""

    def unguessed(self: csv.Sniffer, sample: str, delimiters: str | None = None) -> Any:
        raise csv.Error

    monkeypatch.setattr(csv.Sniffer, "sniff", unguessed)


def problems(package: Path) -> list[Any]:
    import frictionless

    report = frictionless.validate(str(package))
    return report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


@pytest.mark.usefixtures("no_guessing")
def test_the_package_is_valid_with_all_its_tables(output: Path) -> None:
    package = json.loads((output / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["name"] for resource in package["resources"]} == {each.name for each in described_tables()}
    assert problems(output / "tables" / "datapackage.json") == []


@pytest.mark.usefixtures("no_guessing")
@pytest.mark.parametrize(
    ("before", "after", "kind"), [("56020000", "99999999", "foreign-key"), ("95.00", "many", "type-error")]
)
def test_a_table_that_breaks_its_description_is_found(output: Path, tmp_path: Path, before: str, after: str, kind: str) -> None:
    for path in (output / "tables").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    scores = tmp_path / "scores.csv"
    scores.write_text(scores.read_text(encoding="utf-8-sig").replace(before, after, 1), encoding="utf-8-sig", newline="")
    write_datapackage(tmp_path, "1.0")
    assert {problem[3] for problem in problems(tmp_path / "datapackage.json")} == {kind}


def test_every_field_has_titles_and_descriptions_in_both_languages(output: Path) -> None:
    package = json.loads((output / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(field[part] for field in fields for part in ("title", "title_en", "description", "description_en"))


def test_only_what_is_there_is_described(tmp_path: Path) -> None:
    (tmp_path / "scores.csv").write_text("")
    package = json.loads(write_datapackage(tmp_path, "1.0").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == ["scores"]
    assert "foreignKeys" not in package["resources"][0]["schema"]


def test_the_dictionary_has_every_column_of_every_table_and_view() -> None:
    text = "\n".join(data_dictionary())
    named = {t.name: t.columns for t in TABLES} | {v.name: [c.name for c in v.columns] for v in views() if v.name != "reports"}
    named |= {t.name: t.column_names for t in star() if t.name not in named}
    for name, columns in named.items():
        part = text.split(f"\n## {name}\n")[1].split("\n## ")[0].split("\n# ")[0].split("\nทุก")[0]
        assert [line.split("`")[1] for line in part.splitlines() if line.startswith("| `")] == list(columns), name


def cells(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    import openpyxl

    return list(openpyxl.load_workbook(path, read_only=True)[sheet].iter_rows(values_only=True))


def test_the_workbook_has_a_sheet_a_table_with_thai_labels_and_numbers_as_numbers(output: Path) -> None:
    import openpyxl

    path = output / "ita.xlsx"
    write_workbook(path, csv_sheets(output / "tables"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [each.name for each in TABLES]
    names, labels, first = cells(path, "scores")[:3]
    assert names == table("scores").columns
    assert labels[names.index("score")] == "คะแนน"
    row = dict(zip(names, first, strict=True))
    assert (row["score"], row["page"], row["office_id"], row["grade"]) == (95, 3, "56020000", None)
    formula = book["measures"].cell(3, table("measures").columns.index("text") + 1)
    assert (formula.value, formula.data_type) == ("=1+1", "s"), "a text, not a formula"


def test_what_excel_cannot_hold_is_cut_where_it_says_so(tmp_path: Path) -> None:
    column = contract_column(table("tables"), "cells")
    write_workbook(tmp_path / "a.xlsx", [Sheet("tables", [column], [["ก" * 40_000]])])
    text = cells(tmp_path / "a.xlsx", "tables")[2][0]
    assert len(text) == MOST_LETTERS
    assert text.endswith(CUT)


def test_rows_beyond_a_sheet_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.publication.workbook.MOST_ROWS", 4)
    column = contract_column(table("scores"), "page")
    rows: Iterator[list[str]] = ([str(number)] for number in range(5))
    write_workbook(tmp_path / "a.xlsx", [Sheet("scores", [column], rows)])
    found = [cells(tmp_path / "a.xlsx", name)[2:] for name in ("scores", "scores_2", "scores_3")]
    assert found == [[(0,), (1,)], [(2,), (3,)], [(4,)]]


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_the_panel_is_written_with_its_conflicts(output: Path, tmp_path: Path, ending: str) -> None:
    from pipeline.panels import panel, panel_conflicts

    written = write_frames(tmp_path / f"p{ending}", {"panel": panel(output), "panel_conflicts": panel_conflicts(output)})
    names = ["p.xlsx"] if ending == ".xlsx" else [f"p{ending}", f"p_conflicts{ending}"]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_panel_in_csv_has_decimals_and_empty_cells(output: Path, tmp_path: Path) -> None:
    from pipeline.panels import panel

    write_frames(tmp_path / "p.csv", {"panel": panel(output)})
    rows = list(csv.DictReader((tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()))
    overall = next(row for row in rows if row["level"] == "overall" and row["fiscal_year"] == "2566")
    assert (overall["score"], overall["weighted_score"], overall["disputed"]) == ("95.00", "", "true")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="xlsx"):
        write_frames(tmp_path / "p.ods", {})


def test_parquet_has_every_table_and_the_panel_with_the_same_rows(output: Path) -> None:
    import pyarrow.parquet

    written = write_parquet(output / "ita.duckdb", output / "parquet")
    assert {path.stem for path in written} == {each.name for each in star()} | {"panel", "panel_conflicts"}
    scores = pyarrow.parquet.read_table(output / "parquet" / "scores.parquet")
    assert scores.num_rows == 2
    assert [str(value) for value in scores["score"].to_pylist()] == ["95.000000000", "91.200000000"]
