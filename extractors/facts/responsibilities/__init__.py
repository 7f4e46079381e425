"""Who is responsible for which item: one row per item, role and assignee, from tables of items and clear prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.facts.context import Context, Found
from extractors.facts.item_rows import place
from extractors.facts.items import Item
from extractors.facts.responsibilities.assignees import Assignee, assignees
from extractors.facts.responsibilities.columns import ROLE_OF
from extractors.facts.responsibilities.ledger import Blank, Entry, Ledger
from extractors.facts.responsibilities.prose import spoken
from extractors.facts.responsibilities.runs import runs
from extractors.facts.responsibilities.year import list_year
from extractors.thai.text import clean, squeeze
from schemas.framework import nearest
from schemas.issues import issue
from schemas.rows import Issue, Responsibility, Role


def find(context: Context) -> Found:
    """The rows of every list of items in order; issues where nobody is named or a name is not that of its code."""
    rows: list[Responsibility] = []
    issues: list[Issue] = []
    used: set[int] = set()
    for run in runs(context):
        year = list_year(context, run[0].reading.table.number)
        framework = nearest(year) if year else context.framework
        ledger = Ledger(framework, has_spans=context.document.text_source != "text")
        for part in run:
            ledger.read(part.reading, goes_on=part.goes_on)
        rows.extend(_once_each(_rows(ledger.entries, year)))
        issues.extend(_issues(ledger, framework.name))
        used.update(entry.reading.table.number for entry in ledger.entries)
    rows.extend(_once_each(spoken(context)))
    return Found(rows, issues, frozenset(used))


def _rows(entries: Iterable[Entry], year: int | None) -> Iterator[Responsibility]:
    for entry in entries:
        here = place(entry.reading, entry.row.row, entry.row.naming)
        for item in entry.items:
            for assignee in assignees(entry.text, entry.position, entry.unit):
                yield responsibility(item, entry.role, assignee, year, here, entry)
