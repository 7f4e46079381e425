"""What every finder of facts gets, and what it gives back.

A finder is ``find(context: Context) -> Found``, one file per kind of fact, registered in
``extractors.facts.FINDERS``. It reads the document and never another finder's rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.document import Document
from extractors.facts.passages import Passage, passages
from extractors.tables import TableReading
from schemas.framework import Framework
from schemas.rows import Issue, Row


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report it is and for which year, as the document as a whole supports it.

    ``fiscal_year`` is the year the document is for; ``assessed_year`` the year whose scores it analyses (they
    differ when a report of year N analyses the results of N - 1). Both are Buddhist era, None when unknown.
    """

    office_id: str = ""
    office_name: str = ""
    office_type: str = ""
    province: str = ""
    area_no: str = ""
    fiscal_year: int | None = None
    assessed_year: int | None = None
    title: str = ""
    document_kind: str = ""


@dataclass(frozen=True)
class Context:
    """The document, how each of its tables was understood, whose it is, and the framework of the assessed year.

    ``passages`` is the running text, parted once for all finders.
    """

    document: Document
    readings: tuple[TableReading, ...]
    identity: Identity
    framework: Framework

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passages(self.document))

    def of_kind(self, *kinds: str) -> Iterable[TableReading]:
        return (reading for reading in self.readings if reading.kind in kinds)


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of any of the contract's models, in document order, and what could not be read or matched.

    ``used_tables`` names the tables that facts were read from (``recognised`` in the table of raw tables).
    """

    rows: Sequence[Row] = ()
    issues: Sequence[Issue] = ()
    used_tables: frozenset[int] = frozenset()
