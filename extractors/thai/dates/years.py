"""Fiscal years in running text: ``ปีงบประมาณ พ.ศ. 2566``, ``ปี ๒๕๖๕``, ``ITA 2023``, ``ปีงบ 66``, ``ปี 66``, ``2566``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractors.thai.dates.days import CE_TO_BE, MONTH, MONTHS
from extractors.thai.digits import arabic

Kind = Literal["fiscal", "year", "era", "bare"]

_BE = r"25[4-9][0-9]"
_END = r"(?![0-9]|[.,][0-9]|/[0-9])"
_ERA = r"(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช)"
_COUNTED = r"(?:ร้อยละ|เปอร์เซ็นต์|%|คน|ครั้ง|บาท|โรง|แห่ง|คะแนน|ปี|ราย|เรื่อง|กิจกรรม|โครงการ|ข้อ)"
"""What a figure after ปี counts: it is no short year then."""
_BEFORE_SHORT = "|".join(
    f"(?<={word})"
    for word in ("ที่", "และ", "ใน", "ของ", "กับ", "จาก", "ถึง", "เมื่อ", "ส่วน", "ประจำ", "แต่", "ว่า", "โดย", "ต่อมา")
)
"""Words that may touch the year behind them; other letters before ปี make it part of a word."""
_FIRST = "ปคพI2" + "".join(sorted({month[0] for month in MONTHS}))
"""What a year can begin with, asked before all its forms."""
_YEAR = re.compile(
    rf"(?=[{_FIRST}])"
    rf"(?:(?P<skip>(?:ปี\s*การศึกษา\s*(?:{_ERA})?|{MONTH}\s*(?:{_ERA}|ปี)?)\s*[0-9]{{2,4}})"
    rf"|(?P<fiscal>ปี\s*งบ(?:\s*ประมาณ|ฯ)?\s*(?:ฯ|{_ERA}|ปี)?\s*)(?P<fiscal_be>{_BE}|[5-9][0-9]){_END}"
    rf"|(?P<ce_word>(?:ค\s?\.?\s?ศ\s?\.?|ITA(?:\s?Online)?)\s*:?\s*)(?P<ce>20[0-9]{{2}}){_END}"
    rf"|(?P<year>(?:ปี\s*(?:{_ERA})?|ITA(?:\s?Online)?)\s*)(?P<year_be>{_BE}){_END}"
    rf"|(?P<short>(?:(?<![ก-ฮะ-ํ๐-๙])|{_BEFORE_SHORT})ปี\s*'?)(?P<short_be>5[5-9]|6[0-9])(?![0-9'/%]|[.,][0-9]|\s*{_COUNTED})"
    rf"|(?P<era>{_ERA}\s*)(?P<era_be>{_BE}){_END}"
    rf"|(?<![0-9A-Za-z/.,\-–])(?P<bare>{_BE}){_END}"
    rf"|(?<=[0-9][\-–])(?P<after>{_BE}){_END})"
)
_TWO_DIGITS = re.compile("[0-9]{2}")  # what every year has
_BUDDHIST = ("fiscal_be", "year_be", "short_be", "era_be", "bare", "after")
_JOINT = re.compile(r"\s*(?:[-–—,/]|ถึง|และ|กับ)\s*")


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A year (Buddhist era) with its place. ``kind`` says how surely it is a fiscal year.

    ``fiscal``: ปีงบประมาณ stands before it; ``year``: ปี, ประจำปี or ITA; ``era``: only พ.ศ., as laws are
    cited; ``bare``: no word at all.
    """

    year: int
    start: int
    end: int
    kind: Kind

    @property
    def worded(self) -> bool:
        return self.kind != "bare"


def fiscal_years(text: str) -> list[FiscalYear]:
    """Every year a text names, in order, without school years and the years of dates (``20 มิ.ย. 2566``).

    In a list the later years are as sure as the first: ``ปีงบประมาณ พ.ศ. 2565 และ 2566``. Gregorian years
    count only after ค.ศ. or ITA.
    """
    plain = arabic(text)
    return list(_found(plain)) if _TWO_DIGITS.search(plain) else []


def only_year(text: str) -> int | None:
    """The year of a text that names exactly one."""
    years = {year.year for year in fiscal_years(text)}
    return years.pop() if len(years) == 1 else None


@lru_cache(maxsize=1024)  # several finders ask for the same words
def _found(plain: str) -> tuple[FiscalYear, ...]:
    found: list[FiscalYear] = []
    for match in _YEAR.finditer(plain):
        if match["skip"]:
            continue
        year = _year_of(match)
        kind = _kind_of(match)
        if kind == "bare" and found and _JOINT.fullmatch(plain, found[-1].end, match.start()):
            kind = found[-1].kind
        found.append(FiscalYear(year, match.start(), match.end(), kind))
    return tuple(found)


def _year_of(match: re.Match[str]) -> int:
    if match["ce"]:
        return int(match["ce"]) + CE_TO_BE
    year = int(next(match[name] for name in _BUDDHIST if match[name]))
    return year + 2500 if year < 100 else year


def _kind_of(match: re.Match[str]) -> Kind:
    if match["fiscal"]:
        return "fiscal"
    if match["year"] or match["short"] or match["ce"]:
        return "year"
    return "era" if match["era"] else "bare"
