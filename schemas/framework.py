"""The assessment framework of a fiscal year: indicators, items, weights, grades and their arithmetic.

The knowledge is in ``frameworks/*.toml``, one file per year or span of years; a new year is one new file.
Every part says whether it is ``confirmed`` and what its ``source`` is: what is unconfirmed may help to
recognise a name but must not accuse a report of a wrong figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

Formula = Literal["one_of", "mean_of_parts", "points", "sum_of_points"]

OVERALL_NAME = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"


@dataclass(frozen=True, slots=True)
class Indicator:
    """``weight`` in percent of the total; only the system before FY 2562 weighs indicators."""

    code: str
    name: str
    instrument: str = ""
    variants: tuple[str, ...] = ()
    weight: Decimal | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Subindicator:
    code: str
    name: str
    indicator: str
    variants: tuple[str, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """``subindicator`` is empty where the year's grouping is not known."""

    code: str
    name: str
    subindicator: str = ""
    variants: tuple[str, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """``weight`` in percent of the total: the points that a full score is worth."""

    code: str
    name: str
    weight: Decimal
    indicators: tuple[str, ...]
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class GradeBand:
    """``low`` and ``high`` belong to the band. ``each_instrument``: the least percent of every instrument."""

    grade: str
    low: Decimal
    high: Decimal
    each_instrument: Decimal | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class GradeSystem:
    """Bands from the best grade down; the first whose every condition holds is the grade."""

    name: str
    bands: tuple[GradeBand, ...]
    passing: tuple[str, ...]
    confirmed: bool
    source: str

    def grade_of(self, score: Decimal, instruments: tuple[Decimal, ...] = ()) -> str | None:
        """The grade of a total; None where a band needs the instruments' percents and they are missing."""
        for band in self.bands:
            if score < band.low:
                continue
            if band.each_instrument is None:
                return band.grade
            if not instruments:
                return None
            if min(instruments) >= band.each_instrument:
                return band.grade
        return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One equation that the figures of a report obey. Empty ``codes`` mean every code of the level."""

    name: str
    level: Literal["overall", "instrument", "indicator", "subindicator", "item"]
    formula: Formula
    tolerance: Decimal
    codes: tuple[str, ...] = ()
    values: tuple[Decimal, ...] = ()
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class PassMark:
    score: Decimal
    confirmed: bool
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Framework:
    """What was assessed in ``fiscal_years`` (Buddhist era). ``sources`` says where each part comes from.

    There is one object per file, equal only to itself, so that it is a cheap key of a cache.
    """

    name: str
    fiscal_years: tuple[int, ...]
    indicators: tuple[Indicator, ...]
    subindicators: tuple[Subindicator, ...]
    items: tuple[Item, ...]
    instruments: tuple[Instrument, ...]
    grade_systems: tuple[GradeSystem, ...]
    rules: tuple[Rule, ...]
    pass_mark: PassMark | None
    office_count: int | None
    sources: tuple[tuple[str, str], ...]

    def name_of(self, level: str, code: str) -> str:
        """The canonical Thai name of a scored thing; ``""`` where this framework has none of that code."""
        if level == "overall":
            return OVERALL_NAME
        parts: dict[str, tuple[Instrument | Indicator | Subindicator | Item, ...]] = {
            "instrument": self.instruments,
            "indicator": self.indicators,
            "subindicator": self.subindicators,
            "item": self.items,
        }
        return next((part.name for part in parts.get(level, ()) if part.code == code), "")

    def parts_of(self, level: str, code: str) -> tuple[str, ...]:
        """The codes one level below: indicators of IIT, sub-indicators of 9, items of 9.1."""
        if level == "overall":
            return tuple(i.code for i in self.instruments)
        if level == "instrument":
            return next((i.indicators for i in self.instruments if i.code == code), ())
        if level == "indicator":
            return tuple(s.code for s in self.subindicators if s.indicator == code)
        return tuple(i.code for i in self.items if level == "subindicator" and i.subindicator == code)

    def rule(self, name: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.name == name), None)


@cache
def framework(fiscal_year: int) -> Framework:
    """The framework of a fiscal year (Buddhist era). KeyError for a year without one: see `nearest`."""
    for candidate in _all():
        if fiscal_year in candidate.fiscal_years:
            return candidate
    raise KeyError(fiscal_year)


@cache
def known_years() -> tuple[int, ...]:
    """Every fiscal year that has a framework, ascending."""
    return tuple(sorted(year for each in _all() for year in each.fiscal_years))


@cache
def nearest(fiscal_year: int) -> Framework:
    """The framework of the year, or else of the known year nearest to it (of two, the later)."""
    return framework(min(known_years(), key=lambda year: (abs(year - fiscal_year), -year)))


@cache
def _all() -> tuple[Framework, ...]:
    from schemas.framework_files import read_frameworks

    return read_frameworks()
