"""The objects that are drawn on a PDF page, those of forms too: what PDFium tells of each, in few cheap calls.

An ``Item`` is valid as long as its page is open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as pdfium

from extractors.readers.pdf.plain import Handle, Room, handle, plain

Matrix = tuple[float, float, float, float, float, float]
Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in the PDF's own space."""
Shade = Literal["colour", "white", ""]
"""Nothing where it is transparent."""

_DEEPEST_FORM = 6
_WHITE = 250
_LEAST_ALPHA = 10
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_object_at = plain(pdfium.FPDFPage_GetObject, Handle)
_objects_in = plain(pdfium.FPDFFormObj_CountObjects)
_form_object_at = plain(pdfium.FPDFFormObj_GetObject, Handle)
_type_of = plain(pdfium.FPDFPageObj_GetType)
_matrix_of = plain(pdfium.FPDFPageObj_GetMatrix)
_bounds_of = plain(pdfium.FPDFPageObj_GetBounds)
_pixels_of = plain(pdfium.FPDFImageObj_GetImagePixelSize)
_draw_mode_of = plain(pdfium.FPDFPath_GetDrawMode)
_fill_color_of = plain(pdfium.FPDFPageObj_GetFillColor)
_stroke_color_of = plain(pdfium.FPDFPageObj_GetStrokeColor)
_segments_of = plain(pdfium.FPDFPath_CountSegments)
_segment_at = plain(pdfium.FPDFPath_GetPathSegment, Handle)
_segment_type = plain(pdfium.FPDFPathSegment_GetType)
_point_of = plain(pdfium.FPDFPathSegment_GetPoint)
_closes = plain(pdfium.FPDFPathSegment_GetClose)
# What these calls fill: PDFium is not for several threads, and nothing is kept here from one object to the next.
_MODES, _PIXELS, _COLOUR = Room(ctypes.c_int, 2), Room(ctypes.c_uint, 2), Room(ctypes.c_uint, 4)
_SIDES, _POINT, _MATRIX = Room(ctypes.c_float, 4), Room(ctypes.c_float, 2), Room(pdfium.FS_MATRIX, 1)


class Item(NamedTuple):
    """A path or picture; ``outer`` brings the space of the form that it stands in to that of the page."""

    handle: Handle
    kind: int
    outer: Matrix


def items_of(page: Any, most: int) -> Iterator[Item]:
    """The objects of a raw FPDF_PAGE that are no text; ``most`` bounds how many of the page's own are looked at."""
    own, count = handle(page), min(most, pdfium.FPDFPage_CountObjects(page))
    for index, kind in enumerate(map(_type_of, map(_object_at, repeat(own), range(count)))):
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(_object_at(own, index), _IDENTITY, 0)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield Item(_object_at(own, index), kind, _IDENTITY)


def _in_form(form: Handle, outer: Matrix, depth: int) -> Iterator[Item]:
    if depth > _DEEPEST_FORM:
        return
    matrix = _times(_matrix(form), outer)
    for index in range(max(0, _objects_in(form))):
        item = _form_object_at(form, index)
        kind = _type_of(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(item, matrix, depth + 1)
        else:
            yield Item(item, kind, matrix)


def sides_of(item: Item) -> Sides | None:
    """The object's bounds on the page."""
    if not _bounds_of(item.handle, *_SIDES.references):
        return None
    left, bottom, right, top = _SIDES.values
    if item.outer == _IDENTITY:
        return left, bottom, right, top
    return _around([_moved(item.outer, left, bottom), _moved(item.outer, right, top)])


def size_px(image: Item) -> tuple[int, int]:
    """Width and height of a picture as it is stored."""
    _PIXELS.clear()
    _pixels_of(image.handle, *_PIXELS.references)
    width, height = _PIXELS.values
    return width, height


def drawn(path: Item) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    _draw_mode_of(path.handle, *_MODES.references)
    filled, stroked = _MODES.values
    return bool(filled), bool(stroked)


def fill_shade(path: Item) -> Shade:
    return _shade(path, _fill_color_of)


def stroke_shade(path: Item) -> Shade:
    return _shade(path, _stroke_color_of)


def _shade(path: Item, ask: Any) -> Shade:
    if not ask(path.handle, *_COLOUR.references):
        return "colour"
    *shades, alpha = _COLOUR.values
    if alpha < _LEAST_ALPHA:
        return ""
    return "white" if min(shades) >= _WHITE else "colour"


def segment_count(path: Item) -> int:
    return int(_segments_of(path.handle))


def pieces_of(path: Item, *, stroked: bool) -> Iterator[Sides]:
    """The bounds of each straight segment of a stroke, or of each closed part of a filling with straight sides."""
    matrix = _times(_matrix(path.handle), path.outer)
    part: list[tuple[float, float]] = []
    straight = True
    for index in range(segment_count(path)):
        segment = _segment_at(path.handle, index)
        kind = _segment_type(segment)
        _point_of(segment, *_POINT.references)
        point = _moved(matrix, *_POINT.values)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if not stroked and straight and len(part) > 1:
                yield _around(part)
            part, straight = [point], True
            continue
        straight = straight and kind == pdfium.FPDF_SEGMENT_LINETO
        if stroked and part and kind == pdfium.FPDF_SEGMENT_LINETO:
            yield _around([part[-1], point])
        part.append(point)
        if stroked and straight and _closes(segment):
            yield _around([point, part[0]])
    if not stroked and straight and len(part) > 1:
        yield _around(part)


def _around(points: list[tuple[float, float]]) -> Sides:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(item: Handle) -> Matrix:
    if not _matrix_of(item, *_MATRIX.references):
        return _IDENTITY
    matrix = _MATRIX.values[0]
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
