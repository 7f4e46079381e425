"""One year's scores of one subject by level and code, with the rules of that year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pipeline.audit.equations import Term
from pipeline.audit.rounding import PLACES, places_of
from pipeline.audit.rules import Rules, expected_grade, rules_of
from schemas.report import Report
from schemas.rows import Score

HUNDRED = Decimal(100)
EXACT = (Decimal(0), HUNDRED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scores of one fiscal year and subject by (level, code).

    ``places``: to how many decimals the report prints a (level, quantity), at most.
    """

    fiscal_year: int
    subject: str
    rules: Rules
    scores: Mapping[tuple[str, str], Score]
    places: Mapping[tuple[str, str], int]

    def get(self, level: str, code: str) -> Score | None:
        return self.scores.get((level, code))

    def value(self, level: str, code: str, quantity: str = "score") -> Decimal | None:
        score = self.scores.get((level, code))
        return None if score is None else getattr(score, quantity)

    def term(self, level: str, code: str, quantity: str = "score") -> Term | None:
        """The term of a printed figure, None where it is not printed."""
        score = self.scores.get((level, code))
        return None if score is None or getattr(score, quantity) is None else Term(score.score_key, quantity)

    def slack(self, term: Term) -> Decimal:
        """What rounding to fewer than two places may hide: 0.05 for 97.1 where its whole level has one place.

        A level with one value of two places is printed to two places, so that its 98 is 98.00; 0 and 100 are
        exact.
        """
        level, code = term.score_key.split("/")[2:]
        places = PLACES if level == "item" else self.places[level, term.quantity]
        if places >= PLACES or self.value(level, code, term.quantity) in EXACT:
            return Decimal(0)
        return Decimal("0.5").scaleb(-places)

    def of_level(self, level: str) -> list[Score]:
        return [score for (its_level, _), score in self.scores.items() if its_level == level]

    def percents(self) -> tuple[Decimal, ...]:
        """Each instrument's percent: printed, or from points or indicators; empty unless all are known."""
        found = [self._percent(instrument, weight) for instrument, weight in self.rules.weights.items()]
        known = tuple(percent for percent in found if percent is not None)
        return known if len(known) == len(found) else ()

    def around(self, score: Score) -> tuple[Decimal, ...]:
        """The score, and where it is printed rounded also the least and most it may have been."""
        if score.score is None:
            return ()
        slack = self.slack(Term(score.score_key, "score"))
        return (score.score, score.score - slack, score.score + slack) if slack else (score.score,)

    def expected_grade(self, score: Score, value: Decimal) -> str | None:
        """The grade that ``value`` would have, in the system and words of the score's printed grade."""
        graded = self.rules.grade(score.grade)
        if graded is None:
            return None
        percents = self.percents() if score.level == "overall" else ()
        return expected_grade(graded[0], score.level, value, percents)

    def _percent(self, instrument: str, weight: Decimal) -> Decimal | None:
        percent = self.value("instrument", instrument)
        points = self.value("instrument", instrument, "weighted_score")
        if percent is not None or points is not None:
            return percent if percent is not None or points is None else points / weight * HUNDRED
        codes = self.rules.parts.get(("instrument", instrument), ())
        known = [value for code in codes if (value := self.value("indicator", code)) is not None]
        return sum(known, Decimal(0)) / len(known) if known and len(known) == len(codes) else None


def sheets_of(report: Report) -> tuple[Sheet, ...]:
    """A sheet for each year and subject that the report has scores of, in the order of the report."""
    grouped: dict[tuple[int, str], dict[tuple[str, str], Score]] = {}
    for score in report.scores:
        grouped.setdefault((score.fiscal_year, score.subject), {}).setdefault(
            (score.level, score.code), score
        )
    return tuple(
        Sheet(year, subject, rules_of(year), scores, _places(scores.values()))
        for (year, subject), scores in grouped.items()
    )


def values_of(sheet: Sheet) -> dict[Term, Decimal]:
    """Every printed score and weighted score of the sheet."""
    values: dict[Term, Decimal] = {}
    for score in sheet.scores.values():
        if score.score is not None:
            values[Term(score.score_key, "score")] = score.score
        if score.weighted_score is not None:
            values[Term(score.score_key, "weighted_score")] = score.weighted_score
    return values


def _places(scores: Iterable[Score]) -> dict[tuple[str, str], int]:
    places: dict[tuple[str, str], int] = {}
    for score in scores:
        for quantity in ("score", "weighted_score"):
            value = getattr(score, quantity)
            if value is not None:
                places[score.level, quantity] = max(places_of(value), places.get((score.level, quantity), 0))
    return places
