"""One JSON file per report: everything it holds, with its provenance, valid against the published schema."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.sinks.whole_files import WholeFile
from schemas.report import Report

OWN_NAME = re.compile(r"r_[0-9a-f]{16}\.json")
"""The names this sink gives; only such files are ever removed."""


def as_json(report: Report) -> str:
    """The report as JSON text: fields in the models' order, decimals as strings of their printed digits."""
    return report.model_dump_json(indent=1) + "\n"


class JsonReports:
    """Writes ``<report_id>.json`` into a folder, and keeps there only the reports of its run.

    Of several files with the same content the first is written.

    Each file is put in place as it is written. ``finish`` removes the files of earlier runs, because a folder
    that mixes runs disagrees with its tables; files under other names are left alone.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.written: set[str] = set()

    def write(self, report: Report) -> None:
        name = f"{report.report.report_id}.json"
        if name in self.written:
            return
        with WholeFile(self.folder / name) as stream:
            stream.write(as_json(report))
        self.keep(report.report.report_id)

    def keep(self, report_id: str) -> None:
        """Makes a report that already stands in the folder one of this run."""
        self.written.add(f"{report_id}.json")

    def finish(self) -> None:
        for path in self.folder.iterdir():
            if OWN_NAME.fullmatch(path.name) and path.name not in self.written:
                path.unlink()

    def abandon(self) -> None:
        """Nothing to undo: every file that was written is whole."""
