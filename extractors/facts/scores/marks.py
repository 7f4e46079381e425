"""A point of running text that sets what follows."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.facts.scores.stated import Entity
from schemas.rows import Subject


@dataclass(frozen=True, slots=True)
class Landmark:
    """A stretch of the text that sets what follows: exactly one of ``entity``, ``subject``, ``year``, or a reset."""

    start: int
    end: int
    entity: Entity | None = None
    subject: Subject | None = None
    year: int | None = None
    reset: bool = False

    @property
    def between(self) -> bool:
        """Whether it may stand between a name and its figure: an office or a year."""
        return self.year is not None or self.subject == "office"
