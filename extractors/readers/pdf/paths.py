"""Ruling lines and pictures among a page's objects.

A border is a stroked line or rectangle, or a thin filled rectangle; a filled area is a background and no
border. What is printed white is seen only on a coloured background.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.grids.edges import Edge, Edges
from extractors.readers.limits import allows, limits
from extractors.readers.pdf.plain import Handle, Room, handle, plain

_object_at = plain(pdfium.FPDFPage_GetObject, Handle)
_objects_in = plain(pdfium.FPDFFormObj_CountObjects)
_form_object_at = plain(pdfium.FPDFFormObj_GetObject, Handle)
_type_of = plain(pdfium.FPDFPageObj_GetType)
_draw_mode_of = plain(pdfium.FPDFPath_GetDrawMode)
_bounds_of = plain(pdfium.FPDFPageObj_GetBounds)
_fill_color_of = plain(pdfium.FPDFPageObj_GetFillColor)
_stroke_color_of = plain(pdfium.FPDFPageObj_GetStrokeColor)
_segments_of = plain(pdfium.FPDFPath_CountSegments)
_segment_at = plain(pdfium.FPDFPath_GetPathSegment, Handle)
_segment_type = plain(pdfium.FPDFPathSegment_GetType)
_point_of = plain(pdfium.FPDFPathSegment_GetPoint)
_closes = plain(pdfium.FPDFPathSegment_GetClose)
_pixels_of = plain(pdfium.FPDFImageObj_GetImagePixelSize)
_matrix_of = plain(pdfium.FPDFPageObj_GetMatrix)
# What these calls fill: PDFium is not for several threads, and nothing is kept here from one object to the next.
_MODES, _PIXELS, _COLOUR = Room(ctypes.c_int, 2), Room(ctypes.c_uint, 2), Room(ctypes.c_uint, 4)
_SIDES, _POINT, _MATRIX = Room(ctypes.c_float, 4), Room(ctypes.c_float, 2), Room(pdfium.FS_MATRIX, 1)

_THIN_PT = 3.0
_THIN_STROKE_PT = 8.0  # PDFium's box of a stroke is up to twice its width
_SMALLEST_PICTURE_PT = 8.0
_MOST_SEGMENTS = 4_000  # a path with more is a drawing
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
    objects = _objects(page, most)
    for item, kind, matrix in islice(objects, most):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(drawing, item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _image(drawing, item, matrix)
    count = pdfium.FPDFPage_CountObjects(page)
    if count > most or next(objects, None) is not None:
        allows("page_objects", max(most + 1, count))
        return Drawing(place, images=drawing.images, path_count=drawing.path_count)  # half the lines make wrong tables
    for box in drawing.pale:
        if any(_on(box, area) for area in drawing.backgrounds):
            _add(drawing.edges, box)
    return drawing


def _objects(page: Any, most: int) -> Iterator[tuple[Any, int, Matrix]]:
    """Each object of the page that is no text with its kind, those of forms too; ``most`` bounds what is looked at."""
    count = min(most, pdfium.FPDFPage_CountObjects(page))
    kinds = list(map(_type_of, map(_object_at, repeat(handle(page)), range(count))))
    for index, kind in enumerate(kinds):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        item = _object_at(handle(page), index)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(item, _IDENTITY, 0)
        else:
            yield item, kind, _IDENTITY


def _in_form(form: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
    if depth > _DEEPEST_FORM:
        return
    matrix = _times(_matrix(form), outer)
    for index in range(max(0, _objects_in(form))):
        item = _form_object_at(form, index)
        kind = _type_of(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(item, matrix, depth + 1)
        else:
            yield item, kind, matrix


def _path(drawing: Drawing, item: Any, outer: Matrix) -> None:
    _draw_mode_of(item, *_MODES.references)
    filled, stroked = map(bool, _MODES.values)
    if not filled and not stroked:
        return
    box = _bounds(drawing, item, outer)
    if box is None:
        return
    thinner = min(box.width_pt, box.height_pt)
    count = _segments_of(item)
    thin = thinner <= _THIN_PT or (count == 2 and thinner <= _THIN_STROKE_PT)
    shade = _shade(item, _stroke_color_of if stroked else _fill_color_of)
    drawing.path_count += shade == "colour"
    if thin and shade:
        (drawing.pale.append(box) if shade == "white" else _add(drawing.edges, box))
    elif not thin and count <= _MOST_SEGMENTS:
        _wide_path(drawing, item, outer, box, stroked=stroked, count=count, shade=shade)
        if stroked and filled and _shade(item, _fill_color_of) == "colour":
            drawing.backgrounds.append(box)


def _wide_path(
    drawing: Drawing, item: Any, outer: Matrix, box: Box, *, stroked: bool, count: int, shade: str
) -> None:
    """A path that is no line by itself: borders stroked in one go, many thin rectangles, or a background."""
    if not stroked and count <= 5:
        if shade == "colour":
            drawing.backgrounds.append(box)
        return
    if not shade:
        return
    for piece in _pieces(item, _times(_matrix(item), outer), stroked=stroked):
        placed = drawing.place(*piece)
        if min(placed.width_pt, placed.height_pt) <= _THIN_PT:
            (drawing.pale.append(placed) if shade == "white" else _add(drawing.edges, placed))
        elif shade == "colour" and not stroked:
            drawing.backgrounds.append(placed)


def _pieces(item: Any, matrix: Matrix, *, stroked: bool) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each straight segment of a stroke, or of each closed part of a filling."""
    part: list[tuple[float, float]] = []
    straight = True
    for index in range(_segments_of(item)):
        segment = _segment_at(item, index)
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


def _around(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _add(edges: Edges, box: Box) -> None:
    """A thin box as a line; a dot may be a piece of a dotted line of either direction."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top or x1 - x0 > _THIN_PT:
        edges.horizontal.append(Edge((top + bottom) / 2, x0, x1))
    if bottom - top > x1 - x0 or (x1 - x0 <= _THIN_PT and bottom - top <= _THIN_PT):
        edges.vertical.append(Edge((x0 + x1) / 2, top, bottom))


def _image(drawing: Drawing, item: Any, outer: Matrix) -> None:
    box = _bounds(drawing, item, outer)
    if box is None or max(box.width_pt, box.height_pt) < _SMALLEST_PICTURE_PT:
        return
    _PIXELS.clear()
    _pixels_of(item, *_PIXELS.references)
    drawing.images += (Image(box, *_PIXELS.values),)


def _bounds(drawing: Drawing, item: Any, outer: Matrix) -> Box | None:
    if not _bounds_of(item, *_SIDES.references):
        return None
    sides = tuple(_SIDES.values)
    if outer != _IDENTITY:
        sides = _around([_moved(outer, sides[0], sides[1]), _moved(outer, sides[2], sides[3])])
    return drawing.place(*sides)


def _shade(item: Any, ask: Any) -> str:
    """``colour``, ``white``, or nothing where it is transparent."""
    if not ask(item, *_COLOUR.references):
        return "colour"
    *shades, alpha = _COLOUR.values
    if alpha < 10:
        return ""
    return "white" if min(shades) >= _WHITE else "colour"


def _on(box: Box, area: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return area.x0 - 1 <= x <= area.x1 + 1 and area.top - 1 <= y <= area.bottom + 1


def _matrix(item: Any) -> Matrix:
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
