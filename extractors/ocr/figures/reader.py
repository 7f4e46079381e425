"""Reads the words of a picture that may be figures: word -> readings with probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.document import Reading
from extractors.ocr.figures.network import network
from extractors.ocr.figures.reading import readings
from extractors.ocr.figures.spelling import spellings
from extractors.ocr.figures.strips import strip_of
from extractors.ocr.lines import TextWord
from extractors.ocr.parts import Parts
from extractors.ocr.raster import Darkness

_MOST_GLYPHS = 12
_HARDLY_APART = 0.5  # of the digits' height: the white of a slanted 1 is as wide as some fonts' space
_PARTED = 0.5
"""How much is believed of two figures so near to one another: they may be one."""
_DIRT = 0.3  # of the text's height: what is smaller both ways is no dash, but a crumb of a line


def read_figures(
    dark: Darkness, parts: Parts, words: Sequence[TextWord], text_height_px: float
) -> dict[TextWord, tuple[Reading, ...]]:
    """The readings of each word that is built like a figure, the likeliest first; other words are left out.

    ``text_height_px`` is that of the letters of the whole picture.
    """
    tried = [word for word in words if len(word.glyphs) <= _MOST_GLYPHS and not _is_dirt(word, text_height_px)]
    seen = {word: strip_of(dark, parts, word.glyphs, text_height_px) for word in tried}
    strips = {word: strip for word, strip in seen.items() if strip is not None}
    found: dict[TextWord, tuple[Reading, ...]] = {}
    for word, rows in zip(strips, network().chances(list(strips.values())), strict=True):
        if answers := readings(spellings(network().classes, rows)):
            found[word] = answers
    for word, after in pairwise(words):
        if word in found and after in found and _may_be_one(word, after, found):
            for part in (word, after):
                found[part] = tuple(r._replace(probability=_PARTED * r.probability) for r in found[part])
    return found


def _may_be_one(word: TextWord, after: TextWord, found: Mapping[TextWord, Sequence[Reading]]) -> bool:
    height = max(glyph.height_px for glyph in (*word.glyphs, *after.glyphs))
    near = word.spaced and after.x0 - word.x1 < _HARDLY_APART * height
    return near and found[word][0].text[-1].isdigit() and found[after][0].text[0].isdigit()


def _is_dirt(word: TextWord, text_height_px: float) -> bool:
    high = max(glyph.bottom for glyph in word.glyphs) - min(glyph.top for glyph in word.glyphs)
    return max(high, word.x1 - word.x0) < _DIRT * text_height_px
