"""What the columns of a table of scores say: which hold figures, of what, whose and of which year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.facts.scores.held import are_differences, are_grades, are_points, are_scores, are_values
from extractors.facts.scores.labels import entity_of, is_aim, is_total
from extractors.facts.scores.short_names import FEWEST_NAMED, short_names
from extractors.facts.scores.stated import OVERALL, Entity, Quantity
from extractors.facts.scores.subjects import subject_in
from extractors.facts.scores.values import is_blank, value_of
from extractors.names import match_office
from extractors.tables import TableReading
from extractors.thai.dates import only_year
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
SILENT = frozenset(
    ("rank", "target", "change", "trend", "count", "page_ref", "evidence", "period", "budget", "part", "draft")
)
"""Columns that hold figures which are no scores, or words that name nothing."""

BESIDE = ("grade", "result", "weighted_score")
"""Quantities that are said of the score beside them."""


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


def columns_of(reading: TableReading, body: range, framework: Framework, office_name: str) -> list[Column]:
    """The columns of the table's view, for the rows ``body`` below the headers."""
    return _Columns(reading, body, framework, office_name).read()


def key_and_value(reading: TableReading, body: range) -> list[Column]:
    """The columns of a table of two columns without headers: names, and what may be their values."""
    texts = [text for row in body if (text := reading.view.text_at(row, 1)).strip()]
    value: Quantity | None = "score" if are_values(texts) else None
    return [Column(0, "", None, None, "office", None), Column(1, "", value, None, "office", None)]


class _Columns:
    def __init__(self, reading: TableReading, body: range, framework: Framework, office_name: str) -> None:
        self.reading = reading
        self.view = reading.view
        self.body = body
        self.framework = framework
        self.office_name = office_name
        self.only_figures = self._only_figures()

    def read(self) -> list[Column]:
        columns = [self._column(number) for number in range(self.view.columns)]
        columns = _without_lone_total(self._with_short_names(columns))
        return _with_years_beside(self._with_total(columns))

    def _column(self, number: int) -> Column:
        path = self.reading.paths[number]
        text = " ".join(path)
        name = "target" if any(map(is_aim, path)) else self.reading.columns[number]
        entity = next((e for label in reversed(path) if (e := entity_of(label, "", self.framework))), None)
        year = only_year(text)
        quantity = QUANTITIES.get(name)
        said = entity or year or match_office(text) or (not path and number == self.only_figures)
        if quantity is None and name not in SILENT and said and are_values(self._texts(number)):
            quantity = "score"
        if quantity is None and not path and self.only_figures is not None and are_grades(self._texts(number)):
            quantity = "grade"
        if quantity in ("score", "weighted_score") and are_differences(self._texts(number)):
            quantity, name = None, "change"
        if name == "percent" and self._counts_answers(number):
            quantity, name = None, "count"
        if quantity == "full_score" and are_scores(self._texts(number), self.framework):
            quantity, name = "score", "score"
        if quantity == "weight" and are_points(self._texts(number)):
            quantity, name = "weighted_score", "weighted_score"
        subject: Subject = "national" if name == "national" else subject_in(text, self.office_name)
        return Column(number, name, quantity, year, subject, entity)

    def _only_figures(self) -> int | None:
        """The one column of figures with decimals in a table without headers."""
        if self.reading.header_rows:
            return None
        figures = [
            column
            for column in range(self.view.columns)
            if any("." in text for row in self.body if value_of(text := self.view.text_at(row, column)))
            and are_values(self._texts(column))
        ]
        return figures[0] if len(figures) == 1 else None

    def _counts_answers(self, number: int) -> bool:
        """Whether a column of percent goes with the counts beside it: another column has the scores."""
        names = self.reading.columns
        return number > 0 and names[number - 1] == "count" and bool({"score", "weighted_score"} & set(names))

    def _with_short_names(self, columns: list[Column]) -> list[Column]:
        """Headers that name indicators in short, beside others that do too: "งบประมาณ" is then no budget."""
        if len(columns) < FEWEST_NAMED:
            return columns
        named = {c.entity.code for c in columns if c.entity is not None and c.entity.level == "indicator"}
        labels = {
            c.number: path[-1]
            for c in columns
            if c.entity is None and (path := self.reading.paths[c.number]) and are_values(self._texts(c.number))
        }
        codes = short_names(labels, named, self.framework)
        return [
            replace(c, entity=Entity("indicator", codes[c.number]), quantity=c.quantity or "score", concept="")
            if c.number in codes
            else c
            for c in columns
        ]

    def _with_total(self, columns: list[Column]) -> list[Column]:
        """Beside columns of all instruments a column "รวม" is that of the whole score."""
        if not names_all_instruments(columns, self.framework):
            return columns
        return [
            replace(c, quantity="score", entity=OVERALL) if c.entity is None and self._is_total(c) else c
            for c in columns
        ]

    def _is_total(self, column: Column) -> bool:
        path = self.reading.paths[column.number]
        return bool(path) and is_total(path[-1]) and are_values(self._texts(column.number))

    def _texts(self, number: int) -> list[str]:
        """What the filled cells of a column say."""
        return [text for row in self.body if not is_blank(text := self.view.text_at(row, number))]


def names_all_instruments(columns: list[Column], framework: Framework) -> bool:
    return {column.entity for column in columns} >= {Entity("instrument", i.code) for i in framework.instruments}


def _without_lone_total(columns: list[Column]) -> list[Column]:
    """A header such as "คะแนนรวม" names the whole score only beside headers that name its parts."""
    parts = any(column.entity not in (None, OVERALL) for column in columns)
    return [replace(c, entity=None) if c.entity == OVERALL and not parts else c for c in columns]


def _with_years_beside(columns: list[Column]) -> list[Column]:
    """Columns of grades or points without a year have that of the scores on their left.

    "ปี 2565 | ระดับ | ปี 2566 | ระดับ": each grade is that of its year.
    """
    dated: list[Column] = []
    for column in columns:
        beside = dated[-1] if dated else None
        follows = beside is not None and beside.quantity is not None and column.year is None
        dated.append(replace(column, year=beside.year) if beside and follows and column.quantity in BESIDE else column)
    return dated
