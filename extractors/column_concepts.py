"""What a column of a table means: by its headers, unless its values clearly are something else."""

from __future__ import annotations

import re
from collections import Counter

from extractors.document import Table
from extractors.headers import concept
from extractors.thai.codes import item_code
from extractors.thai.dates import fiscal_years
from extractors.thai.digits import arabic, decimal

ROLES = ("responsible", "supervisor", "data_keeper")
"""Concepts whose cells name people."""

TEXTUAL = (
    "measure", "method", "activity", "issue", "to_develop", "responsible", "monitoring", "reporting", "progress",
)
"""Concepts whose cells are words: a column of figures under such a header counts something."""

_TIME = r"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"
_CLOCK_TIME = re.compile(
    rf"(?:เวลา)?\s*{_TIME}(?:\s*(?:น\.?)?\s*(?:[-–—]|ถึง)\s*{_TIME}\s*(?:น\.?)?|\s*น\.?)(?:\s*เป็นต้นไป)?"
)
_PERCENT = re.compile(r"ร้อยละ|%|เปอร์เซ็นต์")


_YEAR = re.compile(r"\D{0,20}[2๒][5๕][0-9๐-๙]{2}(?:\s*\([^()0-9๐-๙]{1,20}\))?")

NAMELESS = ("", "no", "year", "item_name", "issue", "indicator")
"""What a header may mean over a column of years: words such as "รายการ" say nothing there."""


def column_concept(table: Table, column: int, header_rows: int, path: tuple[str, ...]) -> str:
    """What the column means: by its lowest header with a meaning, unless its values clearly are something else."""
    meanings = [found for words in reversed(path) if (found := concept(words))]
    named = next(iter(meanings), "")
    if named == "person":  # "ผู้รับผิดชอบ" over "ชื่อ-สกุล" and "ตำแหน่ง"
        named = next((found for found in meanings if found in ROLES), named)
    values = values_below(table, column, header_rows)
    if not values:
        return named
    codes = sum(looks_like_item(value) for value in values)
    if codes >= max(2, 0.6 * len(values)) and named not in ("score", "full_score", "weight", "responsible"):
        return "item_code" if named != "subindicator" else named
    years = sum(_YEAR.fullmatch(value.strip()) is not None for value in values)
    if years >= max(2, 0.8 * len(values)):
        return "year" if named in NAMELESS else named
    if named in ("", "year") and path and is_year(path[-1]):
        figures = sum(decimal(value) is not None for value in values)
        return "score" if figures >= 0.8 * len(values) else named
    if named == "year" and not years:
        return ""
    if named in ("", "period") and sum(map(is_clock_time, values)) * 2 > len(values):
        return "clock"  # a timetable of one day
    counts = sum(decimal(value) is not None for value in values)
    if named == "progress" and counts and _PERCENT.search(path[-1]):
        named = "completion" if concept(f"ร้อยละ{path[-1]}") == "completion" else named
    if named in TEXTUAL and counts >= max(2, 0.6 * len(values)):
        return "count"
    if named == "grade" and counts >= 0.8 * len(values):
        return "score"
    passes = Counter(value.strip() for value in values)
    if named in ("", "score") and sum(n for value, n in passes.items() if "ผ่าน" in value) >= 0.8 * len(values):
        return "result"
    return named


def values_below(table: Table, column: int, header_rows: int) -> list[str]:
    seen: dict[int, str] = {}
    for row in range(header_rows, table.rows):
        cell = table.at(row, column)
        if cell is not None and cell.text.strip():
            seen[id(cell)] = cell.text
    return list(seen.values())


def looks_like_item(text: str) -> bool:
    return len(text) < 12 and item_code(text, bare=False) is not None


def is_clock_time(text: str) -> bool:
    """Whether a text is only a time of day: ``08.30 - 09.00 น.``, ``13:00 น.``."""
    return _CLOCK_TIME.fullmatch(arabic(text).strip()) is not None


def is_year(text: str) -> bool:
    """Whether a short text names a year: ``ปีงบประมาณ พ.ศ. 2565``, ``2565``."""
    return len(text) < 30 and bool(fiscal_years(text))
