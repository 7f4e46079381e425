"""Rounding as the assessment does it: half up, two places (confirmed on the printed totals of 2564-2566)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

PLACES = 2


def half_up(value: Decimal, places: int = PLACES) -> Decimal:
    """``value`` rounded half away from zero: 98.785 -> 98.79 for 2 ``places``, 2.5 -> 3 for 0."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def places_of(value: Decimal) -> int:
    """Decimals as printed: ``99.10`` has 2, ``98`` has 0."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain(value: Decimal) -> str:
    """The value as a person would print it, never in powers of ten."""
    return format(value, "f")
