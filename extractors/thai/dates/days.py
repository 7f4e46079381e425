"""Days and months as Thai prints them: ``20 มิถุนายน 2566``, ``๑ ต.ค. ๖๕``, ``1-16 มิ.ย. 66``."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass

from extractors.thai.digits import arabic
from extractors.thai.text import clean

CE_TO_BE = 543

_FULL = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
         "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม")  # fmt: skip
_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
MONTHS = _FULL + _SHORT
_NUMBER_OF = {name.replace(".", ""): i % 12 + 1 for i, name in enumerate(MONTHS)}

# The last point may be missing (ต.ค 65). "ก.ค.ศ." and "สำนักงาน ก.พ.ร." are bodies, not months.
_SHORT_FORMS = "|".join(r"\.\s?".join(map(re.escape, name.rstrip(".").split("."))) for name in _SHORT)
MONTH = (
    rf"(?:{'|'.join(_FULL)}"
    rf"|(?:(?<![ก-๙.])|(?<=เดือน)|(?<=ถึง)|(?<=ที่))(?:{_SHORT_FORMS})(?:\.|(?![ก-๙]))(?![ก-ฮ](?:[.\s]|$)))"
)
_YEAR = (
    r"(?:\s*(?:พ\.?\s?ศ\.?|ปี(?!งบ|\s?พ)(?:\s*พ\.\s?ศ\.)?)?\s*(?P<be>2[45][0-9]{2}|[4-9][0-9])"
    r"|\s*(?:ค\.?\s?ศ\.?)?\s*(?P<ce>20[0-9]{2}))(?![0-9]|[.,][0-9])"
)
_DAY = r"(?<![0-9./,])(?P<day>[0-9]{1,2})"
_TO = r"\s*(?:[-–—]|ถึง(?:วันที่)?)\s*"
_POINT = re.compile(
    rf"(?:(?:{_DAY}{_TO})?(?<![0-9./])(?P<last>[0-9]{{1,2}})\s*)?(?:เดือน\s*)?(?P<month>{MONTH})(?:{_YEAR})?"
)
_NUMERIC = re.compile(
    r"(?<![0-9/.-])(?P<day>[0-9]{1,2})(?P<sep>[/.-])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>2[45][0-9]{2}|20[0-9]{2})"
    r"(?![0-9/-])"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a stretch of days inside one month (``first_day`` to ``day``), or a month without a day.

    ``year`` is Buddhist era, None where the text leaves it out. ``start``/``end`` are offsets.
    """

    month: int
    start: int
    end: int
    day: int | None = None
    first_day: int | None = None
    year: int | None = None


def points(plain: str) -> list[Point]:
    """Every date or month of a cleaned text with Arabic digits, in order."""
    found = []
    for match in _POINT.finditer(plain):
        year = int(match["be"]) if match["be"] else int(match["ce"]) + CE_TO_BE if match["ce"] else None
        found.append(
            Point(
                month=_NUMBER_OF[re.sub(r"[\s.]", "", match["month"])],
                start=match.start(),
                end=match.end(),
                day=int(match["last"]) if match["last"] else None,
                first_day=int(match["day"]) if match["day"] else None,
                year=2500 + year if year and year < 100 else year,
            )
        )
    return found


def iso(year_be: int, month: int, day: int | None, *, last: bool = False) -> str:
    """``YYYY-MM-DD`` (Gregorian); without a day the first of the month, or the last. ``""`` if impossible."""
    year = year_be - CE_TO_BE
    try:
        return datetime.date(year, month, day or (monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        return ""


def thai_date(text: str) -> str:
    """The first full date (day, month, year) of a text as ISO; ``""`` for none or an impossible one.

    Two-digit years are Buddhist (๖๕ = 2565). Numeric dates are day first, with a year of four digits.
    """
    plain = arabic(clean(text)).replace("\n", " ")
    for point in points(plain):
        if point.day is not None and point.year is not None:
            return iso(point.year, point.month, point.day)
    if match := _NUMERIC.search(plain):
        year = int(match["year"])
        return iso(year if year > 2400 else year + CE_TO_BE, int(match["month"]), int(match["day"]))
    return ""
