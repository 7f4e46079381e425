"""The kinds of damage, and the cheap signs by which a text shows which of them it has."""

from __future__ import annotations

import re
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
    LOST = "mark_lost"  # หนวยงาน
    UNNAMED = "mark_unnamed"  # เป�น, แก4ไข
    SPACED = "letters_spaced"  # พั ฒ น า


_VOWELS_ENOUGH = 40
_RARE = 100  # there is one ำ to eight า in these reports, and as many ่ and ้ as า

_SIGNS = (
    (Kind.SPLIT, re.compile(f"[ก-ฮ][{TONES}]* +า")),
    (Kind.MOVED, re.compile(f"[ก-ฮ][{MARKS}]+ [าะ]|[ก-ฮ][0-9๐-๙][{MARKS}]|[ก-ฮ][{MARKS}]+ [ก-ฮ] ?[ก-ฮ][{MARKS}]+ [าะ]")),
    (Kind.UNNAMED, re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\u0080-\u009f]|\\(cid:[0-9]+\\)")),
    (Kind.UNNAMED, re.compile(f"[ก-ฮ][{MARKS}]*[!#$&*+;<=>?@A-Za-z0-9\\[\\\\\\]^_`{{|}}~\u00a1-\u00ff](?![!-~ ])[ก-ฮะาเแโใไ]")),
    (Kind.SPACED, re.compile(f"(?:(?<![ก-๎])|(?<= ))[ก-ฮเแโใไ][{MARKS}]* (?:[ก-ฮะาเแโใไ][{MARKS}]* ){{2,}}[ก-ฮะาำเแโใไ]")),
)


def kinds_in(text: str) -> frozenset[Kind]:
    """The kinds of damage that the text proves by itself; empty for clean text. No word list is loaded."""
    found = {kind for kind, sign in _SIGNS if sign.search(text)}
    found.update(kind for kind, form in _probes() if kind not in found and form in text)
    return frozenset(found)


def kinds_throughout(text: str, kinds: frozenset[Kind]) -> frozenset[Kind]:
    """Those of the kinds that spare no word of a document: it has letters enough and no whole sara am, or no tone."""
    if text.count("า") < _VOWELS_ENOUGH:
        return frozenset()
    spared = {Kind.FLATTENED: text.count("ำ"), Kind.LOST: sum(map(text.count, "\u0e48\u0e49"))}
    return frozenset(kind for kind in kinds & spared.keys() if spared[kind] * _RARE < text.count("า"))


@cache
def _probes() -> tuple[tuple[Kind, str], ...]:
    """Common words as each kind of damage leaves them, where that is no longer something else."""
    probes = []
    for word in probe_words():
        if "ำ" in word:
            probes.append((Kind.FLATTENED, word.replace("ำ", "า")))
        elif "า" in word and len(word) >= 5:
            probes.append((Kind.RAISED, word.replace("า", "ำ")))
        toneless = re.sub(f"[{TONES}]", "", word)
        if toneless != word and len(toneless) >= 4:
            probes.append((Kind.LOST, toneless))
        if (moved := _moved(word)) != word:
            probes.append((Kind.MOVED, moved))
    return tuple(probes)


def _moved(word: str) -> str:
    """The word with each mark one letter late and a space after it."""
    out, carried = "", ""
    for cell in word_cells(word):
        letter = "ำ" if cell.raised else cell.letter
        out += letter + (carried + " " if carried else "")
        carried = cell.marks
    return out + carried
