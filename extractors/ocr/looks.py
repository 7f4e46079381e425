"""Whether a picture is worth reading: one that holds a grid or lines of text, not a logo, a photo or a QR code."""

from __future__ import annotations

from typing import Literal

from extractors.ocr.seen import Seen

Look = Literal["grid", "text", "photo", "drawing"]

_CELLS = 4
_LINES, _LETTERS = 3, 8  # so many lines of at least so many glyphs are text
_EVEN = 0.6  # of the lines' height: text of one size
_MOST_PARTS = 30_000  # a page of small print has some 6,000: what has more is a photo


def look(seen: Seen) -> Look:
    """``grid`` for ruled cells with print in several of them, ``text`` for lines of letters.

    Else ``photo`` where there is more ink in little specks than print ever has, or ``drawing``.
    """
    if len(seen.parts.boxes) > _MOST_PARTS:
        return "photo"
    filled = [region for region in seen.regions if region.cell is not None and region.lines]
    if len(filled) >= _CELLS:
        return "grid"
    heights = [
        line.height_px
        for region in seen.regions
        for line in region.lines
        if sum(len(word.glyphs) for word in line.words) >= _LETTERS
    ]
    if len(heights) >= _LINES and min(heights) >= _EVEN * max(heights):
        return "text"
    return "drawing"
