"""Cells out of places: places of a grid without a wall between them belong together.

What is open to the outside is no cell. A cell is a group of places that is a rectangle.
"""

from __future__ import annotations

from typing import NamedTuple


class GridCell(NamedTuple):
    row: int
    column: int
    row_span: int
    column_span: int


def groups(rows: int, columns: int, right: list[list[bool]], below: list[list[bool]]) -> list[list[int]]:
    """The number of the group each place belongs to; 0 is the outside."""
    owner = [[-1] * columns for _ in range(rows)]

    def fill(start: list[tuple[int, int]], group: int) -> None:
        waiting = start
        while waiting:
            r, c = waiting.pop()
            if owner[r][c] != -1:
                continue
            owner[r][c] = group
            if c > 0 and not right[c][r]:
                waiting.append((r, c - 1))
            if c + 1 < columns and not right[c + 1][r]:
                waiting.append((r, c + 1))
            if r > 0 and not below[r][c]:
                waiting.append((r - 1, c))
            if r + 1 < rows and not below[r + 1][c]:
                waiting.append((r + 1, c))

    fill([(r, 0) for r in range(rows) if not right[0][r]], 0)
    fill([(r, columns - 1) for r in range(rows) if not right[columns][r]], 0)
    fill([(0, c) for c in range(columns) if not below[0][c]], 0)
    fill([(rows - 1, c) for c in range(columns) if not below[rows][c]], 0)
    group = 0
    for r in range(rows):
        for c in range(columns):
            if owner[r][c] == -1:
                group += 1
                fill([(r, c)], group)
    return owner


def rectangles(owner: list[list[int]], rows: int, columns: int) -> tuple[list[GridCell], bool]:
    """Each group's rectangle; a group that is none is cut into its rows, and the grid is not consistent."""
    members: dict[int, list[tuple[int, int]]] = {}
    for r in range(rows):
        for c in range(columns):
            if owner[r][c]:
                members.setdefault(owner[r][c], []).append((r, c))
    cells, consistent = [], True
    for places in members.values():
        top, bottom = places[0][0], places[-1][0]
        left, right = min(c for _, c in places), max(c for _, c in places)
        if (bottom - top + 1) * (right - left + 1) == len(places):
            cells.append(GridCell(top, left, bottom - top + 1, right - left + 1))
            continue
        consistent = False
        for r in range(top, bottom + 1):
            cells += _runs(r, [c for row, c in places if row == r])
    return sorted(cells), consistent


def _runs(row: int, columns: list[int]) -> list[GridCell]:
    cells: list[GridCell] = []
    for c in columns:
        if cells and cells[-1].column + cells[-1].column_span == c:
            cells[-1] = cells[-1]._replace(column_span=cells[-1].column_span + 1)
        else:
            cells.append(GridCell(row, c, 1, 1))
    return cells
