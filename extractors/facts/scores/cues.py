"""Whether the words around a figure say that it is a score."""

from __future__ import annotations

import re

from extractors.facts.scores.words import words
from extractors.thai.text import squeeze

_RANGE_AFTER = re.compile(r"^\s*(?:[-–—]|ถึง)\s*\d")
_RANGE_BEFORE = re.compile(r"(?:\d\s*|^)(?:[-–—]|ถึง)\s*(?:ร้อยละ\s*)?$")
_ONLY_SIGNS = re.compile(r"^[\s:=(–.…_-]*(?:คะแนน)?[\s:=(]*$")
_FULL = ("ได้คะแนนเต็ม", "ได้คะแนนเต็มร้อยละ", "มีคะแนนเต็มร้อยละ", "ได้เต็ม", "ได้เต็มร้อยละ")
_ENDS = re.compile(r"[ \t]*(?:$|[\n,;])")
_NEXT_NAME = re.compile(r"(?:ตัวชี้วัดที่|ข้อที่|ข้อ(?=O)|แบบวัด|ด้าน(?=[ก-ฮ]{4}))")
"""Names after a figure, with which the next phrase begins: they are not what the figure counts."""
_PUNCTUATION = re.compile(r"[()\[\]“”\"':;,.=*]+")


def says_score(left: str, printed: str, right: str, *, named: bool) -> bool:
    """Whether a figure ``printed`` between ``left`` and ``right`` is a score.

    ``left`` begins after the last figure or name; ``named``: it begins right after a name. A target, threshold,
    rank, count, range or difference is none; after a name, points of two decimals need no more words.
    """
    before, after = squeeze(_PUNCTUATION.sub(" ", left)), squeeze(right)
    vocabulary = words()
    if printed.partition(".")[0] == "100" and before.endswith(_FULL):
        return True
    if _RANGE_AFTER.match(right) or (_RANGE_BEFORE.search(left) and not (named and _ONLY_SIGNS.match(left))):
        return False
    if after.startswith(vocabulary.refuse_after) or before.endswith(vocabulary.refuse_before):
        return False
    if "." not in printed and before.endswith("จาก") and not before.endswith(vocabulary.between_from):
        return False  # "28.10 (จาก 30 คะแนน)"
    if "." not in printed and after.startswith(vocabulary.refuse_after_count) and not _NEXT_NAME.match(after):
        return False
    if any(word in before for word in vocabulary.refuse):
        return False
    stem = _without_little_words(before)
    if before.endswith(vocabulary.cue) or stem.endswith(vocabulary.cue):
        return True
    if not named or before.endswith("คิดเป็นร้อยละ"):
        return False
    has_unit = after.startswith(("คะแนน", "%"))
    if _ONLY_SIGNS.match(left):
        return has_unit or len(printed.partition(".")[2]) == 2 or (printed == "100" and _ENDS.match(right) is not None)
    said = has_unit or "ร้อยละ" in before or "คะแนน" in before or before.endswith(("ได้", "เท่ากับ"))
    return said and (not stem or stem in vocabulary.between)


def _without_little_words(before: str) -> str:
    stem = before
    while shorter := next((stem[: -len(word)] for word in words().between if stem.endswith(word)), ""):
        stem = shorter
    return stem
