"""Measures from tables, in any order of columns."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.facts.measures.columns import Columns, cells_below, columns_of
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.rows import Rows
from extractors.facts.measures.subject import indicator_named, number_alone
from extractors.tables import TableReading
from extractors.thai.text import squeeze
from schemas.framework import Framework

LONGEST_CAPTION = 260
"""A longer paragraph above a table is text; an indicator it names is not that of the table."""


def from_tables(
    readings: Sequence[TableReading], blocks: dict[int, int], framework: Framework
) -> tuple[list[Draft], frozenset[int]]:
    """(drafts, numbers of the tables they come from); ``blocks`` has the block of each table number.

    A table without a caption whose columns are those of the table just before it goes on with that table.
    """
    drafts: list[Draft] = []
    used: set[int] = set()
    before: Rows | None = None
    for reading in readings:
        rows = _rows(reading, blocks.get(reading.table.number, 0), framework)
        if rows is not None:
            if before is not None and _goes_on(before.reading, reading):
                rows.go_on_from(before)
            found = list(rows.drafts())
            drafts.extend(found)
            if found or rows.current is not None:
                used.add(reading.table.number)
        before = rows
    return _once(drafts), frozenset(used)


def _rows(reading: TableReading, block: int, framework: Framework) -> Rows | None:
    """The rows of a table of measures; None for any other table."""
    if reading.kind != "measures":
        return None
    columns = columns_of(reading, lambda text: bool(indicator_named(text, framework)))
    if columns is None:
        return None
    return Rows(reading, columns, block, framework, _captioned(reading, columns, framework))


def _captioned(reading: TableReading, columns: Columns, framework: Framework) -> str:
    """The indicator of the nearest caption line that names any, for a table whose rows name none."""
    for column in columns.of("indicator"):
        names = [cell.text for cell in cells_below(reading.view, column, reading.header_rows)]
        if any(number_alone(name) or indicator_named(name, framework) for name in names):
            return ""
    issues = [cell for column in columns.of("issue") for cell in cells_below(reading.view, column, reading.header_rows)]
    if issues and all(indicator_named(issue.text, framework) for issue in issues):
        return ""
    for paragraph in reversed(reading.caption):
        if len(paragraph.text) > LONGEST_CAPTION:
            continue
        if code := indicator_named(paragraph.text, framework):
            return code
        if "ตัวชี้วัดที่" in paragraph.text:
            return ""
    return ""


def _goes_on(before: TableReading, reading: TableReading) -> bool:
    """Whether nothing but a page end parts a table from the one before, as far as captions and columns tell."""
    cut = reading.caption is before.caption and not reading.header_rows
    return (cut or not reading.caption) and _same_columns(before, reading)


def _same_columns(one: TableReading, other: TableReading) -> bool:
    """Whether two tables are parts of one: as many columns, and most of them mean the same."""
    if len(one.columns) != len(other.columns):
        return False
    same = sum(a == b for a, b in zip(one.columns, other.columns, strict=True))
    return same * 5 >= len(one.columns) * 4


def _once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that repeat a row of an earlier table in every word."""
    first_of: dict[tuple[str, ...], str] = {}
    kept = []
    for draft in drafts:
        parts = (draft.heading, draft.text, draft.method, draft.responsible, draft.period, draft.monitoring)
        key = (draft.indicator_code, *(squeeze(part) for part in (*parts, draft.progress)))
        if first_of.setdefault(key, draft.source) == draft.source:
            kept.append(draft)
    return kept
