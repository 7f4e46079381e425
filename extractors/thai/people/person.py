"""One person or body of a cell."""

from __future__ import annotations

from dataclasses import dataclass


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
