"""The table of past years as figures: what its printed changes mean, and its equations.

A change equals the score less that of the year before; the score of a year equals the total of that year
wherever else the report states it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.equations import Equation, Term, Values
from schemas.report import Report
from schemas.rows import ScoreHistory

SAME = Decimal("0.005")
"""Changes are differences of printed figures: they agree to the second place or not at all."""

ONE = Decimal(1)
TREND_SIGN = {"up": 1, "down": -1, "same": 0, "": 0}
_ARABIC = {0x0E50 + digit: str(digit) for digit in range(10)}


def change_size(printed: str) -> Decimal | None:
    """The size of a printed change without its sign; None for a dash or words."""
    found = re.search(r"\d+(?:\.\d+)?", printed.translate(_ARABIC))
    return Decimal(found.group()) if found else None


def change_sign(printed: str) -> int:
    """1 for +, -1 for a minus of any kind before a figure, 0 where no sign is printed."""
    found = re.search(r"([+\-−–—])\s*\d", printed.translate(_ARABIC))
    return 0 if found is None else 1 if found.group(1) == "+" else -1


def history_key(fiscal_year: int) -> str:
    return f"{fiscal_year}/office/overall/ITA"


def history_values(report: Report) -> dict[Term, Decimal]:
    """The scores and signed changes of the table of past years."""
    values: dict[Term, Decimal] = {}
    for row in report.score_history:
        if row.score is not None:
            values.setdefault(Term(history_key(row.fiscal_year), "history"), row.score)
    for row in report.score_history:
        change = _signed(row, values)
        if change is not None:
            values.setdefault(Term(history_key(row.fiscal_year), "change"), change)
    return values


def change_equations(report: Report, values: Values) -> Iterator[Equation]:
    for row in report.score_history:
        key = history_key(row.fiscal_year)
        now, before, change = (
            Term(key, "history"),
            Term(history_key(row.fiscal_year - 1), "history"),
            Term(key, "change"),
        )
        if before in values and now in values and change in values:
            yield Equation("change", change, ((now, ONE), (before, -ONE)), SAME)
        total = Term(key, "score")
        if now in values and total in values and not _same_cell(report, row):
            yield Equation("same", now, ((total, ONE),), SAME)


def _signed(row: ScoreHistory, values: Values) -> Decimal | None:
    """The change with its sign: the scores' where only the sign could be wrong, else that of sign and word.

    A wrong sign is a fault of its own (``history.check``), it must not make the scores look wrong.
    """
    size = change_size(row.change_printed)
    if size is None:
        return None
    now = values.get(Term(history_key(row.fiscal_year), "history"))
    before = values.get(Term(history_key(row.fiscal_year - 1), "history"))
    computed = size if now is None or before is None else now - before
    signs = {change_sign(row.change_printed), TREND_SIGN[row.trend]} - {0}
    if abs(size - abs(computed)) > SAME and len(signs) == 1:
        return size * signs.pop()
    return size if computed >= 0 else -size


def _same_cell(report: Report, row: ScoreHistory) -> bool:
    """Whether the report's score of that year was itself read from this row of the table."""
    return any(
        score.score_key == history_key(row.fiscal_year)
        and row.table_no is not None
        and (score.table_no, score.row_no) == (row.table_no, row.row_no)
        for score in report.scores
    )
