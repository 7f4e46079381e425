"""Which of a load's readings become the warehouse's truth, given what it holds already.

The result does not depend on the order or the number of loads: of all readings of a file that were ever
loaded the newest is current, and all are in the history.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.warehouse.readings import Reading


@dataclass(slots=True)
class Loaded:
    """What a load did: reports that came in new, replaced an older reading, were the same, or were older."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    older: int = 0

    @property
    def reports(self) -> int:
        return self.new + self.replaced + self.unchanged + self.older


@dataclass(slots=True)
class Merge:
    """Takes readings one by one. ``current`` has the newest of each report, ``put`` those of this load among them.

    ``known`` are the reports whose facts the warehouse holds already.
    """

    current: dict[str, Reading]
    loaded: Loaded = field(default_factory=Loaded)
    put: dict[str, Reading] = field(default_factory=dict)
    seen_again: set[str] = field(default_factory=set)
    known: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.known = frozenset(self.current)

    def takes(self, reading: Reading) -> bool:
        """Whether the facts of this reading are wanted, as things stand; counts what it is."""
        before = self.current.get(reading.report_id)
        if before is None:
            self.loaded.new += 1
        elif reading.reading_id == before.reading_id:
            self.loaded.unchanged += 1
            if reading.processed_at > before.processed_at:
                self._seen_again(replace(before, processed_at=reading.processed_at))
            return False
        elif reading.age > before.age:
            self.loaded.replaced += 1
        else:
            self.loaded.older += 1
            return False
        self.current[reading.report_id] = self.put[reading.report_id] = reading
        return True

    def _seen_again(self, later: Reading) -> None:
        """The same was read once more: its facts stand, its time is the later one."""
        self.current[later.report_id] = later
        self.seen_again.add(later.report_id)
        if later.report_id in self.put:
            self.put[later.report_id] = later

    @property
    def stale(self) -> list[str]:
        """Reports whose facts in the warehouse are to be replaced."""
        return [report_id for report_id in self.put if report_id in self.known]

    @property
    def times(self) -> list[tuple[str, str]]:
        """Reports with a later time of reading than their row says, and that time."""
        return [(report_id, self.current[report_id].processed_at) for report_id in sorted(self.seen_again)]
