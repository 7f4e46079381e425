"""The vocabulary of ``words.toml``, ready to compare: every word without its spaces."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.thai.text import squeeze


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``words.toml``, squeezed; the longest word first where beginnings or ends are compared."""

    overall: tuple[str, ...]
    overall_sum: frozenset[str]
    overall_total: frozenset[str]
    national: tuple[str, ...]
    others: tuple[str, ...]
    own: tuple[str, ...]
    surveys: tuple[str, ...]
    laws: tuple[str, ...]
    cue: tuple[str, ...]
    between: tuple[str, ...]
    between_from: tuple[str, ...]
    refuse: tuple[str, ...]
    refuse_name: tuple[str, ...]
    refuse_before: tuple[str, ...]
    refuse_after: tuple[str, ...]
    refuse_after_count: tuple[str, ...]
    weight: tuple[str, ...]
    points: tuple[str, ...]
    grades: frozenset[str]
    grade_words: frozenset[str]
    results: frozenset[str]
    reset: tuple[str, ...]


@cache
def words() -> Words:
    entries = tomllib.loads(files("extractors.facts.scores").joinpath("words.toml").read_text(encoding="utf-8"))
    lists = {name: sorted((squeeze(word) for word in entry), key=len, reverse=True) for name, entry in entries.items()}
    sets = {"overall_sum", "overall_total", "grades", "grade_words", "results"}
    vocabulary: dict[str, Any] = {name: frozenset(ws) if name in sets else tuple(ws) for name, ws in lists.items()}
    return Words(**vocabulary)
