"""A word as the network sees it: a strip of fixed height, its ink as large as the strip allows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from extractors.ocr.figures.shapes import Glyph
from extractors.ocr.parts import Parts
from extractors.ocr.raster import Darkness, Numbers

HEIGHT_PX = 32
WIDEST_PX = 256
_INNER_PX = 24
_SIDE_PX = 6  # of white on either side
_LEAST = 0.6  # of the text's height: lower words (a dash) are not made larger than that
_MARGIN_PX = 1  # of blur around the ink
_SPECK = 0.06  # of the squared height: so little ink that is of no glyph may still be a worn point


def strip_of(dark: Darkness, parts: Parts, word: Sequence[Glyph], text_height_px: float) -> Numbers | None:
    """The word alone, ``HEIGHT_PX`` x its width, 255 for its darkest ink; None where it is wider than any figure."""
    top = max(0, min(glyph.top for glyph in word) - _MARGIN_PX)
    bottom = max(glyph.bottom for glyph in word) + _MARGIN_PX
    left = max(0, min(glyph.x0 for glyph in word) - _MARGIN_PX)
    right = max(glyph.x1 for glyph in word) + _MARGIN_PX
    picture = _alone(dark, parts, word, (slice(top, bottom), slice(left, right)))
    rows, columns = picture.shape
    scale = _INNER_PX / max(rows - 2 * _MARGIN_PX, _LEAST * text_height_px)
    size = (max(1, round(columns * scale)), min(HEIGHT_PX, max(1, round(rows * scale))))
    if size[0] + 2 * _SIDE_PX > WIDEST_PX:
        return None
    small = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR))
    strip = np.zeros((HEIGHT_PX, size[0] + 2 * _SIDE_PX), np.uint8)
    above = (HEIGHT_PX - size[1]) // 2
    strip[above : above + size[1], _SIDE_PX : _SIDE_PX + size[0]] = small
    return strip


def _alone(dark: Darkness, parts: Parts, word: Sequence[Glyph], place: tuple[slice, slice]) -> Numbers:
    """The word's ink and what is paler than ink; other words that reach into its box are left out."""
    labels, picture = parts.labels[place], dark[place]
    own = np.zeros(len(parts.sizes) + 1, bool)
    own[0] = True
    near = np.unique(labels)
    near = near[near > 0]
    height = max(glyph.height_px for glyph in word)
    own[near] = parts.sizes[near - 1] <= _SPECK * height * height
    own[[n + 1 for glyph in word for n in glyph.parts]] = True
    shown = np.where(own[labels], picture, 0.0)
    return np.asarray(np.clip(shown * (255 / max(0.05, float(shown.max(initial=0.0)))), 0, 255)).astype(np.uint8)
