"""Counts that the report states ("จำนวน 3 ตัวชี้วัด") against its scores."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from pipeline.audit.case import Case
from pipeline.audit.rounding import plain
from pipeline.audit.sheet import Sheet
from schemas.issues import issue
from schemas.rows import Issue, Score, Statement

Compare = Callable[[Decimal, Decimal], bool]
BOUNDS: dict[str, Compare] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
LOOSE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
"""Reports say "มากกว่า 95" where they mean "95 ขึ้นไป"; a count that fits either way is not contradicted."""


def check(case: Case) -> Iterator[Issue]:
    for statement in case.report.statements:
        if statement.kind == "count" and statement.value.isdigit():
            sheet = _sheet(case, statement)
            if (
                sheet is not None
                and (counts := _counts(sheet, statement))
                and int(statement.value) not in counts
            ):
                yield _issue(statement, sheet, counts)


def _sheet(case: Case, statement: Statement) -> Sheet | None:
    """The sheet of the year the statement speaks of, else the assessed one."""
    said = (sheet for sheet in case.office_sheets() if sheet.fiscal_year == statement.fiscal_year)
    return next(said, None) if statement.fiscal_year else case.assessed


def _counts(sheet: Sheet, statement: Statement) -> list[int]:
    """How many the scores say there are, in every way the words may mean it; none where not all are known."""
    codes = _codes(sheet, statement)
    scores = [sheet.get(statement.counted, code) for code in codes]
    known = [score for score in scores if score is not None and score.score is not None]
    if not codes or len(known) < len(codes):
        return []
    found = [_count(known, condition) for condition in _readings(statement.condition)]
    return [number for number in dict.fromkeys(found) if number is not None]


def _codes(sheet: Sheet, statement: Statement) -> Sequence[str]:
    if statement.counted == "item":
        return sheet.rules.items
    return (
        sheet.rules.parts.get(("instrument", statement.scope), ())
        if statement.scope
        else sheet.rules.indicators
    )


def _readings(condition: str) -> list[str]:
    bound = re.match(r"[<>]=?", condition)
    return [condition] if bound is None else [condition, LOOSE[bound.group()] + condition[bound.end() :]]


def _count(scores: list[Score], condition: str) -> int | None:
    if not condition:
        return None  # how many there are at all is the framework's matter, not the report's
    bound = re.fullmatch(r"([<>]=?)(\d+(?:\.\d+)?)", condition)
    if bound is not None:
        compare, limit = BOUNDS[bound.group(1)], Decimal(bound.group(2))
        return sum(compare(score.score, limit) for score in scores if score.score is not None)
    if condition in ("ผ่าน", "ไม่ผ่าน"):
        return sum(score.result == condition for score in scores) if all(s.result for s in scores) else None
    return sum(score.grade == condition for score in scores) if all(score.grade for score in scores) else None


def _issue(statement: Statement, sheet: Sheet, counts: list[int]) -> Issue:
    codes = set(_codes(sheet, statement))
    counted = [
        s for s in sheet.of_level(statement.counted) if s.code in codes and _count([s], statement.condition)
    ]
    return issue(
        "W_COUNT_MISMATCH",
        table="scores",
        row_ref=f"{sheet.fiscal_year} {statement.counted} {statement.condition} {statement.scope}".strip(),
        printed=statement.value,
        expected=str(counts[0]),
        page=statement.page,
        bbox=statement.bbox,
        subject=statement.subject or statement.quote,
        scores=", ".join(f"{s.code} ({plain(s.score)})" for s in counted if s.score is not None) or "-",
    )
