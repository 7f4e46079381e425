"""Which figure is wrong when equations do not close, and what it probably was.

The fewest figures that explain all broken equations are looked for: first one figure for a whole group of
broken equations that hang together, else the figures that explain most of it. A figure explains an equation
when some value of it closes the equation and every other equation it takes part in. What it probably was is
for ``repairs`` to say. Nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.audit.equations import Equation, System, Term
from pipeline.audit.repairs import COST_FREE, Evidence, Gap, likeliest_value

WORTH_NAMING = 3.0
"""Figures whose best explanation costs this much more than the cheapest are not named."""
MOST_NAMED = 12
"""Of equally good explanations so many are named."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure that would explain ``equations`` if it were ``expected`` (None: no value stands out)."""

    term: Term
    printed: Decimal
    expected: Decimal | None
    cost: float
    equations: tuple[Equation, ...]


def explain(system: System, evidence: Evidence) -> tuple[tuple[Suspect, ...], ...]:
    """For each group of broken equations its suspects, the likeliest first."""
    return tuple(suspects for group in _groups(system.broken) for suspects in _cover(group, system, evidence))


def _groups(broken: Iterable[Equation]) -> list[list[Equation]]:
    """The broken equations parted so that equations of different groups share no term."""
    groups: list[tuple[set[Term], list[Equation]]] = []
    for equation in broken:
        terms = set(equation.terms)
        joined = [group for group in groups if group[0] & terms]
        groups = [group for group in groups if not group[0] & terms]
        members = [member for _, equations in joined for member in equations]
        groups.append((terms.union(*(others for others, _ in joined)), [*members, equation]))
    return [equations for _, equations in groups]


def _cover(group: Sequence[Equation], system: System, evidence: Evidence) -> Iterator[tuple[Suspect, ...]]:
    """Suspects of one group; several tuples where no single figure explains the whole group."""
    left = list(group)
    while left:
        terms = dict.fromkeys(term for equation in left for term in equation.terms)
        gaps = [gap for term in terms if (gap := _gap(term, left, system))]
        if not gaps:
            unproven = [term for term in terms if not _confirmed(term, system)] or list(terms)
            yield tuple(Suspect(t, system.values[t], None, COST_FREE, tuple(left)) for t in unproven)
            return
        most = max(gaps, key=lambda gap: len(gap.equations)).equations
        yield _ranked([gap for gap in gaps if gap.equations == most], system, evidence)
        left = [equation for equation in left if equation not in most]


def _gap(term: Term, broken: Iterable[Equation], system: System) -> Gap | None:
    """What the term alone would explain; None where no value of it closes all its equations."""
    solved = tuple(equation for equation in broken if term in equation.terms)
    ends = [e.solve(term, system.values) for e in (*solved, *system.closed) if term in e.terms]
    low, high = max(low for low, _ in ends), min(high for _, high in ends)
    return Gap(term, solved, low, high) if low <= high else None


def _confirmed(term: Term, system: System) -> bool:
    return any(term in equation.terms for equation in system.closed)


def _ranked(gaps: Sequence[Gap], system: System, evidence: Evidence) -> tuple[Suspect, ...]:
    suspects = []
    for gap in gaps:
        value, cost = likeliest_value(gap, len(gaps) == 1, system, evidence)
        suspects.append(Suspect(gap.term, system.values[gap.term], value, cost, gap.equations))
    suspects.sort(key=lambda suspect: suspect.cost)
    dearest = suspects[0].cost + WORTH_NAMING
    return tuple(suspect for suspect in suspects[:MOST_NAMED] if suspect.cost <= dearest)
