"""A text into blocks: tables where lines stand in columns, paragraphs elsewhere, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Block, Cell, Table
from extractors.readers.assembly import table_of
from extractors.readers.html.page import blocks_of as blocks_of_html
from extractors.readers.text.grids import (
    TextRow,
    gap_count,
    gap_rows,
    has_pipe,
    has_tab,
    leads_with_pipe,
    pipe_rows,
    tab_rows,
)
from extractors.readers.text.inline import cell_text
from extractors.readers.text.paragraphs import paragraphs_of

_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_MOST_LINES_OF_A_CELL = 20


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
        if tag[1]:
            depth = max(depth - 1, 0)
            if depth == 0 and begin < tag.end():
                yield text[begin : tag.end()], True
                begin = tag.end()
        else:
            if depth == 0:
                yield text[begin : tag.start()], False
                begin = tag.start()
            depth += 1
    yield text[begin:], depth > 0


def _blocks_of_lines(lines: list[str]) -> Iterator[Block]:
    waiting: list[str] = []
    for run, kind in _runs(lines):
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


def _runs(lines: list[str]) -> Iterator[tuple[list[str], str]]:
    """Runs of neighbouring lines that may be one table (``tab``, ``pipe``, ``gap``), and the other lines one by one."""
    at = 0
    while at < len(lines):
        kind = _kind(lines[at])
        end = at + 1
        if kind == "tab":
            end = _end_of_tabs(lines, at)
        elif kind == "pipe":
            end = _end_of_pipes(lines, at)
        elif kind == "gap":
            gaps = gap_count(lines[at])
            while end < len(lines) and _kind(lines[end]) == "gap" and gap_count(lines[end]) == gaps:
                end += 1
        run = lines[at:end]
        yield (_joined_pipes(run) if kind == "pipe" else run), kind
        at = end


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if leads_with_pipe(line):
        return "pipe"
    if has_tab(line):
        return "tab"
    if has_pipe(line):
        return "pipe"
    return "gap" if gap_count(line) >= 2 else ""


def _end_of_tabs(lines: list[str], begin: int) -> int:
    """Where a run of lines with tabs ends. One line without, between two as wide as each other, is a title row."""
    end = begin + 1
    while end < len(lines):
        if _kind(lines[end]) == "tab":
            end += 1
        elif (
            end + 1 < len(lines)
            and lines[end].strip()
            and _kind(lines[end + 1]) == "tab"
            and lines[end + 1].count("\t") == lines[end - 1].count("\t") > 0
        ):
            end += 2
        else:
            break
    return end


def _end_of_pipes(lines: list[str], begin: int) -> int:
    """Where a run of lines with pipes ends; a row that lacks its closing pipe goes on in the lines below it."""
    end = begin + 1
    while end < len(lines):
        if _kind(lines[end]) == "pipe":
            end += 1
            continue
        if not leads_with_pipe(lines[end - 1]) or lines[end - 1].rstrip().endswith("|"):
            break
        closing = next(
            (
                at
                for at in range(end, min(end + _MOST_LINES_OF_A_CELL, len(lines)))
                if not lines[at].strip() or lines[at].rstrip().endswith("|")
            ),
            None,
        )
        if closing is None or not lines[closing].strip():
            break
        end = closing + 1
    return end


def _joined_pipes(run: list[str]) -> list[str]:
    """The rows of a run, a row that was broken inside a cell put together again."""
    if not leads_with_pipe(run[0]):
        return run
    rows: list[str] = []
    for line in run:
        if (
            rows
            and not leads_with_pipe(line)
            and not rows[-1].rstrip().endswith("|")
            and line.strip()[:1] != "+"
        ):
            rows[-1] += "\n" + line
        else:
            rows.append(line)
    return rows


def _table(rows: list[TextRow]) -> Table | None:
    """Short rows are filled up with empty cells; a title covers the whole width."""
    width = max(len(row.cells) for row in rows)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for column, source in enumerate(
            (*row.cells, *[""] * (0 if row.is_title else width - len(row.cells)))
        ):
            text, links = cell_text(source)
            cells.append(Cell(number, column, text, column_span=width if row.is_title else 1, links=links))
    return table_of(cells, rows=len(rows))
