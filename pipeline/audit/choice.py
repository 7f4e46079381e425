"""Of the values that a report prints for a score, the one that the arithmetic proves.

Only a printed value can be chosen, and only where exactly one of them closes every equation; the row then
takes that mention's place too. Everything else stays as the extraction left it.
"""

from __future__ import annotations

from pipeline.audit.case import VALUES, Case
from pipeline.audit.equations import Term
from pipeline.audit.mentions import conflicts, proven
from pipeline.audit.places import PLACE, number
from schemas.report import Report
from schemas.rows import Score


def chosen(case: Case) -> Report:
    """The report with proven values in its scores; the same object where there is nothing to choose."""
    keys = {term.score_key for term in case.differing}
    chosen_rows = {key: _choose(case, case.scores[key]) for key in keys if key in case.scores}
    changes = {key: row for key, row in chosen_rows.items() if row is not case.scores[key]}
    if not changes:
        return case.report
    scores = tuple(changes.get(score.score_key, score) for score in case.report.scores)
    return case.report.model_copy(update={"scores": scores})


def _choose(case: Case, score: Score) -> Score:
    for quantity in VALUES:
        term = Term(score.score_key, quantity)
        if getattr(score, quantity) is None or not conflicts(case, term):
            continue
        value = proven(case, term)
        place = next((m for m in case.mentions[term] if value is not None and number(m.value) == value), None)
        if place is not None and value != getattr(score, quantity):
            where = {name: getattr(place, name) for name in PLACE}
            stated = sum(number(mention.value) == value for mention in case.mentions[term])
            score = score.model_copy(update={quantity: number(place.value), "mentions": stated, **where})
    return score
