from pipeline.audit import audit
from tests.pipeline.audit.audit_reports import WHOLE_2566, codes, of, only, report

KEY = "2566/office/indicator/7"


def test_places_that_disagree_are_all_named() -> None:
    issue = only(audit(report(f"{KEY} 93.46", f"{KEY} 93.46", f"{KEY} 93.64")), "W_SCORE_CONFLICT")
    assert "93.46 (หน้า 1 ตาราง 1)" in issue.message_th
    assert "93.64 (page 3 table 3)" in issue.message_en
    assert issue.score_key == KEY


def test_the_arithmetic_proves_one_of_the_printed_values() -> None:
    others = [line for line in WHOLE_2566 if KEY not in line]
    audited = audit(report(f"{KEY} 83.46", f"{KEY} 93.46", *others))
    assert only(audited, "W_SCORE_CONFLICT").expected == "93.46"
    row = of(audited, KEY)
    assert (str(row.score), row.page, row.table_no) == ("93.46", 2, 2)  # the proven value with its own place
    assert row.check == "conflict"
    assert codes(audited, "error") == []


def test_without_arithmetic_the_row_stays_as_it_was_read() -> None:
    row = of(audit(report(f"{KEY} 93.64", f"{KEY} 93.46")), KEY)
    assert (str(row.score), row.check) == ("93.64", "conflict")


def test_the_same_value_in_another_spelling_is_no_conflict() -> None:
    assert codes(audit(report(f"{KEY} 98", f"{KEY} 98.00"))) == []


def test_a_rounded_value_is_only_noted_but_a_cut_one_is_a_conflict() -> None:
    assert codes(audit(report(f"{KEY} 97.35", f"{KEY} 97.4"))) == ["I_SCORE_ROUNDED"]
    assert codes(audit(report(f"{KEY} 97.35", f"{KEY} 97.3"))) == ["W_SCORE_CONFLICT"]


def test_grades_that_differ_are_a_conflict_too() -> None:
    audited = audit(report(f"{KEY} 93.46 A", f"{KEY} 93.46 AA"))
    assert "W_SCORE_CONFLICT" in codes(audited)
