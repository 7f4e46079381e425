"""What a suspect figure probably was: of the values that would close its equations the likeliest.

Likelihood is counted as a cost, the logarithm of how much rarer a cause is: another printed value of the same
score costs nothing, a slip of pen or reading what ``misreadings`` says, and the fit of the equations, the
printed grade and further places that state the present value are added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.audit.equations import Equation, System, Term
from pipeline.audit.misreadings import COST_ALIKE, misreadings
from pipeline.audit.rounding import half_up

COST_STATED = 0.0
"""The value stands elsewhere in the report for the same score: nothing is likelier."""
COST_FREE = 4.0
"""Not one slip away; the value that the equations ask for, rounded."""
COST_OTHER_GRADE = 2.0
"""The value does not have the grade that the report prints for it."""
GAIN_GRADE = 1.5
"""The value has the printed grade and the present one has not."""
COST_AGREEING = 1.5
"""For each further place where the report states the present value, up to three."""
NARROW = Decimal("0.05")
"""An interval no wider than this leaves so few values that its middle may be put forward."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report says of figures outside the equations.

    ``stated``: other values printed for the term. ``agreeing``: how many further places state the present
    one. ``has_grade(term, value)``: whether the value has the printed grade, None where none is printed.
    ``scale``: for figures that can take only few values (items: 0 or 100), those values.
    """

    stated: Mapping[Term, frozenset[Decimal]] = field(default_factory=dict)
    agreeing: Mapping[Term, int] = field(default_factory=dict)
    has_grade: Callable[[Term, Decimal], bool | None] = lambda term, value: None
    scale: Mapping[Term, frozenset[Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """A term, the broken equations that it alone would close, and the values with which it would."""

    term: Term
    equations: tuple[Equation, ...]
    low: Decimal
    high: Decimal


def likeliest_value(
    gap: Gap, alone: bool, system: System, evidence: Evidence
) -> tuple[Decimal | None, float]:
    """The likeliest value of the term and its cost; None where no value stands out.

    ``alone``: no other figure could be wrong, so the value that the equations ask for may be put forward.
    """
    term, printed = gap.term, system.values[gap.term]
    habit = COST_AGREEING * min(3, evidence.agreeing.get(term, 0))
    causes = _causes(term, printed, evidence)
    causes = {value: cost for value, cost in causes.items() if gap.low <= value <= gap.high}
    if not causes and term not in evidence.scale and (alone or gap.high - gap.low <= NARROW):
        causes[half_up((gap.low + gap.high) / 2)] = COST_FREE
    costs = {
        value: habit + cost + _misfit(gap, value, system) + _grade_cost(term, value, printed, evidence)
        for value, cost in causes.items()
        if value >= 0 or term.quantity == "change"
    }
    if not costs:
        return None, habit + COST_FREE
    value = min(costs, key=lambda candidate: (costs[candidate], candidate))
    return value, costs[value]


def _causes(term: Term, printed: Decimal, evidence: Evidence) -> dict[Decimal, float]:
    """The values that the figure may have been, each with the cost of what happened to it."""
    if term in evidence.scale:
        causes = dict.fromkeys(evidence.scale[term] - {printed}, COST_ALIKE)
    else:
        causes = misreadings(printed)
    return causes | dict.fromkeys(evidence.stated.get(term, ()), COST_STATED)


def _misfit(gap: Gap, value: Decimal, system: System) -> float:
    """How unlikely the gaps are that the repaired equations would keep (half the square of their sigmas)."""
    step = value - system.values[gap.term]
    gaps = (float(e.gap(system.values) + step * e.slope(gap.term)) / e.sigma for e in gap.equations)
    return sum(size**2 / 2 for size in gaps)


def _grade_cost(term: Term, value: Decimal, printed: Decimal, evidence: Evidence) -> float:
    fits = evidence.has_grade(term, value)
    if fits is None:
        return 0.0
    if not fits:
        return COST_OTHER_GRADE
    return -GAIN_GRADE if evidence.has_grade(term, printed) is False else 0.0
