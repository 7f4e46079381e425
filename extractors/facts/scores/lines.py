"""Scores on lines of their own, each under its name, as the pages of the assessment's web site are copied.

    การปฏิบัติหน้าที่
    88.89

A lone pair may be anything; several in a row are scores.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.document import Document, Line, Paragraph, Table
from extractors.facts.comparisons import own_years
from extractors.facts.scores.labels import entity_of
from extractors.facts.scores.stated import OVERALL, Entity, Place, Stated
from extractors.facts.scores.values import Value, value_of
from extractors.headers import concept
from extractors.thai.text import clean
from schemas.framework import Framework

FEWEST_PAIRS = 3
"""Names with figures that a stretch of text must have, under one another."""

YEAR_ABOVE = 6
"""How many lines above the first pair may say the year."""

LONGEST_GRADE = 24
"""No word for a grade is longer."""

_FIGURE = re.compile(r"\s*(?:[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}|[1๑][0๐]{2}(?:\.[0๐]{1,2})?)\s*(?:คะแนน|%)?\s*")


class _Printed(NamedTuple):
    line: Line
    block: int


def stated_on_lines(document: Document, framework: Framework) -> tuple[list[Stated], dict[str, int]]:
    """The scores, in order, and the year that the lines above each group of them say."""
    stated: list[Stated] = []
    years: dict[str, int] = {}
    for stretch in _stretches(document):
        found = list(_pairs(stretch, framework))
        if sum(s.quantity == "score" for s in found) < FEWEST_PAIRS:
            continue
        stated += found
        first = next(n for n, printed in enumerate(stretch) if printed.line.text == found[0].name_printed)
        above = stretch[max(0, first - YEAR_ABOVE) : first]
        if said := [year for printed in above for year in own_years(printed.line.text)]:
            years[found[0].group] = said[-1]
    return stated, years


def _stretches(document: Document) -> Iterator[list[_Printed]]:
    """The printed lines of the body between its tables."""
    stretch: list[_Printed] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and block.role == "body":
            stretch += [_Printed(line, number) for line in block.lines]
        elif isinstance(block, Table):
            yield stretch
            stretch = []
    yield stretch


def _pairs(stretch: list[_Printed], framework: Framework) -> Iterator[Stated]:
    group = f"lines {stretch[0].block}" if stretch else ""
    last: tuple[_Printed, Entity] | None = None  # the last figure, and what it is of
    for above, below in itertools.pairwise(stretch):
        is_figure = _FIGURE.fullmatch(below.line.text) is not None
        if not is_figure and len(below.line.text) > LONGEST_GRADE:
            continue
        value = value_of(below.line.text)
        if value is None or (not is_figure and not value.grade):
            continue
        entity = entity_of(above.line.text, "", framework)
        if entity is not None and (is_figure or entity == OVERALL):
            yield _stated(entity, value, above, below, group)
            last = (below, entity) if is_figure else last
        elif last and not is_figure and concept(above.line.text) == "grade" and _follows(last[0], above, stretch):
            yield _stated(last[1], value, above, below, group)


def _follows(printed: _Printed, other: _Printed, stretch: list[_Printed]) -> bool:
    """Whether one line stands under the other, or under the unit below it."""
    at = next((n for n, each in enumerate(stretch) if each is printed), len(stretch))
    return any(each is other for each in stretch[at + 1 : at + 3])


def _stated(entity: Entity, value: Value, above: _Printed, below: _Printed, group: str) -> Stated:
    name = above.line.text
    return Stated(
        entity=entity,
        subject="office",
        quantity="score" if value.amount is not None else "grade",
        printed=value.printed,
        amount=value.amount,
        year=None,
        group=group,
        place=Place(below.block, below.line.page, box=below.line.box),
        quote=f"{clean(name)} {value.printed}",
        source="prose",
        name_printed=name,
    )
