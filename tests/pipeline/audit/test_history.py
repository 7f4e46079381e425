from pipeline.audit import audit
from pipeline.audit.changes import change_sign, change_size
from tests.pipeline.audit.audit_reports import codes, history, only, report


def audited(*lines: str):  # type: ignore[no-untyped-def]
    return audit(report(score_history=history(*lines)))


def test_a_right_table_of_past_years_has_no_issue() -> None:
    assert codes(audited("2563 85.15 - -", "2564 95.57 up +10.42", "2565 92.67 down -2.9")) == []


def test_a_fall_printed_with_a_plus_is_an_error() -> None:
    found = only(audited("2563 92.58 - -", "2564 90.95 down +1.63"), "E_CHANGE_SIGN")
    assert (found.printed, found.expected, found.row_ref) == ("+1.63", "-1.63", "2564")


def test_a_fall_without_a_sign_is_odd_only_where_signs_are_printed() -> None:
    signed = audited("2562 82.99 - -", "2563 72.34 down 10.65", "2564 86.78 up +14.44")
    assert only(signed, "W_CHANGE_SIGN").printed == "10.65"
    assert codes(audited("2562 82.99 - -", "2563 72.34 down 10.65", "2564 86.78 up 14.44")) == []


def test_a_word_against_the_scores_is_an_error() -> None:
    found = only(audited("2563 92.58 - -", "2564 90.95 up -1.63"), "E_TREND_MISMATCH")
    assert (found.printed, found.expected) == ("เพิ่มขึ้น", "ลดลง")


def test_years_left_out_are_told() -> None:
    assert "2564, 2565" in only(audited("2563 90.00 - -", "2566 91.00 up +1.00"), "W_HISTORY_GAP").message_th


def test_changes_are_read_with_thai_digits_and_every_kind_of_minus() -> None:
    assert [change_sign(text) for text in ("+๑.๐๐", "−1.00", "– 1.00", "1.00", "-")] == [1, -1, -1, 0, 0]
    assert str(change_size("-๑๐.๖๕")) == "10.65"
    assert change_size("-") is None
