"""Ruling lines and pictures among a page's objects.

A border is a stroked line or rectangle, or a thin filled rectangle; a filled area is a background and no
border. What is printed white is seen only on a coloured background.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.grids.edges import Edge, Edges
from extractors.readers.limits import allows, limits
from extractors.readers.pdf.objects import (
    Item,
    Shade,
    drawn,
    fill_shade,
    items_of,
    pieces_of,
    segment_count,
    sides_of,
    size_px,
    stroke_shade,
)

_THIN_PT = 3.0
_THIN_STROKE_PT = 8.0  # PDFium's box of a stroke is up to twice its width
_SMALLEST_PICTURE_PT = 8.0
_MOST_SEGMENTS = 4_000  # a path with more is a drawing


class Image(NamedTuple):
    box: Box
    width_px: int
    height_px: int


@dataclass(slots=True)
class Drawing:
    """``pale`` are white lines, ``backgrounds`` areas of any colour but white; ``path_count`` counts what is seen."""

    place: Callable[[float, float, float, float], Box]
    edges: Edges = field(default_factory=lambda: Edges([], []))
    pale: list[Box] = field(default_factory=list)
    backgrounds: list[Box] = field(default_factory=list)
    images: tuple[Image, ...] = ()
    path_count: int = 0


def drawing_of(page: Any, place: Callable[[float, float, float, float], Box]) -> Drawing:
    """The drawing of a raw FPDF_PAGE; ``place`` brings the PDF's own space to the page as displayed."""
    drawing = Drawing(place)
    most = limits().page_objects
    items = items_of(page, most)
    for item in islice(items, most):
        if item.kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(drawing, item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _image(drawing, item)
    count = pdfium.FPDFPage_CountObjects(page)
    if count > most or next(items, None) is not None:
        allows("page_objects", max(most + 1, count))
        return Drawing(place, images=drawing.images, path_count=drawing.path_count)  # half the lines make wrong tables
    for box in drawing.pale:
        if any(_on(box, area) for area in drawing.backgrounds):
            _add(drawing.edges, box)
    return drawing


def _path(drawing: Drawing, item: Item) -> None:
    filled, stroked = drawn(item)
    sides = sides_of(item) if filled or stroked else None
    if sides is None:
        return
    box = drawing.place(*sides)
    thinner = min(box.width_pt, box.height_pt)
    count = segment_count(item)
    thin = thinner <= _THIN_PT or (count == 2 and thinner <= _THIN_STROKE_PT)
    shade = stroke_shade(item) if stroked else fill_shade(item)
    drawing.path_count += shade == "colour"
    if thin and shade:
        (drawing.pale.append(box) if shade == "white" else _add(drawing.edges, box))
    elif not thin and count <= _MOST_SEGMENTS:
        _wide_path(drawing, item, box, stroked=stroked, count=count, shade=shade)
        if stroked and filled and fill_shade(item) == "colour":
            drawing.backgrounds.append(box)


def _wide_path(drawing: Drawing, item: Item, box: Box, *, stroked: bool, count: int, shade: Shade) -> None:
    """A path that is no line by itself: borders stroked in one go, many thin rectangles, or a background."""
    if not stroked and count <= 5:
        if shade == "colour":
            drawing.backgrounds.append(box)
        return
    if not shade:
        return
    for piece in pieces_of(item, stroked=stroked):
        placed = drawing.place(*piece)
        if min(placed.width_pt, placed.height_pt) <= _THIN_PT:
            (drawing.pale.append(placed) if shade == "white" else _add(drawing.edges, placed))
        elif shade == "colour" and not stroked:
            drawing.backgrounds.append(placed)


def _add(edges: Edges, box: Box) -> None:
    """A thin box as a line; a dot may be a piece of a dotted line of either direction."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top or x1 - x0 > _THIN_PT:
        edges.horizontal.append(Edge((top + bottom) / 2, x0, x1))
    if bottom - top > x1 - x0 or (x1 - x0 <= _THIN_PT and bottom - top <= _THIN_PT):
        edges.vertical.append(Edge((x0 + x1) / 2, top, bottom))


def _image(drawing: Drawing, item: Item) -> None:
    sides = sides_of(item)
    box = drawing.place(*sides) if sides else None
    if box is not None and max(box.width_pt, box.height_pt) >= _SMALLEST_PICTURE_PT:
        drawing.images += (Image(box, *size_px(item)),)


def _on(box: Box, area: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return area.x0 - 1 <= x <= area.x1 + 1 and area.top - 1 <= y <= area.bottom + 1
