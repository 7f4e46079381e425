"""One hostile cell must not stop a batch: every reading of a text is linear in its length, or nearly so."""

import pytest

from extractors.names import find_indicator, match_indicator, match_item, match_office
from extractors.thai.codes import indicator_code, indicator_codes, instrument, item_code, item_codes
from extractors.thai.dates import fiscal_years, period, thai_date
from extractors.thai.digits import baht, decimal, numbers
from extractors.thai.people import people
from extractors.thai.text import clean, skeleton, squeeze
from extractors.thai.units import units
from schemas.framework import framework

LENGTH = 30_000
"""A quadratic reading of so many letters takes minutes for the eight, a linear one a moment."""


@pytest.mark.parametrize("piece", ["-", "\n", ".", "(", "1,", "1. ", "และ", "ํ"])
def test_a_line_of_thousands_of_marks_is_read_at_once(piece: str) -> None:
    text = f"ก{piece * (LENGTH // len(piece))}ก"
    for read in (clean, squeeze, skeleton, numbers, decimal, baht, item_codes, item_code, indicator_code):
        read(text)
    for read in (indicator_codes, instrument, thai_date, fiscal_years, period, people, units, match_office):
        read(text)
    for match in (match_indicator, match_item, find_indicator):
        match(text, framework(2566))
