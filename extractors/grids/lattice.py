"""Ruled grids out of ruling lines: lines that touch -> a grid of places -> cells that walls enclose.

Lines that touch one another make one component, so that tables side by side stay apart. Its lines cut the plane
into places; places without a wall between them belong together; what is open to the outside is not in the
table. A cell is a group of places that is a rectangle. Where groups are not rectangles the grid is not
consistent, and a second opinion is asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.edges import JOIN_PT, SNAP_PT, Edge, Edges, joined
from extractors.grids.regions import GridCell, groups, rectangles

_MOST_PLACES = 60_000  # beyond this it is a drawing
_MOST_LINES = 1_500
_TOUCH_PT = SNAP_PT


@dataclass(frozen=True, slots=True)
class Grid:
    """``xs`` and ``ys`` are the lines' places; ``cells`` do not overlap. ``open_end``: no closing line below."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    consistent: bool = True
    open_end: bool = False

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_box(self, cell: GridCell) -> Box:
        return Box(
            self.xs[cell.column],
            self.ys[cell.row],
            self.xs[cell.column + cell.column_span],
            self.ys[cell.row + cell.row_span],
        )


def grids_of(edges: Edges) -> list[Grid]:
    """Every ruled grid of a page, top to bottom; frames of a single cell too (see ``Grid.cells``)."""
    horizontal, vertical = joined(edges.horizontal), joined(edges.vertical)
    if not horizontal or not vertical or len(horizontal) + len(vertical) > _MOST_LINES:
        return []
    found = []
    for rows, columns in _components(horizontal, vertical):
        grid = _grid(rows, columns)
        if grid is not None and grid.cells:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _components(horizontal: list[Edge], vertical: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Groups of lines that touch; those of one direction only are no grid."""
    count = len(horizontal)
    parent = list(range(count + len(vertical)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for v, line in enumerate(vertical):
        for h, other in enumerate(horizontal):
            if (
                line.start - _TOUCH_PT <= other.at <= line.end + _TOUCH_PT
                and other.start - _TOUCH_PT <= line.at <= other.end + _TOUCH_PT
            ):
                parent[root(h)] = root(count + v)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for n in range(len(parent)):
        rows, columns = groups.setdefault(root(n), ([], []))
        if n < count:
            rows.append(horizontal[n])
        else:
            columns.append(vertical[n - count])
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(horizontal: list[Edge], vertical: list[Edge]) -> Grid | None:
    horizontal, vertical, open_end = _closed(horizontal, vertical)
    xs, ys = _places(vertical), _places(horizontal)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_PLACES:
        return None
    right = _walls(vertical, xs, ys)  # right[c][r]: a wall on the line xs[c] beside row r
    below = _walls(horizontal, ys, xs)  # below[r][c]: a wall on the line ys[r] over column c
    owner = groups(rows, columns, right, below)
    cells, consistent = rectangles(owner, rows, columns)
    return _compressed(xs, ys, cells, consistent, open_end)


def _closed(horizontal: list[Edge], vertical: list[Edge]) -> tuple[list[Edge], list[Edge], bool]:
    """The lines with those borders added that are only implied: several lines end at the same place."""
    x0, x1 = min(h.start for h in horizontal), max(h.end for h in horizontal)
    y0, y1 = min(v.start for v in vertical), max(v.end for v in vertical)
    x0, x1 = min(x0, vertical[0].at), max(x1, vertical[-1].at)
    y0, y1 = min(y0, horizontal[0].at), max(y1, horizontal[-1].at)
    sides = [
        side
        for at, ends in ((x0, [h.at for h in horizontal if near(h.start, x0)]), (x1, _ending(horizontal, x1)))
        if (side := _side(at, ends, vertical)) is not None
    ]
    top = _side(y0, [v.at for v in vertical if near(v.start, y0)], horizontal)
    bottom = _side(y1, _ending(vertical, y1), horizontal)
    edges = [side for side in (top, bottom) if side is not None]
    return sorted([*horizontal, *edges]), sorted([*vertical, *sides]), bottom is not None


def _ending(lines: list[Edge], at: float) -> list[float]:
    return [line.at for line in lines if near(line.end, at)]


def _side(at: float, ends: list[float], parallel: list[Edge]) -> Edge | None:
    """The missing side at ``at`` where two or more lines end and no line runs along."""
    if len(ends) < 2 or any(near(line.at, at) for line in parallel):
        return None
    return Edge(at, min(ends), max(ends))


def near(a: float, b: float) -> bool:
    return abs(a - b) <= SNAP_PT + 1


def _places(lines: list[Edge]) -> list[float]:
    places: list[float] = []
    for line in lines:
        if not places or line.at - places[-1] > SNAP_PT:
            places.append(line.at)
    return places


def _walls(lines: list[Edge], at: list[float], across: list[float]) -> list[list[bool]]:
    """For each place of ``at``, which of the intervals of ``across`` a line there covers."""
    walls = [[False] * (len(across) - 1) for _ in at]
    for line in lines:
        wall = walls[_nearest(at, line.at)]
        first, last = bisect_right(across, line.start) - 1, bisect_left(across, line.end)
        for n in range(max(0, first), min(last, len(wall))):
            start, end = across[n], across[n + 1]
            covered = min(end, line.end) - max(start, line.start)
            if covered >= max(0.6 * (end - start), (end - start) - 2 * JOIN_PT):
                wall[n] = True
    return walls


def _nearest(places: list[float], place: float) -> int:
    """The number of the place nearest to this one; ``places`` are sorted, and of two the first counts."""
    after = bisect_left(places, place)
    if after == 0 or after == len(places):
        return min(after, len(places) - 1)
    return after - 1 if place - places[after - 1] <= places[after] - place else after


def _compressed(
    xs: list[float], ys: list[float], cells: Sequence[GridCell], consistent: bool, open_end: bool
) -> Grid | None:
    """The grid without lines at which no cell begins or ends (an underline that touches a border)."""
    if not cells:
        return None
    used_columns = sorted({c for cell in cells for c in (cell.column, cell.column + cell.column_span)})
    used_rows = sorted({r for cell in cells for r in (cell.row, cell.row + cell.row_span)})
    column_no = {c: n for n, c in enumerate(used_columns)}
    row_no = {r: n for n, r in enumerate(used_rows)}
    return Grid(
        tuple(xs[c] for c in used_columns),
        tuple(ys[r] for r in used_rows),
        tuple(
            GridCell(
                row_no[r],
                column_no[c],
                row_no[r + row_span] - row_no[r],
                column_no[c + column_span] - column_no[c],
            )
            for r, c, row_span, column_span in cells
        ),
        consistent,
        open_end,
    )
