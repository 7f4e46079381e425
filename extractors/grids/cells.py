"""Tables out of grids: each word goes to the cell its middle lies in, the lines of a cell become its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractors.document import Box, Cell, Table
from extractors.grids.implied import with_implied_rows
from extractors.grids.lattice import Grid
from extractors.grids.lines import PrintedLine, lines_of
from extractors.grids.regions import GridCell
from extractors.grids.words import ASKEW, Characters, Word, split_word, upright
from extractors.grids.wrapping import Tail, cell_measure, joins, running_text, tail_of


class Link(NamedTuple):
    """The address behind a place on the page."""

    box: Box
    address: str


class PlacedTable(NamedTuple):
    """A table and where it stands on its page; ``tails`` tells how its cells' last lines end."""

    table: Table
    box: Box
    tails: dict[Box, Tail] = {}  # noqa: RUF012 - never changed


def fill(
    grids: Sequence[Grid], words: list[Word], characters: Characters, page: int, links: Sequence[Link]
) -> tuple[list[PlacedTable], list[Word]]:
    """The grids that are tables, filled, and the words that stand in none of them.

    A grid without text is a drawing, one of a single cell a frame. A table in a cell of another is its
    ``Cell.tables``.
    """
    grids = [grid for grid in grids if len(grid.cells) > 1]
    inside = [_home(grid, grids) for grid in grids]
    words_in: list[list[Word]] = [[] for _ in grids]
    rest: list[Word] = []
    innermost = sorted(range(len(grids)), key=lambda n: grids[n].box.width_pt * grids[n].box.height_pt)
    for word in words:
        place = _grid_at(word, grids, innermost)
        (rest if place is None else words_in[place]).append(word)
    grids = [with_implied_rows(grid, inside) for grid, inside in zip(grids, words_in, strict=True)]
    tables: list[PlacedTable] = []
    nested: dict[tuple[int, GridCell], list[Table]] = {}
    for n in innermost:
        home = inside[n]
        tails: dict[Box, Tail] = {}
        cells = _cells(grids[n], words_in[n], characters, page, links, _nested_in(nested, n), tails)
        if not any(cell.text or cell.tables for cell in cells):
            rest += words_in[n]
            continue
        table = Table(0, len(grids[n].ys) - 1, len(grids[n].xs) - 1, tuple(cells), page, page)
        if home is None:
            tables.append(PlacedTable(table, grids[n].box, tails))
        else:
            nested.setdefault(home, []).append(table)
    tables.sort(key=lambda placed: (placed.box.top, placed.box.x0))
    return tables, sorted(rest, key=lambda word: word.first)


def cell_text(words: list[Word], box: Box, tails: dict[Box, Tail]) -> str:
    """The text of a cell: wrapped lines joined, real line ends kept; turned text in its own direction.

    How its last line ends is noted in ``tails``.
    """
    lines = lines_of(words)
    by_turn: dict[int, list[PrintedLine]] = {}
    for line in lines:
        by_turn.setdefault(line.words[0].turn, []).append(line)
    texts = []
    for turn, block in by_turn.items():
        frame = upright(Word("", *box, box.bottom, turn=turn))
        measure = cell_measure(block, frame.x0, frame.x1)
        texts.append(
            running_text(block, joins(block, measure))
        )
        tails[box] = tail_of(block[-1], measure)
    return "\n".join(texts)


def lines_text(lines: list[PrintedLine], x0: float, x1: float) -> str:
    """The text of upright lines that stand between ``x0`` and ``x1``."""
    measure = cell_measure(lines, x0, x1)
    return running_text(lines, joins(lines, measure))


def _nested_in(nested: dict[tuple[int, GridCell], list[Table]], n: int) -> dict[GridCell, list[Table]]:
    return {cell: tables for (home, cell), tables in nested.items() if home == n}


def _home(grid: Grid, grids: Sequence[Grid]) -> tuple[int, GridCell] | None:
    """The smallest grid and its cell that hold the grid."""
    homes = [
        (box.width_pt * box.height_pt, n, cell)
        for n, other in enumerate(grids)
        if other is not grid
        for cell in other.cells
        if _holds(box := other.cell_box(cell), grid.box)
    ]
    return min(homes)[1:] if homes else None


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 - 1 <= inner.x0
        and inner.x1 <= outer.x1 + 1
        and outer.top - 1 <= inner.top
        and inner.bottom <= outer.bottom + 1
        and outer.width_pt * outer.height_pt > inner.width_pt * inner.height_pt
    )


def _grid_at(word: Word, grids: Sequence[Grid], order: list[int]) -> int | None:
    if word.turn == ASKEW:
        return None
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    for n in order:
        xs, ys = grids[n].xs, grids[n].ys
        if xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]:
            return n
    return None


def _cells(
    grid: Grid,
    words: list[Word],
    characters: Characters,
    page: int,
    links: Sequence[Link],
    nested: dict[GridCell, list[Table]],
    tails: dict[Box, Tail],
) -> list[Cell]:
    owner = {
        (r, c): n
        for n, cell in enumerate(grid.cells)
        for r in range(cell.row, cell.row + cell.row_span)
        for c in range(cell.column, cell.column + cell.column_span)
    }
    words_in: list[list[Word]] = [[] for _ in grid.cells]
    homeless: list[Word] = []
    for word in words:
        for piece in _pieces(word, grid, owner, characters):
            own = owner.get(_place(piece, grid))
            (homeless if own is None else words_in[own]).append(piece)
    if homeless and words_in:
        _to_nearest(homeless, grid, words_in)
    cells = []
    for place, inside in zip(grid.cells, words_in, strict=True):
        box = grid.cell_box(place)
        addresses = [link.address for link in links if _middle_in(link.box, box)]
        cells.append(
            Cell(
                place.row,
                place.column,
                cell_text(inside, box, tails) if inside else "",
                place.row_span,
                place.column_span,
                page,
                box,
                tuple(dict.fromkeys(addresses)),
                tuple(nested.get(place, ())),
            )
        )
    return cells


def _to_nearest(words: list[Word], grid: Grid, words_in: list[list[Word]]) -> None:
    """Words in a hole of the grid go to the nearest cell, so that nothing printed is lost."""
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        distances = []
        for n, cell in enumerate(grid.cells):
            box = grid.cell_box(cell)
            distances.append((max(box.x0 - x, 0, x - box.x1) + 3 * max(box.top - y, 0, y - box.bottom), n))
        words_in[min(distances)[1]].append(word)


def _place(word: Word, grid: Grid) -> tuple[int, int]:
    xs, ys = grid.xs, grid.ys
    row = bisect_right(ys, (word.top + word.bottom) / 2, 0, len(ys) - 1) - 1
    column = bisect_right(xs, (word.x0 + word.x1) / 2, 0, len(xs) - 1) - 1
    return row, column


def _pieces(word: Word, grid: Grid, owner: dict[tuple[int, int], int], characters: Characters) -> list[Word]:
    first = bisect_right(grid.xs, word.x0 + 0.5) - 1
    last = bisect_right(grid.xs, word.x1 - 0.5) - 1
    if first >= last or word.turn:
        return [word]
    row = _place(word, grid)[0]
    borders = [
        grid.xs[c]
        for c in range(first + 1, last + 1)
        if owner.get((row, c - 1), -1) != owner.get((row, c), -1)
    ]
    return split_word(characters, word, borders) if borders else [word]


def _middle_in(inner: Box, outer: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom
