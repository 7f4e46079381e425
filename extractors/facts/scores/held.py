"""What the filled cells of one column hold: values, differences, points, scores, grades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.facts.scores.values import value_of
from schemas.framework import Framework

MOSTLY = 0.8
"""The share of cells that must agree before a whole column is taken for something."""

_SIGNED = re.compile(r"\s*[+\-−–±]\s*[0-9๐-๙]")


def are_values(texts: Sequence[str]) -> bool:
    """Whether most texts are a score, a grade or a result."""
    return bool(texts) and sum(value_of(text) is not None for text in texts) >= MOSTLY * len(texts)


def are_differences(texts: Sequence[str]) -> bool:
    """Whether most figures have a sign: what is more or less than something else is no score."""
    return sum(_SIGNED.match(text) is not None for text in texts) * 2 > len(texts)


def are_points(texts: Sequence[str]) -> bool:
    """Whether the figures under a word for weights are points: ``ถ่วงน้ำหนัก`` over 29.01 and 27.92."""
    return any(amount % 1 for amount in _amounts(texts))


def are_scores(texts: Sequence[str], framework: Framework) -> bool:
    """Whether figures under a word for full marks were reached, out of 100: more than any weight, and broken.

    "คะแนนเต็ม 100" over 88.40 and 86.86; the full marks 7.50 of a question are none.
    """
    most = max((instrument.weight or 0 for instrument in framework.instruments), default=0)
    return any(amount % 1 and amount > most for amount in _amounts(texts))


def are_grades(texts: Sequence[str]) -> bool:
    """Whether all texts are grades, without a figure."""
    values = [value_of(text) for text in texts]
    return bool(values) and all(value is not None and value.grade and value.amount is None for value in values)


def _amounts(texts: Sequence[str]) -> list[Decimal]:
    values = [value_of(text) for text in texts]
    return [value.amount for value in values if value is not None and value.amount is not None]
