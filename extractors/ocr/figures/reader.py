"""Reads the words of a picture that may be figures: word -> readings with probabilities."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Reading
from extractors.ocr.figures.network import network
from extractors.ocr.figures.reading import MOST_GLYPHS, readings
from extractors.ocr.figures.shapes import features
from extractors.ocr.lines import TextWord
from extractors.ocr.parts import Parts
from extractors.ocr.raster import Darkness


def read_figures(dark: Darkness, parts: Parts, words: Sequence[TextWord]) -> dict[TextWord, tuple[Reading, ...]]:
    """The readings of each word that is built like a figure, the likeliest first; other words are left out."""
    found: dict[TextWord, tuple[Reading, ...]] = {}
    for word in words:
        if len(word.glyphs) <= MOST_GLYPHS:
            chances = network().probabilities(features(dark, parts, word.glyphs))
            if answers := readings(network(), chances):
                found[word] = answers
    return found
