"""How well a word of the lexicon explains what was found: the price of a reading, by kinds of damage.

Prices are natural logarithms of odds, like the word's own cost, so that both add up. What no active kind of
damage explains has no price: the word is not a reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from extractors.thai.repair.cells import Cell
from extractors.thai.repair.kinds import Kind

_CERTAIN = 0.3  # a reading of what cannot be right as it stands
_MOVED = 1.5
_UNNAMED = 0.5
_UNNAMED_OTHERWISE = 4.0  # a sign that means another mark everywhere else in the document
_SUPERFLUOUS = 3.0
_GAP = 2.5
_USUAL_RATE = 0.1  # of damage by a silent kind, where only this one text is known
_TOPMOST = frozenset("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


@dataclass(frozen=True, slots=True)
class Terms:
    """What readings are open: the active kinds, how much of the document the silent ones have struck, marks that
    the document does not have at all, and what its own signs for marks mean."""

    kinds: frozenset[Kind]
    rates: Mapping[Kind, float] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    meanings: Mapping[str, str] = field(default_factory=dict)

    def price_of(self, kind: Kind) -> float | None:
        if kind not in self.kinds:
            return None
        return max(_CERTAIN, -log(self.rates.get(kind, _USUAL_RATE)))

    def price_of_losing(self, mark: str, letter: str) -> float | None:
        """The price of one mark that is not there, after ``letter``."""
        prices = [
            self.price_of(Kind.TONES_LOST) if mark in _TOPMOST else None,
            self.price_of(Kind.ASCENDER_LOST) if letter in "ปฝฟ" else None,
        ]
        open_prices = [price for price in prices if price is not None]
        if not open_prices:
            return None
        return _CERTAIN if mark in self.absent else min(open_prices)


@dataclass(frozen=True, slots=True)
class Fit:
    """``price`` of the reading; ``taken`` are marks that it takes from the cell after its last; ``tail`` is what
    stands printed after the word: white space, and a sign that is no part of it."""

    price: float
    taken: str = ""
    tail: str = ""


def fit(word: tuple[Cell, ...], cells: list[Cell], start: int, given_away: str, terms: Terms) -> Fit | None:
    """The price of reading ``word`` at ``cells[start:]``; None where damage of the open kinds does not explain it.

    ``given_away`` are marks of the first cell that the word before has taken; the letters are known to agree.
    """
    price = 0.0
    last = len(word) - 1
    tail = cells[start + last].strange + cells[start + last].space
    for k, wanted in enumerate(word):
        place = start + k
        found = cells[place]
        robbed, marks = bool(given_away), found.marks
        if robbed:
            marks = "".join(mark for mark in marks if mark not in given_away)
            given_away = ""
        if wanted.raised != found.raised:
            vowel = _vowel(wanted, cells, place, terms)
            if vowel is None:
                return None
            price += vowel
        if wanted.marks != marks or found.strange:
            if any(mark not in wanted.marks for mark in marks):
                return None
            missing = "".join(mark for mark in wanted.marks if mark not in marks)
            paid = _missing(missing, cells, place, terms, inside=k < last, robbed=robbed)
            if paid is None:
                return None
            price += paid.price
            given_away = paid.taken
            if k == last:
                tail = paid.tail + found.space
        if k == last and (robbed or (found.raised and found.strange == "\ufffd")):
            tail = tail.rstrip(" ")
        elif found.space and k < last and not robbed:
            gap = _gap(cells, place, terms)
            if gap is None:
                return None
            price += gap
    return Fit(price, given_away, tail)


def _vowel(wanted: Cell, cells: list[Cell], place: int, terms: Terms) -> float | None:
    """Sara am found as sara aa, or the other way round."""
    if not wanted.raised:
        return terms.price_of(Kind.RAISED)
    before = cells[place - 1] if place else None
    if before is not None and (before.space or before.strange == "\ufffd"):
        return _CERTAIN
    return terms.price_of(Kind.FLATTENED)


def _missing(
    missing: str, cells: list[Cell], place: int, terms: Terms, *, inside: bool, robbed: bool
) -> Fit | None:
    """Marks that the word has and the cell has not: moved on to the next cell, unnamed, or lost.

    A sign that is no mark stays in the tail of the word; inside the word only U+FFFD can be nothing.
    """
    found = cells[place]
    after = cells[place + 1] if place + 1 < len(cells) else None
    open_end = not found.strange and (robbed or not found.space)
    if missing and open_end and Kind.MOVED in terms.kinds and _has_moved_to(after, missing):
        return Fit(_MOVED, missing)
    price, tail = 0.0, found.strange
    if missing and found.strange and Kind.UNNAMED in terms.kinds and (inside or not found.strange.isdigit()):
        meaning = terms.meanings.get(found.strange, "")
        named = meaning if meaning and meaning in missing else missing[-1]
        price += _UNNAMED if not meaning or named == meaning else _UNNAMED_OTHERWISE
        missing, tail = missing.replace(named, ""), ""
    elif found.strange == "\ufffd":
        if found.raised or (after is not None and after.raised and inside):
            price, tail = price + _CERTAIN, ""
        elif inside:
            price += _SUPERFLUOUS
    elif found.strange and inside:
        return None
    for mark in missing:
        lost = terms.price_of_losing(mark, found.letter)
        if lost is None:
            return None
        price += lost
    return Fit(price, "", tail)


def _has_moved_to(after: Cell | None, missing: str) -> bool:
    """Whether the next cell has the marks, and a space after it as all displaced marks have."""
    return after is not None and bool(after.space) and all(mark in after.marks for mark in missing)


def _gap(cells: list[Cell], place: int, terms: Terms) -> float | None:
    """White space inside a word."""
    found, after = cells[place], cells[place + 1]
    if after.letter in "าะ" or (found.strange == "\ufffd" and found.raised):
        return _CERTAIN
    return _GAP if Kind.SPACED in terms.kinds else None
