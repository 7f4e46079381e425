"""Numbers of lists as reports print them (``1.``, ``(๑)``, ``1.2``, ``ขั้นตอนที่ 1``), and lists in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.thai.digits import arabic

BULLETS = "-–—•●○◦▪■*·"

_LEADING = re.compile(
    rf"[\s{re.escape(BULLETS)}]*"
    r"(?P<word>(?:ขั้นตอน|ขั้น|ข้อ|กิจกรรม|แนวทาง|มาตรการ|วิธี)\s?ที่\s*)?"
    r"(?P<open>\()?(?P<number>[0-9]{1,2}(?:\s?\.\s?[0-9]{1,2}){0,3})(?![0-9,/:])\s?(?P<close>[.)]*)\s*"
)
_NO_NUMBER_AFTER = re.compile(r"(?:เขต|ที่|ข้อ|ชั้น|ปี|ครั้ง|รอบ|ไตรมาส|หมู่|พ\.ศ\.|ระดับ|จำนวน|ละ|โทร\.?|มาตรา) *\Z")
_UNIT_AFTER = re.compile(r"(?:บาท|คน|ล้าน|น\.|ชั่วโมง|วัน(?!ที่)|ปี|เดือน|%|เปอร์เซ็นต์)")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number that a line begins with. ``parts`` is (2,) for ``2.`` and (2, 1) for ``2.1``.

    ``style`` tells lists apart that stand inside one another: ``N.``, ``N)``, ``(N)``, ``N.N`` or a word.
    ``rest`` is the line without its number.
    """

    printed: str
    style: str
    parts: tuple[int, ...]
    rest: str

    @property
    def top(self) -> int:
        """The number where it is a plain one, 0 for ``2.1``."""
        return self.parts[0] if len(self.parts) == 1 else 0

    def follows(self, other: Numbering) -> bool:
        """Whether this is the next number of the same list."""
        return self.style == other.style and self.parts == (*other.parts[:-1], other.parts[-1] + 1)


@lru_cache(maxsize=4096)
def numbering(text: str) -> Numbering | None:
    """The list number that the text begins with; None for a year, a date, an amount or a bare figure."""
    plain = arabic(text)
    match = _LEADING.match(plain)
    if match is None or not text[match.end() :].strip():
        return None
    parts = tuple(int(part) for part in match["number"].split("."))
    word, opened, closed = match["word"] or "", match["open"] or "", match["close"]
    if opened and ")" not in closed:
        return None
    if not closed and not word and (len(parts) == 1 or _UNIT_AFTER.match(text[match.end() :])):
        return None
    if len(parts) > 1:
        style = "N.N"
    elif word:
        style = word.strip()
    else:
        style = f"{opened}N{')' if ')' in closed else '.'}"
    return Numbering(match["number"].replace(" ", ""), style, parts, text[match.end() :])


def without_bullet(text: str) -> str:
    """The text without a bullet before it."""
    return text.strip().lstrip(BULLETS).strip()


def listed(text: str) -> list[tuple[str, str]]:
    """The (number, text) of a list that stands in one text, ``[]`` when there is none.

    The list begins at the first ``1``; each next number must follow in order and in the same style, with or
    without a space after it and in the middle of a line as well. Where no plain list is found, a list of
    sub-points (``2.1``, ``2.2``) counts.
    """
    plain = arabic(text)
    for style, first in (("{}.", "1"), ("{})", "1"), ("({})", "1")):
        starts = _run(plain, style, first, 1)
        if len(starts) > 1 or (starts and not plain[: starts[0][0]].strip(f" \n{BULLETS}")):
            return _cut(text, starts)
    sub = re.search(r"(?<![0-9.,])([1-9][0-9]?)\.1(?![0-9,])", plain)
    if sub:
        starts = _run(plain, sub[1] + ".{}", "1", 1)
        if len(starts) > 1:
            return _cut(text, starts)
    return []


def last_number(text: str) -> tuple[int, int]:
    """(how many, the last number) of the plain list in the text; (0, 0) when it holds none.

    A text may begin in the middle of a list: ``7. ... 8. ...`` gives (2, 8).
    """
    plain = arabic(text)
    lead = numbering(text)
    if lead is not None and lead.top:
        style = {"N.": "{}.", "N)": "{})", "(N)": "({})"}.get(lead.style, "")
        starts = _run(plain, style, str(lead.top), lead.top) if style else []
        if starts:
            return len(starts), lead.top + len(starts) - 1
    steps = listed(text)
    return (len(steps), int(arabic(steps[-1][0]).split(".")[-1])) if steps else (0, 0)


def _run(plain: str, style: str, first: str, number: int) -> list[tuple[int, int, str]]:
    """(start, end, number) of each marker of a list of this style in order, from ``number`` on."""
    found: list[tuple[int, int, str]] = []
    position = 0
    while marker := _marker(plain, style.format(number), position):
        found.append((*marker, style.format(number).strip(".()")))
        position = marker[1]
        number += 1
    return found


def _marker(plain: str, marker: str, position: int) -> tuple[int, int] | None:
    spaced = re.escape(marker).replace(r"\.", r"\s?\.").replace(r"\)", r"\s?\)")
    after = r"(?![0-9])" if marker.endswith((".", ")")) else r"(?![0-9,])[.)]?"
    pattern = re.compile(rf"(?<![0-9.,/(:]){spaced}{after}\s*(?=\S)")
    while match := pattern.search(plain, position):
        before = plain[: match.start()]
        if not _NO_NUMBER_AFTER.search(before) and not re.search(r"[0-9A-Za-z]\Z", before):
            return match.start(), match.end()
        position = match.end()
    return None


def _cut(text: str, starts: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    cut = [(number, text[begin:end].strip()) for (_, begin, number), end in zip(starts, ends, strict=True)]
    return [(number, words.rstrip(BULLETS).strip()) for number, words in cut if words]
