"""Tables over page ends: a table and its continuation become one, then all tables are numbered in reading order.

A continuation has nothing but page furniture between itself and the table before. It stands on the next page and has
the same columns, or it begins with the header of the table before, in any format: the header that comes again is left
out. Text between two tables keeps them apart, whatever their headers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.document import Block, Box, Cell, Paragraph, Table
from extractors.grids.alignment import Columns, aligned, borders
from extractors.grids.cuts import Tails
from extractors.grids.joints import joined_tables
from extractors.grids.repeats import counts_again, repeated_rows, starts_anew
from extractors.grids.wrapping import Tail

_CATCHWORD = re.compile(r"\s*/.{1,80}(?:\.{2,}|…)\s*|.{1,60}(?:/\s*\.\.\.|/…)\s*")
_CONTINUED = re.compile(r"\s*(?:ตารางที่\s*[0-9๐-๙.]+\s*)?\(?(?:ต่อ|continued)\)?\s*", re.IGNORECASE)
_TOUCHING_PT = 6.0


def stitch(
    blocks: Sequence[Block], tails: Mapping[tuple[int | None, Box | None], Tail] | None = None
) -> tuple[Block, ...]:
    """The blocks with continued tables joined and all tables numbered from 1, nested ones after their own.

    ``tails`` tells how the last lines of cells end, by page and box, where a format knows it.
    """
    known = dict(tails or {})
    stitched: list[Block] = []
    seam: _Seam | None = None  # where a continuation may still be sewn on
    for block in blocks:
        if isinstance(block, Table):
            whole = seam.sewn(block, known) if seam else None
            if whole is not None and seam is not None:
                stitched[seam.place] = whole
                seam = _Seam(seam.place, whole, _borders(whole, block, seam))
                continue
            seam = _Seam(len(stitched), block, borders(block))
        elif not _is_furniture(block):
            seam = None
        stitched.append(block)
    return tuple(_numbered(_under_whole_headers(stitched, known)))


def _under_whole_headers(blocks: list[Block], tails: Tails) -> list[Block]:
    """Joins once more where a repeated header was itself cut by a page end and only now is whole."""
    joined: list[Block] = []
    table_at: int | None = None
    for block in blocks:
        if isinstance(block, Table):
            before = joined[table_at] if table_at is not None else None
            header_rows = _header_repeated(before, block) if isinstance(before, Table) else 0
            if isinstance(before, Table) and table_at is not None and header_rows:
                columns = Columns.same(block.columns)
                joined[table_at] = joined_tables(before, block, columns, tails, skipped=header_rows)
                continue
            table_at = len(joined)
        elif not _is_furniture(block):
            table_at = None
        joined.append(block)
    return joined


class _Seam(NamedTuple):
    """The last table, its place among the blocks, and its column borders on its last page."""

    place: int
    table: Table
    borders: tuple[float, ...]

    def sewn(self, table: Table, tails: Tails) -> Table | None:
        """The two as one table; None where the second is a table of its own."""
        before = self.table
        if before.ruled != table.ruled:
            return None
        if header_rows := _header_repeated(before, table):
            return joined_tables(before, table, Columns.same(table.columns), tails, skipped=header_rows)
        if table.page_from is None or before.page_to is None:
            return None
        columns = aligned(self.borders, borders(table))
        if columns is None:
            return None
        repeated = repeated_rows(before, table, columns)
        if table.page_from == before.page_to:
            touching = _touching(before, table)
            return joined_tables(before, table, columns, tails, skipped=repeated, rows_cut=False) if touching else None
        if table.page_from != before.page_to + 1 or (not repeated and starts_anew(before, table, columns)):
            return None
        return joined_tables(before, table, columns, tails, skipped=repeated)


def _borders(whole: Table, last: Table, seam: _Seam) -> tuple[float, ...]:
    """The column borders where the joined table ends: those of its last piece, as far as that shows them all."""
    own = borders(last)
    return (
        own
        if len(own) == whole.columns + 1 or not own
        else tuple(x - seam.borders[0] + own[0] for x in seam.borders)
    )


def _header_repeated(before: Table, table: Table) -> int:
    """How many rows of the first one's header the second begins with, if its rows do not begin to count again."""
    if before.columns != table.columns or before.ruled != table.ruled:
        return 0
    if table.page_from is not None and before.page_to is not None and table.page_from > before.page_to + 1:
        return 0
    repeated = repeated_rows(before, table, Columns.same(table.columns))
    return repeated if repeated < table.rows and not counts_again(before, table, repeated) else 0


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
