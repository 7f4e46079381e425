"""Instruments' figures: points out of the weight, or percent.

A column headed only "คะแนน" may hold either. Points are recognised by the weight standing beside them as full
score, or because no instrument of the group has more than its weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.facts.scores.stated import Stated
from schemas.framework import Framework


def tell_points(stated: Sequence[Stated], framework: Framework) -> list[Stated]:
    """The same values, instruments' scores turned into ``weighted_score`` where they are points."""
    weights = {i.code: i.weight for i in framework.instruments}
    columns: dict[tuple[str, int | None], list[Stated]] = defaultdict(list)
    for s in stated:
        if s.entity.level == "instrument" and s.quantity == "score" and s.source == "table":
            columns[s.group, s.place.column].append(s)
    points = {
        id(s)
        for members in columns.values()
        if all(s.amount is not None and s.amount <= weights.get(s.entity.code, s.amount - 1) for s in members)
        for s in members
    }
    return [replace(s, quantity="weighted_score") if id(s) in points else s for s in stated]
