"""The audit: a Report's figures against the framework's arithmetic, its grades, its history and each other.

``audit`` adds issues, sets ``check`` and ``confidence`` of every score, and the report's status and counts.
It never computes a value into a score; of several printed values it prefers the one that arithmetic proves.
``audit(audit(report)) == audit(report)``: its own issues are dropped and found anew.

A check is ``check(case: Case) -> Iterator[Issue]``, pure, one file for each kind, registered by one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.audit import (
    arithmetic,
    completeness,
    counts,
    coverage,
    grades,
    history,
    identity,
    item_lists,
    mentions,
    ranges,
    readings,
)
from pipeline.audit.case import Case, case_of, explained
from pipeline.audit.choice import chosen
from pipeline.audit.codes import OWN_CODES
from pipeline.audit.verdict import judged, summed_up
from schemas.report import Report
from schemas.rows import Issue

CHECKS: tuple[Callable[[Case], Iterator[Issue]], ...] = (
    arithmetic.check,
    mentions.check,
    grades.check,
    history.check,
    ranges.check,
    identity.check,
    counts.check,
    completeness.check,
    item_lists.check,
    coverage.check,
    readings.check,
)
"""Every check, in the order in which its issues stand."""


def audit(report: Report) -> Report:
    """The report with the audit's issues after those of the reading, judged scores, and its status."""
    before = tuple(found for found in report.issues if found.code not in OWN_CODES)
    case = case_of(report.model_copy(update={"issues": before}))
    reread = readings.reread(case)
    case = case if reread is case.report else case_of(reread)
    settled = chosen(case)
    case = explained(case if settled is case.report else case_of(settled))
    issues = (*before, *(found for check in CHECKS for found in check(case)))
    audited = case.report.model_copy(update={"issues": issues, "scores": judged(case, issues)})
    return audited.model_copy(update={"report": summed_up(audited)})
