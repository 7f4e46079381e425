"""Figures of a sentence that are reckoned with: weights, points behind percentages, sums of the instruments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from extractors.facts.scores.marks import Landmark
from extractors.facts.scores.stated import Entity, Quantity, Stated
from extractors.thai.digits import Number

ROUNDING = Decimal("0.011")
"""How far points may lie from the weight's share of a percentage, both rounded to two decimals."""

_FACTOR = re.compile(r"\s*(?:คะแนน|%)?\s*[x×X*]\s*")
_ASIDE = re.compile(
    r"\s*(?:คะแนน|%)?\s*(?:\(|=|(?=คิดเป็น))\s*(?:คิดเป็น|ถ่วงน้ำหนักแล้ว|ถ่วงน้ำหนัก|คะแนนถ่วงน้ำหนัก|หรือ)?"
    r"\s*(?:ร้อยละ|คะแนน)?\s*"
)
_SUM = re.compile(r"\s*(?:คะแนน)?\s*=\s*")
_PLUS_BEFORE = re.compile(r"\+\s*$")
_PLUS_AFTER = re.compile(r"\s*(?:คะแนน)?\s*\+")
_EQUALS_BEFORE = re.compile(r"\+[^+=\d]*=\s*$")


class SumsSaid:
    """The reckoning of one paragraph. ``weights`` are those of the instruments."""

    def __init__(self, text: str, marks: Sequence[Landmark], weights: Mapping[str, Decimal]) -> None:
        self.text = text
        self.marks = marks
        self.weights = weights

    def is_factor(self, number: Number, last_end: int) -> bool:
        """Whether the figure before is multiplied by this one, its weight: "94.20 x 30% = 28.26"."""
        return _FACTOR.fullmatch(self.text, last_end, number.start) is not None

    def is_addend(self, number: Number) -> bool:
        """Whether the figure is one of a sum behind the names of all its parts: "IIT + EIT + OIT = 28.26 + 27.15"."""
        before, after = self.text[: number.start], self.text[number.end :]
        return bool(_PLUS_BEFORE.search(before) or (_PLUS_AFTER.match(after) and _EQUALS_BEFORE.search(before)))

    def is_result(self, number: Number, last_end: int) -> bool:
        """Whether the figure is what comes out: it stands behind "=" after another figure."""
        return last_end > 0 and _SUM.fullmatch(self.text, last_end, number.start) is not None

    def is_sum_of_all(self, number: Number) -> bool:
        """Whether what comes out is the sum of all instruments."""
        said = {mark.entity for mark in self.marks if mark.end <= number.start}
        return "+" in self.text[: number.start] and said >= {Entity("instrument", code) for code in self.weights}

    def beside(self, number: Number, last_end: int, last: Stated) -> Quantity | None:
        """What a figure behind an instrument's is: its points behind the percentage or the other way round.

        None where that is not printed, or not so.
        """
        if last.amount is None or last.entity.level != "instrument":
            return None
        weight = self.weights.get(last.entity.code)
        if weight is None or not _ASIDE.fullmatch(self.text, last_end, number.start):
            return None
        points_follow = last.quantity == "score"
        percent, points = (last.amount, number.value) if points_follow else (number.value, last.amount)
        if abs(percent * weight / 100 - points) > ROUNDING:
            return None
        return "weighted_score" if points_follow else "score"
