"""Which figure is wrong when equations do not close, and what it probably was.

The fewest figures that explain all broken equations are looked for: first one figure for a whole group of
broken equations that hang together, else the figures that explain most of it. A figure explains an equation
when some value of it closes the equation and every other equation it takes part in. Among its possible values
those one slip of the pen or of the reading away (``misreadings``) come first. Nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
WORTH_NAMING = 3.0
"""Figures whose best explanation costs this much more than the cheapest are not named."""
NARROW = Decimal("0.05")
"""An interval no wider than this leaves so few values that its middle may be put forward."""
MOST_NAMED = 12
"""Of equally good explanations so many are named; the rest is in the equation's own issue."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report says of figures outside the equations.

    ``stated``: other values printed for the term. ``agreeing``: how many further places state the present one.
    ``has_grade(term, value)``: whether the value has the printed grade, None where none is printed.
    ``scale``: for figures that can take only few values (items: 0 or 100), those values.
    """

    stated: Mapping[Term, frozenset[Decimal]] = field(default_factory=dict)
    agreeing: Mapping[Term, int] = field(default_factory=dict)
    has_grade: Callable[[Term, Decimal], bool | None] = lambda term, value: None
    scale: Mapping[Term, frozenset[Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure that would explain ``equations`` if it were ``expected`` (None: wrong, but no value stands out)."""

    term: Term
    printed: Decimal
    expected: Decimal | None
    cost: float
    equations: tuple[Equation, ...]


def explain(system: System, evidence: Evidence) -> tuple[tuple[Suspect, ...], ...]:
    """For each group of broken equations its suspects, the likeliest first."""
    return tuple(
        suspects
        for group in _groups(system.broken)
        for suspects in _cover(group, system, evidence)
        if suspects
    )


def _groups(broken: Iterable[Equation]) -> list[list[Equation]]:
    """The broken equations parted so that equations of different groups share no term."""
    groups: list[tuple[set[Term], list[Equation]]] = []
    for equation in broken:
        terms = set(equation.terms)
        joined = [group for group in groups if group[0] & terms]
        groups = [group for group in groups if not group[0] & terms]
        members = [e for _, equations in joined for e in equations]
        groups.append((terms.union(*(t for t, _ in joined)), [*members, equation]))
    return [equations for _, equations in groups]


def _cover(group: list[Equation], system: System, evidence: Evidence) -> Iterable[tuple[Suspect, ...]]:
    """Suspects of one group; several tuples where no single figure explains the whole group."""
    left = list(group)
    while left:
        repairs = {
            term: _intervals(term, left, system) for term in dict.fromkeys(t for e in left for t in e.terms)
        }
        most = max(len(solved) for solved, _, _ in repairs.values())
        if not most:
            unproven = [term for term in repairs if not _confirmed(term, system)] or list(repairs)
            yield tuple(Suspect(t, system.values[t], None, COST_FREE, tuple(left)) for t in unproven)
            return
        best = {term: repair for term, repair in repairs.items() if len(repair[0]) == most}
        first = next(iter(best.values()))[0]
        same = {term: repair for term, repair in best.items() if repair[0] == first}
        yield _ranked(same, system, evidence)
        left = [equation for equation in left if equation not in first]


def _intervals(
    term: Term, broken: list[Equation], system: System
) -> tuple[tuple[Equation, ...], Decimal, Decimal]:
    """(the broken equations that ``term`` alone would close, lowest, highest value); none where it cannot."""
    solved = tuple(equation for equation in broken if term in equation.terms)
    ends = [e.solve(term, system.values) for e in (*solved, *system.closed) if term in e.terms]
    low, high = max(low for low, _ in ends), min(high for _, high in ends)
    return (solved, low, high) if low <= high else ((), low, high)


def _confirmed(term: Term, system: System) -> bool:
    return any(term in equation.terms for equation in system.closed)


def _ranked(
    repairs: Mapping[Term, tuple[tuple[Equation, ...], Decimal, Decimal]], system: System, evidence: Evidence
) -> tuple[Suspect, ...]:
    alone = len(repairs) == 1
    suspects = [
        _best(term, solved, (low, high), alone, system, evidence)
        for term, (solved, low, high) in repairs.items()
    ]
    suspects.sort(key=lambda suspect: suspect.cost)
    dearest = suspects[0].cost + WORTH_NAMING
    return tuple(suspect for suspect in suspects[:MOST_NAMED] if suspect.cost <= dearest)


def _best(
    term: Term,
    solved: tuple[Equation, ...],
    interval: tuple[Decimal, Decimal],
    alone: bool,
    system: System,
    evidence: Evidence,
) -> Suspect:
    """The likeliest value of ``term`` within the interval, as a suspect."""
    low, high = interval
    printed = system.values[term]
    slips = misreadings(printed)
    if term in evidence.scale:
        slips = dict.fromkeys(evidence.scale[term] - {printed}, COST_ALIKE)
    slips |= dict.fromkeys(evidence.stated.get(term, ()), COST_STATED)
    slips = {value: cost for value, cost in slips.items() if low <= value <= high}
    if not slips and term not in evidence.scale and (alone or high - low <= NARROW):
        slips[_rounded(low, high)] = COST_FREE
    present = evidence.has_grade(term, printed)
    habit = COST_AGREEING * min(3, evidence.agreeing.get(term, 0))
    costs = {
        value: cost
        + habit
        + _misfit(term, value, solved, system)
        + _grade_cost(evidence.has_grade(term, value), present)
        for value, cost in slips.items()
        if value >= 0 or term.quantity == "change"
    }
    if not costs:
        return Suspect(term, printed, None, COST_FREE + habit, solved)
    value = min(costs, key=lambda candidate: (costs[candidate], candidate))
    return Suspect(term, printed, value, costs[value], solved)


def _rounded(low: Decimal, high: Decimal) -> Decimal:
    return half_up((low + high) / 2)


def _misfit(term: Term, value: Decimal, solved: tuple[Equation, ...], system: System) -> float:
    """How unlikely the gaps are that the repaired equations would keep (half the square of their sigmas)."""
    step = value - system.values[term]
    gaps = (float(equation.gap(system.values) + step * equation.slope(term)) for equation in solved)
    return sum((gap / equation.sigma) ** 2 / 2 for gap, equation in zip(gaps, solved, strict=True))


def _grade_cost(fits: bool | None, present_fits: bool | None) -> float:
    if fits is None:
        return 0.0
    if not fits:
        return COST_OTHER_GRADE
    return -GAIN_GRADE if present_fits is False else 0.0
