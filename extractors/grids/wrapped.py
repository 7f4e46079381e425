"""Tables without any line whose rows run over several printed lines.

The first line is a row of headers, or a column counts the rows. At least three lines fill every column and all others
keep inside the columns, so that no line of running text can be one of them. Where a line may as well go on with the
row above as begin one of its own, there is no table: a wrong row is worse than the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.grids.lines import PrintedLine
from extractors.grids.words import Word
from extractors.grids.wrapping import Measure, cell_measure, join, tail_of
from extractors.headers import concept

Interval = tuple[float, float]
Cells = dict[int, PrintedLine]
"""What a line has in each of its columns."""

_CLEAR_GAP_PT = 9.0  # what parts the columns of the first line: two cell margins, and no space
_GUTTER_PT = 7.0  # of white on every line: more than a space, less than two cell margins
_FARTHEST = 3.2  # of the line's height, from one line of a table to the next
_FEWEST_COLUMNS = 3
_FEWEST_FULL_LINES = 3
_LONGEST_HEADER = 80
_ROW_STEP = 1.05  # of the least step from line to line: a wider one parts rows, where it parts all that are known
_A_WORD = "ก" * 6  # as wide as a usual word
_COUNT = re.compile(r"([0-9๐-๙]{1,2})\s?[.)]?")
_BARE_COUNT = re.compile(r"([0-9๐-๙]{1,2})")
_HAS_DIGIT = re.compile(r"[0-9๐-๙]")


class WrappedTable(NamedTuple):
    """The printed lines of each row, top down, and the x intervals of the columns."""

    rows: list[list[PrintedLine]]
    columns: list[Interval]

    @property
    def lines(self) -> list[PrintedLine]:
        return [line for row in self.rows for line in row]


def wrapped_table(lines: Sequence[PrintedLine], start: int, bottom_pt: float) -> WrappedTable | None:
    """The table that begins with the line at ``start``; None where it is none, or its rows cannot be told apart.

    Below ``bottom_pt`` a last row that the next page may go on with is left out.
    """
    count = len(_clear_parts(lines[start]))
    if count < _FEWEST_COLUMNS or lines[start].words[0].turn:
        return None
    run = _run(lines, start, count)
    columns = columns_of(run)
    if len(columns) != count:
        return None
    cells = [_cells(line, columns) for line in run]
    rows = _rows(run, cells, columns)
    if rows is None:
        return None
    while len(rows) > 1 and len(rows[-1]) == 1 and len(cells[rows[-1][0]]) == 1:  # a line of text below the table
        rows.pop()
    if len(rows) > 1 and run[rows[-1][-1]].base > bottom_pt and _may_go_on(rows[-1], cells, columns):
        rows.pop()
    full = sum(len(cells[n]) == count for row in rows for n in row)
    headed = _is_header([cells[n] for n in rows[0]], count)
    if full < _FEWEST_FULL_LINES or len(rows) < _FEWEST_FULL_LINES:
        return None
    if not headed and _counting(cells, columns, 0) is None:
        return None
    return WrappedTable([[run[n] for n in row] for row in rows], columns)


def columns_of(lines: Sequence[PrintedLine]) -> list[Interval]:
    """The x intervals of print that white on every line parts."""
    columns: list[Interval] = []
    for x0, x1 in sorted((word.x0, word.x1) for line in lines for word in line.words):
        if columns and x0 - columns[-1][1] < _GUTTER_PT:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _clear_parts(line: PrintedLine) -> list[int]:
    """The words of a line that begin a part behind a clear gap, the first word too."""
    return [0, *(n for n, (a, b) in enumerate(pairwise(line.words), start=1) if b.x0 - a.x1 >= _CLEAR_GAP_PT)]


def _run(lines: Sequence[PrintedLine], start: int, count: int) -> list[PrintedLine]:
    """The lines from ``start`` on that leave the gutters white."""
    run = [lines[start]]
    for line in lines[start + 1 :]:
        too_far = line.base - run[-1].base > _FARTHEST * run[-1].height_pt
        is_page_number = line is lines[-1] and _COUNT.fullmatch(line.text) is not None
        if too_far or is_page_number or line.words[0].turn or len(columns_of([*run, line])) < count:
            break
        run.append(line)
    return run


def _cells(line: PrintedLine, columns: list[Interval]) -> Cells:
    words: dict[int, list[Word]] = {}
    for word in line.words:
        place = next(n for n, (x0, x1) in enumerate(columns) if x0 <= word.x0 <= x1)
        words.setdefault(place, []).append(word)
    return {place: PrintedLine(those) for place, those in words.items()}


def _rows(run: list[PrintedLine], cells: list[Cells], columns: list[Interval]) -> list[list[int]] | None:
    """The numbers of each row's lines; None where a line may belong to a row or begin one."""
    counting = next((c for first in (0, 1) if (c := _counting(cells, columns, first)) is not None), None)
    begins = [_begins(n, cells, columns, counting) for n in range(1, len(cells))]
    if None in begins:
        apart = _apart(run)
        known = {(begin, wide) for begin, wide in zip(begins, apart, strict=True) if begin is not None}
        if known != {(True, True), (False, False)}:
            return None
        begins = list(apart)
    rows: list[list[int]] = [[0]]
    for n, begin in enumerate(begins, start=1):
        if begin:
            rows.append([n])
        else:
            rows[-1].append(n)
    return rows


def _begins(n: int, cells: list[Cells], columns: list[Interval], counting: int | None) -> bool | None:
    """Whether a line begins a row, by what stands above each of its parts; None where it cannot be told."""
    above, here = cells[n - 1], cells[n]
    if (counting is not None and counting in here) or not here.keys() <= above.keys():
        return True  # text never goes on below a blank
    goes_on = [join(above[c], here[c], _measure(c, cells, columns)) != "\n" for c in here]
    if len(here) == len(columns):
        return None if all(goes_on) else True
    return False if counting is not None or any(goes_on) else None  # the line above was full in some column


def _apart(run: list[PrintedLine]) -> list[bool]:
    """Whether more white parts a line from the one above than parts the nearest lines: so rows may be set apart."""
    steps = [b.base - a.base for a, b in pairwise(run)]
    return [step > _ROW_STEP * min(steps) for step in steps]


def _may_go_on(row: list[int], cells: list[Cells], columns: list[Interval]) -> bool:
    """Whether the last row of a page may go on on the next: its last line leaves no room for a word in some column."""
    last = cells[row[-1]]
    return not all(tail_of(last[c], _measure(c, cells, columns)).would_hold(_A_WORD) for c in last)


def _measure(place: int, cells: list[Cells], columns: list[Interval]) -> Measure:
    """The width that the lines of a column may fill."""
    parts = [each[place] for each in cells if place in each]
    right = columns[place + 1][0] if place + 1 < len(columns) else columns[place][1] + _GUTTER_PT
    return cell_measure(parts, columns[place][0], right - _GUTTER_PT / 2)


def _counting(cells: list[Cells], columns: list[Interval], first: int) -> int | None:
    """The column that counts the rows 1, 2, 3 from the line ``first`` on.

    Without headers the first column must count without points or brackets: numbers with them may be those of a list.
    """
    for place in range(len(columns)):
        form = _BARE_COUNT if place == first == 0 else _COUNT
        numbers = [form.fullmatch(each[place].text) for each in cells[first:] if place in each]
        counted = [int(number[1]) for number in numbers if number]
        enough = len(numbers) >= _FEWEST_FULL_LINES - first
        if enough and len(counted) == len(numbers) and counted == list(range(1, len(counted) + 1)):
            return place
    return None


def _is_header(lines: list[Cells], count: int) -> bool:
    """Whether the lines of a row are headers: short, without figures, and most of them mean a column."""
    texts = ["".join(line[place].text for line in lines if place in line) for place in range(count)]
    if any(not text or len(text) > _LONGEST_HEADER or _HAS_DIGIT.search(text) for text in texts):
        return False
    meanings = [meaning for text in texts if (meaning := concept(text))]
    return len(meanings) * 2 > count and len(set(meanings)) > 1
