"""Linear equations between the figures of a report, and which of them close.

An equation says that a printed figure equals a weighted sum of other printed figures, give or take what
rounding can do. It closes when the two differ by no more than its tolerance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pipeline.audit.rounding import half_up


class Term(NamedTuple):
    """A figure in an equation: a ``score_key`` and which of its quantities.

    ``score`` and ``weighted_score`` are those of the score; ``history`` is the score of a year in the table
    of past years, ``change`` the difference that this table prints.
    """

    score_key: str
    quantity: str


Values = Mapping[Term, Decimal]


@dataclass(frozen=True, slots=True)
class Equation:
    """``left`` = sum of ``right`` terms times their factors, within ``tolerance``.

    ``rule`` names the rule: mean, points, percent, sum, change, same. Only a ``confirmed`` one may accuse.
    """

    rule: str
    left: Term
    right: tuple[tuple[Term, Decimal], ...]
    tolerance: Decimal
    confirmed: bool = True

    @property
    def terms(self) -> tuple[Term, ...]:
        return (self.left, *(term for term, _ in self.right))

    def computed(self, values: Values) -> Decimal:
        """The right side, unrounded."""
        return sum((values[term] * factor for term, factor in self.right), Decimal(0))

    def gap(self, values: Values) -> Decimal:
        """Left side less right side, unrounded."""
        return values[self.left] - self.computed(values)

    def closes(self, values: Values) -> bool:
        return abs(self.gap(values)) <= self.tolerance

    def expected(self, values: Values) -> Decimal:
        """What the left side would be, rounded as the assessment rounds."""
        return half_up(self.computed(values))

    def slope(self, term: Term) -> Decimal:
        """By how much the gap grows when ``term`` grows by one."""
        factor = sum((factor for other, factor in self.right if other == term), Decimal(0))
        return (1 if term == self.left else 0) - factor

    @property
    def sigma(self) -> float:
        """Standard deviation of the gap of a true equation: each figure is rounded by at most its share of
        the tolerance, and evenly.
        """
        factors = [1.0, *(abs(float(factor)) for _, factor in self.right)]
        return float(self.tolerance) / sum(factors) * math.sqrt(sum(f * f for f in factors) / 3)

    def solve(self, term: Term, values: Values) -> tuple[Decimal, Decimal]:
        """The lowest and highest value of ``term`` with which the equation closes, the others as they are."""
        slope = self.slope(term)
        target = values[term] - self.gap(values) / slope
        slack = abs(self.tolerance / slope)
        return target - slack, target + slack


@dataclass(frozen=True, slots=True)
class System:
    """All equations of a report whose terms are known, with the values, parted into closed and broken."""

    values: Values
    closed: tuple[Equation, ...]
    broken: tuple[Equation, ...]

    @property
    def equations(self) -> tuple[Equation, ...]:
        return self.closed + self.broken


def solve(equations: Iterable[Equation], values: Values) -> System:
    """The equations parted by whether they close; those with an unknown term are left out."""
    closed: list[Equation] = []
    broken: list[Equation] = []
    for equation in equations:
        if all(term in values for term in equation.terms):
            (closed if equation.closes(values) else broken).append(equation)
    return System(values, tuple(closed), tuple(broken))
