"""A part of a PDF page as pixels, in grey."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractors.document import Box
from extractors.readers.pdf.paths import Image

if TYPE_CHECKING:
    from extractors.ocr import Grey

_LEAST_DPI, _MOST_DPI = 150.0, 300.0
_MOST_PX = 5_000
_GLANCE_PX = 96.0
_FLAT_SHADES = 6


def px_per_pt(image: Image) -> float:
    """The picture's own resolution, within what OCR can use."""
    own = max(image.width_px / image.box.width_pt, image.height_px / image.box.height_pt)
    largest = max(image.box.width_pt, image.box.height_pt)
    return min(max(own, _LEAST_DPI / 72), max(_MOST_DPI / 72, min(own, 6.0)), _MOST_PX / largest)


def is_flat(page: Any, box: Box) -> bool:
    """Whether a small print of the picture has one shade all over: nothing is written on a panel of colour.

    Asked before anything of OCR is imported.
    """
    with _print_of(page, box, _GLANCE_PX / max(box.width_pt, box.height_pt)) as (pixels, width, height, stride):
        rows = bytes(pixels)
    shades = rows if stride == width else b"".join(rows[n * stride : n * stride + width] for n in range(height))
    first = shades[0]
    near = bytes(range(max(0, first - _FLAT_SHADES), min(255, first + _FLAT_SHADES) + 1))
    if shades.translate(None, near):
        return False
    present = [shade for shade in near if shade in shades]
    return present[-1] - present[0] <= _FLAT_SHADES


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
