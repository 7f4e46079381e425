"""Persons of a cell: where each begins, what is name and what is position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.thai.people.bodies import bodies, is_body, trim
from extractors.thai.people.person import Person
from extractors.thai.people.vocabulary import LETTERS, title_pattern, words
from extractors.thai.text import clean
from extractors.thai.units import units

_NAME_WORD = re.compile(rf"\s*(?P<word>[ก-ฮเ-ไ\u0e81-\u0eae\u0ec0-\u0ec4]{LETTERS}*)")
_TOUCHED = re.compile(rf"{LETTERS}\Z")
_MAY_TOUCH = re.compile(r"(?:และ|กับ|ที่|ได้แก่|คือ|โดย)\Z")
LONGEST_BEFORE = 10
"""How much of what stands before a title decides whether it may touch it."""

_TELEPHONE = re.compile(r"\s*(?:โทร(?:ศัพท์|\.)?|เบอร์|มือถือ)[^ก-ฮ]*$|\s*0[0-9๐-๙][0-9๐-๙ \-]{6,}$")
_AND_AT_END = re.compile(r"(?:และ|ร่วมกับ)\Z")
_OF = re.compile(r"\s*ณ\s+")


def people(text: str) -> list[Person]:
    """Everybody that a cell names, in order; ``[]`` for an empty cell or a dash.

    Persons may stand on lines, after bullets, numbers or commas, or follow each other with nothing but the
    next title between. What follows a name up to there is the position, also in brackets or on the next line.
    """
    source = clean(text)
    titles = list(_titles(source))
    ends = [*(title.start() for title in titles), len(source)]
    found = bodies(source[: ends[0]])
    for title, end in zip(titles, ends[1:], strict=True):
        found.extend(_person(source, title, end))
    return found


def begins_with_title(text: str) -> bool:
    """Whether the text begins with a title: a quick look before ``people`` reads it."""
    return title_pattern().match(text) is not None


def _titles(source: str) -> Iterator[re.Match[str]]:
    """Every title that a name follows."""
    for match in title_pattern().finditer(source):
        if source.startswith(words().not_titles, match.start()):
            continue
        before = source[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        touches = _TOUCHED.search(before) and not _MAY_TOUCH.search(before)
        if touches and len(match[0]) < len("นางสาว"):
            continue
        if _NAME_WORD.match(source, match.end()):
            yield match


def _person(source: str, title: re.Match[str], end: int) -> list[Person]:
    given, family, position_start = _name(source, title.end(), end)
    rest = source[position_start:end]
    lines = rest.split("\n")
    own = next((i for i, line in enumerate(lines) if is_body(line, is_first=i == 0)), len(lines))
    position = _position(" ".join(lines[:own]))
    printed_title = re.sub(r"ว่าที่(?=[ก-ฮ]\.)", "ว่าที่ ", re.sub(r"\s+", "", title[0]))
    printed_end = position_start + len("\n".join(lines[:own]))
    name = " ".join(filter(None, (given, family)))
    person = Person(
        printed=trim(source[title.start() : printed_end]),
        person=f"{printed_title}{name}",
        title=printed_title,
        given_name=given,
        family_name=family,
        position=position,
        unit=next((unit for unit in units(position) if unit != position), "") if position else "",
    )
    return [person, *bodies("\n".join(lines[own:]))]


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
    touching = words().touching.search(word, 2)
    if touching:
        return word[: touching.start()], match.start("word") + touching.start(), True
    joined = _AND_AT_END.search(word)
    if joined and match.end() == len(source[:end].rstrip()) and joined.start() > 1:
        return word[: joined.start()], match.end(), True
    return word, match.end(), False


def _begins_position(source: str, match: re.Match[str]) -> bool:
    return source.startswith(words().positions, match.start("word"))


def _position(rest: str) -> str:
    inner = re.fullmatch(r"[\s,\-–]*\((.*)\)[\s,.]*(?:[0-9๐-๙]{1,2}\s?[.)])?\s*", rest, re.DOTALL)
    position = re.sub(r"^ตำแหน่ง\s*[:\-]?\s*", "", trim(inner[1] if inner else rest))
    position = trim(_TELEPHONE.sub("", position))
    if position.count("(") < position.count(")"):
        position = position.lstrip(")").strip()
    return re.sub(r"\s+", " ", position)
