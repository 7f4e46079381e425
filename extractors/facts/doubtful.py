"""Doubtful figures of pictures, by the place that rows name: what else may such a figure say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extractors.document import Box, Document, Doubt, Line, Paragraph, Table
from extractors.thai.digits import arabic, decimal
from schemas.rows import PictureReading


class DoubtAt(NamedTuple):
    """The doubt about one figure, and the cell or line in which it stands; ``row_no`` counts from 1."""

    doubt: Doubt
    page: int | None
    box: Box | None
    table_no: int | None = None
    row_no: int | None = None

    @property
    def readings(self) -> tuple[PictureReading, ...]:
        """All that the figure may say, digits normalised, the likeliest first."""
        return tuple(PictureReading(value=normal(text), probability=round(chance, 4)) for text, chance in self.doubt)


class Doubts:
    """All doubts of a document, by table row and by line."""

    def __init__(self, document: Document) -> None:
        self._rows: dict[tuple[int | None, int | None], list[DoubtAt]] = defaultdict(list)
        self._lines: dict[tuple[int | None, Box | None], list[DoubtAt]] = defaultdict(list)
        for table in document.tables():
            for found in _in_table(table):
                self._rows[found.table_no, found.row_no].append(found)
        for block in document.blocks:
            for line in block.lines if isinstance(block, Paragraph) else ():
                for found in _in_line(line):
                    self._lines[found.page, found.box].append(found)

    def __bool__(self) -> bool:
        return bool(self._rows or self._lines)

    def in_row(self, table_no: int | None, row_no: int | None) -> list[DoubtAt]:
        """Those of a table's row; of the whole table where ``row_no`` is not known."""
        if row_no is not None:
            return self._rows.get((table_no, row_no), [])
        return [found for (number, _), rows in self._rows.items() if number == table_no for found in rows]

    def in_line(self, page: int | None, box: Box | None) -> list[DoubtAt]:
        return self._lines.get((page, box), [])

    def on_page(self, page: int | None) -> list[DoubtAt]:
        """Those in lines and in tables."""
        everywhere = (*self._rows.values(), *self._lines.values())
        return [found for place in everywhere for found in place if found.page == page]


def normal(text: str) -> str:
    """A figure as values are written: Arabic digits, no separators of thousands."""
    value = decimal(arabic(text))
    return text if value is None else format(value, "f")


def _in_table(table: Table) -> Iterator[DoubtAt]:
    for cell in table.cells:
        for doubt in cell.doubts:
            yield DoubtAt(doubt, cell.page, cell.box, table.number, cell.row + 1)


def _in_line(line: Line) -> Iterator[DoubtAt]:
    for doubt in line.doubts:
        yield DoubtAt(doubt, line.page, line.box)
