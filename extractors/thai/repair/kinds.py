"""The kinds of damage, and the cheap signs by which a text shows which of them it has."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import cache

from extractors.thai.repair.cells import word_cells
from extractors.thai.repair.lexicon import probe_words
from extractors.thai.repair.signs import MARKS, TONES


class Kind(StrEnum):
    """What happened to the text. Each allows the decoder certain readings and no others."""

    SPLIT = "sara_am_split"  # ส านักงาน
    FLATTENED = "sara_am_flattened"  # สานักงาน
    RAISED = "sara_aa_raised"  # ตำรำง
    MOVED = "mark_moved"  # คณุ ธรรม
    TONES_LOST = "tones_lost"  # หนวยงาน: tones and the other topmost marks
    ASCENDER_LOST = "marks_after_ascender_lost"  # ประจำป, เปดเผย: marks that had to make way for ป ฝ ฟ
    UNNAMED = "mark_unnamed"  # เป\ufffdน, แก4ไข
    SPACED = "letters_spaced"  # พั ฒ น า


_HITS_ENOUGH = 3
_RATE_ENOUGH = 0.2
_VOWELS_ENOUGH = 200
_RARE = 200  # ็, the rarest of these, comes once for 15 sara aa
_COMMON_MARKS = "\u0e48\u0e49\u0e47\u0e4c\u0e31\u0e34\u0e35"

# Kinds that a word shows only to those who know words; the others leave something impossible behind.
SILENT = frozenset({Kind.FLATTENED, Kind.RAISED, Kind.MOVED, Kind.TONES_LOST, Kind.ASCENDER_LOST})

# All patterns of a sign must be found. Each begins with what is rare in a text, so that a search skips to it; what
# stands before is looked at from there.
_SIGNS = (
    (Kind.SPLIT, (re.compile(f" (?<=[ก-ฮ{TONES}] ) *า"),)),
    (Kind.MOVED, (re.compile(f"[ 0-9๐-๙](?:(?<=[{MARKS}] )[าะ]|(?<=[ก-ฮ][0-9๐-๙])[{MARKS}])"),)),
    (Kind.UNNAMED, (re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\u0080-\u009f]|\\(cid:[0-9]+\\)"),)),
    (
        Kind.UNNAMED,
        (
            re.compile(
                f"[!#$&*+;<=>?@A-Za-z0-9\\[\\\\\\]^_`{{|}}~\u00a1-\u00ff]"
                f"(?<=[ก-ฮ{MARKS}].)(?![!-~ ])[ก-ฮะาเแโใไ]"
            ),
        ),
    ),
    (
        Kind.SPACED,
        (
            re.compile(f" (?:[ก-ฮะาเแโใไ][{MARKS}]* ){{2}}"),
            re.compile(
                f"(?:(?<![ก-๎])|(?<= ))[ก-ฮเแโใไ][{MARKS}]* (?:[ก-ฮะาเแโใไ][{MARKS}]* ){{2,}}[ก-ฮะาำเแโใไ]"
            ),
        ),
    ),
)


def kinds_in(text: str) -> frozenset[Kind]:
    """The kinds of damage that the text proves by itself; empty for clean text. No word list is loaded.

    A silent kind needs more than a misspelling: some hits, or a good part of the common words that are there.
    """
    found = set(signs_in(text))
    hits = Counter[Kind]()
    for kind, _, form in _probes():
        hits[kind] += text.count(form)
    struck = frozenset(kind for kind, count in hits.items() if count)
    rates = rates_in(text, struck) if struck else {}
    found.update(kind for kind in struck if hits[kind] >= _HITS_ENOUGH or rates[kind] >= _RATE_ENOUGH)
    return frozenset(found)


def signs_in(text: str) -> frozenset[Kind]:
    """The kinds that leave something impossible behind, as far as the text has them."""
    return frozenset(kind for kind, signs in _SIGNS if all(sign.search(text) for sign in signs))


def rates_in(text: str, kinds: frozenset[Kind]) -> dict[Kind, float]:
    """How much of a document each silent kind has struck, judged by the common words: damaged of all, 0 to 1."""
    damaged, intact = Counter[Kind](), Counter[Kind]()
    for kind, word, form in _probes():
        if kind in kinds:
            damaged[kind] += text.count(form)
            intact[kind] += text.count(word)
    return {kind: (damaged[kind] + 0.5) / (damaged[kind] + intact[kind] + 1) for kind in kinds & SILENT}


def absent_marks(text: str) -> frozenset[str]:
    """The common marks that a document of some length does not have: there, none can be trusted to be missing."""
    vowels = text.count("า")
    if vowels < _VOWELS_ENOUGH:
        return frozenset()
    return frozenset(mark for mark in _COMMON_MARKS if text.count(mark) * _RARE < vowels)


@cache
def _probes() -> tuple[tuple[Kind, str, str], ...]:
    """Kind, common word, and the word as that kind of damage leaves it where that is no other word."""
    probes = []
    for word in probe_words():
        forms = {
            Kind.FLATTENED: word.replace("ำ", "า"),
            Kind.RAISED: word.replace("า", "ำ") if "ำ" not in word and len(word) >= 5 else word,
            Kind.TONES_LOST: re.sub(f"[{TONES}]", "", word),
            Kind.ASCENDER_LOST: re.sub(f"(?<=[ปฝฟ])[{MARKS}]+", "", word),
            Kind.MOVED: _moved(word),
        }
        if forms[Kind.TONES_LOST] == forms[Kind.ASCENDER_LOST]:
            del forms[Kind.TONES_LOST]  # after ป ฝ ฟ it proves no more than that
        probes += [(kind, word, form) for kind, form in forms.items() if form not in word and len(form) >= 4]
    return tuple(probes)


def _moved(word: str) -> str:
    """The word with each mark one letter late and a space after it."""
    out, carried = "", ""
    for cell in word_cells(word):
        letter = "ำ" if cell.raised else cell.letter
        out += letter + (carried + " " if carried else "")
        carried = cell.marks
    return out + carried
