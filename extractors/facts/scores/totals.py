"""What the figure of a row of totals is of: the whole score, or the instrument whose indicators it sums up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from extractors.facts.scores.axes import Axes
from extractors.facts.scores.labels import is_sum, is_total
from extractors.facts.scores.stated import OVERALL, Entity
from extractors.thai.digits import arabic
from extractors.thai.text import clean
from schemas.framework import Framework


def label_of(axes: Axes, row: int) -> str:
    """The words of a row's first label, on one line."""
    return arabic(clean(axes.label(row))).replace("\n", " ")


def total_of(axes: Axes, row: int) -> Entity | None:
    """What a row labelled with a word like "รวม" or "คะแนนรวม" sums up; None for other rows, or where nothing tells.

    An instrument (or an indicator), where exactly its indicators (sub-indicators) stand above, since the last such row;
    below, where it comes first. The whole score, where the table covers everything.
    """
    label = label_of(axes, row)
    if not is_total(label) and not is_sum(label):
        return None
    totals = [r for r in axes.body if is_total(label_of(axes, r)) or is_sum(label_of(axes, r))]
    first = row == axes.body[0]
    start = row + 1 if first else max((r for r in totals if r < row), default=axes.body[0] - 1) + 1
    end = min((r for r in totals if r > row), default=axes.body.stop) if first else row
    if whole := _whole_of({named.entity for r in range(start, end) for named in axes.named[r]}, axes.framework):
        return whole
    return OVERALL if _covers_everything(axes) or is_sum(label) else None


def _whole_of(summed: set[Entity], framework: Framework) -> Entity | None:
    """What exactly these indicators make up, or, where there are none, these sub-indicators."""
    indicators = {entity for entity in summed if entity.level == "indicator"}
    parts = indicators or {entity for entity in summed if entity.level == "subindicator"}
    return next((whole for whole, its in _wholes(framework).items() if its == parts), None)


@cache
def _wholes(framework: Framework) -> dict[Entity, set[Entity]]:
    """The instruments with their indicators, and the indicators that have parts with those."""
    wholes: dict[Entity, set[Entity]] = defaultdict(set)
    for indicator in framework.indicators:
        wholes[Entity("instrument", indicator.instrument)].add(Entity("indicator", indicator.code))
    for sub in framework.subindicators:
        wholes[Entity("indicator", sub.indicator)].add(Entity("subindicator", sub.code))
    return dict(wholes)


def _covers_everything(axes: Axes) -> bool:
    """Whether the rows name every indicator, or every instrument."""
    entities = {named.entity for names in axes.named.values() for named in names}
    indicators = {Entity("indicator", i.code) for i in axes.framework.indicators}
    return entities >= indicators or entities >= {Entity("instrument", i.code) for i in axes.framework.instruments}
