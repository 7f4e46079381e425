import pytest

from pipeline.audit import audit
from tests.pipeline.audit.audit_reports import WHOLE_2566, codes, only, report


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2564/office/indicator/10 68.75 B", "C"),
        ("2565/office/overall/ITA 95.00 A", "AA"),
        ("2566/national/overall/ITA 84.99 A", "B"),
    ],
)
def test_a_grade_outside_its_band_is_an_error(line: str, expected: str) -> None:
    assert only(audit(report(line)), "E_GRADE_MISMATCH").expected == expected


@pytest.mark.parametrize("line", ["2565/office/indicator/1 95.00 AA", "2565/office/indicator/1 94.99 A"])
def test_the_limits_belong_to_their_band(line: str) -> None:
    assert "E_GRADE_MISMATCH" not in codes(audit(report(line)))


def test_a_result_against_the_pass_mark_is_an_error() -> None:
    issue = only(audit(report("2564/office/indicator/9 79.64 B ผ่าน")), "E_RESULT_MISMATCH")
    assert (issue.printed, issue.expected, issue.score_key) == ("ผ่าน", "ไม่ผ่าน", "2564/office/indicator/9")


def test_the_second_system_from_2566_asks_for_every_instrument() -> None:
    lines = [line for line in WHOLE_2566 if "overall" not in line]
    good = audit(report(*lines, "2566/office/overall/ITA 96.98 ผ่านดี"))
    assert codes(good, "error", "warning") == []  # EIT has 92.82 percent: not ผ่านดีเยี่ยม
    better = audit(report(*lines, "2566/office/overall/ITA 96.98 ผ่านดีเยี่ยม"))
    assert only(better, "W_GRADE_UNCONFIRMED").expected == "ผ่านดี"


def test_a_grade_with_its_english_words_is_understood() -> None:
    assert codes(audit(report("2565/office/indicator/1 90.00 A(Very-Good)"))) == []


def test_a_grade_of_no_system_is_told() -> None:
    assert only(audit(report("2565/office/indicator/1 90.00 A+")), "W_GRADE_UNKNOWN").printed == "A+"


def test_a_score_rounded_to_one_place_may_have_the_grade_below() -> None:
    lines = ("2565/office/indicator/1 95.0 A", "2565/office/indicator/2 96.4 AA")
    assert codes(audit(report(*lines)), "error") == []
