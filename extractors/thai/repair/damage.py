"""How damaged a text is: what goes into the report beside what was read from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.thai.repair.kinds import Kind, kinds_in
from extractors.thai.repair.signs import IMPOSSIBLE

_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\u0080-\u009f]|\\(cid:[0-9]+\\)")
_THAI = re.compile("[\u0e01-\u0e5b]")
_SPLIT = re.compile("[ก-ฮ][\u0e48-\u0e4b]? +า")


@dataclass(frozen=True, slots=True)
class Damage:
    """Counts over some text; ``kinds`` are those that the text proves. Adding two gives those of both texts."""

    thai: int = 0
    unmapped: int = 0
    impossible: int = 0
    kinds: frozenset[Kind] = frozenset()

    @property
    def share(self) -> float:
        """Damaged places per Thai character: 0 for clean text, about 0.05 where all tone marks are unmapped."""
        return min(1.0, (self.unmapped + self.impossible) / self.thai) if self.thai else 0.0

    def __add__(self, other: Damage) -> Damage:
        return Damage(
            self.thai + other.thai,
            self.unmapped + other.unmapped,
            self.impossible + other.impossible,
            self.kinds | other.kinds,
        )


def damage(text: str) -> Damage:
    """The damage of one line, cell or page, measured without any list of words."""
    return Damage(
        thai=len(_THAI.findall(text)),
        unmapped=len(_UNMAPPED.findall(text)),
        impossible=len(IMPOSSIBLE.findall(text)) + len(_SPLIT.findall(text)),
        kinds=kinds_in(text),
    )


def damage_of_all(texts: Iterable[str]) -> Damage:
    return sum(map(damage, texts), Damage())
