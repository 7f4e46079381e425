"""Tables over page ends: a table and its continuation become one, then all tables are numbered in reading order.

A continuation has nothing but page furniture between itself and the table before. It stands on the next page and has
the same columns, or it begins with the header of the table before, in any format: the header that comes again is left
out. Text between two tables keeps them apart, whatever their headers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Block, Cell, Paragraph, Table
from extractors.grids.joints import Columns, aligned, counts_again, joined_tables, repeated_rows, starts_anew

_CATCHWORD = re.compile(r"\s*/.{1,80}(?:\.{2,}|…)\s*|.{1,60}(?:/\s*\.\.\.|/…)\s*")
_CONTINUED = re.compile(r"\s*(?:ตารางที่\s*[0-9๐-๙.]+\s*)?\(?(?:ต่อ|continued)\)?\s*", re.IGNORECASE)
_TOUCHING_PT = 6.0


def stitch(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with continued tables joined and all tables numbered from 1, nested ones after their own."""
    stitched: list[Block] = []
    table_at: int | None = None  # where the last table stands in `stitched`, while a continuation may still come
    for block in blocks:
        if isinstance(block, Table):
            whole = _whole(stitched[table_at], block) if table_at is not None else None
            if whole is not None and table_at is not None:
                stitched[table_at] = whole
                continue
            table_at = len(stitched)
        elif not _is_furniture(block):
            table_at = None
        stitched.append(block)
    return tuple(_numbered(stitched))


def _whole(before: Block, table: Table) -> Table | None:
    """The two as one table; None where the second is a table of its own."""
    if not isinstance(before, Table) or before.ruled != table.ruled:
        return None
    if before.columns == table.columns and _goes_on_under_its_header(before, table):
        return joined_tables(before, table, Columns.same(table.columns))
    if table.page_from is None or before.page_to is None:
        return None
    columns = aligned(before, table)
    if columns is None:
        return None
    if table.page_from == before.page_to:
        return joined_tables(before, table, columns, rows_cut=False) if _touching(before, table) else None
    if table.page_from != before.page_to + 1 or starts_anew(before, table, columns):
        return None
    return joined_tables(before, table, columns)


def _goes_on_under_its_header(before: Table, table: Table) -> bool:
    """Whether the second begins with the first one's header, and its rows do not begin to count again."""
    if table.page_from is not None and before.page_to is not None and table.page_from > before.page_to + 1:
        return False
    repeated = repeated_rows(before, table, Columns.same(table.columns))
    return 0 < repeated < table.rows and not counts_again(before, table, repeated)


def _touching(before: Table, table: Table) -> bool:
    bottoms = [cell.box.bottom for cell in before.cells if cell.box and cell.page == table.page_from]
    tops = [cell.box.top for cell in table.cells if cell.box]
    return bool(bottoms and tops) and -1 <= min(tops) - max(bottoms) <= _TOUCHING_PT


def _is_furniture(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = block.text
    return (
        block.role in ("head", "foot")
        or not text.strip()
        or _CATCHWORD.fullmatch(text) is not None
        or _CONTINUED.fullmatch(text) is not None
    )


def _numbered(blocks: Iterable[Block]) -> Iterable[Block]:
    number = 0

    def numbered(table: Table) -> Table:
        nonlocal number
        number += 1
        own = number
        cells = tuple(_with_nested(cell) if cell.tables else cell for cell in table.cells)
        return replace(table, number=own, cells=cells)

    def _with_nested(cell: Cell) -> Cell:
        return replace(cell, tables=tuple(numbered(nested) for nested in cell.tables))

    for block in blocks:
        yield numbered(block) if isinstance(block, Table) else block
