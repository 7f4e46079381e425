"""Outlines of glyphs as polygons, and polygons as small pictures of ink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Point = tuple[float, float]
Polygon = list[Point]
Bounds = tuple[float, float, float, float]

SIDE = 12  # a picture of ink is SIDE x SIDE; coarser loses the loops of ค ด ต, finer sees the weight of a font
_CURVE_STEPS = 5
_SCANS = 4  # scan lines per row of the picture


def polygons(glyphs: Any, name: str) -> list[Polygon]:
    """The closed outlines of one glyph of a fontTools glyph set, curves as short lines, in font units."""
    from fontTools.pens.basePen import BasePen

    class Flatten(BasePen):  # type: ignore[misc]
        """Collects polygons; fontTools resolves components and implied points."""

        def __init__(self) -> None:
            super().__init__(glyphs)
            self.found: list[Polygon] = []

        def _moveTo(self, point: Point) -> None:
            self.found.append([point])

        def _lineTo(self, point: Point) -> None:
            self.found[-1].append(point)

        def _curveToOne(self, first: Point, second: Point, end: Point) -> None:
            start = self.found[-1][-1]
            for step in range(1, _CURVE_STEPS + 1):
                t = step / _CURVE_STEPS
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                self.found[-1].append(
                    (
                        a * start[0] + b * first[0] + c * second[0] + d * end[0],
                        a * start[1] + b * first[1] + c * second[1] + d * end[1],
                    )
                )

    pen = Flatten()
    glyphs[name].draw(pen)
    return [polygon for polygon in pen.found if len(polygon) > 2]


def bounds(outline: list[Polygon]) -> Bounds:
    """``x0, y0, x1, y1`` of the ink, y upwards. The outline must not be empty."""
    xs = [x for polygon in outline for x, _ in polygon]
    ys = [y for polygon in outline for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def ink(outline: list[Polygon]) -> NDArray[np.float32]:
    """How much of each place of a SIDE x SIDE grid laid over the outline's bounds is inked; row 0 at the bottom."""
    import numpy as np

    x0, y0, x1, y1 = bounds(outline)
    across, up = SIDE / max(x1 - x0, 1e-6), SIDE / max(y1 - y0, 1e-6)
    picture = np.zeros((SIDE, SIDE), dtype=np.float32)
    edges = _edges([[((x - x0) * across, (y - y0) * up) for x, y in polygon] for polygon in outline])
    for scan in range(SIDE * _SCANS):
        y = (scan + 0.5) / _SCANS
        for left, right in _inside(edges, y):
            _stroke(picture[int(y)], left, right)
    picture /= _SCANS
    return picture


def _edges(outline: list[Polygon]) -> list[tuple[Point, Point]]:
    return [
        (start, end)
        for polygon in outline
        for start, end in zip(polygon, [*polygon[1:], polygon[0]], strict=True)
        if start[1] != end[1]
    ]


def _inside(edges: list[tuple[Point, Point]], y: float) -> list[tuple[float, float]]:
    """The stretches of the line at ``y`` that are inked, by the non-zero winding rule."""
    crossings = sorted(
        (xa + (y - ya) * (xb - xa) / (yb - ya), 1 if yb > ya else -1)
        for (xa, ya), (xb, yb) in edges
        if min(ya, yb) <= y < max(ya, yb)
    )
    stretches, winding, left = [], 0, 0.0
    for x, direction in crossings:
        if winding == 0:
            left = x
        winding += direction
        if winding == 0:
            stretches.append((left, x))
    return stretches


def _stroke(row: NDArray[np.float32], left: float, right: float) -> None:
    for place in range(max(0, int(left)), min(SIDE, int(right) + 1)):
        row[place] += max(0.0, min(right, place + 1) - max(left, place))
