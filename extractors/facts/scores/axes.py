"""The two axes of a table of scores: what its columns say, and what the labels of its rows name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.document import Cell
from extractors.facts.scores.labels import LONGEST_LABEL, entity_of, is_question, is_total, says_instrument
from extractors.facts.scores.stated import OVERALL, Entity, Quantity
from extractors.facts.scores.subjects import subject_in
from extractors.facts.scores.values import value_of
from extractors.names import match_indicator, match_office
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
SILENT = frozenset(
    ("rank", "target", "change", "trend", "count", "page_ref", "evidence", "period", "budget", "part", "draft")
)
"""Columns that hold figures which are no scores, or words that name nothing."""

BESIDE = ("grade", "result", "weighted_score")
"""Quantities that are said of the score beside them."""

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
        self.body = range(0 if self._is_key_and_value() else reading.header_rows, self.view.rows)
        self.only_figures = self._only_figures()
        columns = self._with_total(self._without_lone_total([self._column(c) for c in range(self.view.columns)]))
        self.columns = _with_years_beside(columns)
        if self.body.start < reading.header_rows:
            value: Quantity | None = "score" if self._holds_values(1) else None
            self.columns = [Column(0, "", None, None, "office", None), Column(1, "", value, None, "office", None)]
        self.named = {row: list(self._names(row)) for row in self.body}
        self._tell_lone_oit()

    def label(self, row: int) -> str:
        """The words of the row's first label cell that begins in it; else of its first cell."""
        begun = [cell.text for cell in self._labels(row) if cell.row == row and cell.text.strip()]
        return begun[0] if begun else self.view.text_at(row, 0)

    def is_of_question(self, row: int) -> bool:
        """Whether the row is one question of a survey: nobody's score by itself."""
        return any(is_question(cell.text) for cell in self._labels(row))

    def subject(self, row: int) -> Subject:
        return subject_in(" ".join(c.text for c in self._labels(row) if len(c.text) <= LONGEST_LABEL), self.office_name)

    def year(self, row: int) -> int | None:
        """The year that the row's column of years says; a blank goes on with the one above."""
        for column in (c.number for c in self.columns if c.concept == "year"):
            said = (text for r in range(row, self.body.start - 1, -1) if (text := self.view.text_at(r, column)).strip())
            return year_in(next(said, ""))
        return None

    def is_whole_beside_parts(self, row: int, column: Column) -> bool:
        """Whether a plain score stands beside those of all instruments, in a row for one year."""
        plain = column.concept in ("score", "grade", "result") and column.entity is None
        return self._names_all_instruments(self.columns) and plain and self.year(row) is not None

    def is_own(self, row: int) -> bool:
        """Whether a label of the row names this office, in a table that says that it is about ITA."""
        labels = " ".join(cell.text for cell in self._labels(row) if cell.row == row)
        if not any(m.office is not None and m.office.name_full == self.office_name for m in match_office(labels)):
            return False
        said = [p.text for p in self.reading.caption] + [words for path in self.reading.paths for words in path]
        return any("ITA" in words or "คุณธรรมและความโปร่งใส" in squeeze(words) for words in said)

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

    def _is_key_and_value(self) -> bool:
        """Whether even the first row has a name and its value: a table of two columns without headers."""
        if self.view.columns != 2 or self.reading.header_rows > 1 or year_in(self.view.text_at(0, 1)):
            return False
        return value_of(self.view.text_at(0, 1)) is not None

    def _only_figures(self) -> int | None:
        """The one column of figures with decimals in a table without headers."""
        if self.reading.header_rows:
            return None
        figures = [
            column
            for column in range(self.view.columns)
            if any("." in text for row in self.body if value_of(text := self.view.text_at(row, column)))
            and self._holds_values(column)
        ]
        return figures[0] if len(figures) == 1 else None

    def _tell_lone_oit(self) -> None:
        """Among names of indicators, การเปิดเผยข้อมูลสาธารณะ alone is how indicator 9 is called, not the instrument."""
        named = [n for names in self.named.values() for n in names]
        indicators = {n.entity.code for n in named if n.entity.level == "indicator"}
        instruments = [n for n in named if n.entity.level == "instrument"]
        if len(indicators) < 2 or len(instruments) != 1 or says_instrument(instruments[0].cell.text):
            return
        match = match_indicator(squeeze(instruments[0].cell.text).removesuffix("สาธารณะ"), self.framework)
        if match and match.code not in indicators:
            self.named = {
                row: [replace(n, entity=Entity("indicator", match.code)) if n is instruments[0] else n for n in names]
                for row, names in self.named.items()
            }

    def _column(self, number: int) -> Column:
        path = self.reading.paths[number]
        text = " ".join(path)
        name = self.reading.columns[number]
        entity = next((e for label in reversed(path) if (e := entity_of(label, "", self.framework))), None)
        year = year_in(text)
        quantity = QUANTITIES.get(name)
        said = entity or year or match_office(text) or (not path and number == self.only_figures)
        if quantity is None and name not in SILENT and said and self._holds_values(number):
            quantity = "score"
        if quantity is None and not path and self.only_figures is not None and self._holds_grades(number):
            quantity = "grade"
        if name == "percent" and self._counts_answers(number):
            quantity, name = None, "count"
        return Column(number, name, quantity, year, subject_in(text, self.office_name), entity)

    def _counts_answers(self, number: int) -> bool:
        """Whether a column of percent goes with the counts beside it: another column has the scores."""
        names = self.reading.columns
        return number > 0 and names[number - 1] == "count" and bool({"score", "weighted_score"} & set(names))

    @staticmethod
    def _without_lone_total(columns: list[Column]) -> list[Column]:
        """A header such as "คะแนนรวม" names the whole score only beside headers that name its parts."""
        parts = any(column.entity not in (None, OVERALL) for column in columns)
        return [replace(c, entity=None) if c.entity == OVERALL and not parts else c for c in columns]

    def _with_total(self, columns: list[Column]) -> list[Column]:
        """Beside columns of all instruments a column "รวม" is that of the whole score."""
        if not self._names_all_instruments(columns):
            return columns
        return [
            replace(c, quantity="score", entity=OVERALL)
            if c.entity is None and (path := self.reading.paths[c.number]) and is_total(path[-1]) and self._holds_values(c.number)
            else c
            for c in columns
        ]

    def _names_all_instruments(self, columns: list[Column]) -> bool:
        return {c.entity for c in columns} >= {Entity("instrument", i.code) for i in self.framework.instruments}

    def _holds_values(self, number: int) -> bool:
        texts = [text for row in self.body if (text := self.view.text_at(row, number)).strip()]
        return bool(texts) and sum(value_of(text) is not None for text in texts) >= MOSTLY * len(texts)

    def _holds_grades(self, number: int) -> bool:
        values = [value_of(text) for row in self.body if (text := self.view.text_at(row, number)).strip()]
        return bool(values) and all(value is not None and value.grade and value.amount is None for value in values)

    def _labels(self, row: int) -> Iterator[Cell]:
        last: Cell | None = None
        for column in self.columns:
            cell = self.view.at(row, column.number)
            if column.is_label and cell is not None and cell is not last:
                last = cell
                yield cell

    def _names(self, row: int) -> Iterator[Named]:
        labels = list(self._labels(row))
        if any(is_question(cell.text) for cell in labels):
            return
        named = [
            Named(entity, cell, cell.column)
            for cell in labels
            if (entity := entity_of(cell.text, self.columns[cell.column].concept, self.framework))
        ]
        indicators = any(each.entity.level == "indicator" for each in named)
        for each in named:  # under "ข้อ" a plain number beside an indicator's name is its own
            if not (indicators and each.entity.level == "item" and each.cell.text.strip(" .)").isdecimal()):
                yield each


def _with_years_beside(columns: list[Column]) -> list[Column]:
    """Columns of grades or points without a year have that of the scores on their left: "ปี 2565 | ระดับ | ปี 2566 | ระดับ"."""
    if len({column.year for column in columns if column.year is not None}) < 2:
        return columns
    dated: list[Column] = []
    for column in columns:
        beside = dated[-1] if dated else None
        if column.quantity in BESIDE and column.year is None and beside is not None and beside.quantity is not None:
            column = replace(column, year=beside.year)
        dated.append(column)
    return dated


def year_in(text: str) -> int | None:
    """The fiscal year of a text that names exactly one."""
    years = {year.year for year in fiscal_years(text)}
    return years.pop() if len(years) == 1 else None
