"""Amounts of money in a cell or line."""

from __future__ import annotations

from decimal import Decimal

from extractors.thai.digits import baht, numbers


def amount_thb(text: str) -> Decimal | None:
    """The baht of a text that is one amount (``5,000``) or states one (``จำนวน 5,000 บาท``); else None."""
    amount = baht(text)
    if amount is not None:
        return amount
    stated = numbers(text) if "บาท" in text else []
    return stated[0].value if len(stated) == 1 else None
