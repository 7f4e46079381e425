"""Tables of members, with headers or without: the column of roles is known by the roles in it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from extractors.document import Cell
from extractors.facts.committee.members import (
    Member,
    continued,
    is_catchword,
    is_somebody,
    members_of_lines,
    members_of_parts,
)
from extractors.facts.committee.orders import committee_heading
from extractors.facts.committee.roles import is_role
from extractors.headers import concept
from extractors.tables import TableReading
from extractors.thai.people import people

COLUMN_BREAK = "\t"
NO_COLUMN = -1
OTHER_KINDS = frozenset(
    {"responsibilities", "scores", "history", "item_status", "activities", "measures", "contents"}
)


class Roster(NamedTuple):
    """Members under one heading; ``heading`` is ``""`` where the table does not name the committee."""

    heading: str
    members: list[Member]


def members_of_table(reading: TableReading, *, appointed: bool, has_spans: bool = True) -> list[Roster]:
    """The members in a table's rows, in order; none for a table of anything else.

    ``has_spans`` says that the format shows merged cells: where it cannot, a blank in a first column of roles goes on
    with the role above.

    ``appointed`` says that an order appoints people here: only then does a column headed หน้าที่ count that
    holds no known role, and a table without any. So a list of staff with their daily work is no committee.
    """
    if reading.kind in OTHER_KINDS:
        return []
    rows = [_distinct(reading.table.row(row)) for row in range(reading.table.rows)]
    column = _role_column(rows)
    if column is None and appointed and reading.kind == "committee" and not reading.turned:
        column = next((c for c, name in enumerate(reading.columns) if name == "duty"), NO_COLUMN)
    if column == 0 and not (has_spans and reading.table.ruled):
        rows = _filled_down(rows)
    rosters = _listed_in_lines(rows) if column is None else _listed_in_rows(rows, column, reading.header_rows)
    members = [member for roster in rosters for member in roster.members]
    return rosters if sum(map(is_somebody, members)) * 2 > len(members) else []


def _listed_in_rows(rows: list[list[Cell]], column: int, header_rows: int) -> list[Roster]:
    rosters = [Roster("", [])]
    for number, cells in enumerate(rows):
        filled = [cell.text for cell in cells if cell.text.strip()]
        heading = committee_heading(filled[0]) if len(filled) == 1 else ""
        if heading:
            rosters.append(Roster(heading, []))
        if heading or _is_header(cells, number < header_rows) or any(map(is_catchword, filled)):
            continue
        parts = [cell.text for cell in cells if not _covers(cell, column)]
        role = next((cell.text for cell in cells if _covers(cell, column)), "")
        row = members_of_parts(parts, role, cells[0].page if cells else None)
        members = rosters[-1].members
        if not row and members:
            members[-1] = replace(members[-1], position=continued(members[-1], parts))
        members.extend(row)
    return [roster for roster in rosters if roster.members]


def _role_column(rows: list[list[Cell]]) -> int | None:
    """The column in which at least half of the rows with more than one filled cell have a role."""
    listed = [row for row in rows if sum(bool(cell.text.strip()) for cell in row) > 1]
    counts: dict[int, int] = {}
    for row in listed:
        for cell in row:
            if is_role(cell.text):
                counts[cell.column] = counts.get(cell.column, 0) + 1
    best = max(counts, key=lambda column: (counts[column], column), default=None)
    if best == 0 and not _names_persons(listed):
        return None
    return best if best is not None and counts[best] * 2 >= len(listed) else None


def _names_persons(rows: list[list[Cell]]) -> bool:
    """Whether most rows name a person behind their first cell: words like roles alone may name things."""
    named = sum(any(person.title for cell in row[1:] for person in people(cell.text)) for row in rows)
    return named * 2 > len(rows)


def _filled_down(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows, a blank first cell with the role of the row above."""
    filled: list[list[Cell]] = []
    role = ""
    for row in rows:
        first = row[0] if row else None
        if first is not None and not first.text.strip() and role and len(row) > 1:
            row = [replace(first, text=role), *row[1:]]
        role = row[0].text if row and is_role(row[0].text) else ""
        filled.append(row)
    return filled


def _listed_in_lines(rows: list[list[Cell]]) -> list[Roster]:
    """Members whose role stands in the same cell as their name, at its end: most rows must be such lines."""
    lines = [(COLUMN_BREAK.join(c.text for c in row if c.text.strip()), row) for row in rows]
    found = [members_of_lines([line], row[0].page) for line, row in lines if line]
    members = [member for row in found for member in row]
    return [Roster("", members)] if sum(map(bool, found)) * 2 > len(found) else []


def _is_header(cells: list[Cell], understood: bool) -> bool:
    """A header row, at the top or repeated on a later page: it names columns and no role."""
    if any(is_role(cell.text) for cell in cells):
        return False
    named = sum(bool(concept(cell.text)) for cell in cells)
    return understood or (named >= 2 and named * 2 >= len(cells))


def _covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span


def _distinct(cells: list[Cell | None]) -> list[Cell]:
    return list({id(cell): cell for cell in cells if cell is not None}.values())
