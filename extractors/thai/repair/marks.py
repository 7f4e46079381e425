"""Marks that stand in an impossible order or place, set right without any knowledge of words."""

from __future__ import annotations

import re

from extractors.thai.repair.cells import in_order
from extractors.thai.repair.signs import CONSONANTS, MARKS, TONES

_SPACE_BEFORE_MARK = re.compile(f"(?<=[{CONSONANTS}{MARKS}])[ \\xa0]+(?=[{MARKS}])")
_SPLIT_AM = re.compile(f"([{TONES}]?)\u0e4d([{TONES}]?)า")
_AM_RUN = re.compile("ำ[าำ]+|าำ")
_TONE_AFTER_AM = re.compile(f"(?<=[{CONSONANTS}])ำ([{TONES}])")
_MARK_ON_DIGIT = re.compile(f"(?<=[{CONSONANTS}])([0-9๐-๙.]{{1,4}})([{MARKS}]+)")
_MARKS = re.compile(f"[{MARKS}]{{2,}}")
_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"
# What is set right, for a search that skips from mark to mark: a mark after what cannot bear one, and two marks
# that cannot follow one another.
_MARKS_TO_FIX = re.compile(
    f"([{MARKS}])(?:(?<=[ \\xa00-9๐-๙.].)|(?=[{MARKS}า])(?:\\1|(?<=[{TONES}])[{_VOWELS}\u0e4d]|(?<=\u0e4c)[{MARKS}]"
    f"|(?<=\u0e4d)(?:[{_VOWELS}]|[{TONES}]?า)|(?<=[\u0e31\u0e34-\u0e37\u0e47])[\u0e38-\u0e3a]))"
)
_AM_TO_FIX = re.compile(f"ำ(?:(?<=าำ)|[าำ{TONES}])")


def settle(text: str) -> str:
    """The text with sara am whole, marks in order and once, and no space before a mark. Correct Thai is unchanged."""
    if not (_MARKS_TO_FIX.search(text) or _AM_TO_FIX.search(text) or "เเ" in text):
        return text
    text = _SPACE_BEFORE_MARK.sub("", text)
    text = _MARK_ON_DIGIT.sub(r"\2\1", text)
    text = _SPLIT_AM.sub(r"\1\2ำ", text)
    text = _AM_RUN.sub("ำ", text)
    text = _TONE_AFTER_AM.sub(r"\1ำ", text)
    return _MARKS.sub(lambda run: in_order(run[0]), text).replace("เเ", "แ")
