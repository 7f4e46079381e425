"""Figures that a warehouse can and cannot hold, and how values are stored."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sinks.csv_tables import cell_text
from pipeline.warehouse.arrow import as_json
from pipeline.warehouse.figures import storable, within_reach
from pipeline.warehouse.readings import Reading, reading_of, version_order
from schemas.rows import TableCell
from tests.pipeline.made_reports import measure
from tests.pipeline.warehouse.made_readings import reading, score
from tests.pipeline.warehouse.warehouses import DuckDB

TOO_LONG = Decimal("1" * 30)


@pytest.mark.parametrize(
    ("figure", "stored"),
    [("99.10", "99.1"), ("0.0000000005", "0.000000001"), ("9" * 29, "9" * 29), ("9" * 30, None), ("NaN", None)],
)
def test_a_figure_is_stored_exactly_to_nine_decimals(figure: str, stored: str | None) -> None:
    assert storable(Decimal(figure)) == (stored and Decimal(stored))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_every_figure_that_a_report_can_print_keeps_its_value(figure: Decimal) -> None:
    assert storable(figure) == figure


def test_a_figure_that_is_too_long_is_absent_and_named_in_an_issue(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf", measure("จัดทำคู่มือ", budget_thb=TOO_LONG), score()))
    assert embedded.ask("SELECT budget_thb FROM measures") == [(None,)]
    assert embedded.ask("SELECT code, printed FROM issues") == [("W_FIGURE_TOO_LONG", "1" * 30)]


def test_a_report_whose_figures_all_fit_stays_itself() -> None:
    report = reading("a.pdf", score())
    assert within_reach(report) is report


@pytest.mark.parametrize(
    "value",
    [(), ("กลุ่มอำนวยการ",), (72.0, 100.126, 200.0, 120.5), (TableCell(row=0, column=0, text='"ก"\n'),)],
)
def test_a_list_is_the_json_of_the_csv(value: tuple[object, ...]) -> None:
    assert as_json(value) == cell_text(value)


def test_versions_are_ordered_by_their_numbers() -> None:
    versions = ["1.0.dev3", "0.9", "1.10", "0+unknown", "1.0", "1.2.1"]
    assert sorted(versions, key=version_order) == ["0+unknown", "0.9", "1.0.dev3", "1.0", "1.2.1", "1.10"]


def test_a_reading_is_known_by_its_facts_and_not_by_its_time() -> None:
    first, later = reading("a.pdf", score(), at="2024"), reading("a.pdf", score(), at="2025")
    assert reading_of(first).reading_id == reading_of(later).reading_id
    assert reading_of(first).reading_id != reading_of(reading("a.pdf", score(value="94.00"))).reading_id


def test_the_version_decides_before_the_time() -> None:
    assert Reading("r", "g1", "1.10", "2023").age > Reading("r", "g2", "1.9", "2024").age
