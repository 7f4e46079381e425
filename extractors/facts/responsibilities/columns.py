"""Which columns of an item table name people, in which role, and which say more about these people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.headers import concept
from extractors.tables import TableReading
from extractors.thai.text import squeeze
from schemas.rows import Role

ROLE_OF: dict[str, Role] = {"responsible": "owner", "supervisor": "supervisor", "data_keeper": "data_keeper"}
"""The role that a concept of ``headers.toml`` means."""

UNIT_HEADERS = ("กลุ่ม", "หน่วยงาน", "ส่วนงาน", "ฝ่าย")
"""A column of owners headed so names units; beside a column of people it says of which unit they are."""


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """A column of people (or bodies), with the columns of their positions and units."""

    column: int
    role: Role
    header: str
    positions: tuple[int, ...] = ()
    units: tuple[int, ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        return (self.column, *self.positions, *self.units)


def role_columns(reading: TableReading, panel: Sequence[int]) -> list[RoleColumn]:
    """The role columns among ``panel``, left to right; names without any role in the headers are owners."""
    roles = {c: ROLE_OF[reading.columns[c]] for c in panel if reading.columns[c] in ROLE_OF}
    roles = roles or {c: "owner" for c in panel if reading.columns[c] == "person"}
    owners = [c for c, role in roles.items() if role == "owner"]
    units = [c for c in owners if _names_units(reading, c)]
    units = units if len(units) < len(owners) else []
    owners = [c for c in owners if c not in units]
    roles = {c: role for c, role in roles.items() if c not in units}
    beside = {c: _nearest(c, list(roles)) for c in panel if reading.columns[c] == "position"}
    return [
        RoleColumn(
            column,
            role,
            _header(reading, column),
            tuple(c for c, owner in beside.items() if owner == column),
            tuple(c for c in units if _nearest(c, owners) == column),
        )
        for column, role in roles.items()
    ]


def _names_units(reading: TableReading, column: int) -> bool:
    """Whether a column of owners is headed by a word for units, itself or below the word for the role."""
    lowest = squeeze(reading.paths[column][-1]) if reading.paths[column] else ""
    return _header(reading, column).startswith(UNIT_HEADERS) or lowest.startswith(UNIT_HEADERS)


def _nearest(column: int, roles: Sequence[int]) -> int | None:
    """The role column that a column belongs to: the next one to its left, else the first to its right."""
    left = [c for c in roles if c < column]
    return max(left) if left else min(roles, default=None)


def _header(reading: TableReading, column: int) -> str:
    """The header that says the role, which may stand over ``ชื่อ-สกุล``; else the lowest."""
    words = reading.paths[column]
    role = next((each for each in reversed(words) if concept(each) in ROLE_OF), "")
    return squeeze(role or (words[-1] if words else ""))
