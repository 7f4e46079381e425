"""Scores in tables without columns of scores: in the cells of their names, or in rows under the codes of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.document import Cell
from extractors.facts.scores.axes import Axes
from extractors.facts.scores.labels import entity_of, is_total
from extractors.facts.scores.places import one_line, place_of
from extractors.facts.scores.stated import Entity, Stated
from extractors.facts.scores.values import value_of
from extractors.thai.codes import item_code
from extractors.thai.digits import arabic, decimal
from extractors.thai.text import clean

FEWEST_CODES = 3
"""Codes in a row over a row of their scores."""

_NAME_AND_SCORE = re.compile(
    r"^(?P<name>.+?)\s*(?:[(（=:]|\n|\s(?=\d{1,3}\.\d\d\b))\s*(?:ร้อยละ\s*)?(?P<figure>\d{1,3}(?:\.\d+)?)\s*(?:คะแนน|%)?"
    r"\s*[)）]?\s*$"
)


def names_with_scores(axes: Axes, block: int) -> Iterator[Stated]:
    """Cells that hold a name with its score: ``การใช้อำนาจ (96.49)``, or the score on a line of its own."""
    for cell in axes.view.cells:
        text = arabic(clean(cell.text))
        for line in [text, *text.split("\n")] if "\n" in text else [text]:
            both = _NAME_AND_SCORE.match(line.strip())
            entity = _named_in_cell(axes, cell, both["name"]) if both else None
            if both is not None and entity is not None:
                yield _stated_in_cell(axes, cell, entity, both["figure"], line, both["name"], block)


def wholes_with_scores(axes: Axes, stated: Sequence[Stated], block: int) -> list[Stated]:
    """Wholes whose figures stand with their names over the rows of their parts: ``IIT (27.68)``, ``9.3 ... (75.00)``.

    Not where the table is about several years, or has other figures for things of that level.
    """
    if len({column.year for column in axes.columns if column.year is not None}) > 1:
        return []
    if not any("(" in cell.text for cell in axes.view.cells):
        return []
    levels = {s.entity.level for s in stated}
    found = [s for s in names_with_scores(axes, block) if s.entity.level not in levels and "." in s.printed]
    return found if len({s.entity for s in found}) == len(found) else []


def _named_in_cell(axes: Axes, cell: Cell, name: str) -> Entity | None:
    """What a name in a cell beside its figure is of; a mean is that of the instrument named above it."""
    if not is_total(name):
        return entity_of(name, "", axes.framework)
    above = (entity_of(axes.view.text_at(row, cell.column), "", axes.framework) for row in range(cell.row - 1, -1, -1))
    return next((entity for entity in above if entity is not None and entity.level == "instrument"), None)


def codes_over_scores(axes: Axes, block: int) -> Iterator[Stated]:
    """Rows of codes of items, each over a row of their scores."""
    for row in range(axes.view.rows - 1):
        codes = {c: code for c, cell in enumerate(axes.view.row(row)) if cell and (code := item_code(cell.text))}
        below = axes.view.row(row + 1)
        values = {c: cell for c in codes if (cell := below[c]) is not None and value_of(cell.text) is not None}
        if len(codes) < FEWEST_CODES or len(values) < len(codes):
            continue
        for column, cell in values.items():
            value = value_of(cell.text)
            if value is not None and value.amount is not None:
                entity, code = Entity("item", codes[column]), axes.view.text_at(row, column)
                yield _stated_in_cell(axes, cell, entity, value.printed, f"{code} {value.printed}", code, block)


def _stated_in_cell(
    axes: Axes, cell: Cell, entity: Entity, figure: str, quote: str, name: str, block: int
) -> Stated:
    return Stated(
        entity=entity,
        subject="office",
        quantity="score",
        printed=figure,
        amount=decimal(figure),
        year=None,
        group=f"table {axes.reading.table.number}",
        place=place_of(axes, cell, block),
        quote=one_line(quote),
        source="table",
        name_printed=name.strip(),
    )
