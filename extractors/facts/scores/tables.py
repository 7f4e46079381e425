"""Scores stated in a table, whatever the order and direction of its columns.

Every value cell takes its meaning from the labels of its row and the headers of its column: what it is of
(entity), which quantity, which year, whose (subject). Nothing depends on a column's place:

- Label columns between value columns form *runs*. A value column belongs to the nearest run on its left (then
  right) that names something for most of its values, so code/score pairs may stand side by side, and points
  that stand once for a merged instrument belong to the instrument, not to its first indicator.
- Headers may name entities too (indicators across the top), years side by side, or subjects.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from extractors.document import Cell
from extractors.facts.scores.axes import Axes
from extractors.facts.scores.cells import codes_over_scores, names_with_scores, wholes_with_scores
from extractors.facts.scores.columns import QUANTITIES, Column
from extractors.facts.scores.held import MOSTLY
from extractors.facts.scores.labels import is_overall
from extractors.facts.scores.places import one_line, place_of
from extractors.facts.scores.stated import OVERALL, Entity, Quantity, Stated
from extractors.facts.scores.totals import label_of, total_of
from extractors.facts.scores.values import Value, is_blank, value_of
from extractors.headers import concept
from extractors.tables import TableReading
from schemas.framework import Framework


@dataclass(slots=True)
class TableScores:
    """What a table states.

    ``unnamed`` are rows with a figure whose label names nothing, ``unreadable`` named cells that should hold a
    score and hold something else.
    """

    stated: list[Stated] = field(default_factory=list)
    unnamed: list[tuple[int, str, Cell]] = field(default_factory=list)
    unreadable: list[tuple[Entity, Cell]] = field(default_factory=list)


def read_table(
    reading: TableReading, framework: Framework, office_name: str, block: int, only: Container[int] | None = None
) -> TableScores:
    """Every score the table states, in the order of its columns; of the columns ``only``, where they are given."""
    axes = Axes(reading, framework, office_name)
    found = TableScores()
    for column in axes.columns:
        if column.quantity is not None and column.subject != "other" and (only is None or column.number in only):
            _read_column(axes, column, block, found)
    if only is not None:
        return found
    if found.stated:
        found.stated.extend(wholes_with_scores(axes, found.stated, block))
    else:
        found.stated.extend(names_with_scores(axes, block))
    if not found.stated:
        found.stated.extend(codes_over_scores(axes, block))
    return found


def _read_column(axes: Axes, column: Column, block: int, found: TableScores) -> None:
    cells = list(_cells(axes, column))
    values = [(row, cell, value) for row, cell in cells if (value := value_of(cell.text)) is not None]
    run = _run_of(axes, column, values)
    per_instrument = _is_per_instrument(axes, [row for row, _, value in values if value.amount is not None])
    for row, cell in cells:
        if axes.is_silent(row):
            continue
        subject = axes.subject(row) if column.subject == "office" else column.subject
        if subject == "other":
            continue
        entity = _entity(axes, row, column, cell, run)
        if per_instrument and entity is not None and entity.level == "indicator":
            entity = next((n.entity for n in axes.named[row] if n.entity.level == "instrument"), entity)
        if entity == OVERALL and column.quantity == "score" and _has_points(axes, row, column):
            continue  # a plain mean of percents beside the sum of the points, which is the score
        value = value_of(cell.text)
        if value is None:
            if entity is not None and entity != OVERALL and column.quantity == "score" and values:
                found.unreadable.append((entity, cell))
        elif entity is not None:
            found.stated.extend(_state(axes, row, cell, column, value, entity, subject == "national", block))
        elif value.amount is not None and column.quantity == "score" and not axes.is_of_question(row):
            found.unnamed.append((row, axes.label(row), cell))


def _is_per_instrument(axes: Axes, rows: list[int]) -> bool:
    """Whether a column of a text has its figures only where an instrument begins: they are the instruments'.

    (Where a format can show merging, a cell merged like that of the instrument says so.)
    """
    if axes.reading.table.ruled and any(cell.row_span > 1 for cell in axes.view.cells):
        return False
    begun = [r for r in axes.body if any(n.entity.level == "instrument" and n.cell.row == r for n in axes.named[r])]
    indicators = [r for r in axes.body if any(n.entity.level == "indicator" for n in axes.named[r])]
    filled = [row for row in rows if row in indicators]
    return len(begun) > 1 and set(filled) == set(begun) & set(indicators) and len(filled) * 2 <= len(indicators)


def _has_points(axes: Axes, row: int, column: Column) -> bool:
    """Whether another column of the same year states points out of the weight in this row."""
    others = (c for c in axes.columns if c.quantity == "weighted_score" and c.year == column.year)
    return any((value := value_of(axes.view.text_at(row, c.number))) and value.amount is not None for c in others)


def _cells(axes: Axes, column: Column) -> Iterator[tuple[int, Cell]]:
    """Each filled cell of the column with the row it begins in; one that begins in another value column is its."""
    for row in axes.body:
        cell = axes.view.at(row, column.number)
        if cell is None or cell.row != row or is_blank(cell.text):
            continue
        if cell.column == column.number or (axes.columns[cell.column].is_label and value_of(cell.text)):
            yield row, cell


def _run_of(axes: Axes, column: Column, values: list[tuple[int, Cell, Value]]) -> list[int]:
    """The run of labels that names this column's values, ``[]`` when there is none."""
    single = [(row, cell) for row, cell, _ in values if any(n.entity != OVERALL for n in axes.named[row])]
    best: list[int] = []
    most = 0
    for run in axes.runs(column.number):
        named = sum(axes.entity_in_run(row, run, cell) is not None for row, cell in single)
        if named and named >= MOSTLY * len(single):
            return run
        if named > most:
            best, most = run, named
    return best


def _entity(axes: Axes, row: int, column: Column, cell: Cell, run: list[int]) -> Entity | None:
    """What a value is of: by its run of labels, its column's header, or the words of its row."""
    entity = axes.entity_in_run(row, run, cell)
    instruments = [named.entity for named in axes.named[row] if named.entity.level == "instrument"]
    if column.quantity == "weighted_score" and entity is not None and entity.level != "instrument":
        entity = instruments[0] if instruments else None
        if entity is None:
            return None
    if column.entity is not None and (entity is None or column.entity.level not in ("instrument", "overall")):
        return column.entity
    if entity is not None:
        return entity
    if (total := total_of(axes, row)) is not None:
        return total
    label = label_of(axes, row)
    if any(n.entity == OVERALL and n.cell.row == row for n in axes.named[row]) or is_overall(label):
        return OVERALL
    if column.entity is None and column.concept in QUANTITIES and axes.is_whole_of_a_body(row):
        return OVERALL
    if axes.is_whole_beside_parts(row, column):
        return OVERALL
    if column.quantity in ("grade", "result") and any(c.entity == OVERALL for c in axes.columns):
        return OVERALL
    if concept(label) == "grade" and row - 1 in axes.body and _is_whole(axes, row - 1):
        return OVERALL
    named = {n.entity for n in axes.named[row] if n.entity.level != "instrument"}
    return named.pop() if column.quantity in ("grade", "result", "full_score") and len(named) == 1 else None


def _is_whole(axes: Axes, row: int) -> bool:
    return any(n.entity == OVERALL for n in axes.named[row]) or total_of(axes, row) == OVERALL


def _state(
    axes: Axes, row: int, cell: Cell, column: Column, value: Value, entity: Entity, national: bool, block: int
) -> Iterator[Stated]:
    label = axes.label(row)
    name = next((n.cell.text for n in axes.named[row] if n.entity == entity), label)
    row_concept = concept(label) if entity == OVERALL else ""
    for quantity, printed in _quantities(column.quantity or "score", value, row_concept, entity == OVERALL):
        figure = quantity not in ("grade", "result")
        yield Stated(
            entity=entity,
            subject="national" if national else "office",
            quantity=quantity,
            printed=printed,
            amount=value.amount if figure else None,
            year=column.year or axes.year(row),
            group=f"table {axes.reading.table.number}",
            place=place_of(axes, cell, block),
            quote=f"{one_line(name)} {printed}".strip(),
            source="table",
            name_printed=one_line(name),
        )


def _quantities(quantity: Quantity, value: Value, row_concept: str, is_whole: bool) -> Iterator[tuple[Quantity, str]]:
    """The quantities a value states: a figure, and the grade or result printed with it. All points together are the
    whole score."""
    if value.amount is not None and quantity not in ("grade", "result"):
        yield "score" if quantity == "weighted_score" and is_whole else quantity, value.printed
    if value.grade:
        yield "grade", value.grade
    if value.result:
        yield ("grade" if quantity == "grade" or row_concept == "grade" else "result"), value.result
