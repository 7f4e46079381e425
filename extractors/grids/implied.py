"""Rows that no line divides: a ruled table whose body is one tall cell a column, with a figure on each line.

The lines of a column of figures are the rows, if another column begins a line at each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from extractors.grids.lattice import Grid
from extractors.grids.lines import PrintedLine, lines_of
from extractors.grids.regions import GridCell
from extractors.grids.words import Word
from extractors.grids.wrapping import cell_measure, join

_FEWEST_ROWS = 3
_FIGURE = re.compile(r"[+\-–−]?[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?\s?%?")
_OF_FIGURES = re.compile(r"[+\-–−0-9๐-๙,.%]+")
_SAME_HEIGHT = 0.3  # of a line's height


def with_implied_rows(grid: Grid, words: list[Word]) -> Grid:
    """The grid, its rows divided where the printed lines say so."""
    columns = len(grid.xs) - 1
    rows = len(grid.ys) - 1
    if rows > 6 or len(words) < 2 * _FEWEST_ROWS or columns < 2:
        return grid
    added: dict[int, list[float]] = {}
    for row in range(rows):
        places = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.row_span]
        if len(places) >= 2 and all(cell.row_span == 1 for cell in places):
            ys = _divisions(grid, row, places, words)
            if ys:
                added[row] = ys
    return _divided(grid, added) if added else grid


def _divisions(grid: Grid, row: int, places: list[GridCell], words: list[Word]) -> list[float]:
    """The heights that divide the row, nothing where it is one row."""
    top, bottom = grid.ys[row], grid.ys[row + 1]
    inside = [word for word in words if top < (word.top + word.bottom) / 2 < bottom]
    spans = [(grid.xs[cell.column], grid.xs[cell.column + cell.column_span]) for cell in places]
    words_in = [[word for word in inside if x0 <= (word.x0 + word.x1) / 2 < x1] for x0, x1 in spans]
    if not any(map(_may_be_figures, words_in)) or any(word.turn for own in words_in for word in own):
        return []
    blocks = [lines_of(own) for own in words_in]
    candidates = [
        lines for lines, (x0, x1) in zip(blocks, spans, strict=True) if _are_figures_of_their_own(lines, x0, x1)
    ]
    for anchors in candidates:
        others = [block for block in blocks if block is not anchors and block]
        aligned = any(_lines_up(block, anchors) for block in others)
        if aligned and all(_starts_with(block, anchors) for block in others):
            return [min(line.top for line in _at(anchor, blocks)) - 0.5 for anchor in anchors[1:]]
    return []


def _may_be_figures(words: list[Word]) -> bool:
    """Most cells are not, and their lines need not be made."""
    return len(words) >= _FEWEST_ROWS and all(_OF_FIGURES.fullmatch(word.text) for word in words)


def _are_figures_of_their_own(lines: list[PrintedLine], x0: float, x1: float) -> bool:
    """Whether each line is a figure, and none is the rest of a figure that was wrapped."""
    if len(lines) < _FEWEST_ROWS or not all(_FIGURE.fullmatch(line.text) for line in lines):
        return False
    measure = cell_measure(lines, x0, x1)
    return all(join(a, b, measure) == "\n" for a, b in pairwise(lines))


def _at(anchor: PrintedLine, blocks: list[list[PrintedLine]]) -> list[PrintedLine]:
    return [line for block in blocks for line in block if _same_height(line, anchor)]


def _same_height(line: PrintedLine, other: PrintedLine) -> bool:
    return abs(line.base - other.base) <= _SAME_HEIGHT * max(line.height_pt, other.height_pt)


def _starts_with(block: list[PrintedLine], anchors: list[PrintedLine]) -> bool:
    return block[0].base >= anchors[0].base - _SAME_HEIGHT * anchors[0].height_pt


def _lines_up(block: list[PrintedLine], anchors: list[PrintedLine]) -> bool:
    return all(any(_same_height(line, anchor) for line in block) for anchor in anchors)


def _divided(grid: Grid, added: dict[int, list[float]]) -> Grid:
    ys = sorted([*grid.ys, *(y for more in added.values() for y in more)])
    start = [bisect_right(ys, y) - 1 for y in grid.ys]
    cells = []
    for cell in grid.cells:
        first, last = start[cell.row], start[cell.row + cell.row_span]
        if cell.row in added:
            cells += [GridCell(row, cell.column, 1, cell.column_span) for row in range(first, last)]
        else:
            cells.append(GridCell(first, cell.column, last - first, cell.column_span))
    return Grid(grid.xs, tuple(ys), tuple(sorted(cells)), grid.consistent, grid.open_end)
