"""Everyday normalisation of Thai text: one spelling for what looks the same on paper.

``clean`` is safe for text that is kept and shown; ``skeleton`` and ``squeeze`` are for comparing only. Text
layers with lost or displaced marks are repaired elsewhere, before this.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.thai.digits import arabic

_TONES = "\u0e48-\u0e4b"  # ่ ้ ๊ ๋
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

# The order in which marks stand after their consonant: phinthu, lower vowel, upper vowel, nikhahit, tone,
# thanthakhat. It agrees with the canonical combining classes, so NFC never undoes it.
_RANKS = ("ฺ", "ุู", "ัิีึื็", "ํ", "่้๊๋", "์๎")
_ORDER = {mark: rank for rank, marks in enumerate(_RANKS) for mark in marks}
_DISORDER = "|".join(f"(?<=[{marks}])[{''.join(_RANKS[:rank])}]" for rank, marks in enumerate(_RANKS) if rank)

_SPACES = dict.fromkeys((*range(0x2000, 0x200B), 0x00A0, 0x202F, 0x205F, 0x3000, 0x1680, 0x09), " ")
_NOTHING = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF, 0x00AD, 0x0000), None
)
_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_PLAIN_SPACES: dict[int, str | None] = {**_SPACES, **_NOTHING, **_LINE_ENDS}

_MARK_RUN = re.compile(rf"[{_MARKS}]{{2,}}")
_SPLIT_SARA_AM = re.compile(rf"ํ([{_TONES}]*)า")
_TONE_AFTER_SARA_AM = re.compile(rf"ำ([{_TONES}]+)")
_DOUBLED_SARA_AM = re.compile(r"ำ[ำา]+")
_SPACE_RUN = re.compile(r" {2,}")
_SPACE_AT_LINE_END = re.compile(r" ?\n ?")
# Each begins with one set of letters: a search skips to these.
_UNSETTLED_MARKS = re.compile(rf"([{_MARKS}])(?=[{_MARKS}า])(?:{_DISORDER}|\1|(?<=ํ)[{_TONES}]*า)")
_UNSETTLED_SARA_AM = re.compile(rf"ำ[ำา{_TONES}]")
_ODD = re.compile(r"[^\n -~ก-๛]")
_NOT_IN_SKELETON = re.compile(r"[\W_ฯๆ]+")
_COMMON = "".join(map(chr, (*range(0x80), *range(0x0E00, 0x0E80))))
# The same, spelled out for these: a search need not ask Unicode what each letter is.
_COMMON_NOT_IN_SKELETON = re.compile(f"[{re.escape(''.join(filter(_NOT_IN_SKELETON.match, _COMMON)))}]+")
_UNCOMMON = re.compile("[^\x00-\x7f\u0e00-\u0e7f]")
_DOUBLED_AA = re.compile("าา+")


@lru_cache(maxsize=4096)  # several finders ask for the same words
def clean(text: str) -> str:
    """The text in its one normal spelling: mark order, whole sara am, single marks, plain spaces; lines kept.

    Correct Thai is unchanged, and cleaning twice changes nothing. Spaces at the ends of lines go.
    """
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_PLAIN_SPACES)
        text = unicodedata.normalize("NFC", text)
    while _is_unsettled(text) and (settled := _settle(text)) != text:
        text = settled
    if "  " in text:
        text = _SPACE_RUN.sub(" ", text)
    if "\n" in text:
        text = _SPACE_AT_LINE_END.sub("\n", text)
    return text.strip(" \n")


@lru_cache(maxsize=4096)  # several finders ask for the same words
def squeeze(text: str) -> str:
    """The cleaned text without any white space, for comparisons that a line wrap must not disturb."""
    return clean("".join(clean(text).split()))


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """What is left of the text when OCR and fonts have done their worst, for matching only.

    Consonants, leading and following vowels, Latin letters in lower case and Arabic digits; no tone, upper or
    lower marks, no spaces, no punctuation. Sara am counts as sara aa.
    """
    bones = _COMMON_NOT_IN_SKELETON.sub("", text)
    if _UNCOMMON.search(bones):
        bones = _NOT_IN_SKELETON.sub("", bones)
    bones = rewritten(bones).replace("เเ", "แ")
    return _DOUBLED_AA.sub("า", bones).lower()


def rewritten(text: str) -> str:
    """The text with those letters that a skeleton writes as another one, letter by letter."""
    return arabic(text).replace("ำ", "า").replace("ๅ", "า")


def _is_unsettled(text: str) -> bool:
    return bool(_UNSETTLED_MARKS.search(text) or _UNSETTLED_SARA_AM.search(text) or "เเ" in text)


def _settle(text: str) -> str:
    """One round of the rules; `clean` repeats it because one rule can make room for another."""
    text = _MARK_RUN.sub(_in_order, text)
    text = _SPLIT_SARA_AM.sub(r"\1ำ", text)
    text = _DOUBLED_SARA_AM.sub("ำ", text)
    text = _TONE_AFTER_SARA_AM.sub(r"\1ำ", text)
    return unicodedata.normalize("NFC", text.replace("เเ", "แ"))


def _in_order(run: re.Match[str]) -> str:
    marks = sorted(run[0], key=_ORDER.__getitem__)
    return "".join(mark for i, mark in enumerate(marks) if i == 0 or mark != marks[i - 1])
