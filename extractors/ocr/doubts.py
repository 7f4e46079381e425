"""Doubtful figures put to the cells and lines in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.document import Block, Box, Cell, Line, Paragraph, Table
from extractors.ocr.reader import Figure

Doubtful = Mapping[int | None, Sequence[Figure]]
"""The doubtful figures by page."""


def with_doubts(blocks: Iterable[Block], figures: Doubtful) -> tuple[Block, ...]:
    """The blocks, their cells and lines with the doubts of the figures inside them."""
    if not any(figures.values()):
        return tuple(blocks)
    return tuple(_block(block, figures) for block in blocks)


def _block(block: Block, figures: Doubtful) -> Block:
    match block:
        case Paragraph():
            return replace(block, lines=tuple(_line(line, figures) for line in block.lines))
        case Table():
            return _table(block, figures)
    return block


def _table(table: Table, figures: Doubtful) -> Table:
    return replace(table, cells=tuple(_cell(cell, figures) for cell in table.cells))


def _cell(cell: Cell, figures: Doubtful) -> Cell:
    tables = tuple(_table(table, figures) for table in cell.tables)
    inside = _inside(cell.box, figures.get(cell.page, ()))
    return replace(cell, tables=tables, doubts=tuple(figure.readings for figure in inside))


def _line(line: Line, figures: Doubtful) -> Line:
    inside = _inside(line.box, figures.get(line.page, ()))
    return replace(line, doubts=tuple(figure.readings for figure in inside)) if inside else line


def _inside(box: Box | None, figures: Sequence[Figure]) -> list[Figure]:
    if box is None:
        return []
    return [
        figure
        for figure in figures
        if box.x0 <= (figure.box.x0 + figure.box.x1) / 2 <= box.x1
        and box.top <= (figure.box.top + figure.box.bottom) / 2 <= box.bottom
    ]
