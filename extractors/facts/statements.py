"""What the report says about itself: counts, years of captions, how many offices there are, offices it names.

These are no facts of the contract's tables; the audit holds them against the facts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from extractors.document import Paragraph
from extractors.facts.context import Context, Found
from extractors.facts.passages import Passage
from extractors.facts.sections import Sections
from extractors.names import match_office
from extractors.tables import TableReading
from extractors.thai.dates import fiscal_years
from extractors.thai.digits import arabic
from extractors.thai.text import clean, squeeze
from schemas.rows import Statement

LONGEST_HEADING = 220
"""Longer passages are running text, which may speak of any office."""
QUOTED = 120
"""Characters of a passage that a statement quotes."""
REACH_BEFORE, REACH_AFTER = 120, 60
"""How far before and after a count its condition may stand."""

_COUNT = re.compile(r"(?:จำนวน|มี|รวม)\s*(\d{1,2})\s*(?:ตัวชี้วัด|ตัว(?!ชี้))")
_AREAS = re.compile(r"(?:สำนักงานเขตพื้นที่การศึกษา(?!ประถม|มัธยม)|สพท\.?)[^\d]{0,30}?(\d{3})\s*(?:เขต|แห่ง|สำนักงาน)")
_CAPTION = re.compile(r"^\s*ตาราง(?:ที่)?\s*\d")
_GRADE = re.compile(r"(?:ระดับ\s*(?:คุณภาพ|ผลการประเมิน|คะแนน)?|เกรด)\s*(AA|[A-F])(?![A-Za-z])")
_RANGE = re.compile(r"ระหว่าง|\d\s*(?:-|–|ถึง)\s*\d")

_WHICH = re.compile(r"\s*ที่(?!\s*\d)")
"""Behind a count only a clause with ที่ says which indicators are counted; one with ซึ่ง only describes them."""

Source = Literal["title", "caption", "body"]


def find(context: Context) -> Found:
    rows: list[Statement] = []
    sections = Sections()
    title = squeeze(context.identity.title)
    for passage in context.passages:
        text = arabic(clean(passage.text)).replace("\n", " ")
        scope = sections.enter(text)
        rows.extend(_counts(text, scope, passage))
        rows.extend(_areas(text, passage))
        if len(text) <= LONGEST_HEADING:
            source: Source = "title" if squeeze(text) and squeeze(text) in title else "body"
            rows.extend(_offices(text, source, passage.page))
    for reading in context.readings:
        rows.extend(_caption(reading))
    return Found(tuple(dict.fromkeys(rows)))


def _counts(text: str, scope: str, passage: Passage) -> Iterator[Statement]:
    """Counts of indicators that say which: by a bound of the score, or by a grade."""
    matches = list(_COUNT.finditer(text))
    for i, match in enumerate(matches):
        begin = max(match.start() - REACH_BEFORE, matches[i - 1].end() if i else 0)
        end = min(match.end() + REACH_AFTER, matches[i + 1].start() if i + 1 < len(matches) else len(text))
        after = text[match.end() : end]
        said = condition(text[begin : match.start()], last=True) or (
            condition(after, last=False) if _WHICH.match(after) else ""
        )
        if said:
            years = [year.year for year in fiscal_years(text[: match.start()]) if year.worded]
            yield Statement(
                kind="count",
                subject=text[begin : match.end()].strip()[-REACH_BEFORE:],
                value=match.group(1),
                fiscal_year=years[-1] if years else None,
                counted="indicator",
                condition=said,
                scope=scope,
                quote=text[:QUOTED],
                page=passage.page,
                bbox=passage.box,
            )


def condition(text: str, last: bool) -> str:
    """The last (or first) condition of a text as ``<95`` or ``AA``; ``""`` for none and for ranges."""
    if _RANGE.search(text):
        return ""
    found = [(m.start(), m.group(1)) for m in _GRADE.finditer(text)]
    for match in _bound().finditer(text):
        sign = (
            _signs()[match["words"]] if match["words"] else _signs()[match["after"]] if match["after"] else ""
        )
        if sign:
            found.append((match.start(), f"{sign}{match['limit']}"))
    found.sort()
    return "" if not found else found[-1 if last else 0][1]


@cache
def _signs() -> dict[str, str]:
    """The sign that each word stands for."""
    entries = tomllib.loads(
        files("extractors.facts").joinpath("statements.toml").read_text(encoding="utf-8")
    )["bounds"]
    return {word: entry["sign"] for entry in entries for word in (*entry["words"], *entry.get("after", ()))}


@cache
def _bound() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _signs()), key=len, reverse=True))
    return re.compile(
        rf"(?P<words>{words})?\s*(?:ร้อยละ|คะแนน|ระดับ)?\s*(?P<limit>\d{{2,3}}(?:\.\d+)?)(?![\d.]*\d)"
        rf"\s*(?:คะแนน|%)?\s*(?P<after>{words})?"
    )


def _areas(text: str, passage: Passage) -> Iterator[Statement]:
    for match in _AREAS.finditer(text):
        years = [year.year for year in fiscal_years(text) if year.worded]
        yield Statement(
            kind="area_count",
            subject=match.group(),
            value=match.group(1),
            fiscal_year=years[0] if len(set(years)) == 1 else None,
            quote=text[max(0, match.end() - QUOTED) : match.end()],
            page=passage.page,
            bbox=passage.box,
        )


def _offices(text: str, source: Source, page: int | None) -> Iterator[Statement]:
    """Offices in titles and captions; of those in the text only the ones that do not exist."""
    for mention in match_office(text):
        if mention.office is None or source != "body":
            value = mention.office.name_full if mention.office else mention.printed
            yield Statement(kind="office_mention", value=value, source=source, quote=text[:QUOTED], page=page)


def _caption(reading: TableReading) -> Iterator[Statement]:
    """The one year, and the office, that the words "ตารางที่ ..." above a table name."""
    words = caption_of(reading.caption)
    if not words:
        return
    text = arabic(clean(" ".join(paragraph.text for paragraph in words))).replace("\n", " ")
    years = {year.year for year in fiscal_years(text) if year.worded}
    if len(years) == 1:
        yield Statement(
            kind="caption_year",
            subject=text[:LONGEST_HEADING],
            value=str(years.pop()),
            source="caption",
            table_no=reading.table.number,
            quote=text[:QUOTED],
            page=words[0].page,
            bbox=words[0].box,
        )
    yield from _offices(text, "caption", words[0].page)


def caption_of(above: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """From the last paragraph that begins with "ตารางที่ N" to the table; empty where there is none."""
    for i in range(len(above) - 1, -1, -1):
        if _CAPTION.match(arabic(clean(above[i].text))):
            return above[i:]
    return ()
