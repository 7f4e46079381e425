"""Score history: a table of the whole ITA score by fiscal year, with the trend and change it prints.

The change is copied as printed, sign and all; what the scores themselves give stands in ``change_computed``.
Rows are ordered by year; a year that stands in several tables counts once, the fullest row first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal

from extractors.facts.context import Context, Found
from extractors.facts.history_tables import histories
from extractors.facts.scores.labels import entity_of, is_aim
from extractors.facts.scores.subjects import is_foreign
from extractors.tables import Record, TableReading
from extractors.thai.dates import only_year
from extractors.thai.digits import arabic, decimal
from extractors.thai.text import clean, skeleton, squeeze
from schemas.framework import Framework
from schemas.rows import ScoreHistory

_WITH_CHANGE = re.compile(r"(?<=[0-9๐-๙])\s*\((?P<change>[+\-−–±]\s*[0-9๐-๙][0-9๐-๙.,]*|[^()0-9๐-๙]+)\)\s*$")
"""The change behind a score in brackets, or words there: ``92.43 (+2.52)``, ``88.22 (ปีฐาน)``."""

Trend = Literal["up", "down", "same"]
TRENDS: tuple[Trend, ...] = ("up", "down", "same")

_CHANGE = re.compile(r"^[^\d+\-−–]*([+\-−–]?\d[\d.,]*)(?:คะแนน|%)?\)?(?:\([^()]*\))?$")


def find(context: Context) -> Found:
    by_year: dict[int, ScoreHistory] = {}
    used: set[int] = set()
    for reading in histories(context):
        if is_foreign(reading, context.identity.office_name) or _of_a_part(reading, context.framework):
            continue
        for row in _rows(reading):
            used.add(reading.table.number)
            known = by_year.get(row.fiscal_year)
            if known is None or _fullness(row) > _fullness(known):
                by_year[row.fiscal_year] = row
    rows = [by_year[year] for year in sorted(by_year)]
    return Found(tuple(_with_changes(rows)), (), frozenset(used))


def _of_a_part(reading: TableReading, framework: Framework) -> bool:
    """Whether the caption names one indicator or instrument: its history is not that of the whole score."""
    near = next((p.text for p in reversed(reading.caption) if p.text.strip()), "")
    part = entity_of(re.sub(r"^.*?(?=ตัวชี้วัด|ด้าน|แบบวัด)", "", near), "indicator", framework)
    return part is not None and part.level in ("indicator", "subindicator", "instrument")


def _rows(reading: TableReading) -> Iterator[ScoreHistory]:
    for record in reading.records():
        year = only_year(record.text("year"))
        if year is None or is_aim(record.text("year")):
            continue
        cell = record.cell("score")
        yield ScoreHistory(
            fiscal_year=year,
            score=decimal(_WITH_CHANGE.sub("", record.text("score"))),
            trend=_trend(record),
            change_printed=_change(record),
            page=cell.page if cell else None,
            table_no=reading.table.number,
            row_no=None if reading.turned else record.row + 1,
        )


def _trend(record: Record) -> Trend | Literal[""]:
    """The trend's words; without a column for them, the words of the change's column."""
    words, signs = _trends()
    for text in (record.text("trend"), record.text("change")):
        if sign := signs.get(text.strip()[:1]):
            return sign
        bones = skeleton(text)
        if found := next((trend for word, trend in words if bones.startswith(word)), None):
            return found
    return ""


def _change(record: Record) -> str:
    """The change as printed, digits Arabic; from the trend's column where it stands beside the word."""
    beside = _WITH_CHANGE.search(record.text("score"))
    for text in (record.text("change"), record.text("trend"), beside.group("change") if beside else ""):
        plain = squeeze(arabic(clean(text)))
        if plain in ("-", "–", "—"):
            return plain
        if (figure := _CHANGE.match(plain)) and decimal(figure.group(1)) is not None:
            return figure.group(1)
    return ""


@cache
def _trends() -> tuple[list[tuple[str, Trend]], dict[str, Trend]]:
    """The skeletons of the words with the trend that each states, longest first, and the signs with theirs."""
    entries = tomllib.loads(files("extractors.facts").joinpath("history.toml").read_text(encoding="utf-8"))
    said: list[tuple[str, Trend]] = [(word, trend) for trend in TRENDS for word in entries[trend]]
    words = [(skeleton(word), trend) for word, trend in said if skeleton(word)]
    signs = {word: trend for word, trend in said if not skeleton(word)}
    return sorted(words, key=lambda entry: -len(entry[0])), signs


def _fullness(row: ScoreHistory) -> int:
    return (row.score is not None) * 4 + bool(row.trend) + bool(row.change_printed)


def _with_changes(rows: list[ScoreHistory]) -> Iterator[ScoreHistory]:
    before: dict[int, Decimal] = {}
    for row in rows:
        last = before.get(row.fiscal_year - 1)
        change = row.score - last if row.score is not None and last is not None else None
        if row.score is not None:
            before[row.fiscal_year] = row.score
        yield row.model_copy(update={"change_computed": change})
