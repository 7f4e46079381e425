"""How a table was understood: which rows are headers, what each column means, what kind of table it is.

``understand`` is tried on the table as it stands and, where that says nothing, turned by 90 degrees, so that
tables with their headers down the first column are read by the same code.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.column_concepts import column_concept, values_below
from extractors.document import Block, Cell, Document, Paragraph, Table
from extractors.header_rows import count_header_rows
from extractors.headers import concept, kind_of
from extractors.thai.digits import decimal

FEWEST_BANDS = 2
"""A legend of grades has more than one band."""

FINDINGS = ("strength", "issue", "to_develop")
"""Concepts that say which kind of finding a cell holds."""


@dataclass(frozen=True, slots=True)
class Record:
    """One body row, its cells by the concept of their column; a merged cell stands in every row it covers.

    ``row`` is the row's number in the table as it stands (from 0). ``section`` is the text of the last row
    above that was only a title.
    """

    row: int
    cells: Mapping[str, Cell]
    section: str = ""

    def text(self, *concepts: str) -> str:
        """The text of the first of these columns that has any, ``""`` when none has."""
        return next((self.cells[c].text for c in concepts if c in self.cells and self.cells[c].text.strip()), "")

    def cell(self, *concepts: str) -> Cell | None:
        return next((self.cells[c] for c in concepts if c in self.cells), None)


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table with the meaning of its columns.

    ``view`` is the table to read by: ``table`` itself, or turned when the headers stand in its first column.
    ``columns`` has a concept (or ``""``) for each column of the view; ``paths`` the words of its header cells
    from the top down. ``caption`` joins the paragraphs just above the table, nearest last.
    """

    table: Table
    view: Table
    turned: bool
    header_rows: int
    columns: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    caption: tuple[Paragraph, ...]
    kind: str

    def has(self, *concepts: str) -> bool:
        return any(c in self.columns for c in concepts)

    def records(self) -> Iterator[Record]:
        """The body rows in order, title rows left out; of several columns with one concept the first counts."""
        section = ""
        for row in range(self.header_rows, self.view.rows):
            cells = self.view.row(row)
            title = section_title(cells)
            if title and self.view.columns > 1:
                section = title
                continue
            by_concept: dict[str, Cell] = {}
            for name, cell in zip(self.columns, cells, strict=True):
                if name and cell is not None:
                    by_concept.setdefault(name, cell)
            yield Record(row, by_concept, section)


def section_title(cells: list[Cell | None]) -> str:
    """The words of a row that is only a title: one cell over all places, or only the first cell filled."""
    first = cells[0]
    if first is None or not first.text.strip() or decimal(first.text) is not None:
        return ""
    others = {id(cell): cell for cell in cells[1:] if cell is not None and cell is not first}
    return "" if any(cell.text.strip() or cell.row != first.row for cell in others.values()) else first.text


def side_by_side(reading: TableReading) -> tuple[tuple[int, ...], ...]:
    """The columns of each part of a table that repeats its columns side by side; of others all in one part."""
    named = [(column, name) for column, name in enumerate(reading.columns) if name]
    starts = [0, *[column for column, name in named if name == named[0][1]][1:]]
    ends = [*starts[1:], reading.view.columns]
    parts = tuple(tuple(range(start, end)) for start, end in zip(starts, ends, strict=True))
    concepts = [[name for column, name in named if column in part] for part in parts]
    repeats = len(concepts[0]) > 1 and all(names == concepts[0] for names in concepts)
    return parts if repeats else (tuple(range(reading.view.columns)),)


def turn(table: Table) -> Table:
    """The table with rows and columns exchanged."""
    cells = tuple(
        replace(c, row=c.column, column=c.row, row_span=c.column_span, column_span=c.row_span) for c in table.cells
    )
    return replace(
        table, rows=table.columns, columns=table.rows, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    )


def understand(table: Table, caption: tuple[Paragraph, ...] = ()) -> TableReading:
    """The reading of a table, as it stands if its columns make sense, else turned, else as it stands."""
    if _labels_findings(table):
        return replace(_read(table, turn(table), True, caption), kind="findings")
    upright = _read(table, table, False, caption)
    if upright.kind or table.columns > table.rows * 6 or table.rows < 2:
        return upright
    sideways = turned(upright) if table.columns >= 2 else upright
    return sideways if sideways.kind else upright


def _labels_findings(table: Table) -> bool:
    """Whether the first column only says which kind of finding stands beside it, whatever these findings speak of."""
    cells = [table.at(row, 0) for row in range(table.rows)]
    first = [cell for cell in cells if cell is not None and cell.column_span < table.columns]
    kinds = [found for cell in first if (found := concept(cell.text)) in FINDINGS]
    return "strength" in kinds and len(set(kinds)) > 1 and len(kinds) * 2 > len(first)


def turned(reading: TableReading) -> TableReading:
    """The same table read with its rows as columns."""
    return _read(reading.table, turn(reading.table), True, reading.caption)


def _read(table: Table, view: Table, turned: bool, caption: tuple[Paragraph, ...]) -> TableReading:
    header_rows = count_header_rows(view)
    paths = tuple(_path(view, column, header_rows) for column in range(view.columns))
    columns = tuple(column_concept(view, column, header_rows, path) for column, path in enumerate(paths))
    kind = "contents" if table.role == "contents" else kind_of(frozenset(filter(None, columns)))
    if kind == "legend" and not _shows_bands(view, columns, header_rows):
        kind = ""
    return TableReading(table, view, turned, header_rows, columns, paths, caption, kind)


def _shows_bands(view: Table, columns: tuple[str, ...], header_rows: int) -> bool:
    """Whether a table of grades beside figures explains them: several bands (``85.00 - 94.99``), not single figures."""
    figures = [c for c, name in enumerate(columns) if name in ("score", "percent", "target")]
    values = [value for column in figures for value in values_below(view, column, header_rows)]
    plain = sum(decimal(value) is not None for value in values)
    return view.rows - header_rows >= FEWEST_BANDS and plain * 2 <= len(values)


def _path(table: Table, column: int, header_rows: int) -> tuple[str, ...]:
    words: list[str] = []
    for row in range(header_rows):
        cell = table.at(row, column)
        if cell is not None and cell.text.strip() and (not words or words[-1] != cell.text):
            words.append(cell.text)
    return tuple(words)


def read_blocks(document: Document, readings: Sequence[TableReading]) -> Iterator[Paragraph | TableReading]:
    """The body's paragraphs and the readings of its tables, in order; nested ones follow the table around."""
    around = {id(block) for block in document.blocks}
    waiting = deque(readings)
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role == "body":
            yield block
        elif isinstance(block, Table):
            belonging = [waiting.popleft()]
            while waiting and id(waiting[0].table) not in around:
                belonging.append(waiting.popleft())
            yield from (reading for reading in belonging if reading.table.role == "body")


def body_blocks(document: Document) -> Iterator[Block]:
    """The blocks that may hold facts: running heads, page numbers and contents pages left out."""
    return (block for block in document.blocks if not isinstance(block, Paragraph | Table) or block.role == "body")
