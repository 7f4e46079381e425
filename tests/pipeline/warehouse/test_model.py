"""The star schema: every column is explained, every reference holds, every view is what it says."""

import re

import pytest

from pipeline.tables import TABLES
from pipeline.warehouse.columns import NO_UNIT, NUMERIC, Column, Kind, contract_column
from pipeline.warehouse.ddl import SQL_TYPES
from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_key_of_year, indicator_rows, office_rows
from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.model import star, star_table
from pipeline.warehouse.views import views
from pipeline.warehouse.wording import wordings
from tests.pipeline.warehouse.test_loading import NO_OFFICE, A, B
from tests.pipeline.warehouse.warehouses import DuckDB

BARE = {"ordinal", "sort_no", "weakness_rank", "preference", "proof_rank", "kind_rank"}
"""Numbers that count nothing: orders and ranks."""

CONTRACT = {(t.name, c): contract_column(t, c) for t in TABLES for c in t.columns}
STAR = {(t.name, c.name): c for t in star() for c in t.columns}
VIEWS = {(v.name, c.name): c for v in views() for c in v.columns}
EVERY = CONTRACT | STAR | VIEWS


def lacks(column: Column) -> bool:
    """Whether somebody who reads the dictionary would be left without an answer."""
    unsaid = not all((column.label_th, column.label_en, column.meaning_th, column.meaning_en, column.unit))
    unmeasured = column.kind in NUMERIC and column.unit == NO_UNIT and column.name not in BARE
    not_thai = not re.search("[ก-๙]", column.meaning_th) and column.name != "code"
    return unsaid or unmeasured or not_thai or not re.fullmatch("[a-z][a-z0-9_]*", column.name)


def test_every_column_has_type_unit_label_and_meaning_in_both_languages_and_an_ascii_name() -> None:
    assert [name for name, column in EVERY.items() if lacks(column)] == []
    assert {column.kind for column in EVERY.values()} == set(SQL_TYPES)


def test_a_number_without_a_unit_would_be_found() -> None:
    assert lacks(Column("score", "number", "คะแนน", "Score", "คะแนน", "score"))


def test_every_table_and_view_is_explained_and_nothing_else_is() -> None:
    assert set(wordings()) == {name for name, _ in EVERY}
    assert all(all(words[part] for part in ("th", "en", "means_th", "means_en")) for words in wordings().values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_the_contract_is_in_the_warehouse(table: object) -> None:
    name, columns = table.name, table.columns  # type: ignore[attr-defined]
    there = star_table("dim_report" if name == "reports" else name).column_names
    assert [column for column in there if column in columns] == list(columns)


def test_every_reference_is_to_the_whole_key_of_an_earlier_table() -> None:
    earlier: dict[str, tuple[str, ...]] = {}
    for table in star():
        assert all(earlier[reference.table] == reference.columns for reference in table.references)
        earlier[table.name] = table.primary_key


def test_every_view_has_the_columns_and_types_that_are_written_down(embedded: DuckDB) -> None:
    embedded.load(A, B)
    with opened(embedded.database) as connection:
        for view in views():
            found = connection.execute(f"DESCRIBE SELECT * FROM {view.name}").fetchall()
            assert [row[0] for row in found] == [column.name for column in view.columns], view.name
            kinds = {row[0]: kind_of(row[1]) for row in found}
            assert kinds == {column.name: column.kind for column in view.columns}, view.name


def kind_of(sql_type: str) -> Kind:
    if sql_type == "INTEGER":
        return "integer"
    return "number" if sql_type.startswith("DECIMAL") else next(k for k, name in SQL_TYPES.items() if name == sql_type)


def test_all_offices_are_there_with_their_former_names() -> None:
    rows = {row[0]: dict(zip(star_table("dim_office").column_names, row, strict=True)) for row in office_rows()}
    assert len(rows) == 245
    assert rows["86020000"]["office_short"] == "สพป.ชุมพร เขต 2"
    with_number = next(row for row in rows.values() if row["former_numbers"])
    assert with_number["former_names"] == (f"สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต {with_number['former_numbers'][0]}",)


def test_an_office_outside_the_list_is_kept_as_unlisted() -> None:
    stranger = A.report.model_copy(update={"office_id": "99990000", "office_name": "สำนักงานตัวอย่าง"})
    assert ("99990000", "unlisted") in {row[:2] for row in office_rows([stranger])}


def test_a_fiscal_year_begins_in_october_of_the_year_before() -> None:
    rows = {row[0]: row for row in fiscal_year_rows([2550])}
    assert rows[2566][1:4] == (2023, "2022-10-01", "2023-09-30")
    assert rows[2550][5] is False, "a year without a framework of its own says so"


def test_the_same_number_is_another_item_in_another_year() -> None:
    names = {row[0]: row[4] for row in indicator_rows()}
    assert names[indicator_key_of_year(2565, "item", "O17")] == names[indicator_key_of_year(2566, "item", "O18")] == "E-Service"
    assert len(names) == len(indicator_rows()), "keys are unique"


def test_a_code_that_the_framework_has_not_gets_no_key() -> None:
    assert indicator_key_of_year(2566, "item", "O99") is None


def test_the_engine_refuses_a_fact_without_its_report(embedded: DuckDB) -> None:
    import duckdb

    embedded.load(A)
    with opened(embedded.database, read_only=False) as connection, pytest.raises(duckdb.ConstraintException):
        connection.execute("INSERT INTO measure_steps (report_id, ordinal) VALUES ('r_unknown', 1)")


def test_an_unknown_office_and_year_are_absent_and_not_zero(embedded: DuckDB) -> None:
    embedded.load(NO_OFFICE)
    assert embedded.ask("SELECT office_id, fiscal_year FROM dim_report") == [(None, None)]
