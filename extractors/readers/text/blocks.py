"""A text into blocks: tables where lines stand in columns, paragraphs elsewhere, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Block, Cell, Table
from extractors.readers.assembly import table_of
from extractors.readers.html.page import blocks_of as blocks_of_html
from extractors.readers.text.grids import TextRow, gap_rows, pipe_rows, tab_rows
from extractors.readers.text.inline import cell_text
from extractors.readers.text.paragraphs import paragraphs_of
from extractors.readers.text.runs import runs_of

_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_SHORTEST_TITLE = 8
"""Shorter words may stand in every cell of a row by chance (``100``, ``ผ่าน``)."""
_TABLE_PART = re.compile(r"</?(?:table|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a whole text."""
    for part, is_table in _html_tables_apart(text):
        if is_table:
            yield from blocks_of_html(part, is_page=False)
        else:
            yield from _blocks_of_lines(_LINE_ENDS.split(part.replace("\f", "\n\f\n").replace("\ufeff", "")))


def _html_tables_apart(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into what stands in an outermost ``<table>`` and what does not."""
    begin = depth = 0
    for tag in _TABLE_TAG.finditer(text):
        if not tag[1]:
            if depth == 0:
                yield text[begin : tag.start()], False
                begin = tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield text[begin : tag.end()], True
                begin = tag.end()
    if depth:
        end = _end_of_open_table(text, begin)
        yield text[begin:end], True
        begin = end
    yield text[begin:], False


def _end_of_open_table(text: str, begin: int) -> int:
    """A table that is never closed ends with the line of its last row or cell."""
    last = begin
    for part in _TABLE_PART.finditer(text, begin):
        last = part.end()
    end = text.find("\n", last)
    return len(text) if end < 0 else end


def _blocks_of_lines(lines: list[str]) -> Iterator[Block]:
    waiting: list[str] = []
    for run, kind in runs_of(lines):
        tables = tab_rows(run) if kind == "tab" else pipe_rows(run) if kind == "pipe" else None
        if tables is None and kind == "gap":
            tables = gap_rows(run)
        if tables is None:
            waiting += run
            continue
        yield from paragraphs_of(waiting)
        waiting = []
        for rows in tables:
            table = _table(rows)
            if table is not None:
                yield table
    yield from paragraphs_of(waiting)


def _unrepeated(row: TextRow) -> TextRow:
    """A row whose cells all say the same words is a title: conversions repeat the text of a merged cell."""
    said = row.cells[0].strip()
    repeated = len(row.cells) > 1 and all(cell.strip() == said for cell in row.cells)
    return TextRow((said,), is_title=True) if repeated and len(said) >= _SHORTEST_TITLE else row


def _table(rows: list[TextRow]) -> Table | None:
    """Short rows are filled up with empty cells; a title covers the whole width."""
    width = max(len(row.cells) for row in rows)
    cells: list[Cell] = []
    for number, each in enumerate(rows):
        row = _unrepeated(each)
        for column, source in enumerate(
            (*row.cells, *[""] * (0 if row.is_title else width - len(row.cells)))
        ):
            text, links = cell_text(source)
            cells.append(Cell(number, column, text, column_span=width if row.is_title else 1, links=links))
    return table_of(cells, rows=len(rows))
