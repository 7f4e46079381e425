"""What the cells of item tables say of who does what, before people are told apart in them.

How a cell counts for other rows:

- A merged cell counts for every row it covers, whatever stands between them.
- Where the format can show merging (Word, ruled tables), a blank cell is blank.
- Where it cannot (text, tables without rulings), a blank cell of a role continues the one above it: within
  the group, so never past a title row, but over the end of a page when the next table has the same columns.
- A row without code and name goes on with the item above: its text is joined to the item's own, so that a
  name that the page end cut is whole again.
- A title row that names somebody (``ผู้กำกับดูแล : นายสมชาย ใจดี``) names him for the items below it, up to the
  next title, in a role that has no column of its own.
- A numbered part (``1. มาตรการ...`` under O43) is no item: whoever has it need not have the item. It is told,
  and stands in the raw table.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Cell
from extractors.facts.item_rows import ItemRow, item_rows
from extractors.facts.items import Item
from extractors.facts.responsibilities.assignees import joined
from extractors.facts.responsibilities.columns import RoleColumn, role_columns
from extractors.facts.responsibilities.role_words import leading_role
from extractors.tables import TableReading, side_by_side
from schemas.framework import Framework
from schemas.rows import Role


@dataclass
class Entry:
    """One cell of a role in one row: whoever ``text`` names has these items.

    ``cell`` is where it is printed, which may be above the row that it counts for. ``position`` and ``unit``
    are the texts of columns beside it.
    """

    items: tuple[Item, ...]
    role: Role
    text: str
    position: str
    unit: str
    row: ItemRow
    reading: TableReading
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Blank:
    """Items for whom the columns with these headers name nobody; ``all_blank``: nor does any other column."""

    items: tuple[Item, ...]
    headers: tuple[str, ...]
    all_blank: bool
    page: int | None


@dataclass
class _Group:
    """What the rows read so far leave for the next: the items of the last row, its entries, and for each
    column the entry that a blank continues. ``in_part``: the last row was a part of its item. ``titled``: whom
    the title rows above name, by role; ``below_title``: another row has come since."""

    items: tuple[Item, ...] = ()
    open: dict[int, Entry] = field(default_factory=dict)
    above: dict[int, Entry] = field(default_factory=dict)
    in_part: bool = False
    titled: dict[Role, tuple[str, Cell]] = field(default_factory=dict)
    below_title: bool = False


@dataclass
class Ledger:
    """The entries of tables of items that follow one another with the same columns, parted by pages."""

    framework: Framework
    has_spans: bool
    entries: list[Entry] = field(default_factory=list)
    blanks: list[Blank] = field(default_factory=list)
    unknown: list[ItemRow] = field(default_factory=list)
    parts: list[tuple[Item, ItemRow]] = field(default_factory=list)
    _groups: dict[int, _Group] = field(default_factory=dict)

    def read(self, reading: TableReading, *, goes_on: bool) -> None:
        """Takes in one more table; ``goes_on`` says that nothing but the end of a page parts it from the
        last.
        """
        for number, panel in enumerate(side_by_side(reading)):
            group = self._groups.setdefault(number, _Group())
            if not goes_on:
                group.above, group.titled = {}, {}
            roles = role_columns(reading, panel)
            values = [column for role in roles for column in role.columns]
            for row in item_rows(reading, panel, values, self.framework):
                self._read_row(reading, row, roles, group)

    def _read_row(self, reading: TableReading, row: ItemRow, roles: list[RoleColumn], group: _Group) -> None:
        group.in_part = row.kind == "part" or (group.in_part and row.kind == "more")
        if row.kind == "section":
            if group.below_title:  # titles that follow one another hold together
                group.titled, group.below_title = {}, False
            group.items, group.open, group.above = (), {}, {}
            self._title_row(row, roles, group)
            return
        group.below_title = True
        if row.kind == "unknown":
            group.items, group.open = (), {}
            self.unknown.append(row)
        elif row.kind == "items":
            group.items, group.open = row.items, {}
            self._item_row(reading, row, roles, group)
        elif row.kind == "part":
            self.parts.extend((item, row) for item in group.items)
        elif group.items and not group.in_part:
            self._lower_row(reading, row, roles, group)

    def _title_row(self, row: ItemRow, roles: list[RoleColumn], group: _Group) -> None:
        """Takes over whom a title row names for the items below it."""
        for cell in {id(cell): cell for cell in row.cells if cell is not None and cell.row == row.row}.values():
            named = leading_role(cell.text)
            if named is not None and named[0] not in {role.role for role in roles}:
                group.titled[named[0]] = (named[1], cell)

    def _item_row(self, reading: TableReading, row: ItemRow, roles: list[RoleColumn], group: _Group) -> None:
        blank: list[str] = []
        for role in roles:
            entry = _entry(reading, row, role, group.items)
            held = group.above.get(role.column) if self._fills(reading) else None
            if not entry.text and held:
                entry = Entry(
                    group.items, role.role, held.text, held.position, held.unit, row, reading, held.cell
                )
            if not entry.text:
                blank.append(role.header)
                continue
            group.open[role.column] = group.above[role.column] = entry
            self.entries.append(entry)
        for title_role, (text, cell) in group.titled.items():
            self.entries.append(Entry(group.items, title_role, text, "", "", row, reading, cell))
        if blank:
            self.blanks.append(Blank(group.items, tuple(blank), len(blank) == len(roles), row.page))

    def _lower_row(self, reading: TableReading, row: ItemRow, roles: list[RoleColumn], group: _Group) -> None:
        """A row that goes on with the cells of the item above."""
        for role in roles:
            begins = row.begins_here(role.column) is not None
            entry = _entry(reading, row, role, group.items)
            before = group.open.get(role.column)
            if not begins or not entry.text:
                continue
            if before is not None:
                before.text = joined(before.text, entry.text)
                before.position = "\n".join(filter(None, (before.position, entry.position)))
                continue
            self.entries.append(entry)
            group.open[role.column] = group.above[role.column] = entry

    def _fills(self, reading: TableReading) -> bool:
        return not self.has_spans or not reading.table.ruled


def _entry(reading: TableReading, row: ItemRow, role: RoleColumn, items: tuple[Item, ...]) -> Entry:
    cell = row.cells[role.column]
    texts = [
        " ".join(_text(row.cells[c]) for c in columns).strip() for columns in (role.positions, role.units)
    ]
    return Entry(items, role.role, _text(cell), texts[0], texts[1], row, reading, cell)


def _text(cell: Cell | None) -> str:
    text = cell.text.strip() if cell else ""
    return text if any(map(str.isalnum, text)) else ""
