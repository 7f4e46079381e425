"""Which rows at the top of a table are its headers."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.column_concepts import is_year, looks_like_item
from extractors.document import Cell, Table
from extractors.headers import concept
from extractors.thai.digits import decimal

MOST_HEADER_ROWS = 4

IS_VALUE = re.compile(r"\s*(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9๐-๙]|[-–•]?\s*[0-9๐-๙]{1,2}\s*[.)]\s*\S)")
"""A cell below the first row that names one indicator or begins with a list number is a value, not a header."""


def count_header_rows(table: Table) -> int:
    """How many rows at the top are headers: rows whose words mostly mean columns, with the rows they span."""
    rows = 0
    headed = False
    while rows < min(MOST_HEADER_ROWS, table.rows):
        cells = _distinct(table, rows)
        filled = [cell for cell in cells if cell.text.strip()]
        if not filled:
            break
        spans_all = len(filled) == 1 and filled[0].column_span >= table.columns > 1
        if spans_all and headed:  # a title of the body
            break
        is_title = spans_all and rows + 1 < table.rows
        if not is_title and not _is_header(filled, table, rows) and not _is_group_row(filled, table, rows):
            break
        headed = headed or not spans_all
        rows += 1
    if rows and all(len(_distinct(table, row)) == 1 for row in range(rows)):
        return 0
    spanned = [c.row + c.row_span for row in range(rows) for c in _distinct(table, row) if concept(c.text)]
    return min(max([rows, *(end for end in spanned if end <= rows + 2)]), max(table.rows - 1, 0)) if rows else 0


def _is_header(filled: list[Cell], table: Table, row: int) -> bool:
    if row and len(filled) == 1 and _stands_alone(filled[0], table, row):
        return False
    if _groups_columns(filled, table, row):
        filled = list({cell.text: cell for cell in filled}.values())
    words = sum(_is_header_word(cell.text) and not (row and IS_VALUE.match(cell.text)) for cell in filled)
    known = words + sum(not _is_header_word(cell.text) and is_year(cell.text) for cell in filled)
    values = sum(decimal(cell.text) is not None and not is_year(cell.text) for cell in filled)
    under_group = row > 0 and _stands_under_group(filled, table, row)
    if under_group and not values and len(filled) > 1 and row <= 2:
        return all(len(cell.text) <= 80 for cell in filled)
    only_years = row > 0 and known == len(filled) > 1
    over_figures = row == 0 and values == 0 and _figures_below(filled, table) * 2 >= len(filled)
    if bool(words) and over_figures:
        return True
    return (bool(words) or only_years) and known * 2 >= len(filled) and values * 3 <= len(filled)


def _stands_under_group(filled: list[Cell], table: Table, row: int) -> bool:
    """Whether the row above has a header over several of the columns, or repeats one as text without merging does."""
    above = [table.at(row - 1, cell.column) for cell in filled]
    if any(cell is not None and cell.column_span > 1 and cell.row < row for cell in above):
        return True
    return row == 1 and _groups_columns([c for c in _distinct(table, 0) if c.text.strip()], table, 0)


def _groups_columns(filled: list[Cell], table: Table, row: int) -> bool:
    """Whether a first row without merged cells repeats a header over columns that the row below names one by one.

    Below the headers that stand once nothing is printed: so a text shows headers that reach down two rows.
    """
    if row or table.rows < 3:
        return False
    pairs = [(a.column, b.column) for a, b in pairwise(filled) if a.text == b.text and b.column == a.column + 1]
    repeated = {column for pair in pairs for column in pair}
    below = {cell.column for cell in _distinct(table, 1) if cell.text.strip()}
    return 0 < len(repeated) < len(filled) and repeated == below


def _figures_below(filled: list[Cell], table: Table) -> int:
    """How many of the first row's cells stand over a figure in the second."""
    return sum(decimal(table.text_at(1, cell.column)) is not None for cell in filled) if table.rows > 1 else 0


def _is_group_row(filled: list[Cell], table: Table, row: int) -> bool:
    """Whether a first row of words names groups of columns: the row below repeats its headers under them."""
    if row or table.rows < 3 or any(decimal(cell.text) is not None or looks_like_item(cell.text) for cell in filled):
        return False
    below = [meaning for cell in _distinct(table, 1) if (meaning := concept(cell.text))]
    return len(below) >= 2 * len(set(below)) > 0 and _is_header([c for c in _distinct(table, 1) if c.text], table, 1)


def _is_header_word(text: str) -> bool:
    """Whether the words mean a column; "จำนวน 17 คน" is a count, not the header of counts."""
    meaning = concept(text)
    return bool(meaning) and not (meaning == "count" and any(letter.isdigit() for letter in text))


def _stands_alone(cell: Cell, table: Table, row: int) -> bool:
    """Whether the only filled cell of a row has empty cells beside it and no group above it: text, not a header."""
    above = table.at(row - 1, cell.column)
    grouped = above is not None and above.column_span > 1
    return not grouped and any(not other.text.strip() for other in _distinct(table, row))


def _distinct(table: Table, row: int) -> list[Cell]:
    """The cells that begin in this row (not those that hang down into it)."""
    seen = {id(cell): cell for cell in table.row(row) if cell is not None and cell.row == row}
    return list(seen.values())
