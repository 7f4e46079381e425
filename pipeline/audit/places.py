"""The places that state a figure, and the figures that they state differently."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from pipeline.audit.equations import Term
from pipeline.audit.rounding import plain
from schemas.report import Report
from schemas.rows import Mention, Score

Mentions = Mapping[Term, tuple[Mention, ...]]

PLACE = ("page", "table_no", "row_no", "bbox", "quote")
"""The fields that say where a figure stands."""


def is_number(term: Term) -> bool:
    return term.quantity not in ("grade", "result")


def number(text: str) -> Decimal | None:
    """The value of a mention, None where it is no number."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def mentions_of(report: Report) -> dict[Term, tuple[Mention, ...]]:
    """The mentions of each figure, in the order of the document."""
    grouped: dict[Term, list[Mention]] = {}
    for mention in report.mentions:
        grouped.setdefault(Term(mention.score_key, mention.quantity), []).append(mention)
    return {term: tuple(found) for term, found in grouped.items()}


def differing(mentions: Mentions, scores: Mapping[str, Score]) -> dict[Term, tuple[Mention, ...]]:
    """For each figure that is stated differently, the first mention of each value; 98 and 98.00 are the same.

    A row whose value no mention states counts as a place of its own.
    """
    found = {
        term: _one_of_each(term, stated, scores.get(term.score_key)) for term, stated in mentions.items()
    }
    return {term: places for term, places in found.items() if len(places) > 1}


def _one_of_each(term: Term, stated: tuple[Mention, ...], row: Score | None) -> tuple[Mention, ...]:
    first: dict[object, Mention] = {}
    for mention in stated:
        first.setdefault(number(mention.value) if is_number(term) else mention.value.strip(), mention)
    value = None if row is None else getattr(row, term.quantity)
    if row is not None and value not in (None, "") and value not in first:
        printed = plain(value) if isinstance(value, Decimal) else value
        where = {name: getattr(row, name) for name in PLACE}
        first[value] = stated[0].model_copy(update={"value": printed, "printed": printed, **where})
    return tuple(first.values())
