"""Tables that compare the whole score over years, whichever way they stand."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.facts.context import Context
from extractors.tables import TableReading, turned
from extractors.thai.dates import only_year

FEWEST_YEARS = 2


def histories(context: Context) -> Iterator[TableReading]:
    """The tables of histories, those too whose years stand across the top under words that say nothing."""
    for reading in context.readings:
        if reading.kind == "history":
            yield reading
        elif reading.kind in ("scores", "") and not reading.turned and _years_across(reading):
            sideways = turned(reading)
            if sideways.kind == "history":
                yield sideways


def _years_across(reading: TableReading) -> bool:
    heads = [" ".join(path) for path in reading.paths[1:] if path]
    return len(heads) >= FEWEST_YEARS and all(only_year(head) is not None for head in heads)
