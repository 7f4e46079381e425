"""Damaged text as cells: a letter on the line with everything that was found at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.thai.repair.signs import MARKS

_LETTER = re.compile(f"([ก-ฮะาำเแโใไฤฦๅ])([{MARKS}]*)")
# Phinthu, lower vowel, upper vowel, nikhahit, tone, thanthakhat: the order of correct text, and of canonical order.
_UPPER_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47"
_PLACES = ("\u0e3a", "\u0e38\u0e39", _UPPER_VOWELS, "\u0e4d", "\u0e48\u0e49\u0e4a\u0e4b", "\u0e4c\u0e4e")
_ORDER = {mark: place for place, marks in enumerate(_PLACES) for mark in marks}


@dataclass(frozen=True, slots=True)
class Cell:
    """``letter`` is the letter's bone (า for ำ); ``raised`` says that it was ำ; ``marks`` are in Unicode's order.

    ``strange`` is a character after it that may stand for a mark (U+FFFD, a private code, a stray Latin one);
    ``space`` the white space after it; ``start`` and ``end`` its stretch of the text, space not included.
    """

    letter: str
    marks: str = ""
    raised: bool = False
    strange: str = ""
    space: str = ""
    start: int = 0
    end: int = 0


def in_order(marks: str) -> str:
    """Each mark once, in the order in which Unicode has them."""
    return "".join(sorted(dict.fromkeys(marks), key=_ORDER.__getitem__)) if len(marks) > 1 else marks


def word_cells(word: str) -> tuple[Cell, ...]:
    """The cells of a correctly spelled word."""
    return tuple(
        Cell("า" if m[1] == "ำ" else m[1], in_order(m[2]), m[1] == "ำ", start=m.start(), end=m.end())
        for m in _LETTER.finditer(word)
    )
