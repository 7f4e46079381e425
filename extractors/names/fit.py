"""Which year's list of items a table holds: documents of one year often print the list of another."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.names.framework_names import items
from schemas.framework import Framework, framework, known_years

LEAD = 3
"""So many more rows must agree before another year's list is taken."""


def fitting_framework(rows: Iterable[tuple[str, str]], expected: Framework) -> Framework:
    """The framework whose items agree with most (code, printed name) rows; ``expected`` unless beaten.

    A row agrees where its name, without any guessing, belongs to its code. Of equal ones the nearest year
    wins.
    """
    rows = list(rows)
    agreeing = {each: _agreeing(rows, each) for each in dict.fromkeys(map(framework, known_years()))}
    year = expected.fiscal_years[0]
    best = max(agreeing, key=lambda each: (agreeing[each], -abs(each.fiscal_years[0] - year)))
    return best if agreeing[best] - agreeing.get(expected, 0) >= LEAD else expected


def _agreeing(rows: list[tuple[str, str]], candidate: Framework) -> int:
    names = items(candidate)
    matches = ((code, names.match(name, edit=False)) for code, name in rows)
    return sum(match is not None and match.code == code for code, match in matches)
