"""The body of a table of items, row by row: items, titles of groups, and rows that belong to the item above.

Shared by every finder that reads what a table says of O1..O43.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.document import Cell
from extractors.facts.items import Item, ItemColumns, item_columns
from extractors.headers import concept
from extractors.tables import TableReading
from extractors.thai.digits import arabic
from extractors.thai.text import squeeze
from schemas.framework import Framework

_NUMBERED = re.compile(r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|\(?[0-9]{1,2}\)|[-–•●○])\s*\S")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One body row. ``kind`` says what it is:

    - ``items``: it is about ``items`` (several for a code cell such as ``O1 - O3``)
    - ``section``: only a title, which ends what the rows above share
    - ``part``: something of its own under the item above (``1. มาตรการ...`` under O43)
    - ``more``: no code and no name: the row above goes on
    - ``unknown``: a code that cannot be read, or a name that is no item in a table without codes

    ``naming`` is the cell with the code or name.
    """

    row: int
    kind: Literal["items", "section", "part", "more", "unknown"]
    cells: list[Cell | None]
    items: tuple[Item, ...] = ()
    name: str = ""
    naming: Cell | None = None

    @property
    def page(self) -> int | None:
        return self.naming.page if self.naming else None

    def begins_here(self, column: int) -> Cell | None:
        """The cell of this column if it begins in this row, not one that hangs down from above."""
        cell = self.cells[column]
        return cell if cell is not None and cell.row == self.row else None


def item_rows(
    reading: TableReading, panel: Collection[int], values: Collection[int], framework: Framework
) -> Iterator[ItemRow]:
    """The rows of one part of a table, ``panel`` its columns, ``values`` those of what is said of the items.

    Headers repeated further down are left out.
    """
    columns = item_columns(reading, [c for c in panel if c not in values], framework)
    rows = [reading.view.row(row) for row in range(reading.header_rows, reading.view.rows)]
    items = [columns.items(cells, framework) for cells in rows]
    for i, cells in enumerate(rows):
        row = reading.header_rows + i
        if _repeats_headers(reading, row, cells, panel):
            continue
        following = items[i + 1] if i + 1 < len(items) else ()
        kind = _kind(cells, row, panel, columns, items[i], following)
        naming = next((cell for c in columns.places if (cell := cells[c])), None)
        yield ItemRow(row, kind, cells, items[i] if kind == "items" else (), columns.printed(cells), naming)


def place(reading: TableReading, row: int, cell: Cell | None) -> dict[str, int | None]:
    """Page, table and row, as the contract names them, of a cell that counts for this row of the view."""
    table_row = row if not reading.turned else cell.column if cell else 0
    return {"page": cell.page if cell else None, "table_no": reading.table.number, "row_no": table_row + 1}


def _kind(
    cells: list[Cell | None],
    row: int,
    panel: Collection[int],
    columns: ItemColumns,
    items: tuple[Item, ...],
    following: tuple[Item, ...],
) -> Literal["items", "section", "part", "more", "unknown"]:
    own = {id(c): c for place in panel if (c := cells[place]) is not None and c.row == row and c.text.strip()}
    naming = {id(cells[place]) for place in columns.places}
    only_named = not set(own) - naming and len(own) <= 1
    if only_named and any(cell.column_span >= len(panel) > 1 for cell in own.values()):
        return "section"
    if items and not any(cell.row == row for c in columns.places if (cell := cells[c]) is not None):
        return "more"
    if items:
        titles_next = [item.code for item in items] == [item.code for item in following]
        return "section" if only_named and titles_next and not columns.has_code(cells) else "items"
    name = columns.name_text(cells).strip()
    if not name and not columns.has_code(cells):
        return "more" if not own or set(own) - naming else "section"
    if _NUMBERED.match(arabic(name)):
        return "part"
    if only_named:
        return "section"
    return "part" if columns.code is not None and not columns.has_code(cells) else "unknown"


def _repeats_headers(
    reading: TableReading, row: int, cells: list[Cell | None], panel: Collection[int]
) -> bool:
    filled = [
        (c, cell.text)
        for c in panel
        if (cell := cells[c]) is not None and cell.row == row and cell.text.strip()
    ]
    same = sum(
        (bool(concept(text)) and concept(text) == reading.columns[c])
        or squeeze(text) in {squeeze(words) for words in reading.paths[c]}
        for c, text in filled
    )
    return same >= 2 and same >= len(filled) - 1
