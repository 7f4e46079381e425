"""The two axes of a table of scores: what its columns say, and what the labels of its rows name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.document import Cell
from extractors.facts.scores.columns import SILENT, Column, columns_of, key_and_value, names_all_instruments
from extractors.facts.scores.labels import LONGEST_LABEL, entity_of, is_aim, is_question, says_instrument
from extractors.facts.scores.short_names import short_names
from extractors.facts.scores.stated import OVERALL, Entity
from extractors.facts.scores.subjects import subject_in
from extractors.facts.scores.values import value_of
from extractors.headers import concept
from extractors.names import match_indicator, match_office
from extractors.tables import TableReading
from extractors.thai.dates import only_year
from extractors.thai.text import squeeze
from schemas.framework import Framework
from schemas.rows import Subject

CERTAINTY = {"item": 0, "subindicator": 1, "indicator": 2, "instrument": 3, "overall": 4}
"""Of several names of one row the one of the lowest level is meant: its instrument only groups it."""


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
        if self.body.start < reading.header_rows:
            self.columns = key_and_value(reading, self.body)
        else:
            self.columns = columns_of(reading, self.body, framework, office_name)
        self.named = {row: list(self._names(row)) for row in self.body}
        self._tell_short_names()
        self._tell_lone_oit()

    def label(self, row: int) -> str:
        """The words of the row's first label cell that begins in it; else of its first cell."""
        begun = [cell.text for cell in self._labels(row) if cell.row == row and cell.text.strip()]
        return begun[0] if begun else self.view.text_at(row, 0)

    def is_of_question(self, row: int) -> bool:
        """Whether the row is one question of a survey: nobody's score by itself."""
        return any(is_question(cell.text) for cell in self._labels(row))

    def is_silent(self, row: int) -> bool:
        """Whether the row holds no scores: ranks, counts, what is only hoped for."""
        if any(is_aim(cell.text) for cell in self._labels(row) if len(cell.text) <= LONGEST_LABEL):
            return True
        names_indicator = any(named.entity.level == "indicator" for named in self.named[row])
        return concept(self.label(row)) in SILENT and not names_indicator

    def subject(self, row: int) -> Subject:
        return subject_in(" ".join(c.text for c in self._labels(row) if len(c.text) <= LONGEST_LABEL), self.office_name)

    def year(self, row: int) -> int | None:
        """The year that the row's column of years says; a blank goes on with the one above."""
        for column in (c.number for c in self.columns if c.concept == "year"):
            said = (text for r in range(row, self.body.start - 1, -1) if (text := self.view.text_at(r, column)).strip())
            return only_year(next(said, ""))
        return None

    def is_whole_beside_parts(self, row: int, column: Column) -> bool:
        """Whether a plain score stands beside those of all instruments, in a row for one year."""
        plain = column.concept in ("score", "grade", "result") and column.entity is None
        return names_all_instruments(self.columns, self.framework) and plain and self.year(row) is not None

    def is_whole_of_a_body(self, row: int) -> bool:
        """Whether a row of a table of offices is this office's, or the country's beside it."""
        if not self._is_about_ita():
            return False
        return self._is_own(row) or (self.subject(row) == "national" and any(map(self._is_own, self.body)))

    def _is_own(self, row: int) -> bool:
        labels = " ".join(cell.text for cell in self._labels(row) if cell.row == row)
        return any(m.office is not None and m.office.name_full == self.office_name for m in match_office(labels))

    def _is_about_ita(self) -> bool:
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
        if self.view.columns != 2 or self.reading.header_rows > 1 or only_year(self.view.text_at(0, 1)):
            return False
        return value_of(self.view.text_at(0, 1)) is not None

    def _tell_short_names(self) -> None:
        """Labels that name indicators in short, in rows where nothing else is named."""
        named = {n.entity.code for names in self.named.values() for n in names if n.entity.level == "indicator"}
        labels = {row: cell for row in self.body if not self.named[row] for cell in list(self._labels(row))[:1]}
        codes = short_names({row: cell.text for row, cell in labels.items()}, named, self.framework)
        for row, code in codes.items():
            self.named[row] = [Named(Entity("indicator", code), labels[row], labels[row].column)]

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
