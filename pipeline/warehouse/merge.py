"""Which of a load's reports become the warehouse's truth, given what it holds already.

The result does not depend on the order or the number of loads: of all readings of a file that were ever
loaded the newest is current, all are in the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.warehouse.figures import within_reach
from pipeline.warehouse.readings import Reading, reading_of
from schemas.report import Report


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
class Batch:
    """Some reports of a load, sorted out.

    ``readings`` all of them by key; ``current`` those whose facts are to be put; ``stale_facts`` the reports
    whose facts must go first; ``seen_again`` readings that are current already and were read later once more.
    """

    readings: dict[tuple[str, str], tuple[Report, Reading]] = field(default_factory=dict)
    current: dict[str, tuple[Report, Reading]] = field(default_factory=dict)
    stale_facts: list[str] = field(default_factory=list)
    seen_again: list[Reading] = field(default_factory=list)


def sorted_out(reports: Iterable[Report], known: Mapping[str, Reading], loaded: Loaded) -> Batch:
    """The batch of these reports; ``known`` has the current reading of every report of the warehouse.

    Counts in ``loaded``.
    """
    batch = Batch()
    for found in reports:
        report = within_reach(found)
        reading = reading_of(report)
        _keep(batch, report, reading)
        before = batch.current.get(reading.report_id)
        current = before[1] if before else known.get(reading.report_id)
        if current is None:
            loaded.new += 1
        elif reading.reading_id == current.reading_id:
            loaded.unchanged += 1
            if reading.processed_at > current.processed_at:
                if before:
                    batch.current[reading.report_id] = (report, reading)
                else:
                    batch.seen_again.append(reading)
            continue
        elif reading.age > current.age:
            loaded.replaced += 1
        else:
            loaded.older += 1
            continue
        batch.current[reading.report_id] = (report, reading)
    batch.stale_facts = [report_id for report_id in batch.current if report_id in known]
    batch.seen_again = [again for again in batch.seen_again if again.report_id not in batch.current]
    return batch


def _keep(batch: Batch, report: Report, reading: Reading) -> None:
    key = (reading.report_id, reading.reading_id)
    earlier = batch.readings.get(key)
    if earlier and earlier[1].processed_at > reading.processed_at:
        return
    batch.readings[key] = (report, reading)


def remembered(known: dict[str, Reading], batch: Batch) -> None:
    """Brings ``known`` up to what the warehouse holds once the batch is in it."""
    known.update({report_id: reading for report_id, (_, reading) in batch.current.items()})
    for again in batch.seen_again:
        known[again.report_id] = replace(known[again.report_id], processed_at=again.processed_at)
