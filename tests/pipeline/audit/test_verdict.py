"""check and confidence of scores, status of reports, and the audit as a whole."""

from pathlib import Path

from pipeline.audit import CHECKS, audit
from pipeline.audit.case import case_of
from pipeline.audit.codes import OWN_CODES
from pipeline.audit.verdict import CONSISTENT, UNCHECKED, VERIFIED, VERIFIED_TWICE
from schemas.issues import catalogue, issue
from tests.pipeline.audit.audit_reports import TOTAL_2566, WHOLE_2566, codes, of, report

KEY = "2566/office/indicator/7"


def test_confidence_follows_from_equations_and_mentions() -> None:
    assert of(audit(report(*WHOLE_2566)), KEY).confidence == VERIFIED
    assert of(audit(report(*WHOLE_2566, f"{KEY} 93.46")), KEY).confidence == VERIFIED_TWICE
    twice = of(audit(report(f"{KEY} 93.46", f"{KEY} 93.46")), KEY)
    assert (twice.check, twice.confidence) == ("consistent", CONSISTENT)
    once = of(audit(report(f"{KEY} 93.46")), KEY)
    assert (once.check, once.confidence) == ("unchecked", UNCHECKED)


def test_read_pictures_are_believed_less_unless_the_arithmetic_proves_them() -> None:
    scanned = {"text_source": "ocr"}
    assert of(audit(report(f"{KEY} 93.46", source=scanned)), KEY).confidence < UNCHECKED
    assert of(audit(report(*WHOLE_2566, source=scanned)), KEY).confidence == VERIFIED


def test_auditing_twice_changes_nothing() -> None:
    more = (f"{KEY} 93.64", "2566/national/overall/ITA 96.98")
    once = audit(report(*(line.replace("96.80", "69.80") for line in (*WHOLE_2566, *more))))
    assert codes(once)
    assert audit(once) == once


def test_issues_of_the_reading_are_kept() -> None:
    told = issue("W_PAGE_UNREADABLE", page=3, reason="x")
    audited = audit(report(TOTAL_2566, issues=(told,)))
    assert audited.issues == (told,)
    assert audited.report.status == "partial"
    assert audited.report.warning_count == 1


def test_status_follows_from_the_issues() -> None:
    assert audit(report(*WHOLE_2566)).report.status == "ok"
    assert audit(report(*WHOLE_2566, f"{KEY} 93.64")).report.status == "needs_review"
    assert audit(report("2564/office/indicator/10 68.75 B")).report.status == "needs_review"
    assert audit(report(issues=(issue("E_NO_TEXT"),))).report.status == "failed"
    assert audit(report()).report.status == "partial"


def test_every_code_of_the_audit_is_in_the_catalogue_and_used() -> None:
    assert catalogue().keys() >= OWN_CODES
    sources = "".join(Path(check.__code__.co_filename).read_text(encoding="utf-8") for check in CHECKS)
    assert {code for code in OWN_CODES if code not in sources} == set()


def test_checks_are_pure() -> None:
    case = case_of(report(*WHOLE_2566, f"{KEY} 93.64"))
    assert [list(check(case)) for check in CHECKS] == [list(check(case)) for check in CHECKS]
