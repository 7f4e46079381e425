"""The figures that a figure may have been before somebody mistyped or misread it, the likeliest first.

One slip at a time: a digit taken for another, two neighbours swapped, a digit lost or doubled, the decimal
point lost or moved, a sign lost. Digits that look alike, in Arabic or Thai writing, cost less than others.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

ALIKE_ARABIC = ("08", "17", "38", "56", "35", "68", "69", "49", "27")
"""Pairs of Arabic digits that print and OCR confuse. O for 0 reads as 0 and needs no pair."""

ALIKE_THAI = ("36", "12", "07", "89", "45", "13", "67", "59")
"""Pairs of Thai digits that look alike: ๓๖, ๑๒, ๐๗, ๘๙, ๔๕, ๑๓, ๖๗, ๕๙ (the recogniser's own confusions)."""

COST_ALIKE = 1.0
COST_DIGIT = 1.6
COST_SWAP = 1.8
COST_POINT = 1.2
COST_SIGN = 1.0
COST_LOST = 2.2

_ALIKE = {frozenset(pair) for pair in (*ALIKE_ARABIC, *ALIKE_THAI)}


def misreadings(value: Decimal) -> dict[Decimal, float]:
    """Each figure one slip away from ``value`` with the cost of the slip; ``value`` itself is left out."""
    costs: dict[Decimal, float] = {}
    for text, cost in _slips(format(value, "f")):
        try:
            figure = Decimal(text)
        except InvalidOperation:
            continue
        if figure != value and cost < costs.get(figure, 9.0):
            costs[figure] = cost
    return costs


def _slips(text: str) -> Iterator[tuple[str, float]]:
    yield from _other_digits(text)
    for i in range(len(text) - 1):
        if text[i].isdigit() and text[i + 1].isdigit():
            yield text[:i] + text[i + 1] + text[i] + text[i + 2 :], COST_SWAP
    yield from _other_points(text)
    yield from _other_lengths(text)
    yield (text[1:] if text.startswith("-") else "-" + text), COST_SIGN


def _other_digits(text: str) -> Iterator[tuple[str, float]]:
    for i, old in enumerate(text):
        if old.isdigit():
            for new in "0123456789":
                if new != old:
                    alike = frozenset((old, new)) in _ALIKE
                    yield text[:i] + new + text[i + 1 :], COST_ALIKE if alike else COST_DIGIT


def _other_points(text: str) -> Iterator[tuple[str, float]]:
    """The point at every other place: 9712 -> 97.12, 9.712 -> 97.12; and a lost last digit or place."""
    digits = text.replace(".", "")
    for i in range(1, len(digits)):
        yield digits[:i] + "." + digits[i:], COST_POINT
    yield digits, COST_POINT
    yield digits + "0", COST_POINT


def _other_lengths(text: str) -> Iterator[tuple[str, float]]:
    """A digit more anywhere (one was lost), or one of two equal neighbours less (one was doubled)."""
    for i in range(len(text) + 1):
        for new in "0123456789":
            yield text[:i] + new + text[i:], COST_LOST
    for i in range(len(text) - 1):
        if text[i] == text[i + 1]:
            yield text[:i] + text[i + 1 :], COST_LOST
