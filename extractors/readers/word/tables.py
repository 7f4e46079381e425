"""A Word table as a Table: merged cells both ways, nested tables, tracked rows, uneven column edges.

The rows are walked as XML: python-docx's ``row.cells`` is quadratic in the rows and repeats merged cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractors.document import Block, Cell, Paragraph, Picture, Table
from extractors.readers.assembly import table_of
from extractors.readers.limits import allows, refuse_above
from extractors.readers.progress import step
from extractors.readers.word.edges import settled_edges
from extractors.readers.word.names import TRANSPARENT, Element, W, is_on, value, whole_number

if TYPE_CHECKING:
    from extractors.readers.word.story import Story

_WIDEST = 16_000
_ROW, _CELL, _CELL_PROPERTIES, _VALUE = W + "tr", W + "tc", W + "tcPr", W + "val"
_SPAN, _DOWN, _SIDEWAYS, _DELETED_CELL = W + "gridSpan", W + "vMerge", W + "hMerge", W + "cellDel"


@dataclass(slots=True)
class _Seat:
    """A ``w:tc`` at its place of the grid, before vertical merges are followed."""

    element: Element
    column: int
    column_span: int
    merge: str = ""


@dataclass(slots=True)
class _Reading:
    cells: list[Cell] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def read_table(element: Element, story: Story, depth: int) -> Iterator[Block]:
    """The table, then the pictures of its cells; the blocks in its cells where it is nested too deep."""
    rows = [_seats(row) for row in _parts(element, _ROW) if not is_on(row.find(W + "trPr"), "del")]
    refuse_above("table_cells", sum(map(len, rows)))
    edges = settled_edges(element, [(seat.column, seat.column_span) for row in rows for seat in row])
    for row in rows:
        for seat in row:
            end = edges[seat.column + seat.column_span]
            seat.column = edges[seat.column]
            seat.column_span = max(1, end - seat.column)
    if not allows("nesting", depth + 1):  # layout gone wild: the text stays, as text of the cell
        for row in rows:
            for seat in row:
                yield from story.blocks(seat.element, depth + 1)
        return
    reading = _Reading()
    _read_rows(rows, story, depth, reading)
    table = table_of(reading.cells, rows=len(rows))
    if table is not None:
        yield table
    yield from reading.pictures


def _read_rows(rows: list[list[_Seat]], story: Story, depth: int, reading: _Reading) -> None:
    """Cells row by row; a cell that continues the one above (same edges) lengthens it."""
    above: dict[int, int] = {}  # first column of a cell that may be continued -> its place in reading.cells
    for number, row in enumerate(rows):
        step()
        open_here: dict[int, int] = {}
        for seat in row:
            at = above.get(seat.column)
            if (
                seat.merge == "continue"
                and at is not None
                and reading.cells[at].column_span == seat.column_span
            ):
                cell = reading.cells[at]
                reading.cells[at] = replace(cell, row_span=number - cell.row + 1)
            else:
                at = len(reading.cells)
                reading.cells.append(_cell(seat, number, story, depth, reading.pictures))
            if seat.merge:
                open_here[seat.column] = at
        above = open_here


def _cell(seat: _Seat, row: int, story: Story, depth: int, pictures: list[Picture]) -> Cell:
    texts: list[str] = []
    links: list[str] = []
    nested: list[Table] = []
    for block in story.blocks(seat.element, depth + 1):
        if isinstance(block, Paragraph):
            for line in block.lines:
                texts.append(line.text)
                links += line.links
        elif isinstance(block, Table):
            nested.append(block)
        else:
            pictures.append(block)
    return Cell(
        row,
        seat.column,
        "\n".join(texts).strip("\n"),
        column_span=seat.column_span,
        links=tuple(dict.fromkeys(links)),
        tables=tuple(nested),
    )


def _seats(row: Element) -> list[_Seat]:
    """The cells of a row at their grid columns; one merged into its left (``w:hMerge``) widens that."""
    properties = row.find(W + "trPr")
    column = min(max(whole_number(value(properties, "gridBefore"), 0), 0), _WIDEST)
    seats: list[_Seat] = []
    for cell in _parts(row, _CELL):
        stated = cell.find(_CELL_PROPERTIES)
        properties = {} if stated is None else {child.tag: child.get(_VALUE, "") for child in stated}
        if properties.get(_DELETED_CELL, "0") not in ("0", "false"):
            continue
        span = min(max(whole_number(properties.get(_SPAN), 1), 1), _WIDEST)
        if properties.get(_SIDEWAYS, "restart") != "restart" and seats:
            seats[-1].column_span += span
        else:
            down = properties.get(_DOWN)
            merge = "" if down is None else "restart" if down == "restart" else "continue"
            seats.append(_Seat(cell, column, span, merge))
        column += span
    return seats


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those inside content controls and tracked insertions too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in TRANSPARENT:
            yield from _parts(child, tag)
