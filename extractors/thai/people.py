"""Persons and bodies in a cell of those responsible, with title, given and family name, position and unit.

Names are copied as printed and never spell-corrected.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.thai.text import clean
from extractors.thai.units import units

_LETTERS = "[ก-ฮะ-ฺเ-ๅ็-๎\u0e81-\u0ecd]"  # with the Lao letters that OCR takes for Thai ones
_BULLET = r"(?:^|(?<=\s))(?:[-–—•●*]|[0-9๐-๙]{1,2}\s?[.)](?![0-9๐-๙]))\s*"
_BREAKS = re.compile(rf"\n|;|●|•|{_BULLET}|,\s*|\s+และ\s*(?=กลุ่ม|หน่วย|ทุก|ผู้|เจ้าหน้าที่|ผอ\.|คณะ)", re.MULTILINE)
_EDGE = re.compile(rf"^(?:\s|[-–—,;:/()•●]|และ(?!\S*์)|[0-9๐-๙]{{1,2}}\s?[.)]\s)+|(?:\s|[-–—,;:/(•●]|(?:^|\s)[0-9๐-๙]{{1,2}}\s?[.)])+$")
_AND_AT_END = re.compile(r"(?:\s*(?:และ|กับ|ร่วมกับ|หรือ))+\s*$")
_NAME_WORD = re.compile(rf"\s*(?P<word>{_LETTERS}+)")
_TELEPHONE = re.compile(r"\s*(?:โทร(?:ศัพท์|\.)?|เบอร์|มือถือ)[^ก-ฮ]*$|\s*0[0-9๐-๙][0-9๐-๙ \-]{6,}$")
_OF = re.compile(r"\s*ณ\s+")


@dataclass(frozen=True, slots=True)
class Person:
    """One person, or one body (``person`` is then its words and ``title`` is empty).

    ``printed`` is the piece of the cell; ``person`` the title and name with plain spaces (``นายสมชาย ใจดี``);
    ``unit`` the first unit of the area office that the position names, normalised.
    """

    printed: str
    person: str
    title: str = ""
    given_name: str = ""
    family_name: str = ""
    position: str = ""
    unit: str = ""


def people(text: str) -> list[Person]:
    """Everybody that a cell names, in order; ``[]`` for an empty cell or a dash.

    Persons may stand on lines, after bullets, numbers or commas, or follow each other with nothing but the next
    title between. What follows a name up to there is the position, also in brackets or on the next line.
    """
    source = clean(text)
    titles = list(_titles(source))
    ends = [*(title.start() for title in titles), len(source)]
    found = _bodies(source[: ends[0]])
    for title, end in zip(titles, ends[1:], strict=True):
        found.extend(_person(source, title, end))
    return found


def _titles(source: str) -> Iterator[re.Match[str]]:
    """Every title that a name follows."""
    for match in _title_pattern().finditer(source):
        if source.startswith(_words().not_titles, match.start()):
            continue
        before = source[: match.start()]
        touches = re.search(rf"{_LETTERS}$", before) and not re.search(r"(?:และ|กับ|ที่|ได้แก่|คือ|โดย)$", before)
        if touches and len(match[0]) < len("นางสาว"):
            continue
        if _NAME_WORD.match(source, match.end()):
            yield match


def _person(source: str, title: re.Match[str], end: int) -> list[Person]:
    given, family, position_start = _name(source, title.end(), end)
    rest = source[position_start:end]
    lines = rest.split("\n")
    bodies = next((i for i, line in enumerate(lines) if _is_body(line, is_first=i == 0)), len(lines))
    position = _position(" ".join(lines[:bodies]))
    words = re.sub(r"ว่าที่(?=[ก-ฮ]\.)", "ว่าที่ ", re.sub(r"\s+", "", title[0]))
    printed_end = position_start + len("\n".join(lines[:bodies]))
    name = " ".join(filter(None, (given, family)))
    person = Person(
        printed=_trim(source[title.start() : printed_end]),
        person=f"{words}{name}",
        title=words,
        given_name=given,
        family_name=family,
        position=position,
        unit=next((unit for unit in units(position) if unit != position), "") if position else "",
    )
    return [person, *_bodies("\n".join(lines[bodies:]))]


def _name(source: str, start: int, end: int) -> tuple[str, str, int]:
    """Given name, family name and where the words after them begin."""
    given, start, ended = _name_word(source, start, end)
    if ended:
        return given, "", start
    particle = _OF.match(source, start, end)
    family, after, _ = _name_word(source, particle.end() if particle else start, end)
    if not family:
        return given, "", start
    return given, f"ณ {family}" if particle else family, after


def _name_word(source: str, start: int, end: int) -> tuple[str, int, bool]:
    """The next word of a name, where it ends, and whether the name ends with it (a position touches it)."""
    match = _NAME_WORD.match(source, start, end)
    if match is None or (source[start : match.start("word")].count("\n") and _begins_position(source, match)):
        return "", start, True
    if _begins_position(source, match):
        return "", start, True
    word = match["word"]
    touching = _words().touching.search(word, 2)
    if touching:
        return word[: touching.start()], match.start("word") + touching.start(), True
    joined = _AND_AT_END.search(word)
    if joined and match.end() == len(source[:end].rstrip()) and joined.start() > 1:
        return word[: joined.start()], match.end(), True
    return word, match.end(), False


def _begins_position(source: str, match: re.Match[str]) -> bool:
    return source.startswith(_words().positions, match.start("word"))


def _position(rest: str) -> str:
    inner = re.fullmatch(r"[\s,\-–]*\((.*)\)[\s,.]*", rest, re.DOTALL)
    words = _trim(inner[1] if inner else rest)
    words = _trim(_TELEPHONE.sub("", re.sub(r"^ตำแหน่ง\s*[:\-]?\s*", "", words)))
    if words.count("(") < words.count(")"):
        words = words.lstrip(")").strip()
    return re.sub(r"\s+", " ", words)


def _is_body(line: str, *, is_first: bool) -> bool:
    """Whether a line after a person names a body: by its words, or by a bullet before a unit."""
    words = _trim(line)
    if words.startswith(_words().bodies):
        return True
    return not is_first and bool(re.match(_BULLET, line)) and bool(words)


def _bodies(text: str) -> list[Person]:
    """Bodies in words without persons, one for each line, bullet or comma."""
    pieces: list[str] = []
    for piece in _outside_brackets(text):
        words = _trim(piece)
        if not any(letter.isalpha() for letter in words):
            continue
        if pieces and re.match("กลุ่ม|หน่วย", words) and re.fullmatch(r"ผู้อำนวยการ|ผอ\.|หัวหน้า|เจ้าหน้าที่\S*", pieces[-1]):
            pieces[-1] += words
        else:
            pieces.append(words)
    return [Person(printed=words, person=words, unit=_unit_of_body(words)) for words in pieces]


def _unit_of_body(words: str) -> str:
    return next((unit for unit in units(words) if unit != words or unit.startswith(("กลุ่ม", "หน่วย", "ทุก"))), "")


def _outside_brackets(text: str) -> Iterable[str]:
    """Pieces between the breaks that are not inside brackets; a body after a body begins a piece too."""
    start = 0
    for match in _BREAKS.finditer(text):
        inside = text.count("(", start, match.start()) > text.count(")", start, match.start())
        if not inside:
            yield from _words().next_body.split(text[start : match.start()])
            start = match.end()
    yield from _words().next_body.split(text[start:])


def _trim(words: str) -> str:
    return _EDGE.sub("", _AND_AT_END.sub("", _EDGE.sub("", words))).strip()


@dataclass(frozen=True, slots=True)
class _Words:
    positions: tuple[str, ...]
    touching: re.Pattern[str]
    bodies: tuple[str, ...]
    not_titles: tuple[str, ...]
    next_body: re.Pattern[str]


@cache
def _words() -> _Words:
    entries = {**_read("positions.toml"), **_read("titles.toml")}
    strong = sorted(entries["positions"], key=len, reverse=True)
    return _Words(
        positions=(*strong, *entries["positions_apart"]),
        touching=re.compile("|".join(map(re.escape, strong))),
        bodies=tuple(entries["bodies"]),
        not_titles=tuple(entries["not_titles"]),
        next_body=re.compile(rf"(?<=ทุกกลุ่ม)\s+(?={_LETTERS})|(?<=ทุกหน่วย)\s+(?={_LETTERS})|(?<=/หน่วย)\s+(?={_LETTERS})"),
    )


@cache
def _title_pattern() -> re.Pattern[str]:
    """One or more titles: ``นาย``, ``ว่าที่ ร้อยตรีหญิง``, ``ผศ. ดร.``"""
    spelled = (
        r"\s*".join(re.escape(part).replace(r"\.", r"\.\s?") for part in title.split())
        for title in sorted(_read("titles.toml")["titles"], key=len, reverse=True)
    )
    one = "|".join(spelled)
    return re.compile(rf"(?:{one})(?:\s*(?:{one}))*")


@cache
def _read(name: str) -> dict[str, list[str]]:
    return tomllib.loads(files("extractors.thai").joinpath(name).read_text(encoding="utf-8"))
