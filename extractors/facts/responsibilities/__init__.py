"""Who is responsible for which item: one row per item, role and assignee, from tables and clear prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.document import Box
from extractors.facts.context import Context, Found
from extractors.facts.item_rows import place
from extractors.facts.items import Item
from extractors.facts.responsibilities.assignees import Assignee, assignees
from extractors.facts.responsibilities.ledger import Blank, Entry, Ledger
from extractors.facts.responsibilities.orders import spoken_of
from extractors.facts.responsibilities.prose import spoken
from extractors.facts.responsibilities.runs import runs
from extractors.facts.responsibilities.year import list_year
from extractors.thai.text import clean, skeleton
from schemas.framework import nearest
from schemas.issues import issue
from schemas.rows import Issue, Responsibility, Role

TABLE = "responsibilities"


def find(context: Context) -> Found:
    """The rows of every list of items in order; issues where nobody is named, or code and name disagree."""
    rows: list[Responsibility] = []
    issues: list[Issue] = []
    used: set[int] = set()
    for run in runs(context):
        year = list_year(context, run[0].reading.table.number)
        ledger = Ledger(nearest(year) if year else context.framework, context.document.text_source != "text")
        for part in run:
            ledger.read(part.reading, goes_on=part.goes_on)
        rows.extend(row for entry in ledger.entries for row in _rows(entry, year))
        issues.extend(_issues(ledger, year))
        used.update(entry.reading.table.number for entry in ledger.entries)
    year = context.identity.assessed_year or context.identity.fiscal_year
    rows.extend(
        _row(said.item, said.role, said.assignee, year, said.passage.box, {"page": said.passage.page})
        for said in spoken(context)
    )
    rows.extend(
        _row(item, role, who, year, passage.box, {"page": passage.page})
        for passage, item, role, who in spoken_of(context.passages, context.framework)
    )
    return Found(list(_once_each(rows)), issues, frozenset(used))


def _rows(entry: Entry, year: int | None) -> Iterator[Responsibility]:
    here = place(entry.reading, entry.row.row, entry.cell)
    box = entry.cell.box if entry.cell else None
    for assignee in assignees(entry.text, entry.position, entry.unit):
        for item in entry.items:
            yield _row(item, entry.role, assignee, year, box, here)


def _row(
    item: Item, role: Role, assignee: Assignee, year: int | None, box: Box | None, here: dict[str, int | None]
) -> Responsibility:
    person = assignee.person
    return Responsibility(
        fiscal_year=year,
        item_code=item.code,
        item_name=item.name,
        item_name_printed=" ".join(clean(item.name_printed).split()),
        role=role,
        assignee=" ".join(person.printed.split()),
        person=person.person,
        title=person.title,
        given_name=person.given_name,
        family_name=person.family_name,
        position=assignee.position,
        unit=assignee.unit,
        bbox=(box.x0, box.top, box.x1, box.bottom) if box else None,
        **here,
    )


def _once_each(rows: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """The rows without those that name the same person again for the same item, role and year.

    Names that differ only in marks are one person: so scans and careless typing repeat them.
    """
    seen: set[tuple[int | None, str, str, str]] = set()
    for row in rows:
        key = (row.fiscal_year, row.item_code, row.role, skeleton(row.person))
        if key not in seen:
            seen.add(key)
            yield row


def _issues(ledger: Ledger, year: int | None) -> Iterator[Issue]:
    named = {item.code for entry in ledger.entries for item in entry.items}
    for blank in ledger.blanks:
        yield from _of_blank(blank, named)
    contradicted = {
        item.code: (item, entry) for entry in ledger.entries for item in entry.items if item.expected
    }
    for item, entry in contradicted.values():
        yield issue(
            "I_ITEM_NAME_OF_ANOTHER",
            table=TABLE,
            row_ref=item.code,
            printed=item.name_printed,
            expected=item.expected,
            item=item.code,
            year=year,
            page=entry.row.page,
        )
    for code in dict.fromkeys(item.code for item, _ in ledger.parts):
        rows = [row for item, row in ledger.parts if item.code == code]
        yield issue("I_PARTS_OF_ITEM", table=TABLE, row_ref=code, item=code, count=len(rows), page=rows[0].page)
    for row in ledger.unknown:
        yield issue("W_NAME_UNMATCHED", table=TABLE, printed=row.name, page=row.page)


def _of_blank(blank: Blank, named: set[str]) -> Iterator[Issue]:
    """One issue for an item that nobody is named for anywhere, or that lacks one of its roles."""
    for item in blank.items:
        if item.code not in named:
            code, role = "W_ITEM_WITHOUT_ASSIGNEE", ""
        elif not blank.all_blank:
            code, role = "I_ITEM_ROLE_EMPTY", ", ".join(blank.headers)
        else:
            continue
        yield issue(code, table=TABLE, row_ref=item.code, page=blank.page, item=item.code, role=role)
