"""What a word says when the network and Tesseract have both been heard, and whether that is sure."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.document import Box, Reading
from extractors.ocr.figures.reading import BUILT

SURE = 0.99
"""The least probability of a figure that needs no second witness."""
_SURE_WITH_WITNESS = 0.6
_LEFT_BY_WITNESS = 0.1
"""How much of the doubt is left when both agree."""
_READABLE = 0.4
"""Below this, a single glyph that Tesseract does not see either is dirt or a piece of a line."""
_OUTVOTES = 0.9
"""The least probability with which a figure is believed against letters that Tesseract reads in running text."""
_TESSERACT_ALONE = 0.5
"""How probable Tesseract's own figure is where the network reads another or none (Arabic digits)."""

THAI_DIGIT = re.compile("[๐-๙]")
_THAI_LETTER = re.compile("[ก-๎]")
_DIGIT = re.compile("[0-9๐-๙]")
_FIGURE = re.compile(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)?")
_ROUND = str.maketrans("Oo๐", "000")
_STRAY = " |!'\"`_\u2018\u2019\u201c\u201d"


class Witnessed(NamedTuple):
    """``readings`` is empty for words that are no figures."""

    text: str
    readings: tuple[Reading, ...] = ()
    doubtful: bool = False


def witnessed(readings: tuple[Reading, ...], spelled: str, cell: Box | None) -> Witnessed:
    """The word's text. ``readings`` are the network's, ``spelled`` is Tesseract's, ``cell`` None in running text."""
    if not readings:
        return _tesseract_alone(spelled)
    best = readings[0]
    other = spelled.strip(_STRAY)
    if best.probability < _READABLE and not other:
        return Witnessed(best.text, readings, doubtful=True) if len(best.text) > 1 else Witnessed("")
    if _agree(best.text, other):
        sure = best._replace(probability=1 - (1 - best.probability) * _LEFT_BY_WITNESS)
        return Witnessed(best.text, (sure, *readings[1:]), best.probability < _SURE_WITH_WITNESS)
    if cell is None and not (best.probability >= _OUTVOTES and (len(best.text) > 1 or not other)):
        if not _DIGIT.search(other) and other:
            return Witnessed(other)
    elif best.probability < _SURE_WITH_WITNESS and _are_letters(other, best.text):
        return Witnessed(other)
    if THAI_DIGIT.search(best.text) or not BUILT.fullmatch(other) or not _DIGIT.search(other):
        return Witnessed(best.text, readings, best.probability < SURE)
    known = {reading.text for reading in readings}
    if other in known or best.probability >= 0.9995:
        return Witnessed(best.text, readings, best.probability < 0.9995)
    rest = (Reading(other, min(_TESSERACT_ALONE, 1 - best.probability)),)
    return Witnessed(best.text, (*readings, *rest), doubtful=True)


def _tesseract_alone(spelled: str) -> Witnessed:
    """A word that the network does not read: its figure, if it is one, is doubtful."""
    if BUILT.fullmatch(spelled) and _DIGIT.search(spelled):
        return Witnessed(spelled, (Reading(spelled, _TESSERACT_ALONE),), doubtful=True)
    return Witnessed(spelled)


def unheard(text: str) -> list[Reading]:
    """The figures inside a word that the network has not read (ได้98.79คะแนน): Tesseract alone vouches for them."""
    return [Reading(figure, _TESSERACT_ALONE) for figure in _FIGURE.findall(text)]


def _are_letters(other: str, figure: str) -> bool:
    """Whether Tesseract's text speaks against the figure. Thai digits it spells with Latin letters as they come."""
    if not other or _DIGIT.search(other):
        return False
    return bool(_THAI_LETTER.search(other)) or not THAI_DIGIT.search(figure)


def _agree(text: str, other: str) -> bool:
    """Whether Tesseract saw the same. Of a circle alone, a C too, it says that it is a zero: that proves nothing."""
    if len(text) == 1 and text in "O0๐":
        return False
    return text == other or (text.translate(_ROUND) == other.translate(_ROUND) and not THAI_DIGIT.search(text[1:]))
