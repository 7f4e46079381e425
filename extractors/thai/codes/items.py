"""Codes of the items of the open data instrument in every spelling: ``O14``, ``๐14``, ``0๑๔``, ``OIT14``."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.thai.digits import arabic

HIGHEST_ITEM = 48  # the longest list of any year (FY 2562)

LETTERS_O = "OoΟοОоＯ๏"  # Latin, Greek, Cyrillic and full-width O, and the round mark OCR puts for it

_SEP = r"[ \n\-–.]{0,2}"
_WORD_BEFORE = r"(?<![0-9A-Za-z@_])(?<![A-Za-z][./])"
_NUMBER_BEFORE = r"(?<![0-9][.:/])"
_NUMBER_AFTER = r"(?![0-9A-Za-z]|[.:][0-9]|,(?!0)[0-9]{3}|\s?%)"
_NOT_TELEPHONE = r"(?!-(?!0[0-9]{2}(?![0-9\-]))[0-9]|\s?[0-9]{4}|\s(?!100|0)[0-9]{3}\s?[0-9]{3}|/[0-9])"
# Beyond doubt are (a) a letter O with a number, (b) OIT with a number, (c) a zero for the O with two digits.
# Doubtful are (d) a zero with one digit, which is also an ordinal, and (e) a number alone.
_CODE = re.compile(
    rf"(?=[{LETTERS_O}0-9]){_WORD_BEFORE}(?:"
    rf"[{LETTERS_O}]{_SEP}(?P<a>[0-9]{{1,3}})|[{LETTERS_O}0]IT{_SEP}(?P<b>[0-9]{{1,3}})"
    rf"|{_NUMBER_BEFORE}"
    rf"(?:0(?P<c>[0-9]{{2}}){_NOT_TELEPHONE}|0[ \-]?(?P<d>[0-9])|(?P<e>[0-9]{{1,2}})(?!/[0-9]))"
    rf"){_NUMBER_AFTER}"
)
_DIGIT = re.compile("[0-9]")
_JOINT = re.compile(r"\s*(?:(?P<range>[-–—−~]|ถึง(?:ข้อ)?(?:ที่)?)|,|/|และ(?:ข้อ)?|กับ|หรือ|\n|\s)\s*")
_CELL = re.compile(
    rf"\W*(?:ข้อ|ประเด็น|ตัวชี้วัด)?(?:ที่)?\s*(?:[{LETTERS_O}][ \-.]?|0[ \-]?)?(?P<number>[0-9]{{1,2}})\s*[.)\]]?\s*"
)
_BEFORE_CODE = re.compile(r"\W*(?:[0-9]{1,2}[.)]\s*)?(?:ข้อ|ประเด็น|ตัวชี้วัด(?:ย่อย)?|รหัส)?\s*(?:ที่)?\s*")


class _Found(NamedTuple):
    start: int
    end: int
    number: int
    kind: str


def item_code(text: str, *, bare: bool = False, highest: int = HIGHEST_ITEM) -> str | None:
    """The item that the text is, begins with, or names as the only one: ``O14``, ``๐14``, ``0๑๔``.

    ``bare=True`` is for a column that is known to hold item codes: there ``14``, ``๐๑`` and ``0 1`` count
    too. A text that names several is None, unless it begins with one (``O12 รายงานผล ... ตาม O11``).
    """
    plain = arabic(text)
    if bare and (cell := _CELL.fullmatch(plain)):
        return f"O{int(cell['number'])}" if 1 <= int(cell["number"]) <= highest else None
    found = _find(plain, bare=False, highest=highest)
    if len({code.number for code in found}) <= 1:
        return f"O{found[0].number}" if found else None
    lead = _BEFORE_CODE.match(plain)
    begins = lead is not None and lead.end() == found[0].start
    listed = _JOINT.fullmatch(plain, found[0].end, found[1].start)
    return f"O{found[0].number}" if begins and not listed else None


def item_codes(text: str, *, bare: bool = False, highest: int = HIGHEST_ITEM) -> tuple[str, ...]:
    """Every item a text names, in order and once each; ``O1 - O43`` and ``O1-43`` stand for all of theirs.

    ``๐๑`` counts only beside a code beyond doubt (``๐๑ - ๐๔๓``); ``bare=True`` lets plain numbers count.
    """
    plain = arabic(text)
    numbers: dict[int, None] = {}
    last = _Found(0, 0, highest, "")
    for code in _find(plain, bare=bare, highest=highest):
        joint = _JOINT.fullmatch(plain, last.end, code.start)
        if joint and joint["range"]:
            numbers.update(dict.fromkeys(range(last.number, code.number)))
        numbers[code.number] = None
        last = code
    return tuple(f"O{number}" for number in numbers)


def _find(plain: str, *, bare: bool, highest: int) -> list[_Found]:
    """What counts as a code; doubtful forms only where their neighbour is beyond doubt."""
    if not _DIGIT.search(plain):  # most words of a report
        return []
    found = []
    for match in _CODE.finditer(plain):
        kind = str(match.lastgroup)
        if 1 <= int(match[kind]) <= highest:
            found.append(_Found(match.start(), match.end(), int(match[kind]), kind))
    sure: list[bool] = []
    for i, code in enumerate(found):
        # "1,014" is a number, "๐๑๓,๐๑๔" are two items.
        touches = code.kind == "c" and plain[max(code.start - 1, 0) : code.start] in {",", "-", "–"}
        follows = bool(i) and found[i - 1].end == code.start - 1 and sure[i - 1]
        sure.append(bare or (code.kind in "abc" and (follows or not touches)))
    for i, code in enumerate(found):
        if not sure[i]:
            before = _JOINT.fullmatch(plain, found[i - 1].end, code.start) if i and sure[i - 1] else None
            sure[i] = _ends_range(before) or (code.kind == "d" and _before_a_sure_one(plain, found, sure, i))
    return [code for code, counts in zip(found, sure, strict=True) if counts]


def _ends_range(joint: re.Match[str] | None) -> bool:
    """A number without any O is an item only as the end of a range: ``O1-43``, but not ``O14 - 20 คะแนน``."""
    if joint is None or joint["range"] is None:
        return False
    return joint["range"] == joint[0] or len(joint["range"]) > 1


def _before_a_sure_one(plain: str, found: list[_Found], sure: list[bool], i: int) -> bool:
    if i + 1 == len(found) or not sure[i + 1]:
        return False
    joint = _JOINT.fullmatch(plain, found[i].end, found[i + 1].start)
    return bool(joint and joint[0].strip())
