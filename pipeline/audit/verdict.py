"""How far each score is proven (``check``, ``confidence``), and the report's status. The rules in one place.

The table in ``docs/checks.md`` says the same in words and is generated from here.
"""

from __future__ import annotations

from pipeline.audit.case import VALUES, Case
from pipeline.audit.coverage import EXPECTED, FACTS, has_facts
from pipeline.audit.equations import Term
from pipeline.audit.mentions import conflicts, proven
from schemas.report import Report
from schemas.rows import Check, Issue, Score, Source

VERIFIED_TWICE = 0.99
"""An equation confirms it, and the report states it more than once."""
VERIFIED = 0.97
"""An equation of the framework confirms it."""
CONSISTENT = 0.9
"""Several places state it and agree; no equation tells."""
UNCHECKED = 0.7
"""One place states it; nothing confirms or contradicts it."""
CONFLICT_PROVEN = 0.9
"""Places disagree, and the arithmetic proves the value of the row."""
CONFLICT = 0.4
"""Places disagree, and nothing decides."""
DOUBTFUL = 0.5
"""It is exactly what it would be if it had been copied from elsewhere by mistake."""
ONE_OF_SUSPECTS = 0.3
"""One of several figures of which one makes an equation fail."""
SUSPECT = 0.1
"""The only figure that explains a broken equation, or a figure that is impossible."""
OCR_FACTOR = 0.8
"""For read pictures, where no equation confirms the value."""

IMPOSSIBLE = ("E_SCORE_RANGE", "E_POINTS_RANGE", "W_POINTS_AS_SCORE", "W_ITEM_UNKNOWN")
"""Issues that make a score impossible whatever else confirms it."""
COPIED = ("W_NATIONAL_EQUALS_OWN",)
"""Issues that make a score doubtful, whatever the number of its mentions."""
REVIEW = ("W_SCORE_CONFLICT", "W_ARITHMETIC_UNCONFIRMED", "W_PICTURE_FIGURE")
"""Warnings that ask for a person as much as an error does."""
INCOMPLETE = (
    "W_PAGE_UNREADABLE", "W_PAGE_WITHOUT_TEXT", "W_OFFICE_UNKNOWN", "W_FISCAL_YEAR_UNKNOWN",
    "W_NOTHING_OF_KIND", "W_INDICATOR_MISSING", "W_NUMBER_UNREADABLE", "W_OCR_NOT_INSTALLED", "W_PICTURE_UNREAD",
    "W_LIMIT_PICTURE", "W_LIMIT_PICTURE_TIME",
)  # fmt: skip
"""Something that such a document has was not read."""
UNREADABLE = (
    "E_FILE_MISSING", "E_FILE_UNREADABLE", "E_FILE_EMPTY", "E_FORMAT_UNKNOWN", "E_PASSWORD", "E_FILE_DAMAGED",
    "E_NO_PAGES", "E_NO_TEXT", "E_LEGACY_DOC", "E_PROGRAM_FAULT", "E_NOT_ITA_REPORT",
)  # fmt: skip
"""With no fact at all beside them: the file could not be read."""


def judged(case: Case, issues: tuple[Issue, ...]) -> tuple[Score, ...]:
    """The scores with ``check`` and ``confidence``."""
    caps = {found.score_key: DOUBTFUL for found in issues if found.code in COPIED}
    caps.update((found.score_key, SUSPECT) for found in issues if found.code in IMPOSSIBLE)
    suspected: dict[Term, int] = {}
    for group in case.suspects:
        for suspect in group:
            suspected[suspect.term] = min(len(group), suspected.get(suspect.term, len(group)))
    confirmed = {term for e in case.system.closed if e.rule not in ("same", "change") for term in e.terms}
    return tuple(_judged(case, score, suspected, confirmed, caps) for score in case.report.scores)


def _judged(
    case: Case, score: Score, suspected: dict[Term, int], confirmed: set[Term], caps: dict[str, float]
) -> Score:
    check, confidence = _verdict(case, score, suspected, confirmed)
    if score.score_key in caps:
        check, confidence = (
            "conflict" if check == "conflict" else "unchecked",
            min(confidence, caps[score.score_key]),
        )
    if check != "verified" and case.report.report.text_source in ("ocr", "mixed"):
        confidence = round(confidence * OCR_FACTOR, 2)
    if (check, confidence) == (score.check, score.confidence):
        return score
    return score.model_copy(update={"check": check, "confidence": confidence})


def _verdict(
    case: Case, score: Score, suspected: dict[Term, int], confirmed: set[Term]
) -> tuple[Check, float]:
    terms = [Term(score.score_key, quantity) for quantity in VALUES if getattr(score, quantity) is not None]
    disputed = [term for term in terms if conflicts(case, term)]
    if disputed:
        decided = all(proven(case, term) == case.system.values.get(term) for term in disputed)
        return "conflict", CONFLICT_PROVEN if decided else CONFLICT
    among = [suspected[term] for term in terms if term in suspected]
    if among:
        return "unchecked", SUSPECT if min(among) == 1 else ONE_OF_SUSPECTS
    if terms and terms[0] in confirmed:
        return "verified", VERIFIED_TWICE if score.mentions > 1 else VERIFIED
    if score.mentions > 1:
        return "consistent", CONSISTENT
    return "unchecked", UNCHECKED


def summed_up(report: Report) -> Source:
    """The report's own row with its counts of issues and its status."""
    severities = [found.severity for found in report.issues]
    return report.report.model_copy(
        update={
            "status": _status(report),
            "error_count": severities.count("error"),
            "warning_count": severities.count("warning"),
        }
    )


def _status(report: Report) -> str:
    codes = {found.code for found in report.issues}
    if not has_facts(report) and codes & set(UNREADABLE):
        return "failed"
    if any(found.severity == "error" for found in report.issues) or codes & set(REVIEW):
        return "needs_review"
    expected = EXPECTED.get(report.report.document_kind, FACTS)
    if codes & set(INCOMPLETE) or not any(getattr(report, name) for name in expected):
        return "partial"
    return "ok"
