"""What a header cell means: columns known by their meaning, in any order.

The words stand in ``headers.toml``. ``concept`` gives the meaning of one cell's words; ``extractors.tables``
puts the meanings of a whole table together.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.thai.text import skeleton

LONGEST_HEADER = 220
"""A cell with more characters than this is text, not a header (the longest real header seen has 120)."""

LATEST_START = 4
"""A header word counts only when it begins within this many skeleton letters of the beginning of the cell, or
of a part after a stroke: a Thai phrase names its main thing first, what follows only qualifies it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: the concepts its columns must have (one of each list) and must not have."""

    name: str
    needs: tuple[frozenset[str], ...]
    lacks: frozenset[str]

    def fits(self, concepts: frozenset[str]) -> bool:
        return not (self.lacks & concepts) and all(need & concepts for need in self.needs)


@cache
def _entries() -> dict[str, Any]:
    """``headers.toml`` as it stands, parsed once."""
    return tomllib.loads(files("extractors").joinpath("headers.toml").read_text(encoding="utf-8"))


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str], tuple[Kind, ...]]:
    """(words that may begin a header, words that are a whole header, kinds), words as skeletons."""
    entries = _entries()
    beginnings: dict[str, str] = {}
    whole: dict[str, str] = {}
    for name, entry in entries["concepts"].items():
        for word in entry.get("words", ()):
            beginnings.setdefault(_key(word), name)
            whole.setdefault(_key(word), name)
        for word in entry.get("whole", ()):
            whole.setdefault(_key(word) or word.strip(), name)
    kinds = tuple(
        Kind(k["name"], tuple(frozenset(need) for need in k["needs"]), frozenset(k.get("lacks", ())))
        for k in entries["kinds"]
    )
    return beginnings, whole, kinds


def _key(words: str) -> str:
    return skeleton(words)


@cache
def _by_first_letter() -> dict[str, list[tuple[str, str]]]:
    """Beginnings by their first letter, longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for word, name in sorted(_vocabulary()[0].items(), key=lambda entry: -len(entry[0])):
        table.setdefault(word[0], []).append((word, name))
    return table


@cache
def concept(words: str) -> str:
    """The concept that a header cell's words mean, ``""`` when none.

    The word that begins earliest in the cell decides, among those the longest; where the beginning means
    nothing, the parts after a stroke or on a new line are tried in turn.
    """
    if not words or len(words) > LONGEST_HEADER:
        return ""
    plain = re.sub(r"\([^()]*\)", " ", words)
    key = _key(plain) or _key(words)
    whole = _vocabulary()[1]
    if key in whole:
        return whole[key]
    if (signs := words.strip(" ()")) in whole:
        return whole[signs]
    for part in (key, *(_key(part) for part in re.split(r"[/\n]", plain)[1:])):
        if found := _beginning(part):
            return found
    return ""


def _beginning(key: str) -> str:
    """The concept of the word that begins earliest near the beginning of a skeleton, among those the longest."""
    beginnings = _by_first_letter()
    for start in range(min(len(key), LATEST_START)):
        for word, name in beginnings.get(key[start], ()):
            if key.startswith(word, start):
                return name
    return ""


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of ``headers.toml`` that mean a concept, as printed there, longest first."""
    return tuple(sorted(_entries()["concepts"][name].get("words", ()), key=len, reverse=True))


def kind_of(concepts: frozenset[str]) -> str:
    """The first kind of table of ``headers.toml`` that these concepts fit, ``""`` when none."""
    return next((kind.name for kind in _vocabulary()[2] if kind.fits(concepts)), "")
