"""Texts in, repaired texts out, each with what was changed and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.thai.repair.codes import from_latin, plain
from extractors.thai.repair.fitting import Terms
from extractors.thai.repair.kinds import SILENT, Kind, absent_marks, kinds_in, rates_in, signs_in
from extractors.thai.repair.language import Language, meanings_of_signs
from extractors.thai.repair.marks import settle

_MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What stood there, what it was read as, and whether its form was impossible or the language decided."""

    printed: str
    repaired: str
    why: Literal["form", "language"]


@dataclass(frozen=True, slots=True)
class Repaired:
    """``text`` as it should read; ``changes`` is empty where nothing was changed."""

    text: str
    changes: tuple[Change, ...] = ()


def repair(text: str) -> Repaired:
    """A text that stands alone, repaired by what it shows itself."""
    return repair_all([text])[0]


def repair_all(texts: Sequence[str]) -> list[Repaired]:
    """The texts of one document repaired, each with what all of them together tell of the damage.

    What one repair brings to light another may need, so it goes on until nothing changes: repairing what was
    repaired changes nothing. A text that does not come to rest is left as it was.
    """
    found = [Repaired(text) for text in texts]
    if _shows_no_damage("\n".join(texts)):
        return found
    for _ in range(_MOST_ROUNDS):
        again = _round([repaired.text for repaired in found])
        if not any(repaired.changes for repaired in again):
            return found
        pairs = zip(found, again, strict=True)
        found = [replace(new, changes=old.changes + new.changes) for old, new in pairs]
    restless = [bool(repaired.changes) for repaired in _round([repaired.text for repaired in found])]
    return [Repaired(texts[i]) if restless[i] else repaired for i, repaired in enumerate(found)]


def _shows_no_damage(text: str) -> bool:
    return _in_form(text) == text and not kinds_in(text)


def _round(texts: Sequence[str]) -> list[Repaired]:
    printed = "\n".join(texts)
    whole = _in_form(printed)
    kinds = kinds_in(whole)
    if not kinds and whole == printed:
        return [Repaired(text) for text in texts]
    terms = Terms(kinds & SILENT, rates_in(whole, kinds), absent_marks(whole))
    if Kind.UNNAMED in kinds:
        terms = replace(terms, meanings=meanings_of_signs([_in_form(text) for text in texts], terms))
    language = Language(terms)
    seen: dict[str, Repaired] = {}
    for text in texts:
        if text not in seen:
            seen[text] = _repair(text, language)
    return [seen[text] for text in texts]


def _repair(text: str, language: Language) -> Repaired:
    formed = _in_form(text)
    changes = _changed_words(text, formed)
    shown, read = "", 0
    for reading in language.readings(formed, signs_in(formed)):
        printed = formed[reading.start : reading.end]
        shown += formed[read : reading.start] + reading.word
        read = reading.end
        changes += (Change(printed.strip(), reading.word.strip(), "language"),)
    return Repaired(shown + formed[read:], changes)


def _in_form(text: str) -> str:
    """What is certain without knowing words: private codes, bytes read as Latin, impossible order."""
    return settle(from_latin(plain(text)))


def _changed_words(before: str, after: str) -> tuple[Change, ...]:
    if before == after:
        return ()
    old, new = before.split(), after.split()
    if len(old) != len(new):
        return (Change(before, after, "form"),)
    return tuple(Change(a, b, "form") for a, b in zip(old, new, strict=True) if a != b)
