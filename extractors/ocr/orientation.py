"""Which way up a scanned page lies: told by its letters, and where they do not tell, by a trial reading.

Letters of one line stand nearer to each other than lines do, so the side on which a letter has its nearest neighbour
tells whether the page lies on its side. Thai has far more marks above its letters than below, so a page with many
marks above is upright; any other is read a little, both ways up. A page is turned only where all this is clear.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import numpy as np
from PIL import Image

from extractors.ocr import tesseract
from extractors.ocr.lines import TextLine, lines_of, text_height
from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Grey, Numbers, darkness, inked

_LEAST_LETTERS, _MOST_LETTERS = 40, 12_000
"""A page with fewer does not tell which way up it lies, one with more is a photo: small print has some 6,000."""
_LETTER = (0.6, 2.5)  # of the usual size: smaller parts are marks, larger ones drawings and lines
_ASKED = 250  # letters are asked for their neighbours
_FAR = 1.5  # of the usual size: who has no neighbour within that is not counted
_CLEAR = 0.75  # of the letters must say the same
_MARKS, _MORE_MARKS = 12, 2.5
"""So many marks above letters, and so many times as many as below, stand on upright Thai."""
_TRIAL_LINES, _TRIAL_WITHIN_S = 6, 20.0
_TRIAL_LETTERS = 24
"""Fewer letters read in the trial are no reading."""
_READS, _BETTER = 70.0, 15.0
"""Tesseract's mean confidence in the right way up, and by how much it must be better than the other."""
_BEST_TEXT_PX = 26


def quarter_turns(grey: Grey, until: float = math.inf) -> int:
    """By how many quarters clockwise the page must be turned to stand upright; 0 where that is not clear.

    Raises subprocess.TimeoutExpired when Tesseract is not done at the time ``until``.
    """
    boxes = parts_of(inked(darkness(grey))).boxes
    on_its_side = _lies_on_its_side(boxes)
    if on_its_side is None:
        return 0
    if on_its_side:
        grey, boxes = np.rot90(grey), _rotated(boxes, grey.shape[1])
    lines = _lines(boxes)
    if not on_its_side and _has_marks_above(boxes, lines):
        return 0
    as_it_is, upside_down = _trial(grey, lines, min(until, time.monotonic() + _TRIAL_WITHIN_S))
    if max(as_it_is, upside_down) < _READS or abs(as_it_is - upside_down) < _BETTER:
        return 0
    if on_its_side:
        return 3 if as_it_is > upside_down else 1
    return 0 if as_it_is > upside_down else 2


def turned(grey: Grey, quarters: int) -> Grey:
    """The picture turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(grey, -quarters))


def _rotated(boxes: Numbers, width: int) -> Numbers:
    """The boxes in a picture that was ``width`` wide and is turned a quarter counter-clockwise."""
    x0, top, x1, bottom = boxes.T
    return np.stack([top, width - x1, bottom, width - x0], axis=1)


def _letters(boxes: Numbers) -> Numbers:
    """The numbers of the parts that are as large as letters."""
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    usual = _usual(boxes)
    return np.nonzero((sizes >= max(4.0, _LETTER[0] * usual)) & (sizes <= _LETTER[1] * usual))[0]


def _usual(boxes: Numbers) -> float:
    """The usual size of letters, the longer side of each; the same whichever way the page lies."""
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    sizes = sizes[sizes >= 5]
    return float(np.median(sizes)) if len(sizes) else 0.0


def _lies_on_its_side(boxes: Numbers) -> bool | None:
    """Whether letters have their nearest neighbours above and below; None where that is not clear."""
    letters = _letters(boxes)
    if not _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS:
        return None
    usual = _usual(boxes)
    asked = boxes[letters[:: max(1, len(letters) // _ASKED)]]
    beside = _nearest(asked, boxes[letters])
    under = _nearest(asked[:, [1, 0, 3, 2]], boxes[letters][:, [1, 0, 3, 2]])
    near = np.minimum(beside, under) <= _FAR * usual
    if near.sum() < _LEAST_LETTERS / 2:
        return None
    upright = float((beside[near] < under[near]).mean())
    return False if upright >= _CLEAR else True if upright <= 1 - _CLEAR else None


def _nearest(asked: Numbers, boxes: Numbers) -> Numbers:
    """For each box asked about, how far the next one to its right is that shares half of its height."""
    shared = np.minimum(asked[:, None, 3], boxes[None, :, 3]) - np.maximum(asked[:, None, 1], boxes[None, :, 1])
    gaps = boxes[None, :, 0] - asked[:, None, 2]
    heights = np.minimum(asked[:, 3] - asked[:, 1], 10_000)[:, None]
    right = (shared >= 0.5 * heights) & (boxes[None, :, 0] > asked[:, None, 0]) & (gaps > -heights)
    return np.asarray(np.where(right, np.maximum(gaps, 0), np.inf).min(axis=1))


def _lines(boxes: Numbers) -> list[TextLine]:
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    text = np.nonzero(sizes <= _LETTER[1] * _usual(boxes))[0]
    return lines_of(boxes, text.tolist(), text_height(boxes[text]))


def _has_marks_above(boxes: Numbers, lines: Sequence[TextLine]) -> bool:
    above = below = 0
    for line in lines:
        third = line.height_px / 3
        for word in line.words:
            for glyph in word.glyphs:
                for x0, top, x1, bottom in boxes[list(glyph.parts)].tolist():
                    if max(bottom - top, x1 - x0) >= 2 * line.height_px:
                        continue
                    above += bottom <= line.top + third and top < line.top
                    below += top >= line.bottom - third and bottom > line.bottom
    return above >= _MARKS and above >= _MORE_MARKS * below


def _trial(grey: Grey, lines: Sequence[TextLine], until: float) -> tuple[float, float]:
    """How surely Tesseract reads the fullest lines as they are and upside down; 0 to 100."""
    fullest = sorted(lines, key=lambda line: -sum(len(word.glyphs) for word in line.words))[:_TRIAL_LINES]
    cuts = [_cut(grey, line) for line in fullest]
    pieces = tesseract.read([*cuts, *(np.rot90(cut, 2) for cut in cuts)], until=until)
    as_they_are = [piece for piece in pieces if piece.picture < len(cuts)]
    upside_down = [piece for piece in pieces if piece.picture >= len(cuts)]
    return _confidence(as_they_are), _confidence(upside_down)


def _confidence(pieces: Sequence[tesseract.Piece]) -> float:
    letters = [sum(character.isalpha() for character in piece.text) for piece in pieces]
    if sum(letters) < _TRIAL_LETTERS:
        return 0.0
    return sum(n * piece.confidence for n, piece in zip(letters, pieces, strict=True)) / sum(letters)


def _cut(grey: Grey, line: TextLine) -> Grey:
    height = line.height_px
    top, bottom = max(0, round(line.top - height)), round(line.bottom + height)
    left, right = max(0, line.words[0].x0 - 4), line.words[-1].x1 + 4
    picture = grey[top:bottom, left:right]
    scale = min(4.0, max(0.5, _BEST_TEXT_PX / max(height, 4.0)))
    size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
    return np.asarray(Image.fromarray(np.ascontiguousarray(picture)).resize(size, Image.Resampling.BICUBIC))
