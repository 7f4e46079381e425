"""A unit of action as one place of the document states it, before it becomes a numbered row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.document import Box


@dataclass(slots=True)
class Draft:
    """One unit of action in the making: later lines and rows of the document still add to it.

    ``block`` is the block of the document it begins in; ``source`` tells one table or section from another.
    ``row`` counts from 0.
    """

    source: str
    block: int
    page: int | None = None
    box: Box | None = None
    table_no: int | None = None
    row: int | None = None
    indicator_code: str = ""
    heading: str = ""
    step_no: str = ""
    text: str = ""
    method: str = ""
    responsible: str = ""
    period: str = ""
    monitoring: str = ""
    reporting: str = ""
    progress: str = ""
    evidence: str = ""
    links: list[str] = field(default_factory=list)
    budget_thb: Decimal | None = None

    def add(self, part: str, said: str) -> None:
        """Adds what is said to a part, on a line of its own."""
        have = getattr(self, part)
        setattr(self, part, f"{have}\n{said}" if have and said else have or said)

    def tell(self, said: str, links: Iterable[str] = ()) -> None:
        """Adds to the progress, with its links."""
        self.add("progress", said)
        self.links.extend(links)
