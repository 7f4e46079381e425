"""What came of one file of a batch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.tables import TABLES
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its record, how many rows each table got from it, its grave issues by code.

    ``kept`` is true where an earlier run had read it. The issues themselves are on the shelf.
    """

    source: Source
    rows: Mapping[str, int]
    codes: Mapping[str, int]
    kept: bool
    report: Callable[[], Report]

    @property
    def issues(self) -> tuple[Issue, ...]:
        return self.report().issues


Told = Callable[[Outcome], None]


def repeated(name: str, first: Outcome) -> Outcome:
    """The outcome of a file with the same bytes as an earlier one: its record, and no facts a second time."""
    repeats = issue("I_SAME_CONTENT", name=name, first=first.source.source_name)
    why = first.issues if first.source.status == "failed" else ()
    source = first.source.model_copy(update={"source_name": name})
    report = Report(report=source, issues=(*why, repeats))
    rows = {table.name: sum(1 for _ in table.rows(report)) for table in TABLES}
    return Outcome(source, rows, first.codes, False, lambda: report)
