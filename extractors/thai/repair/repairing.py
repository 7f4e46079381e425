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

_ROUNDS = 2


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
    """The texts of one document repaired, each with what all of them together tell of the damage."""
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
            seen[text] = _settled(text, language)
    return [seen[text] for text in texts]


def _settled(text: str, language: Language) -> Repaired:
    """Repairs until a second repair would change nothing; a text that does not settle is left as it is."""
    kinds = signs_in(_in_form(text))
    once = _repair(text, kinds, language)
    if not once.changes:
        return once
    for _ in range(_ROUNDS):
        again = _repair(once.text, kinds, language)
        if again.text == once.text:
            return once
        once = Repaired(again.text, once.changes + again.changes)
    return Repaired(text)


def _repair(text: str, kinds: frozenset[Kind], language: Language) -> Repaired:
    formed = _in_form(text)
    changes = _changed_words(text, formed)
    shown, read = "", 0
    for reading in language.readings(formed, kinds):
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
