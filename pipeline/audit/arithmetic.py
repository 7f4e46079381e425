"""The equations that do not close, and the figures that would explain them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.case import Case
from pipeline.audit.equations import Equation, Term
from pipeline.audit.labels import label_en, label_th
from pipeline.audit.rounding import plain
from pipeline.audit.suspects import Suspect
from schemas.issues import issue
from schemas.rows import BBox, Issue

CODES = {
    "sum": "E_SUM_MISMATCH",
    "mean": "E_MEAN_MISMATCH",
    "points": "E_POINTS_MISMATCH",
    "percent": "E_PERCENT_MISMATCH",
    "change": "E_CHANGE_MISMATCH",
    "same": "E_HISTORY_TOTAL",
}
UNCONFIRMED = "W_ARITHMETIC_UNCONFIRMED"
ROUNDED_CHANGE = Decimal("0.01")
"""A lone change off by no more than this was computed before rounding; worth a note only."""
MOST_SHOWN = 12
"""Terms of an equation that a message writes out."""


def check(case: Case) -> Iterator[Issue]:
    """One issue for each broken equation, then one for each suspect, the likeliest of each group first."""
    rounded = {id(equation) for equation in case.system.broken if _is_rounded_change(case, equation)}
    for equation in case.system.broken:
        code = CODES[equation.rule] if equation.confirmed else UNCONFIRMED
        yield _broken(case, equation, "I_CHANGE_ROUNDING" if id(equation) in rounded else code)
    for group in case.suspects:
        for suspect in group:
            if not all(id(equation) in rounded for equation in suspect.equations):
                yield _suspect(case, suspect, len(group))


def formula(equation: Equation, case: Case) -> str:
    """The right side with its numbers: ``29.13 + 27.85 + 40.00``, ``30% × (99.12 + ...) / 5``."""
    values = [plain(case.system.values[term]) for term, _ in equation.right]
    if equation.rule == "change":
        return " − ".join(values)
    shown = " + ".join(values[:MOST_SHOWN]) + (f" + … ({len(values)})" if len(values) > MOST_SHOWN else "")
    factors = {factor for _, factor in equation.right}
    if factors == {Decimal(1)}:
        return shown
    if equation.rule == "percent":
        return f"{shown} × {float(equation.right[0][1]):.4g}"
    total = sum((factor for _, factor in equation.right), Decimal(0))
    if len(factors) == 1:
        weight = "" if abs(total - 1) < Decimal("1e-9") else f"{float(total * 100):g}% × "
        return f"{weight}({shown}) / {len(values)}"
    weighed = [
        f"{float(factor):.4g}×{value}" for value, (_, factor) in zip(values, equation.right, strict=True)
    ]
    return " + ".join(weighed[:MOST_SHOWN]) + (" + …" if len(weighed) > MOST_SHOWN else "")


def _is_rounded_change(case: Case, equation: Equation) -> bool:
    alone = sum(bool(set(equation.terms) & set(other.terms)) for other in case.system.broken) == 1
    return equation.rule == "change" and alone and abs(equation.gap(case.system.values)) <= ROUNDED_CHANGE


def _broken(case: Case, equation: Equation, code: str) -> Issue:
    """The equation's left side is what is printed; ``expected`` only where it is likeliest to be wrong."""
    left, values = equation.left, case.system.values
    first = {group[0].term: group[0] for group in case.suspects}
    blamed = left in first
    printed = plain(values[left])
    computed = plain(equation.expected(values))
    return issue(
        code,
        score_key=left.score_key,
        table=_table(left),
        row_ref=_row_ref(left),
        printed=printed,
        expected=_shown(first[left].expected) if blamed else "",
        page=_page(case, left),
        bbox=_box(case, left),
        name_th=label_th(left.score_key, left.quantity),
        name_en=label_en(left.score_key, left.quantity),
        computed=computed,
        formula=formula(equation, case),
    )


def _suspect(case: Case, suspect: Suspect, of: int) -> Issue:
    term = suspect.term
    return issue(
        "W_SUSPECT_FIGURE" if suspect.expected is not None else "W_FIGURE_IN_DOUBT",
        score_key=term.score_key,
        table=_table(term),
        row_ref=_row_ref(term),
        printed=plain(suspect.printed),
        expected=_shown(suspect.expected),
        page=_page(case, term),
        bbox=_box(case, term),
        name_th=label_th(term.score_key, term.quantity),
        name_en=label_en(term.score_key, term.quantity),
        others=of - 1,
    )


def _shown(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _table(term: Term) -> str:
    return "score_history" if term.quantity in ("history", "change") else "scores"


def _row_ref(term: Term) -> str:
    return term.score_key.split("/")[0] if term.quantity in ("history", "change") else term.score_key


def _page(case: Case, term: Term) -> int | None:
    if _table(term) == "score_history":
        return next((r.page for r in case.report.score_history if str(r.fiscal_year) == _row_ref(term)), None)
    score = case.scores.get(term.score_key)
    return score.page if score else None


def _box(case: Case, term: Term) -> BBox | None:
    score = case.scores.get(term.score_key) if _table(term) == "scores" else None
    return score.bbox if score else None
