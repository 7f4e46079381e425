"""The panel: which of several values is chosen, by which rule, and that every other is named."""

from pathlib import Path

import pytest

import pipeline
from pipeline.panels import panel, panel_conflicts, wide_column, wide_described
from pipeline.warehouse.places import WarehouseUnusable
from schemas.report import Report
from tests.pipeline.warehouse.made_readings import NAN1, past, reading, score
from tests.pipeline.warehouse.warehouses import DuckDB


@pytest.fixture
def of(embedded: DuckDB) -> object:
    def panel_of(*reports: Report) -> dict[str, object]:
        """The one row of the panel for the overall score of 2566."""
        embedded.load(*reports)
        frame = panel(embedded.database)
        (row,) = frame[(frame["fiscal_year"] == 2566) & (frame["code"] == "ITA")].to_dict("records")
        return row

    return panel_of


def test_a_value_that_every_report_states_is_undisputed(of) -> None:  # type: ignore[no-untyped-def]
    row = of(reading("a.pdf", score()), reading("b.pdf", score()))
    assert (row["score"], row["sources"], row["agreeing"], row["disputed"], row["decided_by"]) == (95, 2, 2, False, "undisputed")
    assert row["agreement"] == 1


def test_a_verified_value_comes_before_the_offices_own_report(of) -> None:  # type: ignore[no-untyped-def]
    own, later = reading("a.pdf", score(value="59.00")), reading("b.pdf", score(check="verified"), year=2569)
    row = of(own, later)
    assert (row["score"], row["decided_by"], row["source_kind"]) == (95, "verified", "other_report")


def test_a_value_in_conflict_within_its_report_comes_last(of) -> None:  # type: ignore[no-untyped-def]
    row = of(reading("a.pdf", score(value="59.00", check="conflict")), reading("b.pdf", past(2566, "95.00"), year=2568))
    assert (row["score"], row["decided_by"]) == (95, "uncontradicted")


@pytest.mark.parametrize("year", [2566, 2567])
def test_the_report_of_or_for_the_year_comes_before_a_later_history_table(of, year: int) -> None:  # type: ignore[no-untyped-def]
    later = [reading(f"{n}.pdf", past(2566, "59.00"), year=n) for n in (2568, 2569)]
    row = of(reading("a.pdf", score(), year=year), *later)
    assert (row["score"], row["decided_by"], row["source_kind"]) == (95, "own_report", "own_report")


def test_the_value_that_more_documents_state_comes_first(of) -> None:  # type: ignore[no-untyped-def]
    two = [reading(f"{year}.pdf", past(2566, "95.00"), year=year) for year in (2567, 2568)]
    row = of(*two, reading("c.pdf", past(2566, "59.00"), year=2569))
    assert (row["score"], row["decided_by"], row["sources"], row["agreeing"], row["documents"]) == (95, "agreement", 3, 2, 2)


def test_one_document_in_three_formats_counts_once(of) -> None:  # type: ignore[no-untyped-def]
    formats = [reading(f"a.{ending}", past(2566, "59.00"), year=2567) for ending in ("pdf", "docx", "txt")]
    row = of(*formats, reading("b.pdf", past(2566, "95.00"), year=2569))
    assert (row["score"], row["decided_by"]) == (95, "newer")


def test_every_other_value_is_a_conflict_with_both_places(of, embedded: DuckDB) -> None:  # type: ignore[no-untyped-def]
    of(reading("a.pdf", score(page=3)), reading("b.pdf", past(2566, "59.00"), year=2568))
    (conflict,) = panel_conflicts(embedded.database).to_dict("records")
    assert (conflict["value"], conflict["source_name"], conflict["page"]) == (95, "a.pdf", 3)
    other = (conflict["other_value"], conflict["other_source_name"], conflict["other_page"], conflict["other_table_no"], conflict["other_row_no"])
    assert other == (59, "b.pdf", 9, 7, 2)
    assert (conflict["difference"], conflict["rounding"]) == (-36, False)


@pytest.mark.parametrize(("other", "rounding"), [("95.3", True), ("95", True), ("95.2", False), ("59.25", False)])
def test_a_value_that_is_only_rounded_is_marked(of, embedded: DuckDB, other: str, rounding: bool) -> None:  # type: ignore[no-untyped-def]
    of(reading("a.pdf", score(value="95.25")), reading("b.pdf", past(2566, other), year=2568))
    assert panel_conflicts(embedded.database)["rounding"].tolist() == [rounding]


def test_scores_of_the_nation_and_of_unknown_offices_are_not_in_it(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf", score(subject="national")), reading("b.pdf", score(), office=""))
    assert len(panel(embedded.database)) == 0


def test_an_instrument_with_points_only_has_no_score(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf", score("IIT", None, level="instrument", points="28.50")))
    (row,) = panel(embedded.database).to_dict("records")
    assert (row["weighted_score"], row["sources"]) == (28.5, 1)
    assert row["score"] is not row["score"] or row["score"] != 28.5


def test_points_and_score_of_one_instrument_stand_in_one_row(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf", score("IIT", "95.00", level="instrument", points="28.50")))
    (row,) = panel(embedded.database).to_dict("records")
    assert (row["score"], row["weighted_score"]) == (95, 28.5)


def test_wide_has_a_row_for_each_office_and_year(embedded: DuckDB) -> None:
    scores = [score(), score("6", "91.00", level="indicator"), score("O14", "100", level="item"), score("10", "90", level="indicator")]
    embedded.load(reading("a.pdf", *scores), reading("b.pdf", score(value="80.00", year=2565), office=NAN1))
    wide = panel(embedded.database, wide=True)
    assert list(wide.columns)[6:] == ["disputed", "ITA", "indicator_6", "indicator_10", "item_O14"]
    assert wide[["office_id", "fiscal_year", "ITA"]].values.tolist() == [[NAN1, 2565, 80], ["56020000", 2566, 95]]


def test_columns_of_the_wide_panel_are_ascii_names() -> None:
    assert wide_column("subindicator", "9.1") == "subindicator_9_1"


@pytest.mark.parametrize(
    ("name", "label"),
    [("ITA", "ITA"), ("indicator_6", "ตัวชี้วัดที่ 6"), ("subindicator_9_1", "ตัวชี้วัดย่อยที่ 9.1"), ("item_O14", "ข้อ O14"), ("province", "จังหวัด")],
)
def test_columns_of_the_wide_panel_have_thai_labels_and_meanings(name: str, label: str) -> None:
    column = wide_described(name, "number")
    assert column.label_th == label
    assert all((column.label_en, column.meaning_th, column.meaning_en, column.unit))


def test_an_empty_panel_is_an_empty_frame_also_when_it_is_wide(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf"))
    assert (len(panel(embedded.database)), len(panel(embedded.database, wide=True))) == (0, 0)


def test_the_package_offers_the_panel(embedded: DuckDB) -> None:
    embedded.load(reading("a.pdf", score()))
    assert pipeline.panel(embedded.database.parent)["score"].tolist() == [95]


def test_without_a_warehouse_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseUnusable, match="ita load"):
        panel(tmp_path)
