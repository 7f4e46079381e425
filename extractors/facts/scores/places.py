"""Where a cell of a table of scores stands, and its words on one line."""

from __future__ import annotations

from extractors.document import Cell
from extractors.facts.scores.axes import Axes
from extractors.facts.scores.stated import Place
from extractors.thai.text import clean


def place_of(axes: Axes, cell: Cell, block: int) -> Place:
    """The place of a cell of the view in the table as it stands."""
    row, column = (cell.column, cell.row) if axes.reading.turned else (cell.row, cell.column)
    return Place(block, cell.page, axes.reading.table.number, row, column, cell.box)


def one_line(text: str) -> str:
    return clean(text).replace("\n", " ").strip()
