"""The columns of two tables brought together: by their borders, as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Table

_SAME_EDGE_PT = 5.0
_SHIFT_PT = 60.0  # facing pages may have other margins


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of two tables lie in the joined one: old column -> new column; ``count`` new columns."""

    count: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    def text(self, table: Table, row: int, column: int, *, after: bool) -> str:
        """What the first table (or the one after it) says at a row of its own and a column of the joined one."""
        places = self.after if after else self.before
        own = max(n for n, place in enumerate(places) if place <= column)
        return table.text_at(row, own).strip()

    @staticmethod
    def same(count: int) -> Columns:
        return Columns(count, tuple(range(count + 1)), tuple(range(count + 1)))


def aligned(first: Sequence[float], second: Sequence[float]) -> Columns | None:
    """The common columns of two tables with these column borders (see ``borders``); None where they do not fit.

    A page of the table may show fewer borders than another, because cells span.
    """
    if not first or not second or abs(second[0] - first[0]) > _SHIFT_PT:
        return None
    second = [edge - second[0] + first[0] for edge in second]
    if abs(second[-1] - first[-1]) > 2 * _SAME_EDGE_PT:
        return None
    few, many = sorted((first, second), key=len)
    if any(min(abs(edge - other) for other in many) > _SAME_EDGE_PT for edge in few):
        return None
    if len(few) <= 2 < len(many) - 1:
        return None  # a frame of one column fits every table
    place = [
        [min(range(len(many)), key=lambda n: abs(many[n] - edge)) for edge in edges]
        for edges in (first, second)
    ]
    if any(len(set(places)) < len(places) for places in place):
        return None
    return Columns(len(many) - 1, tuple(place[0]), tuple(place[1]))


def borders(table: Table) -> tuple[float, ...]:
    """The x places of the columns' borders; nothing where the cells have no boxes."""
    places: dict[int, float] = {}
    for cell in table.cells:
        if cell.box is None:
            return ()
        places.setdefault(cell.column, cell.box.x0)
        places.setdefault(cell.column + cell.column_span, cell.box.x1)
    return tuple(places[column] for column in sorted(places)) if len(places) == table.columns + 1 else ()
