"""Loading, loading again, runs that overlap, corrections: the same content whatever the way, on both warehouses."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.tables import TABLES
from pipeline.warehouse.duckdb import load, opened
from pipeline.warehouse.places import WarehouseUnusable
from schemas.report import Report
from schemas.rows import ItemStatus, MeasureStep, Responsibility
from tests.pipeline.made_reports import measure, raw_table
from tests.pipeline.warehouse.made_readings import NAN1, RANONG, past, reading, score
from tests.pipeline.warehouse.warehouses import DuckDB, Warehouse, content

STEPS = {"measure_steps": (MeasureStep(measure_id="m1", step_no="1", text="จัดทำแผน"),)}
PEOPLE = {
    "responsibilities": (
        Responsibility(fiscal_year=2566, item_code="O14", role="owner", assignee="นายสมชาย ใจดี", person="นายสมชาย ใจดี", given_name="สมชาย"),
    ),
    "item_status": (ItemStatus(item_code="O14", status="ดำเนินการแล้ว", done=True),),
}
HANDBOOK = measure("จัดทำคู่มือ", indicator_code="6", responsible_units=("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน"))
A = reading("a.pdf", score("ITA", "95.00"), score("6", "91.20", level="indicator"), HANDBOOK, raw_table("ก"), **STEPS)
B = reading("b.pdf", score("ITA", "88.10"), past(2565, "80.00"), past(2566, "88.10"), office=RANONG, **PEOPLE)
C = reading("c.pdf", score("ITA", None, points="28.5"), office=NAN1, year=2567)
NO_OFFICE = reading("d.pdf", score("ITA", "70.00"), office="", year=None)


def rows_of(*reports: Report) -> dict[str, int]:
    """How many rows each contract table has from these reports."""
    return {table.name: sum(1 for report in reports for _ in table.rows(report)) for table in TABLES}


def counts(warehouse: Warehouse) -> dict[str, int]:
    return {name: number for name, (number, _) in content(warehouse).items()}


def test_every_row_of_the_reports_is_loaded(warehouse: Warehouse) -> None:
    loaded = warehouse.load(A, B, C, NO_OFFICE)
    assert (loaded.new, loaded.reports) == (4, 4)
    there = counts(warehouse)
    expected = rows_of(A, B, C, NO_OFFICE)
    assert {name: there["dim_report" if name == "reports" else name] for name in expected} == expected
    assert (there["measure_units"], there["report_readings"], there["dim_office"]) == (2, 4, 245)


def test_loading_the_same_run_twice_changes_nothing(warehouse: Warehouse) -> None:
    warehouse.load(A, B)
    before = content(warehouse)
    loaded = warehouse.load(A, B)
    assert (loaded.unchanged, loaded.new, loaded.replaced) == (2, 0, 0)
    assert content(warehouse) == before


def test_runs_that_overlap_give_the_content_of_one_load_in_any_order(warehouse: Warehouse, tmp_path: Path) -> None:
    warehouse.load(B, A)
    warehouse.load(C, B)
    whole = DuckDB(tmp_path / "whole.duckdb")
    whole.load(A, B, C)
    assert content(warehouse) == content(whole)


OLD = reading("a.pdf", score("ITA", "59.00"), score("7", "60.00", level="indicator"), past(2565, "50.00"), version="0.9")
SAME_LATER = reading("a.pdf", score("ITA", "95.00"), score("6", "91.20", level="indicator"), HANDBOOK, raw_table("ก"), at="2025-06-01T00:00:00+00:00", **STEPS)
CORRECTED = reading("a.pdf", score("ITA", "95.10"), office=NAN1, version="1.10", at="2023-01-01T00:00:00+00:00")


def test_a_newer_version_replaces_all_rows_of_the_older_reading(warehouse: Warehouse) -> None:
    warehouse.load(A, B)
    loaded = warehouse.load(CORRECTED)
    assert loaded.replaced == 1
    expected = rows_of(CORRECTED, B)
    there = counts(warehouse)
    assert {name: there["dim_report" if name == "reports" else name] for name in expected} == expected
    assert warehouse.ask("SELECT office_id FROM scores WHERE score = 95.1") == [(NAN1,)]


def test_a_correction_stays_in_the_history(warehouse: Warehouse) -> None:
    warehouse.load(A)
    warehouse.load(CORRECTED)
    history = warehouse.ask("SELECT pipeline_version, is_current FROM report_readings ORDER BY is_current")
    assert history == [("1.0", False), ("1.10", True)]
    changed = warehouse.ask("SELECT score_key, score_before, score_now FROM score_corrections ORDER BY score_key")
    assert [(key, float(old), new and float(new)) for key, old, new in changed] == [
        ("2566/office/indicator/6", 91.2, None),
        ("2566/office/overall/ITA", 95.0, 95.1),
    ]


def test_an_older_reading_that_comes_later_changes_only_the_history(warehouse: Warehouse) -> None:
    warehouse.load(A)
    facts = {name: mark for name, mark in content(warehouse).items() if "readings" not in name}
    assert warehouse.load(OLD).older == 1
    after = content(warehouse)
    assert {name: mark for name, mark in after.items() if "readings" not in name} == facts
    assert (after["report_readings"][0], after["score_readings"][0]) == (2, 4)


def test_the_same_facts_read_later_change_only_the_time(warehouse: Warehouse) -> None:
    warehouse.load(A)
    before = content(warehouse)
    assert warehouse.load(SAME_LATER).unchanged == 1
    changed = {name for name, mark in content(warehouse).items() if mark != before[name]}
    assert changed == {"dim_report", "report_readings"}
    assert warehouse.ask("SELECT processed_at FROM dim_report") == [("2025-06-01T00:00:00+00:00",)]


ORDERS = [order for order in itertools.permutations([A, OLD, CORRECTED, SAME_LATER]) if order[0] is not A][::6]


@pytest.mark.parametrize("order", ORDERS, ids=range(len(ORDERS)))
def test_the_order_of_loads_does_not_matter(order: tuple[Report, ...], tmp_path: Path) -> None:
    one_by_one, at_once = DuckDB(tmp_path / "1.duckdb"), DuckDB(tmp_path / "2.duckdb")
    for report in order:
        one_by_one.load(report)
    at_once.load(CORRECTED, SAME_LATER, A, OLD)
    assert content(one_by_one) == content(at_once)


def broken(*reports: Report) -> Iterator[Report]:
    yield from reports
    raise RuntimeError("the next report cannot be read")


def test_a_load_that_fails_leaves_everything_as_it_was(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse.load(A, B)
    before = content(warehouse)
    with pytest.raises(RuntimeError):
        warehouse.load_all(broken(CORRECTED, C))
    assert content(warehouse) == before

    with monkeypatch.context() as patch:  # when all rows are in and only the views are missing
        for module in ("duckdb", "handover"):
            patch.setattr(f"pipeline.warehouse.{module}.views", lambda: 1 / 0)
        with pytest.raises((ZeroDivisionError, WarehouseUnusable)):
            warehouse.load(CORRECTED, C)
    assert content(warehouse) == before
    assert warehouse.load(CORRECTED, C).new == 1


def test_a_load_into_a_file_that_fails_leaves_nothing_beside_it(embedded: DuckDB) -> None:
    embedded.load(A)
    with pytest.raises(RuntimeError):
        embedded.load_all(broken(CORRECTED, C))
    assert [path.name for path in embedded.database.parent.iterdir()] == ["ita.duckdb"]


def test_a_reading_that_comes_back_within_one_load_is_the_truth_once(warehouse: Warehouse) -> None:
    other = reading("a.pdf", score("ITA", "59.00"), at="2025-01-01T00:00:00+00:00")
    loaded = warehouse.load(A, other, SAME_LATER, A)
    assert (loaded.new, loaded.replaced, loaded.older + loaded.unchanged) == (1, 2, 1)
    assert warehouse.ask("SELECT processed_at FROM dim_report") == [("2025-06-01T00:00:00+00:00",)]
    there = counts(warehouse)
    assert (there["scores"], there["score_readings"], there["report_readings"]) == (2, 3, 2)


def test_what_the_engine_refuses_midway_is_told_and_changes_nothing(embedded: DuckDB, monkeypatch: pytest.MonkeyPatch) -> None:
    embedded.load(A)
    before = content(embedded)
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.warehouse.filling.listed", lambda names: "no_such_column")
        with pytest.raises(WarehouseUnusable, match="nothing has changed"):
            embedded.load(CORRECTED)
    assert content(embedded) == before


def test_a_first_load_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        load(broken(A), tmp_path / "ita.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_warehouse_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "ita.duckdb"
    path.write_bytes(b"something else entirely" * 100)
    with pytest.raises(WarehouseUnusable):
        DuckDB(path).load(A)
    assert path.read_bytes() == b"something else entirely" * 100


def test_a_warehouse_of_another_shape_is_refused_with_advice(embedded: DuckDB) -> None:
    with opened(embedded.database, read_only=False) as connection:
        connection.execute("CREATE TABLE dim_office (office_id VARCHAR PRIMARY KEY)")
    with pytest.raises(WarehouseUnusable, match="another version"):
        embedded.load(A)
