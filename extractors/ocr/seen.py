"""What is seen in a picture before anybody reads it: its paper made white, ruling lines, cells, lines of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from extractors.document import Box
from extractors.grids.edges import Edge, Edges
from extractors.grids.lattice import Grid, grids_of
from extractors.ocr.lines import TextLine, lines_of, text_height
from extractors.ocr.panels import with_panels_lightened
from extractors.ocr.parts import Parts, parts_of
from extractors.ocr.raster import Darkness, Grey, Mask, Numbers, darkness, inked, marked
from extractors.ocr.rules import rules_of
from extractors.ocr.skew import skew_of, straightened

_LARGEST_PART = 4.0  # times the text's height: larger parts are drawings
_LEAST_TEXT_PX = 5.0
_SPECK_PX = 3
_CRUMB = 0.3  # of the text's height: how wide a crumb of a ruling line is, and how far it lies from the line


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture stands: its left top corner on the page in points, and its pixels per point."""

    x0: float
    top: float
    px_per_pt: float

    @classmethod
    def for_text(cls, x0: float, top: float, height_pt: float, height_px: float) -> Frame:
        """The frame of a picture whose letters, ``height_px`` high, are to be ``height_pt`` high."""
        return cls(x0, top, height_px / height_pt)

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


def seen_in(grey: Grey, placed: Frame | Callable[[float], Frame], *, scanned: bool) -> Seen:
    """The picture taken apart; a scanned one is straightened first.

    ``placed`` is its frame, or makes it from the height of the letters in pixels.
    """
    given = grey
    dark = darkness(grey)
    ink = inked(dark)
    if scanned:
        grey = straightened(grey, skew_of(ink))
    grey = with_panels_lightened(grey)
    if grey is not given:
        dark = darkness(grey)
        ink = inked(dark)
    height = max(_LEAST_TEXT_PX, text_height(parts_of(ink).boxes))
    frame = placed if isinstance(placed, Frame) else placed(height)
    rules = rules_of(marked(dark), height)
    text = ink & rules.text
    edges = Edges(
        [_edge(piece, frame.top, frame.x0, frame.px_per_pt) for piece in rules.horizontal],
        [_edge(piece, frame.x0, frame.top, frame.px_per_pt) for piece in rules.vertical],
    )
    grids = tuple(grid for grid in grids_of(edges) if len(grid.cells) > 1)
    parts = parts_of(text)
    left = _is_text(parts, grids, frame, height)
    regions = _regions(parts, left, grids, frame, grey.shape, height)
    text &= np.append(True, left)[parts.labels]
    white = (255 * (1 - np.where(_near(marked(dark) & ~rules.text) & ~text, 0, dark))).astype(np.uint8)
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


def _is_text(parts: Parts, grids: tuple[Grid, ...], frame: Frame, height_px: float) -> Mask:
    """Which parts may be letters: no drawings, no specks, no crumbs of a ruling line beside its place."""
    boxes = parts.boxes
    largest = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    kept = (largest <= _LARGEST_PART * height_px) & (parts.sizes >= _SPECK_PX)
    reach = _CRUMB * height_px
    narrow = boxes[:, 2] - boxes[:, 0] <= reach
    for grid in grids:
        _, top, _, bottom = _pixels(grid.box, frame)
        inside = narrow & (boxes[:, 3] > top) & (boxes[:, 1] < bottom)
        for x in grid.xs:
            border = (x - frame.x0) * frame.px_per_pt
            kept &= ~(inside & (boxes[:, 0] >= border - reach) & (boxes[:, 2] <= border + reach))
    return np.asarray(kept)


def _regions(
    parts: Parts, left: Mask, grids: tuple[Grid, ...], frame: Frame, shape: tuple[int, ...], height_px: float
) -> tuple[Region, ...]:
    boxes, left = parts.boxes, left.copy()
    xs, ys = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    regions = []
    for grid in sorted(grids, key=lambda grid: grid.box.width_pt * grid.box.height_pt):
        for place in grid.cells:
            cell = grid.cell_box(place)
            x0, top, x1, bottom = _pixels(cell, frame)
            own = left & (xs >= x0) & (xs < x1) & (ys >= top) & (ys < bottom)
            left &= ~own
            lines = lines_of(boxes, np.nonzero(own)[0].tolist(), height_px)
            regions.append(Region((x0, top, x1, bottom), tuple(lines), cell))
    lines = lines_of(boxes, np.nonzero(left)[0].tolist(), height_px)
    return (*regions, Region((0, 0, shape[1], shape[0]), tuple(lines)))


def _pixels(box: Box, frame: Frame) -> tuple[int, int, int, int]:
    scale = frame.px_per_pt
    return (
        round((box.x0 - frame.x0) * scale),
        round((box.top - frame.top) * scale),
        round((box.x1 - frame.x0) * scale),
        round((box.bottom - frame.top) * scale),
    )
