"""The table of past years: sign and word of each change against the scores, and gaps between the years.

The size of a change is an equation like the others (``changes``, ``arithmetic``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.audit.case import Case
from pipeline.audit.changes import SAME, change_sign, change_size, history_key
from schemas.issues import issue
from schemas.rows import Issue, ScoreHistory

TREND_TH = {"up": "เพิ่มขึ้น", "down": "ลดลง", "same": "คงที่"}


def check(case: Case) -> Iterator[Issue]:
    rows = sorted(case.report.score_history, key=lambda row: row.fiscal_year)
    by_year = {row.fiscal_year: row for row in rows}
    signs = any(change_sign(row.change_printed) for row in rows)
    yield from _years(rows)
    for row in rows:
        before = by_year.get(row.fiscal_year - 1)
        if row.score is None or before is None or before.score is None:
            continue
        computed = row.score - before.score
        size = change_size(row.change_printed)
        if size is None or abs(size - abs(computed)) <= SAME:
            yield from _sign(row, computed, signs)
            yield from _trend(row, computed)


def _years(rows: list[ScoreHistory]) -> Iterator[Issue]:
    for before, row in pairwise(rows):
        if row.fiscal_year == before.fiscal_year:
            yield _issue("W_HISTORY_YEAR_TWICE", row)
        elif row.fiscal_year > before.fiscal_year + 1:
            missing = ", ".join(str(year) for year in range(before.fiscal_year + 1, row.fiscal_year))
            yield _issue("W_HISTORY_GAP", row, missing=missing)


def _sign(row: ScoreHistory, computed: Decimal, signs: bool) -> Iterator[Issue]:
    """A sign against the scores is an error; a fall without a sign is odd where the table prints signs."""
    size, sign = change_size(row.change_printed), change_sign(row.change_printed)
    if size and computed:
        true = 1 if computed > 0 else -1
        if sign == -true:
            yield _issue("E_CHANGE_SIGN", row, printed=row.change_printed, expected=f"{computed:+f}")
        elif sign == 0 and true == -1 and signs:
            yield _issue("W_CHANGE_SIGN", row, printed=row.change_printed, expected=f"{computed:+f}")


def _trend(row: ScoreHistory, computed: Decimal) -> Iterator[Issue]:
    true = "up" if computed > 0 else "down" if computed < 0 else "same"
    if row.trend and row.trend != true:
        yield _issue("E_TREND_MISMATCH", row, printed=TREND_TH[row.trend], expected=TREND_TH[true])


def _issue(code: str, row: ScoreHistory, printed: str = "", expected: str = "", missing: str = "") -> Issue:
    return issue(
        code,
        score_key=history_key(row.fiscal_year),
        table="score_history",
        row_ref=str(row.fiscal_year),
        printed=printed,
        expected=expected,
        page=row.page,
        year=row.fiscal_year,
        missing=missing,
    )
