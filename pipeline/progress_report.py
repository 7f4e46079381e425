"""What an output folder holds so far, told from its ledger: also while a run goes on, or after one was cut off."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.ledger import Entry, lines_of
from pipeline.places import LEDGER
from schemas.offices import offices


@dataclass(slots=True)
class Progress:
    """The last run of a folder: its files by status, why some failed, which offices and years there are."""

    run: str = ""
    files: int = 0
    finished: bool = False
    entries: list[Entry] = field(default_factory=list)
    repeated: int = 0

    @property
    def done(self) -> int:
        return len(self.entries) + self.repeated

    @property
    def statuses(self) -> Counter[str]:
        return Counter(entry["source"]["status"] for entry in self.entries)

    def named(self, *statuses: str) -> list[Entry]:
        return [entry for entry in self.entries if entry["source"]["status"] in statuses]

    @property
    def failures(self) -> Counter[str]:
        """How many files failed by each code."""
        errors = (code for entry in self.named("failed") for code in entry["codes"] if code.startswith("E_"))
        return Counter(errors)

    @property
    def offices_by_year(self) -> dict[int, set[str]]:
        """The offices that have a report for each fiscal year, by their ids."""
        found: dict[int, set[str]] = {}
        for entry in self.named("ok", "partial", "needs_review"):
            year, office_id = entry["source"]["fiscal_year"], entry["source"]["office_id"]
            if year and office_id:
                found.setdefault(year, set()).add(office_id)
        return dict(sorted(found.items()))

    @property
    def slowest(self) -> list[Entry]:
        return sorted(self.entries, key=lambda entry: -entry.get("seconds", 0.0))[:3]


def progress_of(output: Path) -> Progress | None:
    """The progress of the last run in the folder; None where none ever began."""
    progress: Progress | None = None
    known: dict[str, Entry] = {}
    for entry in lines_of(output / LEDGER):
        match entry["event"]:
            case "run":
                progress = Progress(entry["run"], entry["files"])
            case "file":
                known[entry["key"]] = entry
                if progress:
                    progress.entries.append(entry)
            case "kept":
                if progress and entry["key"] in known:
                    progress.entries.append(known[entry["key"]])
            case "same":
                if progress:
                    progress.repeated += 1
            case "end":
                if progress:
                    progress.finished = True
    return progress


def missing_offices(present: set[str]) -> list[str]:
    """The names of the offices of the whole country that are not among these ids."""
    return [office.name_short for office in offices() if office.office_id not in present]
