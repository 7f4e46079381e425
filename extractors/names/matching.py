"""One text against a closed list of names: exact, variant, skeleton, then bounded edit distance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractors.thai.distance import Pattern, nearby
from extractors.thai.text import skeleton, squeeze

EDIT_LIMIT = 0.2
"""The greatest edit distance, as a share of the longer skeleton, at which names are the same."""
EDIT_MARGIN = 0.08
"""How much nearer (same unit) the best name must be than the next one."""
LONGEST_LOST = 2
LONGEST_MISREAD = 3
"""How many letters in a row may be lost or replaced: a whole word makes another name, not a misreading."""
SHORTEST_FOR_EDIT = 6
"""Skeletons with fewer letters are too easily one another."""

How = Literal["exact", "variant", "skeleton", "edit", "number"]


@dataclass(frozen=True, slots=True)
class Match:
    """``name`` is the canonical name, ``score`` 1 for an exact one, 0.8 for the farthest edit.

    ``how`` is ``number`` where only the printed number decided (score 0.7). ``conflict`` holds the code that
    the text's other evidence names, where number and name disagree.
    """

    code: str
    name: str
    score: float
    how: How
    conflict: str = ""


def _is_misreading(printed: str, name: str) -> bool:
    """Whether two near skeletons differ by letters here and there: แผนการจัดซื้อ is not การจัดซื้อ misread."""
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, printed, name, autojunk=False).get_opcodes():
        lost, misread = abs((a1 - a0) - (b1 - b0)), max(a1 - a0, b1 - b0)
        if kind != "equal" and (lost > LONGEST_LOST or misread > LONGEST_MISREAD):
            return False
    return True


def _digits(bones: str) -> str:
    return "".join(filter(str.isdigit, bones))


class NameList:
    """Names with their codes, prepared once. Of two codes with one skeleton neither is matched by it."""

    def __init__(self, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        entries = list(entries)
        self.name_of = {code: name for code, name, _ in entries}
        self._exact = {squeeze(name): code for code, name, _ in entries}
        self._variant = {squeeze(each): code for code, _, variants in entries for each in variants}
        self._skeleton: dict[str, str] = {}
        for code, name, variants in entries:
            for spelling in (name, *variants):
                bones = skeleton(spelling)
                self._skeleton[bones] = code if self._skeleton.get(bones, code) == code else ""
        self._patterns: dict[str, list[Pattern]] = {}  # by the digits in them
        for bones, code in self._skeleton.items():
            if code:
                self._patterns.setdefault(_digits(bones), []).append(Pattern.of(bones))

    @property
    def skeletons(self) -> dict[str, str]:
        """Every skeleton of a name or variant, with its code."""
        return {bones: code for bones, code in self._skeleton.items() if bones and code}

    def match(self, text: str, *, edit: bool = True) -> Match | None:
        """What the whole text names; ``edit=False`` stops before the edit distance."""
        squeezed = squeeze(text)
        if code := self._exact.get(squeezed):
            return Match(code, self.name_of[code], 1.0, "exact")
        if code := self._variant.get(squeezed):
            return Match(code, self.name_of[code], 0.98, "variant")
        bones = skeleton(text)
        if code := self._skeleton.get(bones):
            return Match(code, self.name_of[code], 0.95, "skeleton")
        return self._nearest(bones) if edit and len(bones) >= SHORTEST_FOR_EDIT else None

    def _nearest(self, bones: str) -> Match | None:
        near = self._within(EDIT_LIMIT, bones)
        if not near:
            return None
        shares: dict[str, float] = {}
        for name, share in self._within(EDIT_LIMIT + EDIT_MARGIN, bones).items():
            code = self._skeleton[name]
            shares[code] = min(share, shares.get(code, 1.0))
        (code, share), *others = sorted(shares.items(), key=lambda entry: entry[1])
        if others and others[0][1] - share < EDIT_MARGIN:
            return None
        if not any(self._skeleton[name] == code and _is_misreading(bones, name) for name in near):
            return None
        return Match(code, self.name_of[code], round(1 - share, 3), "edit")

    def _within(self, reach: float, bones: str) -> dict[str, float]:
        """Skeletons of names at most ``reach`` away, and how far."""
        same_digits = self._patterns.get(_digits(bones), ())  # รอบ 6 เดือน is not รอบ 12 เดือน
        return {pattern.text: share for pattern, share in nearby(same_digits, bones, reach)}
