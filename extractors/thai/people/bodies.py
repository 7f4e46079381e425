"""Bodies instead of persons (``ผู้อำนวยการกลุ่มทุกกลุ่ม``), and the trimming of what stands in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.thai.edges import strip_edges
from extractors.thai.people.person import Person
from extractors.thai.people.vocabulary import words
from extractors.thai.units import units

_NUMBER = r"[0-9๐-๙]{1,2}\s?[.)]"
_BULLET = re.compile(rf"(?:^|(?<=\s))(?:[-–—•●*]|{_NUMBER}(?![0-9๐-๙]))\s*", re.MULTILINE)
_BREAKS = re.compile(
    rf"\n|;|●|•|{_BULLET.pattern}|,\s*|\s+และ\s*(?=กลุ่ม|หน่วย|ทุก|ผู้|เจ้าหน้าที่|ผอ\.|คณะ)", re.MULTILINE
)
_MARKS = " \n-–—,;:/(•●*"
_HEAD_OF_UNIT = re.compile(r"ผู้อำนวยการ|ผอ\.|หัวหน้า|เจ้าหน้าที่\S*")


def bodies(text: str) -> list[Person]:
    """Bodies in words without persons, one for each line, bullet or comma."""
    pieces: list[str] = []
    for piece in _outside_brackets(text):
        body = trim(piece)
        if not any(letter.isalpha() for letter in body):
            continue
        if pieces and body.startswith(("กลุ่ม", "หน่วย")) and _HEAD_OF_UNIT.fullmatch(pieces[-1]):
            pieces[-1] += body
        else:
            pieces.append(body)
    return [Person(printed=body, person=body, unit=_unit_of(body)) for body in pieces]


def is_body(line: str, *, is_first: bool) -> bool:
    """Whether a line after a person names a body: by its words, or by a bullet before it."""
    body = trim(line)
    if body.startswith(words().bodies):
        return True
    return not is_first and bool(body) and bool(_BULLET.match(line))


def trim(piece: str) -> str:
    """The piece without bullets, numbers, dashes and connecting words at its edges."""
    return strip_edges(piece, _MARKS, closing=")")


def _unit_of(body: str) -> str:
    names = units(body)
    return next((name for name in names if name != body or name.startswith(("กลุ่ม", "หน่วย", "ทุก"))), "")


def _outside_brackets(text: str) -> Iterator[str]:
    """Pieces between the breaks that are not inside brackets; a body after a body begins a piece too."""
    start = 0
    for match in _BREAKS.finditer(text):
        inside = text.count("(", start, match.start()) > text.count(")", start, match.start())
        if not inside:
            yield from words().next_body.split(text[start : match.start()])
            start = match.end()
    yield from words().next_body.split(text[start:])
