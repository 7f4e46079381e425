"""The two axes of a table of scores: what its columns say, and what the labels of its rows name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.document import Cell
from extractors.facts.scores.labels import LONGEST_LABEL, entity_of
from extractors.facts.scores.stated import OVERALL, Entity, Quantity
from extractors.facts.scores.values import value_of
from extractors.facts.scores.words import words
from extractors.names import match_office
from extractors.tables import TableReading
from extractors.thai.dates import fiscal_years
from extractors.thai.text import squeeze
from schemas.framework import Framework
from schemas.rows import Subject

QUANTITIES: dict[str, Quantity] = {
    "score": "score",
    "percent": "score",
    "full_score": "full_score",
    "weight": "weight",
    "weighted_score": "weighted_score",
    "grade": "grade",
    "result": "result",
    "national": "score",
}
SILENT = frozenset({"rank", "target", "change", "trend", "count", "page_ref", "evidence", "period", "budget"})
"""Columns that hold figures which are no scores, or words that name nothing."""

MOSTLY = 0.8
"""The share of cells that must agree before a whole column is taken for something."""

CERTAINTY = {"item": 0, "subindicator": 1, "indicator": 2, "instrument": 3, "overall": 4}
"""Of several names of one row the one of the lowest level is meant: its instrument only groups it."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's headers say: ``quantity`` is None for a column of labels."""

    number: int
    concept: str
    quantity: Quantity | None
    year: int | None
    subject: Subject
    entity: Entity | None

    @property
    def is_label(self) -> bool:
        return self.quantity is None and self.concept not in SILENT


@dataclass(frozen=True, slots=True)
class Named:
    """A label cell and what it names."""

    entity: Entity
    cell: Cell
    column: int


class Axes:
    """Columns by number, and for each body row the cells that name something."""

    def __init__(self, reading: TableReading, framework: Framework, office_name: str) -> None:
        self.reading = reading
        self.view = reading.view
        self.framework = framework
        self.office_name = office_name
        self.body = range(reading.header_rows, self.view.rows)
        self.columns = self._without_lone_total([self._column(c) for c in range(self.view.columns)])
        self.named = {row: list(self._names(row)) for row in self.body}

    def label(self, row: int) -> str:
        """The words of the row's first label cell that begins in it; else of its first cell."""
        begun = [cell.text for cell in self._labels(row) if cell.row == row and cell.text.strip()]
        return begun[0] if begun else self.view.text_at(row, 0)

    def subject(self, row: int) -> Subject:
        return subject_in(" ".join(c.text for c in self._labels(row) if len(c.text) <= LONGEST_LABEL), self.office_name)

    def year(self, row: int) -> int | None:
        return next((year_in(self.view.text_at(row, c.number)) for c in self.columns if c.concept == "year"), None)

    def covers_everything(self) -> bool:
        """Whether the rows name every indicator, or every instrument."""
        entities = {named.entity for names in self.named.values() for named in names}
        indicators = {Entity("indicator", i.code) for i in self.framework.indicators}
        return entities >= indicators or entities >= {Entity("instrument", i.code) for i in self.framework.instruments}

    def runs(self, column: int) -> list[list[int]]:
        """Runs of label columns next to each other: those on the column's left, nearest first, then on its right."""
        runs: list[list[int]] = [[]]
        for c in self.columns:
            if c.is_label:
                runs[-1].append(c.number)
            else:
                runs.append([])
        filled = [run for run in runs if run]
        return [run for run in reversed(filled) if run[-1] < column] + [run for run in filled if run[0] > column]

    def entity_in_run(self, row: int, run: list[int], cell: Cell) -> Entity | None:
        """What a run names for a value cell: a label that begins in the same row, both merged or both not."""
        same = [
            named
            for named in self.named[row]
            if named.column in run
            and named.entity != OVERALL
            and named.cell.row == cell.row
            and (named.cell.row_span > 1) == (cell.row_span > 1)
        ]
        return min(same, key=self._certainty).entity if same else None

    def _certainty(self, named: Named) -> tuple[int, bool]:
        return CERTAINTY[named.entity.level], self.columns[named.column].concept in ("no", "indicator_no")

    def _column(self, number: int) -> Column:
        path = self.reading.paths[number]
        text = " ".join(path)
        name = self.reading.columns[number]
        entity = next((e for label in reversed(path) if (e := entity_of(label, "", self.framework))), None)
        year = year_in(text)
        quantity = QUANTITIES.get(name)
        if quantity is None and name not in SILENT and (entity or year) and self._holds_values(number):
            quantity = "score"
        return Column(number, name, quantity, year, subject_in(text, self.office_name), entity)

    @staticmethod
    def _without_lone_total(columns: list[Column]) -> list[Column]:
        """A header such as "คะแนนรวม" names the whole score only beside headers that name its parts."""
        parts = any(column.entity not in (None, OVERALL) for column in columns)
        return [replace(c, entity=None) if c.entity == OVERALL and not parts else c for c in columns]

    def _holds_values(self, number: int) -> bool:
        texts = [text for row in self.body if (text := self.view.text_at(row, number)).strip()]
        return bool(texts) and sum(value_of(text) is not None for text in texts) >= MOSTLY * len(texts)

    def _labels(self, row: int) -> Iterator[Cell]:
        last: Cell | None = None
        for column in self.columns:
            cell = self.view.at(row, column.number)
            if column.is_label and cell is not None and cell is not last:
                last = cell
                yield cell

    def _names(self, row: int) -> Iterator[Named]:
        for cell in self._labels(row):
            if entity := entity_of(cell.text, self.columns[cell.column].concept, self.framework):
                yield Named(entity, cell, cell.column)


def year_in(text: str) -> int | None:
    """The fiscal year of a text that names exactly one."""
    years = {year.year for year in fiscal_years(text)}
    return years.pop() if len(years) == 1 else None


def subject_in(text: str, office_name: str) -> Subject:
    """Whose score the words speak of; this office's where they do not say."""
    squeezed = squeeze(text)
    if any(word in squeezed for word in words().national):
        return "national"
    offices = {mention.office.name_full for mention in match_office(text) if mention.office is not None}
    return "other" if offices and office_name not in offices else "office"
