"""The people and bodies that a cell of a role names, with what the columns beside it say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.thai.people import Person, people
from extractors.thai.text import clean
from extractors.thai.units import units

_BULLET = re.compile(r"(?:^|\s)[-–—•●]\s*(?=\S)")
_EVERYONE = re.compile(r"\S*(?:ทุกกลุ่ม|ทุกหน่วย|ทุกคน)\S*")
_GLUED = re.compile(r"(?P<family>.{2,}?)(?P<title>นางสาว|นาย|นาง)(?P<given>.{2,})")
ANY_TITLE = "นาย"


@dataclass(frozen=True, slots=True)
class Assignee:
    """A person, or a body (``person.title`` is then empty)."""

    person: Person
    position: str
    unit: str

    @property
    def is_clear(self) -> bool:
        """Whether it is surely somebody: a person with a title, or a unit of the office."""
        return bool(self.person.title or self.person.unit)


def assignees(text: str, position: str = "", unit: str = "") -> list[Assignee]:
    """Everybody that the text names. ``position`` and ``unit`` are the texts of columns beside it.

    A column of positions with as many lines as there are people gives each one his own; otherwise it is that
    of the only one, or of all. A column of units without people beside it names the units themselves.
    """
    found = list(_everybody(text)) or people(unit)
    lines = [line for line in clean(position).split("\n") if line.strip()]
    positions = lines if len(lines) == len(found) else [" ".join(lines)] * len(found)
    beside_unit = next(iter(units(unit)), "") if unit else ""
    return [
        Assignee(person, person.position or beside, person.unit or beside_unit or _unit_in(beside))
        for person, beside in zip(found, positions, strict=True)
    ]


def joined(before: str, after: str) -> str:
    """A cell's text with that of the row that goes on with it; a name that a page end cut is whole again.

    ``นางสาวสมหญิง เลิศ`` and ``ล้ำ ครู`` -> ``นางสาวสมหญิง เลิศล้ำ ครู``. Anything else begins a new line.
    """
    last = next(reversed(people(before)), None)
    ends_in_name = last is not None and bool(last.title) and not last.position
    more_of_name = not _BULLET.match(after) and not any(person.title for person in people(after)[:1])
    if last and ends_in_name and more_of_name and any(p.given_name for p in people(ANY_TITLE + after)[:1]):
        return before.rstrip() + ("" if last.family_name else " ") + after.lstrip()
    return f"{before}\n{after}"


def _unit_in(position: str) -> str:
    return next((unit for unit in units(position) if unit != position), "") if position else ""


def _everybody(text: str) -> Iterator[Person]:
    """The people of a cell; in a list with bullets one for each bullet, if need be without a title."""
    source = clean(text)
    pieces = [piece for piece in _BULLET.split(source) if piece.strip()]
    if not _BULLET.match(source) or len(pieces) < 2:
        pieces = [source]
    found = [people(piece) for piece in pieces]
    among_persons = any(person.title for row in found for person in row)
    for piece, row in zip(pieces, found, strict=True):
        untitled = _untitled(piece) if among_persons and not any(person.title for person in row) else None
        for person in [untitled] if untitled else row:
            for each in _unglued(person):
                yield from _apart(each)


def _untitled(piece: str) -> Person | None:
    """The person of a bullet without a title: a given and a family name, and a position after them."""
    person = next(iter(people(ANY_TITLE + piece)), None)
    if person is None or not (person.given_name and person.family_name and person.position):
        return None
    name = f"{person.given_name} {person.family_name}"
    return replace(person, printed=person.printed.removeprefix(ANY_TITLE), person=name, title="")


def _unglued(person: Person) -> list[Person]:
    """The two persons of ``นายสมชาย ใจดีนางมานี มีนา``, whom a lost space or line end has made one.

    A family name may hold the letters of a title: it is two persons only where a name follows, not a position.
    """
    glued = _GLUED.fullmatch(person.family_name)
    following = next(iter(people(ANY_TITLE + person.position)), None) if glued and person.position else None
    if glued is None or following is None or not following.given_name:
        return [person]
    first = f"{person.title}{person.given_name} {glued['family']}"
    return people(f"{first}\n{glued['title']}{glued['given']} {person.position}")


def _apart(person: Person) -> Iterator[Person]:
    """The person, and the body that stands where a position should: เจ้าหน้าที่ธุรการทุกกลุ่ม is no one's."""
    everyone = _EVERYONE.search(person.position) if person.title else None
    if everyone is None:
        yield person
        return
    position = person.position[: everyone.start()].strip()
    body = person.position[everyone.start() :].strip()
    printed = re.sub(r"\s+", " ", person.printed).removesuffix(body).strip()
    yield replace(person, printed=printed, position=position, unit=_unit_in(position))
    yield from people(body)
