"""Equations: which figures they verify, and whom they suspect."""

from decimal import Decimal

from pipeline.audit import audit
from tests.pipeline.audit.audit_reports import (
    INDICATORS_2566,
    POINTS_2566,
    TOTAL_2566,
    WHOLE_2566,
    codes,
    history,
    of,
    only,
    report,
)


def with_changed(lines: tuple[str, ...], key: str, line: str) -> tuple[str, ...]:
    return tuple(line if key in each else each for each in lines)


def test_closing_equations_verify_all_their_terms() -> None:
    audited = audit(report(*WHOLE_2566))
    assert codes(audited, "error", "warning") == []
    assert {score.check for score in audited.scores} == {"verified"}


def test_without_instruments_the_total_verifies_the_indicators() -> None:
    audited = audit(report(*INDICATORS_2566, TOTAL_2566))
    assert {score.check for score in audited.scores} == {"verified"}


def test_items_verify_the_indicator_where_no_subindicator_is_printed() -> None:
    zeros = {14, 20, 26, 27, 28, 37, 43}
    items = [f"2564/office/item/O{n} {0 if n in zeros else 100}" for n in range(1, 44)]
    audited = audit(report(*items, "2564/office/indicator/9 79.64", "2564/office/indicator/10 68.75"))
    assert {score.check for score in audited.scores} == {"verified"}


def test_a_wrong_total_is_named_with_the_value_it_should_have() -> None:
    audited = audit(report(*with_changed(WHOLE_2566, "ITA", "2566/office/overall/ITA 69.98")))
    assert only(audited, "E_SUM_MISMATCH").expected == "96.98"
    assert of(audited, "2566/office/overall/ITA").check == "unchecked"
    assert of(audited, "2566/office/overall/ITA").score == Decimal("69.98")  # never repaired
    assert of(audited, "2566/office/instrument/IIT").check == "verified"  # its own equation closes


def test_points_that_break_two_equations_are_the_only_suspect() -> None:
    audited = audit(report(*with_changed(WHOLE_2566, "EIT", "2566/office/instrument/EIT - 27.35")))
    suspects = [i.score_key for i in audited.issues if i.code == "W_SUSPECT_FIGURE"]
    assert suspects == ["2566/office/instrument/EIT"]
    assert only(audited, "W_SUSPECT_FIGURE").expected == "27.85"


def test_every_indicator_that_could_be_wrong_is_named() -> None:
    audited = audit(report(*with_changed(WHOLE_2566, "indicator/7", "2566/office/indicator/7 83.46")))
    suspects = {i.score_key: i.expected for i in audited.issues if i.code == "W_SUSPECT_FIGURE"}
    assert suspects["2566/office/indicator/7"] == "93.46"
    assert suspects.keys() <= {f"2566/office/indicator/{n}" for n in (6, 7, 8)}
    assert of(audited, "2566/office/instrument/EIT").check == "verified"  # the total needs it as it is


def test_a_printed_grade_tells_which_indicator_was_misread() -> None:
    lines = with_changed(WHOLE_2566, "indicator/7", "2566/office/indicator/7 83.46 A")
    lines = with_changed(lines, "indicator/6", "2566/office/indicator/6 94.39 A")
    first = next(i for i in audit(report(*lines)).issues if i.code == "W_SUSPECT_FIGURE")
    assert (first.score_key, first.expected) == ("2566/office/indicator/7", "93.46")


def test_two_faults_far_apart_are_explained_one_by_one() -> None:
    lines = with_changed(WHOLE_2566, "EIT", "2566/office/instrument/EIT - 27.35")
    subs = tuple(f"2566/office/subindicator/9.{n} 100.00" for n in range(1, 6))
    lines = with_changed(lines, "indicator/9 ", "2566/office/indicator/9 10.00")
    suspects = [i.score_key for i in audit(report(*lines, *subs)).issues if i.code == "W_SUSPECT_FIGURE"]
    assert set(suspects) == {"2566/office/instrument/EIT", "2566/office/indicator/9"}


def test_a_level_printed_to_one_decimal_is_not_accused_for_its_rounding() -> None:
    rounded = ("99.1", "95.5", "96.8", "97.4", "96.8", "94.4", "93.5", "90.6", "100", "100")
    indicators = (f"2566/office/indicator/{n} {value}" for n, value in enumerate(rounded, 1))
    assert codes(audit(report(*indicators, *POINTS_2566, TOTAL_2566)), "error", "warning") == []


def test_the_unconfirmed_arithmetic_of_a_year_only_warns() -> None:
    lines = with_changed(WHOLE_2566, "ITA", "2566/office/overall/ITA 69.98")
    audited = audit(report(*(line.replace("2566", "2567") for line in lines)))
    assert "W_ARITHMETIC_UNCONFIRMED" in codes(audited)
    assert codes(audited, "error") == []


def test_a_past_score_is_blamed_when_both_changes_around_it_fail() -> None:
    rows = history("2563 90.00 - -", "2564 97.00 up +1.00", "2565 92.00 up +1.00")
    audited = audit(report(score_history=rows))
    first = next(i for i in audited.issues if i.code == "W_SUSPECT_FIGURE")
    assert (first.row_ref, first.expected) == ("2564", "91.00")


def test_the_last_year_of_the_history_must_be_the_total() -> None:
    audited = audit(report(*WHOLE_2566, score_history=history("2565 95.00 - -", "2566 96.89 up +1.89")))
    assert only(audited, "E_HISTORY_TOTAL").printed == "96.89"


def test_a_change_computed_before_rounding_is_only_noted() -> None:
    audited = audit(report(score_history=history("2565 95.00 - -", "2566 96.98 up +1.97")))
    assert codes(audited) == ["I_CHANGE_ROUNDING"]
