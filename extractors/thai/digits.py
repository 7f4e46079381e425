"""Numbers as Thai reports print them: Thai or Arabic digits, commas, signs, percent, wrapped by a line end.

Nothing is guessed. A token that is not wholly a number (``9O.62``, ``1,23``, ``1.2.3``) is no number at all,
so that a misread digit becomes an absent value and not another one. Digits stay as printed: ``99.10`` is
``Decimal("99.10")``. Whether a number is a score, a year or a telephone is for the caller to know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_THAI_DIGIT = re.compile("[๐-๙]")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_DASHES = "−–—‐‑-"  # the hyphen last: these stand in character classes
_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
# "100 .00" can be nothing but a wrapped number; "99. 10" can also be a list number before a number, so in
# running text it counts only with two decimals and away from the beginning of a line (see `numbers`).
_FRACTION = r"(?:[ \n]?\.[0-9]+|[ \n]\.[ \n][0-9]+|\.[ \n][0-9]{2}(?![0-9]))"
_NUMBER = re.compile(
    rf"(?=[0-9+{_DASHES}])(?<![0-9A-Za-z])(?<![0-9],)(?<![0-9A-Za-z]\.)(?<![\s\[(]\.)(?<!^\.)"
    rf"(?P<sign>(?<![0-9A-Za-zก-๙.,)])[+{_DASHES}](?=[0-9]))?"
    rf"(?P<whole>{_WHOLE})(?P<fraction>{_FRACTION})?"
    rf"(?![0-9A-Za-z])(?!,[0-9])(?!\.[0-9A-Za-z])(?P<percent>\s?%)?"
)
_CELL = re.compile(
    rf"(?:ร้อยละ|คะแนน)?\s*(?P<sign>[+{_DASHES}])?\s*(?P<whole>{_WHOLE})(?:\s*\.\s*(?P<fraction>[0-9]+))?"
    rf"\s*(?:%|คะแนน|เปอร์เซ็นต์)?"
)
_BAHT = re.compile(r"(?:บาท(?:ถ้วน)?|\.\s?[-–]|฿)\Z")
_PERCENT_BEFORE = re.compile(r"ร้อยละ\s*$")


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text. ``printed`` is ``text[start:end]``, sign included, percent sign not.

    ``wrapped`` says that a space or line end stood inside it; ``percent`` that ``%`` follows or ``ร้อยละ``
    precedes.
    """

    value: Decimal
    printed: str
    start: int
    end: int
    percent: bool = False
    wrapped: bool = False


@lru_cache(maxsize=4096)  # several finders ask for the same words
def arabic(text: str) -> str:
    """The text with ๐-๙ as 0-9 and nothing else changed, so that offsets stay."""
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def numbers(text: str) -> list[Number]:
    """Every number of a running text, in order, with its place.

    A dash is a sign only where it touches the number and nothing touches it from the left: ``-1.63`` and
    ``90.95 -1.63``, but not ``1-16`` or ``ม.ค.-9``.
    """
    found = []
    plain = arabic(text)
    position = 0
    while match := _NUMBER.search(plain, position):
        fraction = match["fraction"] or ""
        end = match.end("fraction") if fraction else match.end("whole")
        if fraction[1:2].isspace() and _begins_line(plain, match.start()):
            fraction, end = "", match.end("whole")
        position = max(end, match.start() + 1)
        found.append(
            Number(
                value=_value(match["sign"], match["whole"], fraction),
                printed=text[match.start() : end],
                start=match.start(),
                end=end,
                percent=bool(match["percent"]) or bool(_PERCENT_BEFORE.search(plain, 0, match.start())),
                wrapped=any(c.isspace() for c in fraction),
            )
        )
    return found


def decimal(text: str) -> Decimal | None:
    """The value of a cell that is only a number, with optional sign, %, ร้อยละ or คะแนน; else None.

    ``""``, ``"-"`` and ``"เต็ม 100"`` are None, and so is every cell with a letter among its digits.
    """
    match = _CELL.fullmatch(arabic(text).replace("\u200b", "").strip())
    if match is None:
        return None
    return _value(match["sign"], match["whole"], "." + match["fraction"] if match["fraction"] else "")


def baht(text: str) -> Decimal | None:
    """The value of a cell that is only an amount of money (``12,000 บาท``, ``12,000.-``); else None."""
    return decimal(_BAHT.sub("", text.strip()))


def _begins_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _value(sign: str | None, whole: str, fraction: str) -> Decimal:
    minus = "-" if sign and sign in _DASHES else ""
    return Decimal(minus + whole.replace(",", "") + "".join(fraction.split()))
