"""Doubtful figures of the tables without mentions: the history, budgets, findings. What else they may say is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from extractors.document import Document
from extractors.facts.doubtful import DoubtAt, Doubts, normal
from schemas.rows import Activity, Finding, Measure, PictureFigure, Row, ScoreHistory


class _Table(NamedTuple):
    """The columns of a table that hold figures, and the field by which its rows are known."""

    name: str
    columns: tuple[str, ...]
    known_by: str


_TABLES: dict[type[Row], _Table] = {
    ScoreHistory: _Table("score_history", ("fiscal_year", "score", "change_printed"), "fiscal_year"),
    Activity: _Table("activities", ("budget_thb", "q1", "q2", "q3", "q4", "remaining_thb"), "activity_no"),
    Measure: _Table("measures", ("budget_thb",), "measure_id"),
    Finding: _Table("findings", ("score",), "indicator_code"),
}


def picture_figures(rows: Iterable[Row], document: Document) -> Iterator[PictureFigure]:
    """A row for each figure of ``rows`` that was read from a picture and is not sure."""
    doubts = Doubts(document)
    for row in rows if doubts else ():
        table = _TABLES.get(type(row))
        for column in table.columns if table else ():
            value = getattr(row, column)
            found = _doubt(row, _written(value), doubts) if value not in (None, "") else None
            if table and found:
                yield PictureFigure(
                    table=table.name,
                    row_ref=str(getattr(row, table.known_by)),
                    column=column,
                    value=_written(value),
                    readings=found.readings,
                    page=found.page,
                    bbox=found.box,
                    table_no=found.table_no,
                    row_no=found.row_no,
                )


def _doubt(row: Row, value: str, doubts: Doubts) -> DoubtAt | None:
    """The doubt about the figure that stands in the row with this value."""
    table_no = getattr(row, "table_no", None)
    page: int | None = getattr(row, "page", None)
    beside = doubts.on_page(page) if table_no is None else doubts.in_row(table_no, getattr(row, "row_no", None))
    return next((found for found in beside if normal(found.doubt[0].text).lstrip("+") == value.lstrip("+")), None)


def _written(value: object) -> str:
    return format(value, "f") if isinstance(value, Decimal) else normal(str(value))
