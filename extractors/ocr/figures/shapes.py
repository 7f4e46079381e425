"""Glyphs: the parts of the ink that stand above one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.ocr.raster import Numbers

_SAME_GLYPH = 0.5  # of the narrower one's width: parts that overlap so far in width are one glyph
_SPECK = 0.1  # of the height of the text: smaller parts are dirt


class Glyph(NamedTuple):
    """Parts (by number) that stand above one another, and their common box in pixels."""

    parts: tuple[int, ...]
    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def height_px(self) -> int:
        return self.bottom - self.top


def glyphs_of(boxes: Numbers, numbers: Sequence[int]) -> list[Glyph]:
    """The glyphs that parts of one line make up, from left to right; specks are left out."""
    height = max((int(boxes[n, 3] - boxes[n, 1]) for n in numbers), default=0)
    glyphs: list[Glyph] = []
    for n in sorted(numbers, key=lambda n: int(boxes[n, 0])):
        x0, top, x1, bottom = map(int, boxes[n])
        if max(x1 - x0, bottom - top) < max(2.0, _SPECK * height):
            continue
        last = glyphs[-1] if glyphs else None
        if last and min(last.x1, x1) - max(last.x0, x0) >= _SAME_GLYPH * min(last.x1 - last.x0, x1 - x0):
            glyphs[-1] = Glyph(
                (*last.parts, n), min(last.x0, x0), min(last.top, top), max(last.x1, x1), max(last.bottom, bottom)
            )
        else:
            glyphs.append(Glyph((n,), x0, top, x1, bottom))
    return glyphs
