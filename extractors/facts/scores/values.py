"""What a value cell states: a figure, a grade, a result, or a figure with its grade."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extractors.facts.scores.words import words
from extractors.thai.digits import arabic, decimal
from extractors.thai.text import clean, squeeze
from schemas.framework import framework, known_years

_FIGURE_AND_GRADE = re.compile(r"^(?P<figure>[\d.\s]+%?)[\s(/]*(?:ระดับ\s*)?(?P<grade>AA|[A-F])\s*\)?$")
_GRADE = re.compile(r"^(?:ระดับ\s*)?(AA|[A-F])(?:\s*[(（].*)?$")
_OUT_OF = re.compile(r"(?<=\d)\s*(?:คะแนน)?\s*/\s*(?P<full>\d{1,3})(?:\.00?)?(?:\s*คะแนน)?$")
_LEADING_WORDS = re.compile(r"^(?:ร้อยละ|คะแนน|เท่ากับ|ได้)\s*")


class Value(NamedTuple):
    amount: Decimal | None = None
    printed: str = ""
    grade: str = ""
    result: str = ""


def value_of(text: str) -> Value | None:
    """The value a cell holds and nothing else, None for words, dashes and empty cells."""
    plain = arabic(clean(text)).replace("\n", " ").strip(" *")
    if not plain:
        return None
    plain = _LEADING_WORDS.sub("", plain)
    if (full := _OUT_OF.search(plain)) and Decimal(full["full"]) in _full_scores():
        plain = plain[: full.start()]
    if (amount := decimal(plain)) is not None:
        return Value(amount=amount, printed=plain)
    if squeeze(plain) in words().results:
        return Value(result=plain, printed=plain)
    if (whole := squeeze(plain)) in words().grades:  # a narrow cell parts "A A"
        return Value(grade=whole, printed=whole)
    if grade := _GRADE.match(plain):
        return Value(grade=grade.group(1), printed=plain)
    if squeeze(plain) in words().grade_words:
        return Value(grade=plain, printed=plain)
    both = _FIGURE_AND_GRADE.match(plain)
    if both and (amount := decimal(both["figure"])) is not None:
        return Value(amount=amount, printed=both["figure"].strip(), grade=both["grade"])
    return None


@cache
def _full_scores() -> frozenset[Decimal]:
    """What a score may be out of: 100, or the weight of an instrument in any year's framework."""
    weights = (instrument.weight for year in known_years() for instrument in framework(year).instruments)
    return frozenset({Decimal(100), *weights})


def is_blank(text: str) -> bool:
    """Whether a cell states nothing: empty, or only dashes."""
    return not text.strip(" \t\n-–—.")
