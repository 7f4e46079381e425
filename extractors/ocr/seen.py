"""What is seen in a picture before anybody reads it: its paper made white, ruling lines, cells, lines of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.document import Box
from extractors.grids.edges import Edge, Edges
from extractors.grids.lattice import Grid, grids_of
from extractors.ocr.lines import TextLine, lines_of, text_height
from extractors.ocr.parts import Parts, parts_of
from extractors.ocr.raster import Darkness, Grey, Mask, Numbers, darkness, inked
from extractors.ocr.rules import rules_of
from extractors.ocr.skew import skew_of, straightened

_LARGEST_PART = 4.0  # times the text's height: larger parts are drawings
_LEAST_TEXT_PX = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture stands: its left top corner on the page in points, and its pixels per point."""

    x0: float
    top: float
    px_per_pt: float

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A rectangle in pixels as one on the page."""
        scale = self.px_per_pt
        return Box(self.x0 + x0 / scale, self.top + top / scale, self.x0 + x1 / scale, self.top + bottom / scale)


@dataclass(frozen=True, slots=True)
class Region:
    """A cell, or with ``cell`` None what stands outside of all tables. ``box`` is in pixels."""

    box: tuple[int, int, int, int]
    lines: tuple[TextLine, ...]
    cell: Box | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture taken apart. ``white`` shows its text alone, dark on white; ``grids`` are in points."""

    frame: Frame
    dark: Darkness
    white: Grey
    parts: Parts
    edges: Edges
    grids: tuple[Grid, ...]
    regions: tuple[Region, ...]
    text_height_px: float


def seen_in(grey: Grey, frame: Frame, *, scanned: bool) -> Seen:
    """The picture taken apart; a scanned one is straightened first."""
    dark = darkness(grey)
    ink = inked(dark)
    if scanned:
        grey = straightened(grey, skew_of(ink))
        dark = darkness(grey)
        ink = inked(dark)
    height = max(_LEAST_TEXT_PX, text_height(parts_of(ink).boxes))
    rules = rules_of(ink, height)
    edges = Edges(
        [_edge(piece, frame.top, frame.x0, frame.px_per_pt) for piece in rules.horizontal],
        [_edge(piece, frame.x0, frame.top, frame.px_per_pt) for piece in rules.vertical],
    )
    grids = tuple(grid for grid in grids_of(edges) if len(grid.cells) > 1)
    parts = parts_of(rules.text)
    regions = _regions(parts, grids, frame, grey.shape, height)
    white = (255 * (1 - np.where(_near(ink & ~rules.text) & ~rules.text, 0, dark))).astype(np.uint8)
    return Seen(frame, dark, white, parts, edges, grids, regions, height)


def _edge(piece: Numbers, across: float, along: float, px_per_pt: float) -> Edge:
    at, start, end = (float(value) / px_per_pt for value in piece)
    return Edge(across + at, along + start, along + end)


def _near(mask: Mask) -> Mask:
    """The mask and the pixels beside it, which its blur darkens."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    return wide


def _regions(
    parts: Parts, grids: tuple[Grid, ...], frame: Frame, shape: tuple[int, ...], height_px: float
) -> tuple[Region, ...]:
    boxes = parts.boxes
    largest = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    left = (largest <= _LARGEST_PART * height_px) & (parts.sizes >= 3)
    xs, ys = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    regions = []
    for grid in sorted(grids, key=lambda grid: grid.box.width_pt * grid.box.height_pt):
        for place in grid.cells:
            cell = grid.cell_box(place)
            x0, top, x1, bottom = _pixels(cell, frame)
            own = left & (xs >= x0) & (xs < x1) & (ys >= top) & (ys < bottom)
            left &= ~own
            lines = lines_of(boxes, np.nonzero(own)[0].tolist())
            regions.append(Region((x0, top, x1, bottom), tuple(lines), cell))
    lines = lines_of(boxes, np.nonzero(left)[0].tolist())
    return (*regions, Region((0, 0, shape[1], shape[0]), tuple(lines)))


def _pixels(box: Box, frame: Frame) -> tuple[int, int, int, int]:
    scale = frame.px_per_pt
    return (
        round((box.x0 - frame.x0) * scale),
        round((box.top - frame.top) * scale),
        round((box.x1 - frame.x0) * scale),
        round((box.bottom - frame.top) * scale),
    )
