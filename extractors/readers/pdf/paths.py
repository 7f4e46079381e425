"""Ruling lines and pictures among a page's objects.

A border is a stroked line or rectangle, or a thin filled rectangle; a filled area is a background and no
border. What is printed white is seen only on a coloured background.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.grids.edges import Edge, Edges

_THIN_PT = 3.0
_THIN_STROKE_PT = 8.0  # PDFium's box of a stroke is up to twice its width
_SMALLEST_PICTURE_PT = 8.0
_MOST_SEGMENTS = 4_000  # a path with more is a drawing
_MOST_OBJECTS = 60_000
_DEEPEST_FORM = 6
_WHITE = 250

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Image(NamedTuple):
    box: Box
    width_px: int
    height_px: int


@dataclass(slots=True)
class Drawing:
    """``pale`` are white lines, ``backgrounds`` areas of any colour but white."""

    place: Callable[[float, float, float, float], Box]
    edges: Edges = field(default_factory=lambda: Edges([], []))
    pale: list[Box] = field(default_factory=list)
    backgrounds: list[Box] = field(default_factory=list)
    images: tuple[Image, ...] = ()
    path_count: int = 0


def drawing_of(page: Any, place: Callable[[float, float, float, float], Box]) -> Drawing:
    """The drawing of a raw FPDF_PAGE; ``place`` brings the PDF's own space to the page as displayed."""
    drawing = Drawing(place)
    for _, (item, matrix) in zip(range(_MOST_OBJECTS), _objects(page), strict=False):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawing.path_count += 1
            _path(drawing, item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _image(drawing, item, matrix)
    for box in drawing.pale:
        if any(_on(box, area) for area in drawing.backgrounds):
            _add(drawing.edges, box)
    return drawing
