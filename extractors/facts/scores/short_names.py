"""Names of indicators cut short, as charts and dashboards print them: ``งบประมาณ``, ``แก้ปัญหาทุจริต``, ``สื่อสาร``.

Alone such words mean anything. They name indicators where one axis of a table has many of them, each a part of the
name of one indicator only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import TypeVar

from extractors.thai.text import skeleton
from schemas.framework import Framework

FEWEST_NAMED = 5
"""Indicators that an axis must name, in short or in full."""

FEWEST_LETTERS = 4
"""Letters of the skeleton that a short name has."""

MOST_PIECES = 3
"""A short name leaves out words between at most so many pieces of the full one ..."""
SHORTEST_PIECE = 2
"""... of at least so many letters."""

Key = TypeVar("Key", bound=Hashable)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NUMBER = re.compile(r"^[\s0-9๐-๙.()]+|ตชว\.?|ตัวชี้วัด(?:ที่)?")


def short_names(labels: Mapping[Key, str], named: AbstractSet[str], framework: Framework) -> dict[Key, str]:
    """The codes of the indicators that labels of one axis name in short; ``named`` are those that others name in full.

    Empty where too few are named, or two labels name the same indicator.
    """
    if len(labels) + len(named) < FEWEST_NAMED:
        return {}
    codes = {key: code for key, label in labels.items() if (code := _only_code(_bones(label), framework))}
    counts = Counter(codes.values())
    codes = {key: code for key, code in codes.items() if counts[code] == 1 and code not in named}
    return codes if len(named) + len(codes) >= FEWEST_NAMED else {}


def _bones(label: str) -> str:
    return skeleton(_REMARK.sub("", _NUMBER.sub("", label)))


@lru_cache(maxsize=1024)
def _only_code(bones: str, framework: Framework) -> str | None:
    """The one indicator whose name the skeleton is a part of."""
    if len(bones) < FEWEST_LETTERS:
        return None
    longer = ((code, name) for code, name in _names(framework) if len(bones) <= len(name))
    codes = {code for code, name in longer if _shortens(bones, name, MOST_PIECES)}
    return codes.pop() if len(codes) == 1 else None


@cache
def _names(framework: Framework) -> list[tuple[str, str]]:
    return [(i.code, skeleton(name)) for i in framework.indicators for name in (i.name, *i.variants)]


def _shortens(bones: str, name: str, pieces: int) -> bool:
    """Whether the letters are, in order, a few pieces of the name."""
    if bones in name:
        return True
    if pieces == 1:
        return False
    for end in range(len(bones) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
        at = name.find(bones[:end])
        if at >= 0:
            return _shortens(bones[end:], name[at + end :], pieces - 1)
    return False
