"""The year's framework as the checks use it: parts by code, formulas, grade systems, what is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from schemas.framework import Formula, Framework, GradeSystem, Rule, framework, known_years, nearest


@dataclass(frozen=True, slots=True)
class Rules:
    """A fiscal year's rules. ``known`` is False where the year has no framework and its neighbour's is used:
    then nothing is confirmed. ``parts`` are the codes of the next level by (level, code).
    """

    fiscal_year: int
    known: bool
    framework: Framework
    weights: Mapping[str, Decimal]
    parts: Mapping[tuple[str, str], tuple[str, ...]]
    items: tuple[str, ...]
    item_scale: frozenset[Decimal]
    grades: Mapping[str, tuple[GradeSystem, str]]

    @property
    def indicators(self) -> tuple[str, ...]:
        return tuple(indicator.code for indicator in self.framework.indicators)

    @property
    def items_confirmed(self) -> bool:
        return self.known and all(item.confirmed for item in self.framework.items)

    def rule(self, level: str, formula: Formula) -> Rule | None:
        return next((r for r in self.framework.rules if (r.level, r.formula) == (level, formula)), None)

    def confirms(self, rule: Rule, level: str) -> bool:
        """Whether the equation may accuse a report: the rule is confirmed, for items also their grouping."""
        return self.known and rule.confirmed and (level != "subindicator" or self.items_confirmed)

    def grade(self, printed: str) -> tuple[GradeSystem, str] | None:
        """The system of a printed grade and the grade in its words; None where no system has it."""
        return self.grades.get(printed) or self.grades.get(_bare_grade(printed))

    def grade_confirmed(self, system: GradeSystem) -> bool:
        return self.known and system.confirmed and system in self.framework.grade_systems


@cache
def rules_of(fiscal_year: int) -> Rules:
    """The rules of a fiscal year (Buddhist era); those of the nearest known year where there are none."""
    base = nearest(fiscal_year)
    levels = [
        *(("instrument", part.code) for part in base.instruments),
        *(("indicator", part.code) for part in base.indicators),
        *(("subindicator", part.code) for part in base.subindicators),
    ]
    parts = {(level, code): base.parts_of(level, code) for level, code in levels}
    scales = (rule.values for rule in base.rules if (rule.level, rule.formula) == ("item", "one_of"))
    return Rules(
        fiscal_year=fiscal_year,
        known=fiscal_year in base.fiscal_years,
        framework=base,
        weights={instrument.code: instrument.weight for instrument in base.instruments},
        parts={place: codes for place, codes in parts.items() if codes},
        items=tuple(item.code for item in base.items),
        item_scale=frozenset(next(scales, ())),
        grades=_grades(base),
    )


def _bare_grade(printed: str) -> str:
    """``ระดับ A (Very Good)`` -> ``A``."""
    return printed.split("(")[0].strip().removeprefix("ระดับ").strip()


def expected_grade(
    system: GradeSystem, level: str, score: Decimal, percents: tuple[Decimal, ...]
) -> str | None:
    """The grade of a score; None where the system grades only totals or asks for unknown percents."""
    asks_instruments = any(band.each_instrument is not None for band in system.bands)
    return None if asks_instruments and level != "overall" else system.grade_of(score, percents)


def _grades(base: Framework) -> dict[str, tuple[GradeSystem, str]]:
    """Every grade's system: the year's own, then those of other years, which offices go on printing."""
    others = (system for year in reversed(known_years()) for system in framework(year).grade_systems)
    grades: dict[str, tuple[GradeSystem, str]] = {}
    for system in (*base.grade_systems, *others):
        for band in system.bands:
            grades.setdefault(band.grade, (system, band.grade))
    return grades
