"""The equations that a year's framework puts between the scores of a sheet.

Each figure is computed from the nearest printed level below it: an instrument that is not printed from its
indicators, a sub-indicator from its items. So a report that prints only indicators and the total still has
the equation of the total.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.equations import Equation, Term
from pipeline.audit.sheet import HUNDRED, Sheet
from schemas.framework import Formula, Rule

BELOW = {"instrument": "indicator", "indicator": "subindicator", "subindicator": "item"}
HALF_PLACE = Decimal("0.005")

Sum = dict[Term, Decimal]
"""A weighted sum of terms: each with its factor."""


def equations_of(sheet: Sheet) -> Iterator[Equation]:
    """The equations all of whose figures are printed."""
    if len(sheet.scores) < 2:
        return
    yield from _total(sheet)
    for instrument, weight in sheet.rules.weights.items():
        yield from _instrument(sheet, instrument, weight)
    for level, code in sheet.rules.parts:
        rule, left = _rule(sheet, level, "mean_of_parts"), sheet.term(level, code)
        if rule is not None and left is not None and (right := _mean(sheet, level, code)):
            yield _equation(sheet, "mean", left, right, rule.tolerance, rule)


def _total(sheet: Sheet) -> Iterator[Equation]:
    rule, left = _rule(sheet, "overall", "sum_of_points"), sheet.term("overall", "ITA")
    if rule is None or left is None:
        return
    parts = [_points(sheet, instrument, weight) for instrument, weight in sheet.rules.weights.items()]
    if parts and all(parts):
        right = {term: factor for part in parts for term, factor in part.items()}
        yield _equation(sheet, "sum", left, right, rule.tolerance, rule)


def _instrument(sheet: Sheet, instrument: str, weight: Decimal) -> Iterator[Equation]:
    """Points = weight x mean of indicators, and percent = points / weight."""
    rule = _rule(sheet, "instrument", "points")
    points, percent = (
        sheet.term("instrument", instrument, "weighted_score"),
        sheet.term("instrument", instrument),
    )
    if rule is None or points is None:
        return
    mean = _mean(sheet, "instrument", instrument)
    if mean:
        yield _equation(sheet, "points", points, _times(mean, weight / HUNDRED), rule.tolerance, rule)
    if percent is not None:
        factor = HUNDRED / weight
        tolerance = max(rule.tolerance, HALF_PLACE * (factor + 1))
        yield _equation(sheet, "percent", percent, {points: factor}, tolerance, rule)


def _rule(sheet: Sheet, level: str, formula: Formula) -> Rule | None:
    return sheet.rules.rule(level, formula)


def _points(sheet: Sheet, instrument: str, weight: Decimal) -> Sum:
    """Points of an instrument: printed, else from its percent or its indicators; empty where unknown."""
    points = sheet.term("instrument", instrument, "weighted_score")
    return (
        {points: Decimal(1)} if points else _times(_score(sheet, "instrument", instrument), weight / HUNDRED)
    )


def _score(sheet: Sheet, level: str, code: str) -> Sum:
    """A score as a sum of printed ones: itself, or else the mean of its parts; empty where unknown."""
    term = sheet.term(level, code)
    return {term: Decimal(1)} if term else _mean(sheet, level, code)


def _mean(sheet: Sheet, level: str, code: str) -> Sum:
    """The mean of the next level's scores; empty where one of them is unknown."""
    parts: list[Sum] = []
    for part in sheet.rules.parts.get((level, code), ()):
        parts.append(_score(sheet, BELOW[level], part))
        if not parts[-1]:
            return {}
    if not parts:
        return {}
    share = Decimal(1) / len(parts)
    return {term: factor * share for part in parts for term, factor in part.items()}


def _times(parts: Sum, factor: Decimal) -> Sum:
    return {term: share * factor for term, share in parts.items()}


def _equation(sheet: Sheet, name: str, left: Term, right: Sum, tolerance: Decimal, rule: Rule) -> Equation:
    slack = sum((sheet.slack(term) * abs(factor) for term, factor in right.items()), sheet.slack(left))
    return Equation(
        name, left, tuple(right.items()), tolerance + slack, sheet.rules.confirms(rule, rule.level)
    )
