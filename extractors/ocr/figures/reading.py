"""The readings of a printed word that may be a figure, a code or a grade, each with its probability.

All digits of a figure are of one script, and a word must be built as figures are built: what is not is no reading,
however sure its glyphs are. A word of which no reading stands out is not a figure: the caller asks somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from extractors.document import Reading
from extractors.ocr.figures.network import OTHER, Network
from extractors.ocr.raster import Numbers

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_SIGNS = ".,-+%/()"
_SCRIPTS = (_ARABIC + _SIGNS + "O", _THAI + _SIGNS + "O", "ABCDEFIOT()")
BUILT = re.compile(
    r"[+-]?\d{1,3}(?:,\d{3})*(?:\.\d{1,4})?%?|[+-]?\d{1,7}(?:\.\d{1,4})?%?|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?"
    r"|[O๐0]\.?\d{1,2}|\d{1,4}/\d{1,4}|-|\(?\d{1,3}(?:\.\d{1,2})?%?\)|\(?\d{1,4}\)|\d{1,3}\.\d{1,2},|\d{1,4},|[O๐0]\d{1,2},?"
    r"|\(?(?:AA|[A-FO]|IIT|EIT|OIT|ITA)\)?"
)
MOST_GLYPHS = 10
_KEPT = 4  # candidates of a glyph, and readings of a word
_LEAST = 0.02  # of a glyph's probability: rarer candidates are not followed
_LEAST_WORD = 0.05
_CODE_START = "๐"  # Thai zero stands for the letter O before Arabic digits too


def readings(network: Network, chances: Numbers) -> tuple[Reading, ...]:
    """The readings of a word, the likeliest first; none where it is not a figure.

    ``chances`` are glyphs x classes. The probabilities add up to less than 1 by what speaks against any of them.
    """
    if not 0 < len(chances) <= MOST_GLYPHS:
        return ()
    found: dict[str, float] = {}
    for script in _SCRIPTS:
        for text, chance in _spelled(network.classes, chances, script):
            if BUILT.fullmatch(text):
                found[text] = max(chance, found.get(text, 0.0))
    total = sum(found.values())
    if total < _LEAST_WORD:
        return ()
    foreign = float(1 - np.prod(1 - chances[:, network.classes.index(OTHER)]))
    ranked = sorted(found.items(), key=lambda entry: -entry[1])[:_KEPT]
    return tuple(Reading(text, chance / total * (1 - foreign)) for text, chance in ranked)


def _spelled(classes: str, chances: Numbers, script: str) -> Iterator[tuple[str, float]]:
    """The likeliest spellings with the characters of one script."""
    spelled: list[tuple[str, float]] = [("", 1.0)]
    for n, row in enumerate(chances):
        allowed = script + _CODE_START if n == 0 and script.startswith("0") else script
        letters = _candidates(classes, row, allowed)
        spelled = [(text + letter, chance * own) for text, chance in spelled for letter, own in letters]
        spelled = sorted(spelled, key=lambda entry: -entry[1])[: 4 * _KEPT]
    yield from spelled


def _candidates(classes: str, row: Numbers, allowed: Sequence[str]) -> list[tuple[str, float]]:
    ranked = sorted(((float(row[classes.index(letter)]), letter) for letter in set(allowed)), reverse=True)[:_KEPT]
    return [(letter, chance) for chance, letter in ranked if chance >= _LEAST] or [(ranked[0][1], ranked[0][0])]
