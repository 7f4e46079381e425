"""The readings of a printed word that may be a figure, a code or a grade, each with its probability.

All digits of a figure are of one script, and a word must be built as figures are built: what is not is no reading,
however sure the network is. A word of which no reading stands out is not a figure: the caller asks somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.document import Reading

BUILT = re.compile(
    r"[+-]?\d{1,3}(?:,\d{3})*(?:\.\d{1,4})?%?|[+-]?\d{1,7}(?:\.\d{1,4})?%?|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?"
    r"|[O๐0]\.?\d{1,2}|\d{1,4}/\d{1,4}|-|\(?\d{1,3}(?:\.\d{1,2})?%?\)|\(?\d{1,4}\)|\d{1,3}\.\d{1,2},|\d{1,4},|[O๐0]\d{1,2},?"
    r"|\(?(?:AA|[A-FO]|IIT|EIT|OIT|ITA)\)?"
)
_KEPT = 4
_LEAST = 0.05  # all readings together: where they are rarer, the word is no figure
_THAI, _ARABIC = re.compile("[๑-๙]"), re.compile("[1-9]")
_CODE_START = "๐"  # Thai zero stands for the letter O before Arabic digits too
_CODE = re.compile(r"O\d\d,?")
"""Where it may be one it is one: no figure of three digits begins with a zero."""
_ROUND = str.maketrans("O๐", "00")
_ROUND_FIRST = re.compile(r"[O0๐]+,?|[O0๐]\d{1,2},?")
"""Zeros alone, and codes: nothing in the picture tells which of the three round characters begins them."""


def readings(spelled: Mapping[str, float]) -> tuple[Reading, ...]:
    """The readings of a word, the likeliest first; none where it is not a figure.

    ``spelled`` are the texts that it may be. The probabilities add up to less than 1 by what speaks against any of
    the readings.
    """
    found: dict[str, float] = {}
    for seen, chance in sorted(spelled.items(), key=lambda entry: -entry[1]):
        text = in_one_script(seen)
        if BUILT.fullmatch(text) and _is_of_one_script(text):
            known = next((other for other in found if are_alike(text, other)), text)
            total = found.pop(known, 0.0) + chance
            found[text if _CODE.fullmatch(text) and chance >= _LEAST else known] = total
    if sum(found.values()) < _LEAST:
        return ()
    ranked = sorted(found.items(), key=lambda entry: -entry[1])[:_KEPT]
    return tuple(Reading(text, min(1.0, chance)) for text, chance in ranked)


def are_alike(text: str, other: str) -> bool:
    """Whether both say the same: they may differ in what a round character that begins a code, or a zero, is called."""
    if text == other:
        return True
    if not (_ROUND_FIRST.fullmatch(text) and _ROUND_FIRST.fullmatch(other)):
        return False
    if text.strip("O0๐,") or other.strip("O0๐,"):
        return text[0].translate(_ROUND) + text[1:] == other[0].translate(_ROUND) + other[1:]
    return text.translate(_ROUND) == other.translate(_ROUND)


def in_one_script(text: str) -> str:
    """The text with its zeros in the script of its other digits: in many fonts both zeros are one circle."""
    first, rest = (text[:1], text[1:]) if text.startswith(_CODE_START) else ("", text)
    if _THAI.search(text):
        return text.replace("0", "๐")
    return first + rest.replace("๐", "0") if _ARABIC.search(rest) else text


def _is_of_one_script(text: str) -> bool:
    return not (_ARABIC.search(text) and _THAI.search(text))
