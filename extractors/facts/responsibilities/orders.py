"""Responsibility stated by person: ``1. นายสมชาย ใจดี นักประชาสัมพันธ์ รับผิดชอบข้อ O5 ข้อ O7 และข้อ O9``.

So orders give out items in their text. Only what is clear counts: the line begins with persons or known units, a
word of ``verbs.toml`` follows, and all the rest is codes beyond doubt, each alone or with the name of its item.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import get_args

from extractors.facts.items import Item, item_by_name, named
from extractors.facts.numbering import numbering
from extractors.facts.passages import Passage
from extractors.facts.responsibilities.assignees import Assignee, assignees
from extractors.facts.responsibilities.role_words import EDGES
from extractors.thai.codes import item_codes
from extractors.thai.digits import arabic
from extractors.thai.text import clean
from schemas.framework import Framework
from schemas.rows import Role

LONGEST_LINE = 400

_CODES = re.compile(r"(?:OIT|[OoОо๏0])[ .\-]?[0-9]{1,2}(?:\s*[-–—]\s*[0-9]{1,2})?(?![0-9])")


def spoken_of(passages: Iterable[Passage], framework: Framework) -> Iterator[tuple[Passage, Item, Role, Assignee]]:
    """Everybody and every item of all lines; the word for having items may begin the line below the person's."""
    above = ""
    for passage in passages:
        begins = passage.text.startswith(_shortest_verbs())
        text = f"{above} {passage.text}" if begins and above else passage.text
        for found in given_out(text, framework):
            yield (passage, *found)
        above = passage.text


def given_out(text: str, framework: Framework) -> list[tuple[Item, Role, Assignee]]:
    """Everybody and every item of a line that gives items to persons; ``[]`` for any other line."""
    if len(text) > LONGEST_LINE or not _may_hold_verb().search(text):
        return []
    plain = clean(text)
    number = numbering(plain)
    line = number.rest if number else plain
    for match in _verb().finditer(line):
        items = _items(arabic(line[match.end() :]), framework)
        found = assignees(line[: match.start()].strip(EDGES)) if items else []
        if found and all(each.is_clear for each in found):
            role: Role = next(role for role in get_args(Role) if role == match.lastgroup)
            return [(item, role, who) for who in found for item in items]
    return []


def _items(text: str, framework: Framework) -> list[Item]:
    """The items of a text that is nothing but their list, ``[]`` for any other text."""
    codes = item_codes(text)
    listed = re.split("|".join(map(re.escape, _words()["ends"])), text, maxsplit=1)[0]
    if not codes or item_codes(listed) != codes:
        return []
    said = [_without_joints(piece) for piece in _CODES.split(listed)]
    names = [match.code if (match := item_by_name(piece, framework)) else "" for piece in said if piece]
    return [named(code, "", framework) for code in codes] if all(name in codes for name in names) else []


def _without_joints(piece: str) -> str:
    """What a piece beside a code says of its own: the name of an item, or nothing."""
    joints = _joints().search(piece)
    return (piece[: joints.start()] if joints else piece).strip(EDGES)


@cache
def _joints() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _words()["between"]))
    return re.compile(rf"(?:{words}|[\s,;:/().–—-])+\Z")


@cache
def _verb() -> re.Pattern[str]:
    """A pattern for any word for having items; the group that matched is the role."""
    return re.compile("|".join(f"(?P<{role}>{'|'.join(map(re.escape, _words()[role]))})" for role in get_args(Role)))


@cache
def _shortest_verbs() -> tuple[str, ...]:
    """Those of the words that hold no other: where none of them stands, none of all does."""
    every = [word for role in get_args(Role) for word in _words()[role]]
    return tuple(word for word in every if not any(other != word and other in word for other in every))


@cache
def _may_hold_verb() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _shortest_verbs())))


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(files("extractors.facts.responsibilities").joinpath("verbs.toml").read_text(encoding="utf-8"))
