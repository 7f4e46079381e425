"""The same figure stated in several places: where they disagree, every place is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from pipeline.audit.case import VALUES, Case
from pipeline.audit.equations import Equation, Term
from pipeline.audit.labels import label_en, label_th, places_en, places_th
from pipeline.audit.places import is_number, number
from pipeline.audit.rounding import half_up, places_of, plain
from schemas.issues import issue
from schemas.rows import Issue, Mention

PROVEN = ("; ตามสูตรคำนวณ ค่าที่ถูกคือ {value}", "; the arithmetic proves {value}")
LIKELIEST = ("; ค่าที่น่าจะถูกคือ {value}", "; {value} is likelier")
CLEARLY = 0.2
"""By so much (half a squared sigma) one value must fit better than the other to be called likelier."""


def check(case: Case) -> Iterator[Issue]:
    for term, places in case.differing.items():
        yield _disagreement(case, term, places)


def conflicts(case: Case, term: Term) -> bool:
    """Whether the report states the figure differently, other than rounded to fewer places."""
    return term in case.differing and not _only_rounded(term, case.differing[term])


def proven(case: Case, term: Term) -> Decimal | None:
    """The one stated value with which every equation of the term closes; None where there is no such one."""
    closing = [value for value, misfit in _misfits(case, term).items() if misfit is not None]
    return closing[0] if len(closing) == 1 and _equations(case, term) else None


def likeliest(case: Case, term: Term) -> Decimal | None:
    """The proven value, else the one stated most often, else the one that fits the equations clearly best."""
    true = proven(case, term)
    if true is not None:
        return true
    misfits = {value: misfit for value, misfit in _misfits(case, term).items() if misfit is not None}
    times = Counter(number(mention.value) for mention in case.mentions[term])
    ranked = sorted(misfits, key=lambda value: (-times[value], misfits[value] or 0.0))
    if len(ranked) < 2:
        return None
    first, second = ranked[0], ranked[1]
    oftener = times[first] > times[second]
    fits_better = (misfits[second] or 0.0) - (misfits[first] or 0.0) > CLEARLY
    return first if oftener or fits_better else None


def _misfits(case: Case, term: Term) -> dict[Decimal, float | None]:
    """How badly the term's equations would close with each stated value, None where one would not close."""
    found: dict[Decimal, float | None] = {}
    for value in (number(mention.value) for mention in case.differing.get(term, ())):
        if value is not None:
            values = {**case.system.values, term: value}
            gaps = [(equation.gap(values), equation) for equation in _equations(case, term)]
            closes = all(abs(gap) <= equation.tolerance for gap, equation in gaps)
            found[value] = sum((float(gap) / e.sigma) ** 2 / 2 for gap, e in gaps) if closes else None
    return found


def _equations(case: Case, term: Term) -> list[Equation]:
    return [e for e in case.system.equations if term in e.terms and e.rule != "same"]


def _disagreement(case: Case, term: Term, places: Sequence[Mention]) -> Issue:
    row = case.scores.get(term.score_key)
    true = likeliest(case, term) if term.quantity in VALUES else None
    why = PROVEN if true is not None and proven(case, term) == true else LIKELIEST
    return issue(
        "I_SCORE_ROUNDED" if _only_rounded(term, places) else "W_SCORE_CONFLICT",
        score_key=term.score_key,
        table="scores",
        row_ref=term.score_key,
        printed=_printed(case, term, places),
        expected="" if true is None else plain(true),
        page=(row or places[0]).page,
        bbox=(row or places[0]).bbox,
        name_th=label_th(term.score_key, term.quantity),
        name_en=label_en(term.score_key, term.quantity),
        values_th=places_th(places) + ("" if true is None else why[0].format(value=true)),
        values_en=places_en(places) + ("" if true is None else why[1].format(value=true)),
    )


def _printed(case: Case, term: Term, places: Sequence[Mention]) -> str:
    row = case.scores.get(term.score_key)
    value = None if row is None else getattr(row, term.quantity)
    return (
        places[0].value if value in (None, "") else plain(value) if isinstance(value, Decimal) else str(value)
    )


def _only_rounded(term: Term, places: Iterable[Mention]) -> bool:
    """97.4 beside 97.35: the others are the finest value, rounded. Truncation (97.3) is no rounding."""
    figures = [number(mention.value) for mention in places]
    known = [figure for figure in figures if figure is not None]
    if not is_number(term) or len(known) != len(figures):
        return False
    finest = max(known, key=places_of)
    return all(half_up(finest, places_of(figure)) == figure for figure in known)
