"""Codes of indicators and sub-indicators: ``ตัวชี้วัดที่ 6`` -> ``6``, ``ตัวชี้วัดย่อยที่ 10.2`` -> ``10.2``."""

from __future__ import annotations

import re

from extractors.thai.digits import arabic

_WORD = r"(?:ตัวชี้วัด(?:ย่อย|หลัก)?|ตชว\.?|ด้าน)\s*(?:ที่)?"
_NUMBER = r"(?P<no>10|[1-9])(?:\s?\.\s?(?P<sub>[1-9]))?(?![0-9]|[.,][0-9])"
_SEVERAL = re.compile(r"\s*(?:[-–—,/]|ถึง|และ)\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*[0-9]")
_WITH_WORD = re.compile(rf"\W*(?:[0-9]+[.)]\s*)?{_WORD}\s*[(:]?\s*{_NUMBER}")
_ALONE = re.compile(rf"[\s(\[]*(?:ที่\s*)?{_NUMBER}\s*[.):\]]*\s*")
_NUMBER_AND_NAME = re.compile(
    r"\s*(?P<no>10|[1-9])(?:\.(?P<sub>[1-9])(?![0-9.,])[.)]?|[.)])\s*(?=[ก-๙A-Za-z])"
)
_LIST = re.compile(
    rf"{_WORD}\s*(?P<list>[0-9][0-9.,\s\-–—/)]*(?:(?:และ|ถึง)\s*(?:{_WORD})?\s*[0-9.]+)*)"
)
_PART = re.compile(r"(?<![0-9.])(?P<no>10|[1-9])(?:\.(?P<sub>[1-9]))?(?![0-9])")


def indicator_code(text: str) -> str | None:
    """The one indicator or sub-indicator a heading or cell begins with, ``6`` or ``9.1``; else None.

    ``ตัวชี้วัดที่ 6 ...``, ``ตัวชี้วัด 6)``, ``ด้านที่ 6``, ``๖``, ``6. คุณภาพ...``, ``ตัวชี้วัดย่อยที่ 10.2``. A
    number without the word is a number of a list as well: the caller compares the name. ``I6`` is a question
    of the internal survey (i1-i30), not indicator 6, and ``O6`` is an item.
    """
    plain = arabic(text)
    match = _WITH_WORD.match(plain) or _ALONE.fullmatch(plain) or _NUMBER_AND_NAME.match(plain)
    if match is None or _SEVERAL.match(plain, match.end()):
        return None
    return _code(match)


def indicator_codes(text: str) -> tuple[str, ...]:
    """Every indicator that running text names: ``ตัวชี้วัดที่ 6, 7 และ 8`` -> 6, 7, 8."""
    codes: dict[str, None] = {}
    for mention in _LIST.finditer(arabic(text)):
        last_end, last_no = 0, 0
        for part in _PART.finditer(mention["list"]):
            between = mention["list"][last_end : part.start()].strip()
            if last_no and not part["sub"] and between in {"-", "–", "—", "ถึง"}:
                codes.update(dict.fromkeys(str(no) for no in range(last_no + 1, int(part["no"]))))
            codes[_code(part)] = None
            last_end, last_no = part.end(), 0 if part["sub"] else int(part["no"])
    return tuple(codes)


def _code(match: re.Match[str]) -> str:
    return f"{match['no']}.{match['sub']}" if match["sub"] else match["no"]
