"""The second opinion: pdfplumber's tables of one page, asked only where our own grid does not add up."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from extractors.document import Box
from extractors.grids.edges import SNAP_PT
from extractors.grids.lattice import Grid
from extractors.grids.regions import GridCell


def second_opinion(content: bytes, page_number: int) -> list[Grid]:
    """Ruled grids of a page (from 1) of a PDF, by pdfplumber; an empty list where it fails."""
    import pdfplumber

    try:
        with pdfplumber.open(BytesIO(content), pages=[page_number]) as document:
            page = document.pages[0]
            x0, top = page.bbox[0], page.bbox[1]
            tables = [
                [Box(c[0] - x0, c[1] - top, c[2] - x0, c[3] - top) for c in table.cells]
                for table in page.find_tables()
            ]
    except Exception:  # pdfplumber raises what its parser meets; our own grid stands
        return []
    return [grid for boxes in tables if (grid := grid_of_boxes(boxes)) is not None]


def grid_of_boxes(boxes: Iterable[Box]) -> Grid | None:
    """The grid that cells with these boxes make up; None where they overlap."""
    boxes = list(boxes)
    xs = _places(x for box in boxes for x in (box.x0, box.x1))
    ys = _places(y for box in boxes for y in (box.top, box.bottom))
    cells = []
    taken: set[tuple[int, int]] = set()
    for box in boxes:
        left, right, top, bottom = (_at(xs, box.x0), _at(xs, box.x1), _at(ys, box.top), _at(ys, box.bottom))
        places = {(row, column) for row in range(top, bottom) for column in range(left, right)}
        if not places or places & taken:
            return None
        taken |= places
        cells.append(GridCell(top, left, bottom - top, right - left))
    return Grid(tuple(xs), tuple(ys), tuple(sorted(cells))) if cells else None


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SNAP_PT:
            places.append(value)
    return places


def _at(places: list[float], value: float) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - value))
