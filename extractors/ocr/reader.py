"""A picture read: its words in place, as if a text layer had held them, and how sure each figure is.

Figures are read by the project's own network, words by Tesseract. A word that is built like a figure is the
network's; Tesseract is then a second witness for Arabic digits, never for Thai ones. Nothing is filled in: a
figure that neither can read stands as Tesseract spelled it and is doubtful.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from PIL import Image

from extractors.document import Box, Reading
from extractors.grids.edges import Edges
from extractors.grids.words import Characters, Word
from extractors.ocr import spelling, tesseract
from extractors.ocr.figures.reader import read_figures
from extractors.ocr.figures.witnesses import THAI_DIGIT, Witnessed, unheard, witnessed
from extractors.ocr.lines import TextLine, TextWord
from extractors.ocr.parting import parted
from extractors.ocr.raster import Grey
from extractors.ocr.seen import Seen
from extractors.ocr.tesseract import Piece

Figures = dict[TextWord, tuple[Reading, ...]]

_SURE_ALONE, _SURE_THAI = 0.995, 0.6
"""So probable figures must be that Tesseract is not asked about a line that holds nothing else.

Of Thai digits it knows nothing: it is asked only whether such a word is a figure at all.
"""
_LATIN_ABBREVIATION = re.compile(r"(?<![A-Za-z])[A-Za-z]\.\s?[A-Za-z]\.(?![A-Za-z])")
"""Months and offices are abbreviated so in Thai (ต.ค., ก.ย.) and nothing is in English: such a line is read as Thai."""
_BEST_TEXT_PX = 26  # the height of letters that Tesseract reads best
_MARGIN_PX = 12
_ABOVE, _BELOW = 1.0, 0.5  # of the letters' height: how far marks reach


class Figure(NamedTuple):
    """A figure read from a picture: its readings, the likeliest first; ``doubtful`` where the best is not sure."""

    box: Box
    readings: tuple[Reading, ...]
    doubtful: bool


@dataclass(slots=True)
class Read:
    """The words of a picture, its ruling lines, and the figures among the words."""

    words: list[Word]
    characters: Characters
    edges: Edges
    figures: list[Figure]


class _Cut(NamedTuple):
    """A picture of one line; its left edge in the whole picture, and how much larger it is."""

    picture: Grey
    left: float
    scale: float


@dataclass(slots=True)
class _Page:
    """Words as they are added."""

    characters: Characters = field(default_factory=lambda: Characters("", [], [], [], []))
    words: list[Word] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def read_picture(seen: Seen, until: float = math.inf) -> Read:
    """Everything that is printed in the picture.

    Raises subprocess.TimeoutExpired when Tesseract is not done at the time ``until`` (of ``time.monotonic``).
    """
    lines = [(line, region.cell) for region in seen.regions for line in region.lines]
    words = [word for line, _ in lines for word in line.words]
    figures = read_figures(seen.dark, seen.parts, words, seen.text_height_px)
    read = _spelled(seen, [line for line, _ in lines if not _is_figures(line, figures)], figures, until)
    page = _Page()
    for line, cell in lines:
        for word in line.words:
            _add(page, seen, line, word, witnessed(figures.get(word, ()), spelling.spelled(read.get(word, "")), cell))
    return Read(page.words, page.characters, seen.edges, page.figures)


def _is_figures(line: TextLine, figures: Figures) -> bool:
    return all(word in figures and _is_sure(figures[word][0]) for word in line.words)


def _is_sure(reading: Reading) -> bool:
    return reading.probability >= (_SURE_THAI if THAI_DIGIT.search(reading.text) else _SURE_ALONE)


def _spelled(seen: Seen, lines: Sequence[TextLine], figures: Figures, until: float) -> dict[TextWord, str]:
    """What Tesseract reads for each word of the lines, each of which is shown to it alone.

    A line of its own is read better than a page, and in less time: nothing is to be guessed about the layout.
    """
    cuts = [_cut(seen, line) for line in lines]
    pieces = _by_picture(tesseract.read([cut.picture for cut in cuts], until=until))
    again = [n for n, found in pieces.items() if _LATIN_ABBREVIATION.search("".join(piece.text for piece in found))]
    if again:
        thai = _by_picture(tesseract.read([cuts[n].picture for n in again], tesseract.THAI, until))
        pieces |= {n: thai[k] for k, n in enumerate(again) if k in thai}
    found: dict[TextWord, str] = {}
    for n, (line, cut) in enumerate(zip(lines, cuts, strict=True)):
        own = [figures[word][0].text if word in figures else "" for word in line.words]
        found |= dict(zip(line.words, parted(_in_words(line, cut, pieces.get(n, [])), own), strict=True))
    return found


def _by_picture(pieces: Sequence[Piece]) -> dict[int, list[Piece]]:
    found: dict[int, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.picture, []).append(piece)
    return found


def _in_words(line: TextLine, cut: _Cut, pieces: Sequence[Piece]) -> list[str]:
    """Each word of the line as Tesseract spells it: a letter belongs to the word nearest to its middle."""
    words = ["" for _ in line.words]
    for piece in pieces:
        x = cut.left + (piece.x0 + piece.x1) / 2 / cut.scale
        far = [max(word.x0 - x, x - word.x1, 0) for word in line.words]
        words[far.index(min(far))] += piece.text
    return words


def _cut(seen: Seen, line: TextLine) -> _Cut:
    """The line cut out of the picture, enlarged as Tesseract likes it, with a margin."""
    height = max(line.height_px, 4.0)
    top, bottom = max(0, round(line.top - _ABOVE * height)), round(line.bottom + _BELOW * height)
    left, right = max(0, line.words[0].x0 - 2), line.words[-1].x1 + 2
    picture = seen.white[top:bottom, left:right]
    scale = min(4.0, max(1.0, _BEST_TEXT_PX / height))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    picture = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC))
    return _Cut(np.pad(picture, _MARGIN_PX, constant_values=255), left - _MARGIN_PX / scale, scale)


def _add(page: _Page, seen: Seen, line: TextLine, word: TextWord, said: Witnessed) -> None:
    """The word among the page's, its letters spread evenly over its width."""
    if not said.text:
        return
    height = line.height_px
    box = seen.frame.box(word.x0, line.top - _ABOVE * height, word.x1, line.bottom + _BELOW * height)
    text, letters = said.text, page.characters
    first, step = len(letters.text), box.width_pt / len(text)
    letters.text += text + (" " if word.spaced else "\n")
    for n in range(len(text) + 1):
        letters.x0.append(box.x0 + n * step)
        letters.x1.append(box.x0 + (n + 1) * step)
        letters.top.append(box.top)
        letters.bottom.append(box.bottom)
    page.words.append(Word(text, *box, box.bottom, first=first, end=first + len(text), trailing=word.spaced))
    if said.readings:
        page.figures.append(Figure(box, said.readings, said.doubtful))
    else:
        page.figures += [Figure(box, (reading,), doubtful=True) for reading in unheard(text)]
