"""A member of a committee from the parts of a line or row: number, name, position, role, in this order.

A line is a member by what it ends with, its role: ``1.1 นายสมชาย ใจดี  ผู้อำนวยการกลุ่มอำนวยการ  ประธานคณะทำงาน``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.facts.committee.roles import WIDE_GAP, part_role, part_touching_role, words
from extractors.thai.digits import arabic
from extractors.thai.people import begins_with_title, people
from extractors.thai.text import clean

LONGEST_LINE = 300

_SEQ = re.compile(r"[\s\-–•●○/(]*(?P<seq>[0-9]{1,2}(?:\.[0-9]{1,3}){0,3})(?![0-9/])\s*[.)]?\s*(?=[^\W\d]|$)")
_CATCHWORD = re.compile(r"[\s\-–]*/.*(?:\.{2,}|…)\s*", re.DOTALL)
_NOTHING = re.compile(r"[\s\-–•●○.]*")


@dataclass(frozen=True, slots=True)
class Member:
    """A member as printed, the digits of ``seq`` Arabic; ``person`` is a body where nobody is named."""

    seq: str
    person: str
    position: str
    role: str
    page: int | None = None


def is_catchword(text: str) -> bool:
    """Whether the text only announces the next page: ``/3.8 นางสมหญิง...``."""
    return bool(_CATCHWORD.fullmatch(text))


def begins_member(text: str) -> bool:
    """Whether a line begins as members in a list do: with a number and a word, or with a person."""
    match = _SEQ.match(arabic(text))
    if match and text[match.end() :].strip():
        return True
    beginning = text[:LONGEST_LINE].lstrip(" -–•")
    if not begins_with_title(beginning):
        return False
    first = next(iter(people(beginning)), None)
    return first is not None and bool(first.title) and beginning.startswith(first.printed[:4])


def members_of_lines(lines: Sequence[str], page: int | None = None) -> list[Member]:
    """The member that the printed lines of one entry state; none without a role, or without a person or,
    after a number, a post before it (``1.5 ผู้อำนวยการกลุ่มทุกกลุ่ม``): duties end in such words too.

    The role stands at the end of the entry or, where a long position was wrapped, at the end of one of its
    lines. In a numbered entry with a person it may touch the position.
    """
    whole = " ".join(lines)
    if len(whole) > LONGEST_LINE or is_catchword(whole):
        return []
    before, role = part_role(whole)
    if not role:
        parted = [part_role(line) for line in lines]
        role = next((found for _, found in parted if found), "")
        before = " ".join(
            rest if found == role else line for line, (rest, found) in zip(lines, parted, strict=True)
        )
    somebody = any(person.title for person in people(before))
    if not role and somebody and _SEQ.match(arabic(before)):
        before, role = part_touching_role(whole)
    parts = WIDE_GAP.split(before)
    seq = _SEQ.match(arabic(parts[0]))
    if not role or not (somebody or (seq and parts[0][seq.end() :].startswith(words("posts")))):
        return []
    return members_of_parts(parts, role, page)


def members_of_parts(parts: Sequence[str], role: str, page: int | None = None) -> list[Member]:
    """The members of one row, whose columns but that of the role are ``parts``: all that its cell names.

    Without a role there must be a number or a person: any other text is no member.
    """
    filled = [part for part in parts if not _NOTHING.fullmatch(part)]
    if not filled:
        return []
    seq = _SEQ.match(arabic(filled[0]))
    name = filled[0][seq.end() :] if seq else filled[0]
    rest = filled[1:]
    if not name.strip() and rest:
        name, rest = rest[0], rest[1:]
    found = [person for person in people(name) if person.given_name]
    if not name.strip() or not (role or seq or found):
        return []
    number = seq["seq"] if seq else ""
    if not found:
        return [Member(number, _joined([name]), _joined(rest), _joined([role]), page)]
    numbers = [number, *[""] * len(found)]
    positions = [_joined([person.position, *rest]) for person in found]
    return [
        Member(number, person.person, position, _joined([role]), page)
        for number, person, position in zip(numbers, found, positions, strict=False)
    ]


def is_somebody(member: Member) -> bool:
    """Whether the member is a person with a title, or a post or body by its first words."""
    return any(person.title for person in people(member.person)) or member.person.startswith(words("posts"))


def continued(member: Member, parts: Sequence[str]) -> str:
    """The member's position with the text of a row that only goes on with it."""
    return _joined([member.position, *(part for part in parts if not _NOTHING.fullmatch(part))])


def _joined(parts: Sequence[str]) -> str:
    return " ".join(" ".join(clean(part).split()) for part in parts if part.strip())
