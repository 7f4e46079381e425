"""Periods of work to ISO dates: month ranges, quarters, whole fiscal years.

Fiscal year 2566 runs from 2022-10-01 to 2023-09-30; its first quarter is October to December.
"""

from __future__ import annotations

import re

from extractors.thai.dates.days import Point, iso, points
from extractors.thai.dates.years import fiscal_years
from extractors.thai.digits import arabic
from extractors.thai.text import clean

Period = tuple[str, str]
UNKNOWN: Period = ("", "")

_RANGE = re.compile(r"[\s.]*(?:[-–—~]|(?:ไป)?จนถึง|ถึง)\s*(?:สิ้น)?\s*(?:วันที่|เดือน)?\s*")
_UNTIL = re.compile(r"(?:ภายใน|จนถึง|ถึง|ไม่เกิน|สิ้นสุด)\s*(?:สิ้น)?\s*(?:วันที่|เดือน)?\s*$")
_BEFORE = re.compile(r"ก่อน\s*(?:วันที่|เดือน)?\s*$")
_SINCE = re.compile(r"(?:ตั้งแต่|เริ่ม)\s*(?:วันที่|เดือน)?\s*$")
_ONWARDS = re.compile(r"\s*เป็นต้นไป")
_QUARTERS = re.compile(
    r"ไตรมาส\s*(?:ที่)?\s*(?P<first>[1-4])(?![0-9])"
    r"(?P<more>(?:\s*(?:[-–—,]|ถึง|และ)\s*(?:ไตรมาส\s*)?(?:ที่)?\s*[1-4](?![0-9]))*)"
    r"(?:\s*/\s*(?P<year>25[4-9][0-9]))?"
)
_MORE = re.compile(r"(?P<joint>[-–—,]|ถึง|และ)\s*(?:ไตรมาส\s*)?(?:ที่)?\s*(?P<quarter>[1-4])")
_WHOLE_YEAR = re.compile(r"ทุก\s*ไตรมาส|(?:ตลอด|ทั้ง)\s*(?:ทั้ง)?\s*ปี(?!\s*การศึกษา)")
_ONLY_FISCAL_YEAR = re.compile(
    r"\W*(?:ประจำ|ใน|ภายใน)?\s*ปี\s*งบ(?:\s*ประมาณ|ฯ)?\s*(?:พ\.?\s?ศ\.?)?\s*[0-9]{2,4}\W*"
)


def period(text: str, fiscal_year: int | None = None) -> Period:
    """(first day, last day) that a text states, ISO, each ``""`` where the text does not state it.

    An explicit range of months wins over a quarter, a stated year over ``fiscal_year`` (Buddhist era), which
    only fills in what the words leave to the document (``ไตรมาส 3``, ``ต.ค. - ธ.ค.``, ``ตลอดปี``). Several
    separate periods, and dates that do not exist, are ``""``.
    """
    plain = arabic(clean(text)).replace("\n", " ")
    stated = {mention.year for mention in fiscal_years(plain)}
    if len(stated) > 1:
        stated = {mention.year for mention in fiscal_years(plain) if mention.kind == "fiscal"}
    year = stated.pop() if len(stated) == 1 else None if stated else fiscal_year
    if found := points(plain):
        return _of_points(plain, found, year)
    if quarters := list(_QUARTERS.finditer(plain)):
        return _of_quarters(quarters, year)
    if year and (_WHOLE_YEAR.search(plain) or _ONLY_FISCAL_YEAR.fullmatch(plain)):
        return _span_of_quarters(year, 1, 4)
    return UNKNOWN


def _of_points(plain: str, found: list[Point], fiscal_year: int | None) -> Period:
    if len(found) == 1:
        return _of_one_point(plain, found[0], fiscal_year)
    if len(found) > 2 or not _RANGE.fullmatch(plain, found[0].end, found[1].start):
        return UNKNOWN
    first, last = found
    start_year, end_year = _years_of_range(first, last, fiscal_year)
    if start_year is None or end_year is None:
        return UNKNOWN
    start = iso(start_year, first.month, first.first_day or first.day)
    end = iso(end_year, last.month, last.day, last=True)
    return (start, end) if not (start and end) or start <= end else UNKNOWN


def _of_one_point(plain: str, point: Point, fiscal_year: int | None) -> Period:
    year = point.year or _calendar_year(point.month, fiscal_year)
    before = plain[: point.start]
    if year is None or _BEFORE.search(before):
        return UNKNOWN
    start = iso(year, point.month, point.first_day or point.day)
    end = iso(year, point.month, point.day, last=True)
    if _UNTIL.search(before):
        return "", end
    if _SINCE.search(before) or _ONWARDS.match(plain, point.end):
        return start, ""
    return (start, end) if not (start and end) or start <= end else UNKNOWN


def _years_of_range(first: Point, last: Point, fiscal_year: int | None) -> tuple[int | None, int | None]:
    """A missing year follows from the other one: the range is shorter than a year and runs forward."""
    wraps = (first.month, first.day or 1) > (last.month, last.day or 31)
    if first.year is None and last.year is None:
        return _calendar_year(first.month, fiscal_year), _calendar_year(last.month, fiscal_year)
    if first.year is None and last.year is not None:
        return last.year - wraps, last.year
    if last.year is None and first.year is not None:
        return first.year, first.year + wraps
    return first.year, last.year


def _calendar_year(month: int, fiscal_year: int | None) -> int | None:
    return None if fiscal_year is None else fiscal_year - (month >= 10)


def _of_quarters(mentions: list[re.Match[str]], fiscal_year: int | None) -> Period:
    if len({mention[0] for mention in mentions}) > 1:
        return UNKNOWN
    year = int(mentions[0]["year"]) if mentions[0]["year"] else fiscal_year
    quarters = [int(mentions[0]["first"])]
    for more in _MORE.finditer(mentions[0]["more"]):
        if more["joint"] in {",", "และ"}:
            quarters.append(int(more["quarter"]))
        else:
            quarters.extend(range(quarters[-1] + 1, int(more["quarter"]) + 1))
    contiguous = quarters == list(range(quarters[0], quarters[-1] + 1))
    return _span_of_quarters(year, quarters[0], quarters[-1]) if year and contiguous else UNKNOWN


def _span_of_quarters(fiscal_year: int, first: int, last: int) -> Period:
    first_month, last_month = (6 + 3 * first) % 12 + 1, (8 + 3 * last) % 12 + 1
    start = iso(fiscal_year - (first == 1), first_month, 1)
    return start, iso(fiscal_year - (last == 1), last_month, None, last=True)
