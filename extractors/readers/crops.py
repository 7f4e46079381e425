"""Pieces of a document's pictures as PNG: what a value looked like where it was read."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from extractors.document import Box

if TYPE_CHECKING:
    from extractors.ocr import Grey

_LEAST_DPI, _MOST_DPI = 200.0, 600.0
_MARGIN_PT, _MARGIN_PX = 1.5, 4.0


@dataclass(frozen=True, slots=True)
class CropPlace:
    """A place on a PDF page (``box`` in points), or in the picture ``picture`` of a DOCX (``box`` in its pixels).

    The piece is turned clockwise by so many ``quarters``, so that its letters stand upright. ``dpi`` is the
    resolution of the picture on the page.
    """

    box: Box
    page: int | None = None
    picture: str = ""
    quarters: int = 0
    dpi: float = _LEAST_DPI


def cut(content: bytes, places: Sequence[CropPlace]) -> list[bytes | None]:
    """The PNG of each place, with a little around it; None where there is nothing to cut. ``content``: the file."""
    pieces: dict[CropPlace, Grey] = {}
    if any(place.picture for place in places):
        pieces |= _from_pictures(content, [place for place in places if place.picture])
    if any(place.page for place in places):
        pieces |= _from_pages(content, [place for place in places if place.page])
    return [_png(pieces[place], place.quarters) if place in pieces else None for place in places]


def _from_pages(content: bytes, places: Sequence[CropPlace]) -> dict[CropPlace, Grey]:
    import pypdfium2.raw as pdfium

    from extractors.readers.pdf.frame import Frame
    from extractors.readers.pdf.opening import opened
    from extractors.readers.pdf.render import rendered

    found: dict[CropPlace, Grey] = {}
    with opened(content) as (document, count):
        for number in sorted({place.page for place in places if place.page and place.page <= count}):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if not page:
                continue
            try:
                shown = Frame(page)
                for place in places:
                    box = _widened(place.box, _MARGIN_PT, shown.width_pt, shown.height_pt)
                    if place.page == number and box is not None:
                        found[place] = rendered(page, box, min(max(place.dpi, _LEAST_DPI), _MOST_DPI) / 72)
            finally:
                pdfium.FPDF_ClosePage(page)
    return found


def _from_pictures(package: bytes, places: Sequence[CropPlace]) -> dict[CropPlace, Grey]:
    from extractors.readers.pictures import grey_of

    found: dict[CropPlace, Grey] = {}
    try:
        members = zipfile.ZipFile(BytesIO(package))
    except zipfile.BadZipFile:  # an old format that was converted on the way: the pictures stand elsewhere in it
        return {}
    with members:
        for name in dict.fromkeys(place.picture for place in places):
            if (grey := grey_of(members, name)) is None:
                continue
            for place in places:
                box = _widened(place.box, _MARGIN_PX, grey.shape[1], grey.shape[0])
                if place.picture == name and box is not None:
                    x0, top, x1, bottom = map(round, box)
                    found[place] = grey[top:bottom, x0:x1]
    return found


def _widened(box: Box, margin: float, width: float, height: float) -> Box | None:
    """The box with a margin, as far as it lies on the page; None where nothing of it does."""
    x0, top = max(0.0, box.x0 - margin), max(0.0, box.top - margin)
    x1, bottom = min(float(width), box.x1 + margin), min(float(height), box.bottom + margin)
    return Box(x0, top, x1, bottom) if x1 - x0 >= 1 and bottom - top >= 1 else None


def _png(grey: Grey, quarters: int) -> bytes:
    from PIL import Image

    from extractors.ocr import turned

    written = BytesIO()
    Image.fromarray(turned(grey, quarters)).save(written, "PNG")
    return written.getvalue()
