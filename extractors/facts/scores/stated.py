"""One place where the document states a score, before it is settled which year it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from extractors.document import Box
from schemas.rows import Level, Subject

Quantity = Literal["score", "full_score", "weight", "weighted_score", "grade", "result"]


class Entity(NamedTuple):
    """What a score is of: ``("indicator", "6")``, ``("overall", "ITA")``, ``("item", "O14")``."""

    level: Level
    code: str


OVERALL = Entity("overall", "ITA")


class Place(NamedTuple):
    """Where it stands. ``block`` counts the document's blocks from 0; rows and columns count from 0."""

    block: int
    page: int | None = None
    table_no: int | None = None
    row: int | None = None
    column: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as printed, what it is of, and where.

    ``amount`` is None for grades and results. ``year`` is the year said right with the value (a column's
    header, "in fiscal year 2565"), None where only the surroundings tell; ``group`` is what shares one year
    then: a table, or a paragraph.
    """

    entity: Entity
    subject: Subject
    quantity: Quantity
    printed: str
    amount: Decimal | None
    year: int | None
    group: str
    place: Place
    quote: str
    source: Literal["table", "prose"]
    name_printed: str = ""
