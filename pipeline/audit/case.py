"""Everything that the checks look at, worked out once: the report, its sheets, equations and suspects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.audit.assessment import equations_of
from pipeline.audit.changes import change_equations, history_values
from pipeline.audit.equations import Equation, System, Term, solve
from pipeline.audit.places import Mentions, differing, mentions_of, number
from pipeline.audit.repairs import Evidence
from pipeline.audit.rules import Rules, rules_of
from pipeline.audit.sheet import Sheet, sheets_of, values_of
from pipeline.audit.suspects import Suspect, explain
from schemas.report import Report
from schemas.rows import Score

VALUES = ("score", "weighted_score")
SUMMED = ("office", "national")
"""Subjects whose scores belong to one sheet; ``other`` may mix several offices."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the checks get. ``suspects`` has a tuple, the likeliest first, for each group of broken equations.

    ``mentions`` are those of a term (score_key, quantity) in the order of the document; ``differing`` has the
    first mention of each value for the terms that are stated differently.
    """

    report: Report
    sheets: tuple[Sheet, ...]
    scores: Mapping[str, Score]
    mentions: Mentions
    differing: Mentions
    system: System
    suspects: tuple[tuple[Suspect, ...], ...] = ()

    def office_sheets(self) -> Iterator[Sheet]:
        return (sheet for sheet in self.sheets if sheet.subject == "office")

    @property
    def assessed(self) -> Sheet | None:
        """The office's sheet with the most scores, the latest of equals: the year the report analyses."""
        return max(
            self.office_sheets(), key=lambda sheet: (len(sheet.scores), sheet.fiscal_year), default=None
        )

    @property
    def rules(self) -> Rules | None:
        """The rules of the assessed year, else of the document's year."""
        if self.assessed is not None:
            return self.assessed.rules
        year = self.report.report.fiscal_year
        return None if year is None else rules_of(year)


def case_of(report: Report) -> Case:
    """The case without its suspects, which take ``explained`` longer than all the rest."""
    sheets = sheets_of(report)
    values = history_values(report)
    equations: list[Equation] = []
    for sheet in sheets:
        if sheet.subject in SUMMED:
            values.update(values_of(sheet))
            equations.extend(equations_of(sheet))
    equations.extend(change_equations(report, values))
    system = solve(equations, values)
    mentions = mentions_of(report)
    scores = {score.score_key: score for score in report.scores}
    return Case(report, sheets, scores, mentions, differing(mentions, scores), system)


def explained(case: Case) -> Case:
    """The case with its suspects."""
    if not case.system.broken:
        return case
    evidence = _evidence(case.sheets, case.mentions, case.system.values)
    return replace(case, suspects=explain(case.system, evidence))


def _evidence(sheets: tuple[Sheet, ...], mentions: Mentions, values: Mapping[Term, Decimal]) -> Evidence:
    by_key = {score.score_key: sheet for sheet in sheets for score in sheet.scores.values()}
    stated: dict[Term, frozenset[Decimal]] = {}
    agreeing: dict[Term, int] = {}
    for term, found in mentions.items():
        if term in values:
            figures = [
                figure for figure in (number(mention.value) for mention in found) if figure is not None
            ]
            stated[term] = frozenset(figures) - {values[term]}
            agreeing[term] = max(0, figures.count(values[term]) - 1)

    def has_grade(term: Term, value: Decimal) -> bool | None:
        sheet = by_key.get(term.score_key)
        score = None if sheet is None else sheet.scores[_place_of(term)]
        if sheet is None or score is None or not score.grade or term.quantity != "score":
            return None
        graded, expected = sheet.rules.grade(score.grade), sheet.expected_grade(score, value)
        return None if expected is None or graded is None else expected == graded[1]

    items = (term for term in values if term.score_key in by_key and "/item/" in term.score_key)
    scale = {term: by_key[term.score_key].rules.item_scale for term in items}
    return Evidence(stated, agreeing, has_grade, scale)


def _place_of(term: Term) -> tuple[str, str]:
    level, code = term.score_key.split("/")[2:]
    return level, code
