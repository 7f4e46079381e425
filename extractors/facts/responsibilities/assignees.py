"""The people and bodies that a cell of a role names, with what the columns beside it say of them."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.thai.people import Person, people
from extractors.thai.text import clean
from extractors.thai.units import units


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

    A column of positions with as many lines as there are people gives each one his own; otherwise it is that of
    the only one, or of all. A column of units without people beside it names the units themselves.
    """
    found = people(text) or people(unit)
    lines = [line for line in clean(position).split("\n") if line.strip()]
    positions = lines if len(lines) == len(found) else [" ".join(lines)] * len(found)
    known = units(unit) if unit else ()
    return [
        Assignee(person, person.position or beside, person.unit or next(iter(known), "") or _unit_in(beside))
        for person, beside in zip(found, positions, strict=True)
    ]


def _unit_in(position: str) -> str:
    return next((unit for unit in units(position) if unit != position), "") if position else ""
