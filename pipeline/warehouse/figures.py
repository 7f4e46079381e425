"""Figures as a warehouse can hold them: DECIMAL(38, 9), the exact decimal that every server has.

A figure with more than nine decimals is rounded half up; one with more than 29 digits before the point is no
figure of a report but digits that were read as one: the warehouse leaves it absent and an issue says so.
The JSON and the CSV have every figure as printed.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue

PRECISION = 38
SCALE = 9
_SMALLEST = Decimal(1).scaleb(-SCALE)
_WIDE = Context(prec=PRECISION + 2, rounding=ROUND_HALF_UP)


def storable(value: Decimal) -> Decimal | None:
    """The figure within the warehouse's reach; None for one that no column can hold."""
    if not value.is_finite() or value.adjusted() >= PRECISION - SCALE:
        return None
    exponent = value.as_tuple().exponent
    return value.quantize(_SMALLEST, context=_WIDE) if isinstance(exponent, int) and exponent < -SCALE else value


def within_reach(report: Report) -> Report:
    """The report, with an issue for every figure that the warehouse will leave absent."""
    found = [issue_ for name in _LISTS for issue_ in _too_long(report, name)]
    return report.model_copy(update={"issues": (*report.issues, *found)}) if found else report


_LISTS = ("scores", "score_history", "measures", "activities", "findings")
"""Lists of the Report whose rows have figures."""


def _too_long(report: Report, name: str) -> list[Issue]:
    return [
        issue("W_FIGURE_TOO_LONG", table=name, row_ref=str(number), printed=str(value), column=column)
        for number, row in enumerate(getattr(report, name), 1)
        for column, value in row
        if isinstance(value, Decimal) and storable(value) is None
    ]
