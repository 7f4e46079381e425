"""What the figure of a row of totals is of: the whole score, or the instrument whose indicators it sums up."""

from __future__ import annotations

from extractors.facts.scores.axes import Axes
from extractors.facts.scores.labels import is_sum, is_total
from extractors.facts.scores.stated import OVERALL, Entity
from extractors.thai.digits import arabic
from extractors.thai.text import clean


def label_of(axes: Axes, row: int) -> str:
    """The words of a row's first label, on one line."""
    return arabic(clean(axes.label(row))).replace("\n", " ")


def total_of(axes: Axes, row: int) -> Entity | None:
    """What a row labelled with a word like "รวม" or "คะแนนรวม" sums up; None for other rows, or where nothing tells.

    An instrument, where exactly its indicators stand above (since the last such row; below, where it comes first);
    the whole score, where the table covers everything.
    """
    label = label_of(axes, row)
    if not is_total(label) and not is_sum(label):
        return None
    totals = [r for r in axes.body if is_total(label_of(axes, r)) or is_sum(label_of(axes, r))]
    first = row == axes.body[0]
    start = row + 1 if first else max((r for r in totals if r < row), default=axes.body[0] - 1) + 1
    end = min((r for r in totals if r > row), default=axes.body.stop) if first else row
    part = _indicators(axes, range(start, end))
    for instrument in axes.framework.instruments:
        if part and part == {i.code for i in axes.framework.indicators if i.instrument == instrument.code}:
            return Entity("instrument", instrument.code)
    return OVERALL if _covers_everything(axes) or is_sum(label) else None


def _indicators(axes: Axes, rows: range) -> set[str]:
    return {named.entity.code for row in rows for named in axes.named[row] if named.entity.level == "indicator"}


def _covers_everything(axes: Axes) -> bool:
    """Whether the rows name every indicator, or every instrument."""
    entities = {named.entity for names in axes.named.values() for named in names}
    indicators = {Entity("indicator", i.code) for i in axes.framework.indicators}
    return entities >= indicators or entities >= {Entity("instrument", i.code) for i in axes.framework.instruments}
