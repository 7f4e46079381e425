"""A glyph as the network sees it: its picture in a fixed square, and its size beside its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from extractors.ocr.parts import Parts
from extractors.ocr.raster import Darkness, Numbers

SIDE_PX = 24
_INNER_PX = 20
_SIZES = 4
FEATURES = SIDE_PX * SIDE_PX + _SIZES

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


def features(dark: Darkness, parts: Parts, word: Sequence[Glyph]) -> Numbers:
    """One row of features for each glyph of a word, which also gives them their scale."""
    tallest = max(word, key=lambda glyph: glyph.height_px)
    height = tallest.height_px
    rows = np.zeros((len(word), FEATURES), np.float32)
    for row, glyph in zip(rows, word, strict=True):
        row[:-_SIZES] = _picture(dark, parts, glyph).ravel()
        row[-_SIZES:] = (
            2 * glyph.height_px / height,
            2 * min(3.0, (glyph.x1 - glyph.x0) / height),
            2 * (tallest.bottom - glyph.bottom) / height,
            2 * (glyph.top - tallest.top) / height,
        )
    return rows


def _picture(dark: Darkness, parts: Parts, glyph: Glyph) -> Darkness:
    """The glyph alone, as large as the square allows, in its middle; the darkest pixel is 1."""
    place = (slice(glyph.top, glyph.bottom), slice(glyph.x0, glyph.x1))
    labels = parts.labels[place]
    own = np.isin(labels, [n + 1 for n in glyph.parts])
    picture = np.where(own | (labels == 0), dark[place], 0.0).astype(np.float32)
    picture /= max(0.05, float(picture.max(initial=0.0)))
    height, width = picture.shape
    scale = _INNER_PX / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR), np.float32)
    square = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    top, left = (SIDE_PX - size[1]) // 2, (SIDE_PX - size[0]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return square
