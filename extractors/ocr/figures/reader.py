"""Reads the words of a picture that may be figures: word -> readings with probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.document import Reading
from extractors.ocr.figures.network import OTHER, network
from extractors.ocr.figures.reading import MOST_GLYPHS, readings
from extractors.ocr.figures.shapes import Glyph, features
from extractors.ocr.lines import TextWord
from extractors.ocr.parts import Parts
from extractors.ocr.raster import Darkness

_WIDE = 1.05  # of the word's height: no single digit is wider
_MIDDLE = 0.3  # of the width: so far from either side two glyphs that touch are cut
_CUT = 0.97
"""How much is believed of a figure whose glyphs had to be cut apart."""


def read_figures(dark: Darkness, parts: Parts, words: Sequence[TextWord]) -> dict[TextWord, tuple[Reading, ...]]:
    """The readings of each word that is built like a figure, the likeliest first; other words are left out."""
    found: dict[TextWord, tuple[Reading, ...]] = {}
    for word in words:
        if len(word.glyphs) <= MOST_GLYPHS and (answers := _read(dark, parts, word.glyphs)):
            found[word] = answers
    return found


def _read(dark: Darkness, parts: Parts, glyphs: Sequence[Glyph]) -> tuple[Reading, ...]:
    chances = network().probabilities(features(dark, parts, glyphs))
    height = max(glyph.height_px for glyph in glyphs)
    strange = chances.argmax(axis=1) == network().classes.index(OTHER)
    wide = [n for n, glyph in enumerate(glyphs) if strange[n] and glyph.x1 - glyph.x0 >= _WIDE * height]
    if not wide or len(wide) < strange.sum():
        return readings(network(), chances)
    cut = [part for n, glyph in enumerate(glyphs) for part in (_apart(parts, glyph) if n in wide else [glyph])]
    answers = readings(network(), network().probabilities(features(dark, parts, cut)))
    return tuple(answer._replace(probability=_CUT * answer.probability) for answer in answers)


def _apart(parts: Parts, glyph: Glyph) -> list[Glyph]:
    """The glyph as two, cut where its middle has the least ink."""
    ink = np.isin(parts.labels[glyph.top : glyph.bottom, glyph.x0 : glyph.x1], [n + 1 for n in glyph.parts])
    width = glyph.x1 - glyph.x0
    low, high = round(_MIDDLE * width), round((1 - _MIDDLE) * width)
    columns = ink.sum(axis=0)[low:high]
    least = np.nonzero(columns == columns.min())[0]
    place = low + int(least[np.argmin(np.abs(least + low - width / 2))])
    halves = []
    for start, end in ((0, place), (place, width)):
        rows = np.nonzero(ink[:, start:end].any(axis=1))[0]
        if len(rows):
            top, bottom = glyph.top + int(rows[0]), glyph.top + int(rows[-1]) + 1
            halves.append(Glyph(glyph.parts, glyph.x0 + start, top, glyph.x0 + end, bottom))
    return halves
