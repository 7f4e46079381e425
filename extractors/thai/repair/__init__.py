"""Repair of Thai text whose text layer lies: first what is certain by form, then what the language proves.

``repair_all`` is the door for a document, ``repair`` for a text that stands alone. Clean text comes back as it
is. Digits and codes are never changed; personal names get repair by form only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.thai.repair.cells import Cell
from extractors.thai.repair.codes import from_latin, plain
from extractors.thai.repair.damage import Damage, damage
from extractors.thai.repair.decoding import Reading, readings, stretches
from extractors.thai.repair.fitting import Terms
from extractors.thai.repair.kinds import SILENT, Kind, absent_marks, kinds_in, rates_in
from extractors.thai.repair.marks import settle
from extractors.thai.repair.persons import untouchable_spans

__all__ = ["Change", "Damage", "Kind", "Repaired", "damage", "kinds_in", "repair", "repair_all"]

_CID = re.compile(r"\(cid:([0-9]{1,5})\)")
_CID_SIGNS = 0xF0000  # a plane of private codes, one for each glyph number
_ROUNDS = 2
_ACROSS_SPACES = frozenset({Kind.SPLIT, Kind.MOVED, Kind.SPACED, Kind.UNNAMED})
_VOTES = 3  # words that must agree on what a strange sign means before it means that everywhere


@dataclass(frozen=True, slots=True)
class Change:
    """What stood there, what it was read as, and whether its ``form`` was impossible or the ``language`` decided."""

    printed: str
    repaired: str
    why: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """``text`` as it should read; ``changes`` is empty where nothing was changed."""

    text: str
    changes: tuple[Change, ...] = ()


def repair(text: str, kinds: frozenset[Kind] | None = None) -> Repaired:
    """The text repaired; ``kinds`` of damage beyond those that it shows by itself come from its document."""
    kinds = (kinds or frozenset()) | kinds_in(text)
    return _repair(text, Terms(kinds, rates_in(text, kinds)))


def repair_all(texts: Sequence[str]) -> list[Repaired]:
    """The texts of one document repaired, each with what all of them together tell of the damage."""
    whole = "\n".join(texts)
    kinds = kinds_in(whole)
    terms = Terms(kinds & SILENT, rates_in(whole, kinds), absent_marks(whole))
    if Kind.UNNAMED in kinds:
        terms = replace(terms, meanings=_meanings(texts, terms))
    seen: dict[str, Repaired] = {}
    for text in texts:
        if text not in seen:
            seen[text] = _repair(text, terms)
    return [seen[text] for text in texts]


def _repair(text: str, terms: Terms) -> Repaired:
    """Repairs until a second repair would change nothing; a text that does not settle is left as it is."""
    terms = replace(terms, kinds=terms.kinds | (kinds_in(text) - SILENT))
    once = _repair_once(text, terms)
    for _ in range(_ROUNDS if once.changes else 0):
        again = _repair_once(once.text, terms)
        if again.text == once.text:
            return once
        once = Repaired(again.text, once.changes + again.changes)
    return once if not once.changes else Repaired(text)


def _repair_once(text: str, terms: Terms) -> Repaired:
    formed = settle(from_latin(plain(text)))
    changes = _changed_words(text, formed)
    if not terms.kinds:
        return Repaired(formed, changes)
    signed = _CID.sub(lambda m: chr(_CID_SIGNS + int(m[1])), formed)
    shown, read = "", 0
    for reading in _all_readings(signed, terms):
        printed = signed[reading.start : reading.end]
        shown += signed[read : reading.start] + reading.word
        read = reading.end
        changes += (Change(_unsigned(printed).strip(), _unsigned(reading.word).strip(), "language"),)
    return Repaired(_unsigned(shown + signed[read:]), changes)


def _all_readings(text: str, terms: Terms) -> list[Reading]:
    """Readings of every stretch but names of persons and abbreviations."""
    untouchable = untouchable_spans(text)
    found: list[Reading] = []
    start = 0
    for begin, end in [*untouchable, (len(text), len(text))]:
        for cells in stretches(text, start, begin):
            for part in _parts(cells, terms):
                found += readings(part, text, terms)
        start = end
    return found


def _parts(cells: list[Cell], terms: Terms) -> list[list[Cell]]:
    """The stretch itself where damage may have put spaces into words, else what stands between its spaces."""
    if terms.kinds & _ACROSS_SPACES:
        return [cells]
    parts: list[list[Cell]] = [[]]
    for cell in cells:
        parts[-1].append(cell)
        if cell.space:
            parts.append([])
    return [part for part in parts if part]


def _meanings(texts: Sequence[str], terms: Terms) -> dict[str, str]:
    """What mark each strange sign of the document stands for, where its clear words agree."""
    votes: dict[str, Counter[str]] = {}
    for text in texts:
        signed = _CID.sub(lambda m: chr(_CID_SIGNS + int(m[1])), settle(plain(text)))
        own = kinds_in(text)
        for reading in _all_readings(signed, replace(terms, kinds=terms.kinds | own)) if Kind.UNNAMED in own else ():
            if reading.sign and len(reading.word) > 4:
                votes.setdefault(reading.sign, Counter())[reading.mark] += 1
    clear = {sign: count.most_common(1)[0] for sign, count in votes.items() if sign != "\ufffd"}
    return {sign: mark for sign, (mark, n) in clear.items() if n >= _VOTES and n * 2 > votes[sign].total()}


def _unsigned(text: str) -> str:
    return "".join(f"(cid:{ord(c) - _CID_SIGNS})" if ord(c) >= _CID_SIGNS else c for c in text)


def _changed_words(before: str, after: str) -> tuple[Change, ...]:
    if before == after:
        return ()
    old, new = before.split(), after.split()
    if len(old) != len(new):
        return (Change(before, after, "form"),)
    return tuple(Change(a, b, "form") for a, b in zip(old, new, strict=True) if a != b)
