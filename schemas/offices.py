"""The 245 education-area offices since the reform of 2564, from ``offices.csv``.

``office_id`` is the eight-digit area code for the 183 primary offices and a slug (``spm-chiangrai``) for the
62 secondary ones, whose codes are not known. ``id_status`` says how sure a code is: see
``docs/decisions/office-ids.md``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

OfficeType = Literal["สพป.", "สพม."]
IdStatus = Literal["confirmed", "first four digits confirmed", "inferred", "slug"]


@dataclass(frozen=True, slots=True)
class Office:
    """One office. ``area_no`` is empty where its province has one area.

    ``province`` is the seat, ``provinces`` all that it serves. ``province_short`` holds the abbreviations of
    the seat (``ชพ``). ``former_numbers`` are its numbers among the 42 secondary areas before 2564.
    """

    office_id: str
    id_status: IdStatus
    type: OfficeType
    province: str
    area_no: str
    name_full: str
    name_short: str
    provinces: tuple[str, ...]
    province_short: tuple[str, ...]
    former_numbers: tuple[str, ...]
    former_confirmed: bool


@cache
def offices() -> tuple[Office, ...]:
    """Every office, in the order of the file."""
    text = files("schemas").joinpath("offices.csv").read_text(encoding="utf-8")
    return tuple(_office(row) for row in csv.DictReader(text.splitlines()))


@cache
def office(office_id: str) -> Office | None:
    """The office with this id; None for an unknown one."""
    return next((each for each in offices() if each.office_id == office_id), None)


def _office(row: dict[str, str]) -> Office:
    return Office(
        office_id=row["office_id"],
        id_status=row["id_status"],  # type: ignore[arg-type]
        type=row["type"],  # type: ignore[arg-type]
        province=row["province"],
        area_no=row["area_no"],
        name_full=row["name_full"],
        name_short=row["name_short"],
        provinces=tuple(row["provinces"].split("|")),
        province_short=tuple(row["province_short"].split("|")),
        former_numbers=tuple(number for number in row["former_numbers"].split("|") if number),
        former_confirmed=row["former_status"] == "confirmed",
    )
