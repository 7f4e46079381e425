"""Tables from cells whose places are known: columns nobody uses are closed, sizes are bounded.

For the formats that state their tables (DOCX, HTML, text); a PDF's tables are built from its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Cell, Table
from extractors.readers.limits import refuse_above

_MOST_PLACES = (
    3_000_000  # 20,000 rows x 10 columns are 0.2 million; beyond this, spans are an attack or a slip
)


def table_of(cells: Sequence[Cell], *, rows: int) -> Table | None:
    """A table of cells that stand at their grid places, or None without cells.

    Grid columns at which no cell begins are closed (Word and HTML number columns freely; a span of 16,000
    over nothing is one column). Cells that would run past the last row are cut.
    """
    if not cells:
        return None
    starts = sorted({cell.column for cell in cells})
    placed = [_moved(cell, starts, rows) for cell in cells]
    refuse_above("table_columns", len(starts))
    refuse_above("table_cells", rows * len(starts))
    if sum(cell.row_span * cell.column_span for cell in placed) > _MOST_PLACES:
        placed = [replace(cell, row_span=1, column_span=1) for cell in placed]
    return Table(number=0, rows=rows, columns=len(starts), cells=tuple(placed))


def _moved(cell: Cell, starts: list[int], rows: int) -> Cell:
    column = bisect_right(starts, cell.column) - 1
    end = bisect_right(starts, cell.column + cell.column_span - 1)
    column_span, row_span = max(1, end - column), min(cell.row_span, rows - cell.row)
    if (column, column_span, row_span) == (cell.column, cell.column_span, cell.row_span):
        return cell
    return replace(cell, column=column, column_span=column_span, row_span=row_span)
