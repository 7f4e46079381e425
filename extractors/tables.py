"""How a table was understood: which rows are headers, what each column means, what kind of table it is.

``understand`` is tried on the table as it stands and, where that says nothing, turned by 90 degrees, so that
tables with their headers down the first column are read by the same code.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Document, Paragraph, Table
from extractors.headers import concept, kind_of
from extractors.thai.codes import item_code
from extractors.thai.dates import fiscal_years
from extractors.thai.digits import decimal

MOST_HEADER_ROWS = 4
FEWEST_BANDS = 2
"""A legend of grades has more than one band."""

ROLES = ("responsible", "supervisor", "data_keeper")
"""Concepts whose cells name people."""

TEXTUAL = (
    "measure", "method", "activity", "issue", "to_develop", "responsible", "monitoring", "reporting", "progress",
)
"""Concepts whose cells are words: a column of figures under such a header counts something."""

IS_VALUE = re.compile(r"\s*(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9๐-๙]|[-–•]?\s*[0-9๐-๙]{1,2}\s*[.)]\s*\S)")
"""A cell below the first row that names one indicator or begins with a list number is a value, not a header."""


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
    upright = _read(table, table, False, caption)
    if upright.kind or table.columns > table.rows * 6 or table.rows < 2:
        return upright
    sideways = turned(upright) if table.columns >= 2 else upright
    return sideways if sideways.kind else upright


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


def count_header_rows(table: Table) -> int:
    """How many rows at the top are headers: rows whose words mostly mean columns, with the rows they span."""
    rows = 0
    headed = False
    while rows < min(MOST_HEADER_ROWS, table.rows):
        cells = _distinct(table, rows)
        filled = [cell for cell in cells if cell.text.strip()]
        if not filled:
            break
        spans_all = len(filled) == 1 and filled[0].column_span >= table.columns > 1
        if spans_all and headed:  # a title of the body
            break
        is_title = spans_all and rows + 1 < table.rows
        if not is_title and not _is_header(filled, table, rows) and not _is_group_row(filled, table, rows):
            break
        headed = headed or not spans_all
        rows += 1
    if rows and all(len(_distinct(table, row)) == 1 for row in range(rows)):
        return 0
    spanned = [c.row + c.row_span for row in range(rows) for c in _distinct(table, row) if concept(c.text)]
    return min(max([rows, *(end for end in spanned if end <= rows + 2)]), max(table.rows - 1, 0)) if rows else 0


def _is_header(filled: list[Cell], table: Table, row: int) -> bool:
    if row and len(filled) == 1 and _stands_alone(filled[0], table, row):
        return False
    words = sum(_is_header_word(cell.text) and not (row and IS_VALUE.match(cell.text)) for cell in filled)
    known = words + sum(not _is_header_word(cell.text) and _is_year(cell.text) for cell in filled)
    values = sum(decimal(cell.text) is not None and not _is_year(cell.text) for cell in filled)
    under_group = row > 0 and any(
        above is not None and above.column_span > 1 and above.row < row
        for above in (table.at(row - 1, cell.column) for cell in filled)
    )
    if under_group and not values and len(filled) > 1 and row <= 2:
        return all(len(cell.text) <= 80 for cell in filled)
    only_years = row > 0 and known == len(filled) > 1
    over_figures = row == 0 and values == 0 and _figures_below(filled, table) * 2 >= len(filled)
    if bool(words) and over_figures:
        return True
    return (bool(words) or only_years) and known * 2 >= len(filled) and values * 3 <= len(filled)


def _figures_below(filled: list[Cell], table: Table) -> int:
    """How many of the first row's cells stand over a figure in the second."""
    return sum(decimal(table.text_at(1, cell.column)) is not None for cell in filled) if table.rows > 1 else 0


def _is_group_row(filled: list[Cell], table: Table, row: int) -> bool:
    """Whether a first row of words names groups of columns: the row below repeats its headers under them."""
    if row or table.rows < 3 or any(decimal(cell.text) is not None or looks_like_item(cell.text) for cell in filled):
        return False
    below = [meaning for cell in _distinct(table, 1) if (meaning := concept(cell.text))]
    return len(below) >= 2 * len(set(below)) > 0 and _is_header([c for c in _distinct(table, 1) if c.text], table, 1)


def _is_header_word(text: str) -> bool:
    """Whether the words mean a column; "จำนวน 17 คน" is a count, not the header of counts."""
    meaning = concept(text)
    return bool(meaning) and not (meaning == "count" and any(letter.isdigit() for letter in text))


def _stands_alone(cell: Cell, table: Table, row: int) -> bool:
    """Whether the only filled cell of a row has empty cells beside it and no group above it: text, not a header."""
    above = table.at(row - 1, cell.column)
    grouped = above is not None and above.column_span > 1
    return not grouped and any(not other.text.strip() for other in _distinct(table, row))


def _is_year(text: str) -> bool:
    return len(text) < 30 and bool(fiscal_years(text))


def _distinct(table: Table, row: int) -> list[Cell]:
    """The cells that begin in this row (not those that hang down into it)."""
    seen = {id(cell): cell for cell in table.row(row) if cell is not None and cell.row == row}
    return list(seen.values())


def _path(table: Table, column: int, header_rows: int) -> tuple[str, ...]:
    words: list[str] = []
    for row in range(header_rows):
        cell = table.at(row, column)
        if cell is not None and cell.text.strip() and (not words or words[-1] != cell.text):
            words.append(cell.text)
    return tuple(words)


def column_concept(table: Table, column: int, header_rows: int, path: tuple[str, ...]) -> str:
    """What the column means: by its lowest header with a meaning, unless its values clearly are something else."""
    meanings = [found for words in reversed(path) if (found := concept(words))]
    named = next(iter(meanings), "")
    if named == "person":  # "ผู้รับผิดชอบ" over "ชื่อ-สกุล" and "ตำแหน่ง"
        named = next((found for found in meanings if found in ROLES), named)
    values = values_below(table, column, header_rows)
    if not values:
        return named
    codes = sum(looks_like_item(value) for value in values)
    if codes >= max(2, 0.6 * len(values)) and named not in ("score", "full_score", "weight", "responsible"):
        return "item_code" if named != "subindicator" else named
    years = sum(bool(re.fullmatch(r"\D{0,20}[2๒][5๕][0-9๐-๙]{2}", value.strip())) for value in values)
    if years >= max(2, 0.8 * len(values)):
        return "year" if named in ("", "no", "year") else named
    if named in ("", "year") and path and _is_year(path[-1]):
        figures = sum(decimal(value) is not None for value in values)
        return "score" if figures >= 0.8 * len(values) else named
    if named == "year" and not years:
        return ""
    counts = sum(decimal(value) is not None for value in values)
    if named in TEXTUAL and counts >= max(2, 0.6 * len(values)):
        return "count"
    if named == "grade" and counts >= 0.8 * len(values):
        return "score"
    passes = Counter(value.strip() for value in values)
    if named in ("", "score") and sum(n for value, n in passes.items() if "ผ่าน" in value) >= 0.8 * len(values):
        return "result"
    return named


def values_below(table: Table, column: int, header_rows: int) -> list[str]:
    seen: dict[int, str] = {}
    for row in range(header_rows, table.rows):
        cell = table.at(row, column)
        if cell is not None and cell.text.strip():
            seen[id(cell)] = cell.text
    return list(seen.values())


def looks_like_item(text: str) -> bool:
    return len(text) < 12 and item_code(text, bare=False) is not None


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
