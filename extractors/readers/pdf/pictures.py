"""Pictures on a PDF page that hold text or a table: what is read in them joins the page's own ink.

A scanned page is one picture over the page. Pages with no picture large enough to hold text never come here further
than ``may_be_read``, and OCR is not imported for them.
"""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from extractors.document import Box, Page, Remark
from extractors.grids.edges import Edges
from extractors.grids.words import Characters
from extractors.readers.limits import allows
from extractors.readers.pdf.ink import Ink
from extractors.readers.pdf.paths import Image
from extractors.readers.progress import step

if TYPE_CHECKING:
    from extractors.ocr import Figure, Grey, Read

READ = ("I_PICTURE_READ_GRID", "I_PICTURE_READ_TEXT")
"""The remarks about a picture that was read, by what it looked like."""

_SMALLEST_PX = (150, 60)
_SMALLEST_PT = (90.0, 30.0)
_LETTERS_OVER = 12
"""A picture with more letters of the text layer over it is a background, or was read by somebody else before."""
_COVERS = 0.5  # of the page: such a picture may have been turned on the scanner's glass
_LEAST_DPI, _MOST_DPI = 150.0, 300.0
_MOST_PX = 5_000
_GLANCE_PX = 96.0
_FLAT_SHADES = 6


@dataclass(slots=True)
class PageShown:
    """A page; ``ink`` has all that was read in its pictures, ``figures`` are the doubtful ones among it."""

    page: Page
    ink: Ink
    figures: list[Figure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def source_of(pages: Sequence[Page], remarks: Sequence[Remark]) -> Literal["text_layer", "ocr", "mixed"]:
    """Where the text of the document comes from."""
    if not any(remark.code in READ for remark in remarks):
        return "text_layer"
    return "ocr" if all(page.text_source != "text_layer" for page in pages) else "mixed"


def may_be_read(ink: Ink) -> bool:
    """Whether the page has a picture that is large enough to hold text."""
    return any(_is_large(image) and not _is_covered(image, ink) for image in ink.images)


def with_pictures_read(page: Any, shown: PageShown) -> PageShown:
    """The page with what its pictures say; ``page`` is its raw FPDF_PAGE."""
    for image in shown.ink.images:
        if _is_large(image) and not _is_covered(image, shown.ink):
            _read(page, shown, image)
    return shown


def _read(page: Any, shown: PageShown, image: Image) -> None:
    step()
    if not allows("picture_megapixels", image.width_px * image.height_px / 1_000_000) or _is_flat(page, image.box):
        return
    from extractors.ocr import PACKAGES, Frame, installed, look, read_picture, seen_in

    ink, number = shown.ink, shown.page.number
    scanned = image.box.width_pt * image.box.height_pt > _COVERS * ink.width_pt * ink.height_pt
    px_per_pt = _px_per_pt(image)
    grey = rendered(page, image.box, px_per_pt)
    seen = seen_in(grey, Frame(image.box.x0, image.box.top, px_per_pt), scanned=scanned)
    kind = look(seen) or ("text" if scanned and seen.regions[-1].lines else "")
    if not kind:
        return
    if not installed():
        shown.remarks.append(Remark("W_OCR_NOT_INSTALLED", number, image.box, (("packages", PACKAGES),)))
        return
    try:
        read = read_picture(seen)
    except (OSError, subprocess.SubprocessError):
        shown.remarks.append(Remark("W_PICTURE_UNREAD", number, image.box))
        return
    shown.ink = _joined(ink, image, read)
    shown.figures += [figure for figure in read.figures if figure.doubtful]
    shown.remarks.append(Remark(READ[0] if kind == "grid" else READ[1], number, image.box))
    if shown.page.text_source == "none":
        shown.page = replace(shown.page, text_source="ocr")


def _is_large(image: Image) -> bool:
    return (
        image.width_px >= _SMALLEST_PX[0]
        and image.height_px >= _SMALLEST_PX[1]
        and image.box.width_pt >= _SMALLEST_PT[0]
        and image.box.height_pt >= _SMALLEST_PT[1]
    )


def _is_covered(image: Image, ink: Ink) -> bool:
    box = image.box
    letters = sum(
        len(word.text)
        for word in ink.words
        if box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom
    )
    return letters > _LETTERS_OVER


def _is_flat(page: Any, box: Box) -> bool:
    """Whether a small print of the picture has one shade all over: nothing is written on a panel of colour.

    Asked before anything of OCR is imported.
    """
    with _print_of(page, box, _GLANCE_PX / max(box.width_pt, box.height_pt)) as (pixels, width, height, stride):
        rows = [pixels[row * stride : row * stride + width] for row in range(height)]
    return bool(max(map(max, rows)) - min(map(min, rows)) <= _FLAT_SHADES)


def _px_per_pt(image: Image) -> float:
    """The picture's own resolution, within what OCR can use."""
    own = max(image.width_px / image.box.width_pt, image.height_px / image.box.height_pt)
    largest = max(image.box.width_pt, image.box.height_pt)
    return min(max(own, _LEAST_DPI / 72), max(_MOST_DPI / 72, min(own, 6.0)), _MOST_PX / largest)


def rendered(page: Any, box: Box, px_per_pt: float) -> Grey:
    """A part of the page as displayed, in grey; its left top corner falls on the corner of a pixel.

    A picture rendered at its own resolution keeps its pixels so: half a pixel aside would make its thin lines pale.
    """
    import numpy as np

    with _print_of(page, box, px_per_pt) as (pixels, width, height, stride):
        return np.frombuffer(pixels, np.uint8).reshape(height, stride)[:, :width].copy()


@contextmanager
def _print_of(page: Any, box: Box, px_per_pt: float) -> Iterator[tuple[Any, int, int, int]]:
    """(grey pixels, width, height, stride) of a part of the page as displayed, alive inside the block."""
    import pypdfium2.raw as pdfium

    width, height = max(1, round(box.width_pt * px_per_pt)), max(1, round(box.height_pt * px_per_pt))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError("no bitmap")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        across, down = width / box.width_pt, height / box.height_pt
        matrix = pdfium.FS_MATRIX(across, 0, 0, down, -box.x0 * across, -box.top * down)
        clip = pdfium.FS_RECTF(0, 0, width, height)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        address = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        yield (ctypes.c_ubyte * (stride * height)).from_address(address), width, height, stride
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _joined(ink: Ink, image: Image, read: Read) -> Ink:
    """The ink with what was read; the picture itself is no longer there."""
    own, other = ink.characters, read.characters
    start = len(own.text)
    angle_of = own.angle_of
    characters = Characters(
        own.text + other.text,
        own.x0 + other.x0,
        own.top + other.top,
        own.x1 + other.x1,
        own.bottom + other.bottom,
        lambda place: angle_of(place) if place < start else 0.0,
    )
    words = [*ink.words, *(word._replace(first=word.first + start, end=word.end + start) for word in read.words)]
    edges = Edges(ink.edges.horizontal + read.edges.horizontal, ink.edges.vertical + read.edges.vertical)
    images = tuple(other for other in ink.images if other is not image)
    return replace(ink, words=words, characters=characters, edges=edges, images=images)
