"""The readings of all tables of a document, in the order of their numbers.

A table that goes on with the one before, but without its headers (conversions cut tables where pages end), has the
columns, the caption and the kind of that one.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.column_concepts import column_concept, looks_like_item, values_below
from extractors.document import Document, Paragraph, Table
from extractors.header_rows import IS_VALUE
from extractors.tables import TableReading, understand
from extractors.thai.digits import decimal
from extractors.thai.text import clean

CAPTION_PARAGRAPHS = 4
"""How many paragraphs above a table may be its caption and heading."""

LONGEST_CATCHWORD = 80
"""A longer paragraph between two tables parts them."""

WITHOUT_ROWS_BELOW = ("", "contents", "legend")
"""Kinds of table that nothing continues."""

FIGURES = ("score", "percent", "weighted_score", "full_score", "weight")
"""Concepts of columns that must hold figures in what goes on with them, too."""


def read_tables(document: Document) -> tuple[TableReading, ...]:
    """A reading for each table of the document (nested ones included), in the order of their numbers."""
    captions: dict[int, tuple[Paragraph, ...]] = {}
    following: dict[int, Table] = {}
    above: list[Paragraph] = []
    last: Table | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            captions[block.number] = tuple(above[-CAPTION_PARAGRAPHS:])
            if last is not None and all(_is_furniture(paragraph) for paragraph in above):
                following[block.number] = last
            above, last = [], block
        elif isinstance(block, Paragraph) and block.role == "body" and block.text.strip():
            above.append(block)
    readings: dict[int, TableReading] = {}
    for table in document.tables():
        own = understand(table, captions.get(table.number, ()))
        before = readings[following[table.number].number] if table.number in following else None
        readings[table.number] = (before and _continued(before, own)) or own
    return tuple(readings.values())


def _is_furniture(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a page number or only announces the next page (``/การจัดซื้อจัดจ้าง...``)."""
    plain = clean(paragraph.text)
    return len(plain) <= LONGEST_CATCHWORD and (plain.startswith("/") or not any(map(str.isalpha, plain)))


def _continued(before: TableReading, own: TableReading) -> TableReading | None:
    """The reading of a table as the rest of the one before; None where it has headers or columns of its own."""
    table = own.table
    if before.kind in WITHOUT_ROWS_BELOW or before.turned or before.view.columns != table.columns:
        return None
    if table.role != "body" or (own.header_rows and not _begins_with_values(table) and not _begins_with_rest(table)):
        return None
    if not all(_fits(table, column, before) for column in range(table.columns)):
        return None
    return replace(before, table=table, view=table, header_rows=0)


def _begins_with_values(table: Table) -> bool:
    """Whether the first row names an item or indicator, counts, or holds a figure: no header does."""
    cells = [cell.text for cell in table.row(0) if cell is not None]
    return any(IS_VALUE.match(text) or looks_like_item(text) or decimal(text) is not None for text in cells)


def _begins_with_rest(table: Table) -> bool:
    """Whether the first row only ends a cell of the row above: beside it most cells are empty."""
    filled = [cell for cell in table.row(0) if cell is not None and cell.text.strip()]
    return 0 < len(filled) * 2 <= table.columns


def _fits(table: Table, column: int, before: TableReading) -> bool:
    """Whether the cells of a column are of the kind that the headers of the table before say."""
    meaning = before.columns[column]
    values = values_below(table, column, 0)
    if not values:
        return True
    if meaning in FIGURES:  # words over figures are a header
        first = table.text_at(0, column).strip(" -–")
        figures = [value for value in values if decimal(value) is not None]
        return len(figures) * 2 >= len(values) and (not first or decimal(first) is not None or len(values) == 1)
    if meaning == "item_code":
        return sum(looks_like_item(value) or value.strip(" .").isdecimal() for value in values) * 2 >= len(values)
    return column_concept(table, column, 0, before.paths[column]) == meaning
