"""Tables without vertical lines: columns are told by the white gaps that their lines share.

Only what cannot be prose becomes a table: between horizontal rules of one length, or where at least three
lines share two gaps and one column holds figures, or the codes of items.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.document import Box, Cell, Table
from extractors.grids.cells import PlacedTable, lines_text
from extractors.grids.edges import Edge, Edges, joined
from extractors.grids.lines import PrintedLine, lines_of
from extractors.grids.words import Word
from extractors.grids.wrapped import wrapped_table

_CLEAR_GAP = 1.1  # of the line's height
_CLEAR_GAP_PT = 9.0
_FEWEST_LINES = 3
_FEWEST_GAPS = 2
_FARTHEST = 3.2  # of the line's height, from one line of a table to the next
_BOTTOM = 0.8  # of the page's height: what ends below may go on on the next page
_FIGURE = re.compile(r"[+\-–−]?[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?\s?%?|[-–]|A{1,2}|[B-F]")
_CODE = re.compile(r"(?:ข้อ\s*)?[OoО][ .]?[0-9๐-๙]{1,2}")
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}|_{5,}")

Interval = tuple[float, float]


def tables_between_rules(
    edges: Edges, words: list[Word], ruled: Sequence[Box], page: int
) -> list[tuple[PlacedTable, list[Word]]]:
    """Tables of horizontal rules only, each with the words it takes; ``ruled`` are tables that stand already."""
    free = [
        line
        for line in joined(edges.horizontal)
        if line.end - line.start > 100 and not any(_in(line, box) for box in ruled)
    ]
    found = []
    for group in _of_one_length(free):
        inside = [
            w
            for w in words
            if group[0].at < w.base <= group[-1].at + 1
            and group[0].start - 4 < (w.x0 + w.x1) / 2 < group[0].end + 4
        ]
        lines = lines_of(inside)
        body = [line for line in lines if line.base > group[1].at]
        columns = _columns(body) if len(group) > 2 and len(body) > 1 else []
        if len(columns) < 2 or any(_LEADERS.search(line.text) for line in lines):
            continue
        bands = _bands(lines, group, columns)
        box = Box(group[0].start, group[0].at, group[0].end, group[-1].at)
        found.append((_table(bands, columns, box, page, ruled=True), inside))
    return found


def tables_by_gaps(
    lines: list[PrintedLine], page: int, height_pt: float
) -> list[tuple[PlacedTable, list[PrintedLine]]]:
    """Tables without any line on a page of this height, each with the printed lines it takes."""
    found = []
    start = 0
    while start < len(lines):
        run = _run(lines, start)
        wrapped = wrapped_table(lines, start, _BOTTOM * height_pt) if run else None
        if wrapped is not None and len(wrapped.lines) > len(run):
            box = _around(wrapped.lines)
            found.append((_table(wrapped.rows, wrapped.columns, box, page, ruled=False), wrapped.lines))
            start += len(wrapped.lines)
            continue
        if len(run) >= _FEWEST_LINES and not any(_LEADERS.search(line.text) for line in run):
            columns = _columns(run)
            if len(columns) > _FEWEST_GAPS and _has_figures_or_codes(run, columns):
                placed = _table([[line] for line in run], columns, _around(run), page, ruled=False)
                found.append((placed, run))
                start += len(run)
                continue
        start += 1
    return found


def _around(lines: list[PrintedLine]) -> Box:
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Box(x0, lines[0].top, x1, lines[-1].bottom)


def is_value(text: str) -> bool:
    """Whether the text is a figure, a grade or a dash: what makes a column one of values."""
    return _FIGURE.fullmatch(text) is not None


def _run(lines: list[PrintedLine], start: int) -> list[PrintedLine]:
    """The lines from ``start`` on that share at least two gaps."""
    run: list[PrintedLine] = []
    shared: list[Interval] = []
    for line in lines[start:]:
        if run and line.base - run[-1].base > _FARTHEST * run[-1].height_pt:
            break
        gaps = _gaps(line)
        both = _common(shared, gaps) if run else gaps
        if line.words[0].turn or len(gaps) < _FEWEST_GAPS or len(both) < _FEWEST_GAPS:
            break
        run.append(line)
        shared = both
    return run


def _gaps(line: PrintedLine) -> list[Interval]:
    clear = max(_CLEAR_GAP * line.height_pt, _CLEAR_GAP_PT)
    return [(a.x1, b.x0) for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 >= clear]


def _common(gaps: list[Interval], others: list[Interval]) -> list[Interval]:
    shared = [(max(a[0], b[0]), min(a[1], b[1])) for a in gaps for b in others]
    return [(start, end) for start, end in shared if end - start >= _CLEAR_GAP_PT / 2]


def _columns(lines: list[PrintedLine]) -> list[Interval]:
    """The x intervals of print that the lines' common gaps divide."""
    spans = sorted((word.x0, word.x1) for line in lines for word in line.words)
    columns: list[Interval] = []
    for start, end in spans:
        if columns and start - columns[-1][1] < _CLEAR_GAP_PT / 2:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    return columns


def _has_figures_or_codes(lines: list[PrintedLine], columns: list[Interval]) -> bool:
    """Whether a column holds figures, or codes of items (the first may: numbers there may be those of a list)."""
    for column in columns:
        texts = [
            text
            for line in lines
            if (text := " ".join(w.text for w in line.words if _column(w, columns) == column))
        ]
        value = _FIGURE if column is not columns[0] else _CODE
        if len(texts) >= _FEWEST_LINES and sum(map(bool, map(value.fullmatch, texts))) >= 0.6 * len(texts):
            return True
    return False


def _column(word: Word, columns: list[Interval]) -> Interval:
    middle = (word.x0 + word.x1) / 2
    return min(columns, key=lambda column: max(column[0] - middle, middle - column[1], 0.0))


def _of_one_length(rules: list[Edge]) -> list[list[Edge]]:
    """Rules under one another with the same ends, at least three."""
    groups: list[list[Edge]] = []
    for rule in rules:
        for group in groups:
            if abs(group[0].start - rule.start) < 5 and abs(group[0].end - rule.end) < 5:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= 3]


def _bands(lines: list[PrintedLine], rules: list[Edge], columns: list[Interval]) -> list[list[PrintedLine]]:
    """The lines of each row: between two rules, or one row a line where one band holds the whole body."""
    bands = [
        [line for line in lines if above.at < line.base <= below.at + 1]
        for above, below in itertools.pairwise(rules)
    ]
    rows: list[list[PrintedLine]] = []
    for band in filter(None, bands):
        if len(rules) > 4 or band is bands[0]:
            rows.append(band)
            continue
        for line in band:
            begins = _column(line.words[0], columns) == columns[0]
            rows.append([line]) if begins or not rows or band[0] is line else rows[-1].append(line)
    return rows


def _table(
    rows: list[list[PrintedLine]], columns: list[Interval], box: Box, page: int, *, ruled: bool
) -> PlacedTable:
    edges = [box.x0, *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)), box.x1]
    cells = []
    for r, band in enumerate(rows):
        top, bottom = min(line.top for line in band), max(line.bottom for line in band)
        for c, column in enumerate(columns):
            inside = [word for line in band for word in line.words if _column(word, columns) == column]
            lines = lines_of(inside)
            text = lines_text(lines, edges[c], edges[c + 1]) if lines else ""
            cells.append(Cell(r, c, text, page=page, box=Box(edges[c], top, edges[c + 1], bottom)))
    return PlacedTable(Table(0, len(rows), len(columns), tuple(cells), page, page, ruled=ruled), box)


def _in(line: Edge, box: Box) -> bool:
    return (
        box.top - 2 <= line.at <= box.bottom + 2 and box.x0 - 2 <= (line.start + line.end) / 2 <= box.x1 + 2
    )
