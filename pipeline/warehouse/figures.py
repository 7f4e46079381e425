"""Figures as a warehouse can hold them: DECIMAL(38, 9), the exact decimal that every server has.

A figure with more than nine decimals is rounded half up; one with more than 29 digits before the point is no
figure of a report but digits that were read as one: the warehouse leaves it absent and an issue says so.
The JSON and the CSV have every figure as printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from pipeline.tables import TABLES
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
    return value.quantize(_SMALLEST, context=_WIDE)


def within_reach(report: Report) -> Report:
    """The report, with an issue for every figure that the warehouse will leave absent."""
    found = [each for name in FIGURES for each in _too_long(report, name)]
    return report.model_copy(update={"issues": (*report.issues, *found)}) if found else report


FIGURES = {
    table.name: tuple(column for column in table.columns if table.column_type(column) == "number")
    for table in TABLES
    if table.name != "reports"
}
"""The columns with figures of each list of the Report."""


def _too_long(report: Report, name: str) -> Iterator[Issue]:
    columns = FIGURES[name]
    for number, row in enumerate(getattr(report, name) if columns else (), 1):
        for column in columns:
            value = getattr(row, column)
            if isinstance(value, Decimal) and storable(value) is None:
                yield issue("W_FIGURE_TOO_LONG", table=name, row_ref=str(number), printed=str(value), column=column)
