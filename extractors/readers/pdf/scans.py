"""Which pictures of a page may hold text: scans, pasted pictures, and those that need no reading."""

from __future__ import annotations

from typing import Literal

from extractors.grids.words import Word
from extractors.readers.pdf.ink import Ink
from extractors.readers.pdf.paths import Image

_SMALLEST_PX = (150, 60)
_SMALLEST_PT = (90.0, 30.0)
_LETTERS_OVER = 12
"""A picture with more letters of the text layer over it is a background, or was read by somebody else before."""
_EDGE, _LETTERS_AT_EDGE = 0.1, 160
"""So much of a scan's height at its head and foot may bear a stamp or the name of the scanning program."""
_COVERS = 0.5  # of the page: such a picture may have been turned on the scanner's glass


def why_left(image: Image, ink: Ink) -> Literal["", "small", "covered"]:
    if not _is_large(image):
        return "small"
    return "covered" if is_covered(image, ink) else ""


def is_scan(image: Image, ink: Ink) -> bool:
    return image.box.width_pt * image.box.height_pt > _COVERS * ink.width_pt * ink.height_pt


def _is_large(image: Image) -> bool:
    return (
        image.width_px >= _SMALLEST_PX[0]
        and image.height_px >= _SMALLEST_PX[1]
        and image.box.width_pt >= _SMALLEST_PT[0]
        and image.box.height_pt >= _SMALLEST_PT[1]
    )


def is_covered(image: Image, ink: Ink) -> bool:
    """Whether the text layer stands over the picture; a line at the edge of a scan is a page number or a stamp."""
    over = words_over(image, ink)
    if sum(len(word.text) for word in over) <= _LETTERS_OVER:
        return False
    box, edge = image.box, _EDGE * image.box.height_pt
    inside = [word for word in over if word.bottom > box.top + edge and word.top < box.bottom - edge]
    return bool(inside) or not is_scan(image, ink) or sum(len(word.text) for word in over) > _LETTERS_AT_EDGE


def words_over(image: Image, ink: Ink) -> list[Word]:
    box = image.box
    return [
        word
        for word in ink.words
        if box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom
    ]
