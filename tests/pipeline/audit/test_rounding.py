from decimal import Decimal

import pytest

from pipeline.audit.rounding import half_up, places_of


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("98.785", "98.79"), ("98.784999", "98.78"), ("0.005", "0.01"), ("27.845", "27.85"), ("100", "100.00")],
)
def test_halves_are_rounded_up_where_bankers_rounding_would_not(exact: str, rounded: str) -> None:
    assert str(half_up(Decimal(exact))) == rounded


def test_decimals_are_counted_as_printed() -> None:
    assert [places_of(Decimal(text)) for text in ("99.10", "98", "87.5", "1E+2")] == [2, 0, 1, 0]
