"""The column edges of a Word table, with edges that a hand dragged a little apart made one again.

Word stores a border that was moved in some rows only as one more grid column, a hair wide. Taken at its word,
a header cell would no longer stand over its column.
"""

from __future__ import annotations

from extractors.readers.word.names import Element, W, whole_number

_HAIR_TWIPS = 142  # 2.5 mm (a twip is 1/20 pt): narrower than any column that holds text


def settled_edges(table: Element, spans: list[tuple[int, int]]) -> dict[int, int]:
    """For every edge of a cell (its first grid column, and the one after its last) its number when settled.

    ``spans`` are (first grid column, number of grid columns) of all cells. Two neighbouring edges become one
    if less than 2.5 mm lie between them by ``w:tblGrid`` and no cell fills just that strip.
    """
    edges = sorted({edge for column, span in spans for edge in (column, column + span)})
    grid = table.find(W + "tblGrid")
    widths = (
        []
        if grid is None
        else [whole_number(column.get(W + "w"), 0) for column in grid.findall(W + "gridCol")]
    )
    begins: dict[int, int] = {}  # edge -> the latest edge at which a cell begins that ends there
    for column, span in spans:
        begins[column + span] = max(column, begins.get(column + span, 0))
    settled: dict[int, int] = {}
    number = -1
    first = 0  # the first edge of the bundle that is being made one
    for edge in edges:
        width = sum(widths[first:edge]) if edge <= len(widths) else 0
        is_filled = (
            begins.get(edge, -1) >= first
        )  # some cell is only this narrow: closing the strip would close it
        bundled = number >= 0 and 0 < width < _HAIR_TWIPS and not is_filled
        if not bundled:
            number += 1
            first = edge
        settled[edge] = number
    return settled
