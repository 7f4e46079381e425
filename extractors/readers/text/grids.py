"""Tables that stand in text: rows of tabs, of pipes, of wide gaps, or drawn with ``+---+``, as rows of cells.

Every function takes a run of neighbouring lines and returns the tables in it, cells as written, or None where
the run is no table and stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_PIPE = re.compile(r"(?<!\\)[|│┃║¦]")
_BEFORE_PIPE = re.compile(r"^\s*(?:[-*+]\s+)?(?=[|│┃║])")
_ALIGNMENT = re.compile(r"\s*:?[-–—=]{2,}:?\s*")
_PIPE_ALIGNMENT = re.compile(r"\s*:?-+:?\s*")
_CORNERS = tuple("+┌├└╔╠╚|│")
_DASHES = frozenset("-=─━═")
_BORDER_LETTERS = _DASHES | frozenset("+┌├└╔╠╚┬┼┴╦╬╩┤┐┘╣╗╝|│ ")
_GAP = re.compile(r"\s{3,}|(?<=\S)\s{2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a text table. ``is_title``: its single text runs over the whole width."""

    cells: tuple[str, ...]
    is_title: bool = False


def has_tab(line: str) -> bool:
    return "\t" in line


def has_pipe(line: str) -> bool:
    return _BEFORE_PIPE.match(line) is not None or _PIPE.search(line) is not None or is_border(line)


def is_border(line: str) -> bool:
    """A line of a drawn frame: ``+----+----+`` or ``├──┼──┤``."""
    line = line.strip()
    if not line.startswith(_CORNERS) or not _BORDER_LETTERS.issuperset(line) or _DASHES.isdisjoint(line):
        return False
    return _PIPE_ROW_OF_DASHES.fullmatch(line) is None


_PIPE_ROW_OF_DASHES = re.compile(r"\|(?:\s*:?-+:?\s*\|)+(?:\s*:?-*:?\s*)?")


def leads_with_pipe(line: str) -> bool:
    return _BEFORE_PIPE.match(line) is not None


def tab_rows(lines: list[str]) -> list[list[TextRow]] | None:
    """The tables of a run of lines with tabs: one, or several where the number of columns grows for good."""
    rows = [
        TextRow(tuple(line.split("\t"))) if has_tab(line) else TextRow((line,), is_title=True)
        for line in lines
    ]
    rows = [row for row in rows if row.is_title or not _is_alignment(row, _ALIGNMENT)]
    wide = [row for row in rows if _filled(row) >= 2]
    if not wide or (len(rows) == 1 and len(wide[0].cells) < 3):
        return None
    if len(wide) == 1 and len(rows) < 3 and _filled(wide[0]) < 3:
        return None
    return _parted(rows)


def _parted(rows: list[TextRow]) -> list[list[TextRow]]:
    """Tables without a line between: where rows get wider than any before for good, headed by a full one."""
    tables = [rows[:1]]
    width = len(rows[0].cells)
    for at in range(1, len(rows)):
        following = [len(row.cells) for row in rows[at : at + 2]]
        is_new = len(tables[-1]) >= 2 and len(following) == 2 and min(following) > width + 1
        if is_new and _filled(rows[at]) == len(rows[at].cells):
            tables.append([])
            width = 0
        tables[-1].append(rows[at])
        width = max(width, len(rows[at].cells))
    return tables


def pipe_rows(lines: list[str]) -> list[list[TextRow]] | None:
    """The tables of a run of lines with pipes. A row of dashes names the row before it a header."""
    if any(_is_plus_border(line) for line in lines):
        drawn = _drawn_rows(lines)
        return [drawn] if drawn else None
    rows = [_split(line) for line in lines if not is_border(line)]
    marks = [
        at
        for at, row in enumerate(rows)
        if _is_alignment(row, _PIPE_ALIGNMENT) and (at <= 1 or _is_long(row))
    ]
    leading = sum(leads_with_pipe(line) for line in lines)
    counts = Counter(len(row.cells) for row in rows)
    repeated = max(counts.values(), default=0) >= 2 and max(counts, key=lambda count: counts[count]) >= 2
    if not marks and not (leading and len(rows[0].cells) >= 2) and not (len(rows) >= 2 and repeated):
        return None
    begins = [0, *(at - 1 for at in marks if at >= 3)]
    hidden = set(marks)
    parts = [range(begin, end) for begin, end in zip(begins, [*begins[1:], len(rows)], strict=True)]
    tables = [_without_empty_header([rows[at] for at in part if at not in hidden]) for part in parts]
    return [table for table in tables if table] or None


def _without_empty_header(rows: list[TextRow]) -> list[TextRow]:
    """Markdown demands a header; writers of tables without one leave it empty."""
    return rows[1:] if rows and not _filled(rows[0]) else rows


def _split(line: str) -> TextRow:
    inner = _BEFORE_PIPE.sub("", line).strip()
    inner = _PIPE.sub("", inner, count=1) if _PIPE.match(inner) else inner
    parts = _PIPE.split(inner)
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return TextRow(tuple(part.strip().replace("\\|", "|") for part in parts))


def _drawn_rows(lines: list[str]) -> list[TextRow]:
    """Rows of a table drawn with ``+---+``: between two borders, the lines of a cell belong together."""
    rows: list[TextRow] = []
    gathered: list[TextRow] = []
    for line in [*lines, "+--+"]:
        if not _is_plus_border(line):
            gathered.append(_split(line))
            continue
        if gathered:
            width = max(len(row.cells) for row in gathered)
            columns = ([row.cells[at] for row in gathered if at < len(row.cells)] for at in range(width))
            rows.append(TextRow(tuple("\n".join(filter(None, column)) for column in columns)))
        gathered = []
    return rows


def _is_plus_border(line: str) -> bool:
    return line.strip()[:1] in ("+", "┌", "├", "└", "╔", "╠", "╚") and is_border(line)


def gap_rows(lines: list[str]) -> list[list[TextRow]] | None:
    """A table set with spaces: three lines or more that wide gaps cut into as many cells, three or more."""
    rows = [TextRow(tuple(_GAP.split(line.strip()))) for line in lines]
    width = len(rows[0].cells)
    if len(rows) < 3 or width < 3 or any(len(row.cells) != width for row in rows):
        return None
    return [rows]


def gap_count(line: str) -> int:
    return len(_GAP.findall(line.strip()))


def _is_alignment(row: TextRow, shape: re.Pattern[str]) -> bool:
    return (
        bool(row.cells)
        and any(row.cells)
        and all(not cell.strip() or shape.fullmatch(cell) for cell in row.cells)
    )


def _is_long(row: TextRow) -> bool:
    """Dashes far down a table are a row of dashes unless they are drawn long."""
    return all(len(cell.strip()) >= 2 for cell in row.cells)


def _filled(row: TextRow) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)
