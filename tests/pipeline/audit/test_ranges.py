import pytest

from pipeline.audit import audit
from schemas.rows import Measure
from tests.pipeline.audit.audit_reports import codes, of, only, report


@pytest.mark.parametrize("score", ["9712", "100.01", "-3.00"])
def test_scores_outside_0_to_100_are_errors(score: str) -> None:
    audited = audit(report(f"2566/office/indicator/1 {score}"))
    assert "E_SCORE_RANGE" in codes(audited)
    assert of(audited, "2566/office/indicator/1").confidence == 0.1


def test_points_in_the_column_of_scores_are_told_with_their_percent() -> None:
    found = only(audit(report("2566/office/instrument/IIT 29.13")), "W_POINTS_AS_SCORE")
    assert (found.printed, found.expected) == ("29.13", "97.10")


def test_a_low_percent_that_the_indicators_prove_is_no_points() -> None:
    low = ("2566/office/indicator/9 20.00", "2566/office/indicator/10 30.00")
    assert "W_POINTS_AS_SCORE" not in codes(audit(report(*low, "2566/office/instrument/OIT 25.00")))


def test_points_above_the_weight_are_an_error() -> None:
    assert only(audit(report("2566/office/instrument/IIT - 92.13")), "E_POINTS_RANGE").printed == "92.13"


def test_an_item_that_is_neither_0_nor_100_is_told() -> None:
    assert only(audit(report("2566/office/item/O1 10")), "W_ITEM_SCORE").printed == "10"


def test_a_year_after_the_document_is_impossible() -> None:
    assert "W_YEAR_IMPOSSIBLE" in codes(audit(report("2568/office/overall/ITA 90.00", fiscal_year=2566)))


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2023-02-30", "", "W_DATE_IMPOSSIBLE"),
        ("2023-09-30", "2022-10-01", "W_PERIOD_REVERSED"),
        ("2003-10-01", "", "W_PERIOD_YEAR"),
    ],
)
def test_periods_of_measures_must_be_possible(start: str, end: str, code: str) -> None:
    measure = Measure(measure_id="m1", text="อบรม", responsible="ทุกกลุ่ม", period_start=start, period_end=end)
    assert code in codes(audit(report(fiscal_year=2566, measures=(measure,))))
