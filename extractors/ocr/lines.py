"""Lines of text in a picture, and the words that white gaps part them into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from extractors.ocr.figures.shapes import Glyph, glyphs_of
from extractors.ocr.raster import Numbers

_LETTER = 0.55  # of the text's height: smaller parts are marks above or below letters
_SAME_LINE = 0.7  # of the text's height: how far the middles of two letters of one line may stand apart
_WORD_GAPS = (0.36, 0.5, 0.65)  # of the text's height: wider means a space; more beside a point or a 1, or two
_POINT, _SLIM = 0.35, 0.55  # of the text's height: a glyph that is lower, or narrower
_CRUMB = 0.5  # of the usual height: ink that is smaller both ways is a mark or crumb of a line outside
_MARK_GAP = 0.35  # of the letters' height: two lines of text never stand so near
_SMALL_PRINT = 0.8  # of the usual height
_USUAL = 0.65  # of the parts are lower than a letter is high: marks and points among them


class TextWord(NamedTuple):
    """Glyphs without a wide gap between them; ``spaced`` where a gap and another word follow."""

    glyphs: tuple[Glyph, ...]
    x0: int
    x1: int
    spaced: bool


class TextLine(NamedTuple):
    """``top`` and ``bottom`` are those of its letters, marks left out."""

    words: tuple[TextWord, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height_px(self) -> float:
        return self.bottom - self.top


def text_height(boxes: Numbers, least_px: int = 5) -> float:
    """The height of the letters of a picture, 0 where there are none."""
    heights = boxes[:, 3] - boxes[:, 1]
    heights = heights[(heights >= least_px) & (boxes[:, 2] - boxes[:, 0] < 6 * heights)]
    return float(np.quantile(heights, _USUAL)) if len(heights) else 0.0


def lines_of(boxes: Numbers, numbers: Sequence[int], usual_px: float = 0.0) -> list[TextLine]:
    """The lines that the parts make up, from top to bottom; parts are given by their numbers.

    ``usual_px`` is the height of the letters of the whole picture: a few words with many marks do not tell it.
    """
    if not len(numbers):
        return []
    chosen = np.asarray(numbers)
    heights = boxes[chosen, 3] - boxes[chosen, 1]
    height = max(text_height(boxes[chosen]), _SMALL_PRINT * usual_px) or float(heights.max())
    if (heights >= _LETTER * height).sum() == 0:
        height = float(heights.max())
    widths = boxes[chosen, 2] - boxes[chosen, 0]
    if max(heights.max(), widths.max()) < _CRUMB * usual_px:
        return []
    letters = chosen[heights >= _LETTER * height]
    rows = _with_high_marks(boxes, _rows(boxes, letters, height), height)
    members: list[list[int]] = [list(row) for row in rows]
    bands = [(float(np.median(boxes[row, 1])), float(np.median(boxes[row, 3]))) for row in rows]
    for n in chosen[heights < _LETTER * height]:
        middle = (boxes[n, 1] + boxes[n, 3]) / 2
        far = [max(top - middle, middle - bottom, 0) for top, bottom in bands]
        members[int(np.argmin(far))].append(int(n))
    lines = [_line(boxes, row, band) for row, band in zip(members, bands, strict=True)]
    return [line for line in lines if line.words]


def _rows(boxes: Numbers, letters: Numbers, height: float) -> list[list[int]]:
    middles = (boxes[letters, 1] + boxes[letters, 3]) / 2
    rows: list[list[int]] = []
    last = -np.inf
    for place in np.argsort(middles, kind="stable"):
        if not rows or middles[place] - last > _SAME_LINE * height:
            rows.append([])
            last = middles[place]
        rows[-1].append(int(letters[place]))
        last = last + (middles[place] - last) / len(rows[-1])
    return rows


def _with_high_marks(boxes: Numbers, rows: list[list[int]], height: float) -> list[list[int]]:
    """The rows with those of tall marks joined to the letters that they stand on."""
    joined: list[list[int]] = []
    waiting: list[int] = []
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        if below and _are_marks(boxes, row, below, height):
            waiting += row
            continue
        joined.append(waiting + row)
        waiting = []
    return joined


def _are_marks(boxes: Numbers, row: list[int], below: list[int], height: float) -> bool:
    gap = np.median(boxes[below, 1]) - np.median(boxes[row, 3])
    own, other = (np.median(boxes[members, 3] - boxes[members, 1]) for members in (row, below))
    return bool(gap < _MARK_GAP * height and own < other)


def _line(boxes: Numbers, numbers: Sequence[int], band: tuple[float, float]) -> TextLine:
    glyphs = glyphs_of(boxes, numbers)
    height = band[1] - band[0]
    groups: list[list[Glyph]] = []
    reach = 0
    for glyph in glyphs:
        if not groups or glyph.x0 - reach > height * _gap(groups[-1][-1], glyph, height):
            groups.append([])
        groups[-1].append(glyph)
        reach = max(reach, glyph.x1)
    words = tuple(
        TextWord(tuple(group), group[0].x0, max(glyph.x1 for glyph in group), n + 1 < len(groups))
        for n, group in enumerate(groups)
    )
    return TextLine(words, *band)


def _gap(before: Glyph, after: Glyph, height: float) -> float:
    """How wide a gap between the two parts words, of the text's height: slim glyphs have white of their own."""
    slim = sum(g.height_px < _POINT * height or g.x1 - g.x0 < _SLIM * height for g in (before, after))
    return _WORD_GAPS[slim]
