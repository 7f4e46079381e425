import pytest

from pipeline.audit import audit
from schemas.rows import Statement
from tests.pipeline.audit.audit_reports import INDICATORS_2566 as TEN
from tests.pipeline.audit.audit_reports import TOTAL_2566, codes, only, report


def said(value: str, condition: str, scope: str = "") -> Statement:
    return Statement(kind="count", value=value, counted="indicator", condition=condition, scope=scope, page=9)


def test_a_stated_count_against_the_scores_is_told_with_what_counts() -> None:
    found = only(audit(report(*TEN, TOTAL_2566, statements=(said("4", "<95"),))), "W_COUNT_MISMATCH")
    assert (found.printed, found.expected, found.page) == ("4", "3", 9)
    assert "6 (94.39), 7 (93.46), 8 (90.62)" in found.message_th


@pytest.mark.parametrize(
    ("value", "condition", "scope"),
    [("3", "<95", ""), ("7", ">=95", ""), ("5", ">95", "IIT"), ("2", ">99", "OIT"), ("2", "<=93.46", "EIT")],
)
def test_a_right_count_is_silent(value: str, condition: str, scope: str) -> None:
    assert codes(audit(report(*TEN, TOTAL_2566, statements=(said(value, condition, scope),)))) == []


def test_more_than_95_may_mean_95_and_more() -> None:
    lines = [*(line for line in TEN if "/6 " not in line), "2566/office/indicator/6 95.00"]
    for value in ("7", "8"):
        assert codes(audit(report(*lines, statements=(said(value, ">95"),)))) == ["W_TOTAL_MISSING"]


def test_a_count_of_grades_is_compared_only_where_all_are_printed() -> None:
    graded = [f"{line} {'A' if i in (5, 6, 7) else 'AA'}" for i, line in enumerate(TEN)]
    assert only(audit(report(*graded, statements=(said("8", "AA"),))), "W_COUNT_MISMATCH").expected == "7"
    assert codes(audit(report(*TEN, TOTAL_2566, statements=(said("8", "AA"),)))) == []
