"""Whether a table begins with the header of the table before, or with one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from extractors.document import Table
from extractors.grids.alignment import Columns

FIGURE = re.compile(r"(?:O\s?)?[+\-–]?[0-9๐-๙][0-9๐-๙,./\s]*[%.)]?|[-–]")

_Place = tuple[int, int, str]  # first column, the column after the last, text without white space
_MOST_HEADER_ROWS = 4
_SAME_CELLS = 0.6  # of a header that is printed again; the others may have a slip or a cut
_ENOUGH_ROWS = 40
_HEADED = 0.7  # of the columns have a name in a header
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def repeated_rows(before: Table, after: Table, columns: Columns) -> int:
    """How many rows at the top of the second table repeat the first table's header, slips of print allowed."""
    count = 0
    for row, other in zip(_heads(before, columns.before), _heads(after, columns.after), strict=False):
        if not _is_repetition(row, other):
            break
        count += 1
    return count


def starts_anew(before: Table, after: Table, columns: Columns) -> bool:
    """Whether the second table, which does not repeat the first one's header, has one of its own: words over figures,
    where the first went on with figures."""
    if after.rows < 2 or before.rows < 3:
        return False
    heads = [cell for cell in after.cells if cell.row == 0 and cell.text.strip()]
    if len(heads) < 2 or sum(cell.column_span for cell in heads) < _HEADED * after.columns:
        return False
    last = range(max(1, before.rows - _ENOUGH_ROWS), before.rows)
    for column in range(columns.count):
        head = columns.text(after, 0, column, after=True)
        if not head or FIGURE.fullmatch(head):
            continue
        below = [columns.text(after, row, column, after=True) for row in range(1, after.rows)]
        above = [columns.text(before, row, column, after=False) for row in last]
        if _are_figures(below) and _are_figures(above):
            return True
    return False


def counts_again(before: Table, after: Table, header_rows: int) -> bool:
    """Whether the second table's first row has the number that the first table's first row has."""
    first, second = before.text_at(header_rows, 0).strip(), after.text_at(header_rows, 0).strip()
    return first == second and before.rows > header_rows + 1 and FIGURE.fullmatch(first) is not None


def _is_repetition(row: Sequence[_Place], other: Sequence[_Place]) -> bool:
    if [place[:2] for place in row] != [place[:2] for place in other]:
        return False
    texts = [(a, b) for (_, _, a), (_, _, b) in zip(row, other, strict=True) if a or b]
    same = sum(a == b for a, b in texts)
    return bool(texts) and (
        same == len(texts)
        or (same >= _SAME_CELLS * len(texts) and all(a == b or _are_alike(a, b) for a, b in texts))
    )


def _are_alike(text: str, other: str) -> bool:
    """Whether two header cells differ by a slip or a cut only; figures must not differ at all."""
    if re.findall(r"[0-9๐-๙]+", text) != re.findall(r"[0-9๐-๙]+", other):
        return False
    a, b = _MARKS.sub("", text), _MARKS.sub("", other)
    return bool(a and b) and (
        a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b).ratio() >= 0.5
    )


def _heads(table: Table, place: Sequence[int]) -> list[list[_Place]]:
    """(first column, last column, text without white space) of the cells that begin in each of the top rows."""
    rows: list[list[_Place]] = [[] for _ in range(min(table.rows, _MOST_HEADER_ROWS))]
    for cell in table.cells:
        if cell.row < len(rows):
            text = "".join(cell.text.split())
            rows[cell.row].append((place[cell.column], place[cell.column + cell.column_span], text))
    for row in rows:
        row.sort()
    return rows


def _are_figures(texts: Iterable[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) > 0 and sum(1 for text in filled if FIGURE.fullmatch(text)) > 0.7 * len(filled)
