"""A picture read: its words in place, as if a text layer had held them, and how sure each figure is.

Figures are read by the project's own network, words by Tesseract. A word that is built like a figure is the
network's; Tesseract is then a second witness for Arabic digits, never for Thai ones. Nothing is filled in: a
figure that neither can read stands as Tesseract spelled it and is doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from PIL import Image

from extractors.document import Box
from extractors.grids.edges import Edges
from extractors.grids.words import Characters, Word
from extractors.ocr import tesseract
from extractors.ocr.figures.reader import read_figures
from extractors.ocr.figures.reading import Reading
from extractors.ocr.figures.witnesses import Witnessed, witnessed
from extractors.ocr.lines import TextLine, TextWord
from extractors.ocr.raster import Grey
from extractors.ocr.seen import Region, Seen
from extractors.ocr.tesseract import Piece

_SURE_IN_CELL = 0.6
"""So probable a figure must be that Tesseract is not asked about a cell that holds nothing else."""
_BEST_TEXT_PX = 26  # the height of letters that Tesseract reads best
_MARGIN_PX = 12
_ABOVE, _BELOW = 1.0, 0.5  # of the letters' height: how far marks reach
_SAME_LINE = 0.9  # of the letters' height: how far Tesseract's line may stand from ours


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


@dataclass(slots=True)
class _Page:
    """Words as they are added."""

    characters: Characters = field(default_factory=lambda: Characters("", [], [], [], []))
    words: list[Word] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def read_picture(seen: Seen) -> Read:
    """Everything that is printed in the picture. Raises subprocess.TimeoutExpired when Tesseract takes too long."""
    words = [word for region in seen.regions for line in region.lines for word in line.words]
    figures = read_figures(seen.dark, seen.parts, words)
    outside = [region for region in seen.regions if region.cell is None]
    cells = [region for region in seen.regions if region.cell is not None and not _is_figures(region, figures)]
    spelled: dict[TextWord, str] = {}
    for region in outside:
        spelled |= _spelled_page(seen, region)
    spelled |= _spelled_cells(seen, cells)
    page = _Page()
    for region in seen.regions:
        for line in region.lines:
            for word in line.words:
                _add(page, seen, line, word, witnessed(figures.get(word, ()), spelled.get(word, ""), region.cell))
    return Read(page.words, page.characters, seen.edges, page.figures)


def _is_figures(region: Region, figures: dict[TextWord, tuple[Reading, ...]]) -> bool:
    words = [word for line in region.lines for word in line.words]
    return all(word in figures and figures[word][0].probability >= _SURE_IN_CELL for word in words)


def _spelled_page(seen: Seen, region: Region) -> dict[TextWord, str]:
    """What Tesseract reads outside of the tables."""
    if not region.lines:
        return {}
    white = seen.white.copy()
    for other in seen.regions:
        if other.cell is not None:
            x0, top, x1, bottom = other.box
            white[max(0, top - 1) : bottom + 1, max(0, x0 - 1) : x1 + 1] = 255
    picture, scale = _scaled(white, seen.text_height_px)
    pieces = tesseract.read([picture], tesseract.PAGE)
    found = _placed(region.lines, pieces, 0, 0, scale)
    missed = [line for line in region.lines if sum(len(w.glyphs) for w in line.words) > 2]
    missed = [line for line in missed if not any(word in found for word in line.words)]
    return found | _spelled_lines(seen, missed)


def _spelled_cells(seen: Seen, cells: Sequence[Region]) -> dict[TextWord, str]:
    """What Tesseract reads in each cell: cells of one line as a line, others as a block of text."""
    found = _spelled_lines(seen, [region.lines[0] for region in cells if len(region.lines) == 1])
    blocks = [region for region in cells if len(region.lines) > 1]
    crops, places = [], []
    for region in blocks:
        x0 = min(word.x0 for line in region.lines for word in line.words)
        x1 = max(word.x1 for line in region.lines for word in line.words)
        crop, place, scale = _crop(seen, x0, region.lines[0], x1, region.lines[-1])
        crops.append(crop)
        places.append((place, scale))
    pieces = tesseract.read(crops, tesseract.BLOCK)
    for n, region in enumerate(blocks):
        (x0, top), scale = places[n]
        found |= _placed(region.lines, [piece for piece in pieces if piece.picture == n], x0, top, scale)
    return found


def _spelled_lines(seen: Seen, lines: Sequence[TextLine]) -> dict[TextWord, str]:
    crops, places = [], []
    for line in lines:
        crop, place, scale = _crop(seen, line.words[0].x0, line, line.words[-1].x1, line)
        crops.append(crop)
        places.append((place, scale))
    found: dict[TextWord, str] = {}
    pieces = tesseract.read(crops, tesseract.LINE)
    for n, line in enumerate(lines):
        (x0, top), scale = places[n]
        own = [piece._replace(line_middle=(line.middle - top) * scale) for piece in pieces if piece.picture == n]
        found |= _placed([line], own, x0, top, scale)
    return found


def _crop(seen: Seen, x0: int, first: TextLine, x1: int, last: TextLine) -> tuple[Grey, tuple[float, float], float]:
    """The lines cut out and enlarged with a margin, where the cut begins in the picture, and how much larger it is."""
    height = max(first.height_px, 4.0)
    top = max(0, round(first.top - _ABOVE * height))
    bottom = min(seen.white.shape[0], round(last.bottom + _BELOW * height))
    left, right = max(0, x0 - 2), min(seen.white.shape[1], x1 + 2)
    crop, scale = _scaled(seen.white[top:bottom, left:right], height)
    framed = np.pad(crop, _MARGIN_PX, constant_values=255)
    return framed, (left - _MARGIN_PX / scale, top - _MARGIN_PX / scale), scale


def _scaled(picture: Grey, text_height_px: float) -> tuple[Grey, float]:
    scale = min(4.0, max(1.0, _BEST_TEXT_PX / text_height_px))
    if scale < 1.1:
        return picture, 1.0
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)), scale


def _placed(
    lines: Sequence[TextLine], pieces: Sequence[Piece], left: float, top: float, scale: float
) -> dict[TextWord, str]:
    """Tesseract's letters for each of our words: by the middle of the line, then by their own middle."""
    found: dict[TextWord, str] = {}
    for piece in pieces:
        height = top + piece.line_middle / scale
        line = min(lines, key=lambda line: abs(line.middle - height))
        if abs(line.middle - height) > max(_SAME_LINE * line.height_px, 4):
            continue
        x = left + (piece.x0 + piece.x1) / 2 / scale
        word = min(line.words, key=lambda word: max(word.x0 - x, x - word.x1, 0))
        found[word] = found.get(word, "") + piece.text
    return found


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
    page.words.append(Word(text, *box, box.bottom, first, word.spaced))
    if said.readings:
        page.figures.append(Figure(box, said.readings, said.doubtful))
