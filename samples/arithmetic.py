"""A year of made-up scores that obeys the frameworks since FY 2563: samples are wrong only on purpose."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from statistics import mean

from samples.parts import Fact

INSTRUMENTS = {"IIT": (30, "12345"), "EIT": (30, "678"), "OIT": (40, ("9", "10"))}
SUBINDICATORS = ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2")
NAMES = {
    "1": "การปฏิบัติหน้าที่",
    "2": "การใช้งบประมาณ",
    "3": "การใช้อำนาจ",
    "4": "การใช้ทรัพย์สินของราชการ",
    "5": "การแก้ไขปัญหาการทุจริต",
    "6": "คุณภาพการดำเนินงาน",
    "7": "ประสิทธิภาพการสื่อสาร",
    "8": "การปรับปรุงระบบการทำงาน",
    "9": "การเปิดเผยข้อมูล",
    "10": "การป้องกันการทุจริต",
}


def half_up(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def less(score: str, before: str) -> str:
    """The signed difference, as the table of past years prints it."""
    return f"{Decimal(score) - Decimal(before):+}"


def a_year(indicators: str, subindicators: str) -> dict[str, str]:
    """All scores of a year by code, from those of indicators 1-8 and of sub-indicators 9.1-9.5, 10.1, 10.2.

    ``IIT``, ``EIT``, ``OIT`` are weighted points; ``IIT%`` and so on the scores out of 100 they are made of.
    """
    year = {str(number): score for number, score in enumerate(indicators.split(), 1)}
    year |= dict(zip(SUBINDICATORS, subindicators.split(), strict=True))
    for code in ("9", "10"):
        parts = [Decimal(year[name]) for name in SUBINDICATORS if name.startswith(f"{code}.")]
        year[code] = half_up(mean(parts))
    for code, (weight, indicators_of) in INSTRUMENTS.items():
        score = mean(Decimal(year[indicator]) for indicator in indicators_of)
        year[f"{code}%"], year[code] = half_up(score), half_up(score * weight / 100)
    year["ITA"] = half_up(sum((Decimal(year[code]) for code in INSTRUMENTS), Decimal(0)))
    return year


def stated(
    fiscal_year: int, year: dict[str, str], codes: str, grade: str = "", subject: str = "office"
) -> list[Fact]:
    """The scores of these codes as facts; ``grade`` is that of ``ITA``; instruments are weighted points."""
    return [
        {
            "fiscal_year": fiscal_year,
            "subject": subject,
            "level": level(code),
            "code": code,
            "weighted_score" if code in INSTRUMENTS else "score": year[code],
            **({"grade": grade} if code == "ITA" and grade else {}),
        }
        for code in codes.split()
    ]


def level(code: str) -> str:
    if code == "ITA":
        return "overall"
    if code in INSTRUMENTS:
        return "instrument"
    if code.startswith("O"):
        return "item"
    return "subindicator" if "." in code else "indicator"
