"""Where finished reports stand until the run's tables are made of them, and from one run to the next.

A report is two files: its JSON (``reports/<report_id>.json``, a result) and its lines of every CSV table
(``.ita/rows/``, so that the tables of ten years are put together without reading the JSON of ten years again).
Workers put reports here in any order; the tables are made in the order of the files, so they come out the same
however many workers there were and however often the run was cut off.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.places import CROPS, OWN_FOLDER
from pipeline.pseudonym_key import asked_key
from pipeline.sinks.crop_folders import CropFolders
from pipeline.sinks.csv_tables import CsvTables, lines_of
from pipeline.sinks.json_reports import JsonReports
from pipeline.sinks.whole_files import WholeFile
from pipeline.tables import TABLES
from schemas.report import Report


class Shelf:
    """The reports in the folder ``output`` that were read by ``edition``."""

    def __init__(self, output: Path, edition: str) -> None:
        self.reports = output / "reports"
        self.lines = output / OWN_FOLDER / "rows"
        self.crops = CropFolders(output / CROPS)
        self.edition = edition

    def put(self, report: Report, crops: Mapping[str, bytes] | None = None) -> dict[str, Any]:
        """Shelves the report, without names of people where that is asked for; what a record says of it comes back.

        ``crops`` take the place of those it had; None leaves them, as for a report that only bears a new name.
        The lines are written last and those of another edition removed first: where lines of this edition
        stand, the JSON is of this edition. Raises OSError when the output cannot be written.
        """
        if key := asked_key():
            from pipeline.pseudonyms import pseudonymised

            report = pseudonymised(report, key)
        report_id = report.report.report_id
        for other in self._of_other_editions.pop(report_id, ()):
            other.unlink(missing_ok=True)
        if crops is not None:
            self.crops.write(report_id, crops)
        JsonReports(self.reports).write(report)
        with WholeFile(self._lines_path(report_id), lasting=False) as stream:
            json.dump(lines_of(report), stream, ensure_ascii=False)
        return {
            "source": report.report.model_dump(mode="json"),
            "rows": {table.name: sum(1 for _ in table.rows(report)) for table in TABLES},
            "codes": dict(sorted(Counter(i.code for i in report.issues if i.severity != "info").items())),
        }

    def has(self, report_id: str) -> bool:
        return self._lines_path(report_id).exists() and (self.reports / f"{report_id}.json").exists()

    def report(self, report_id: str) -> Report:
        """The report as it was shelved. Raises OSError or ValueError where the file was removed or damaged."""
        return Report.model_validate_json((self.reports / f"{report_id}.json").read_bytes(), strict=False)

    def add_to(self, tables: CsvTables, report_id: str) -> None:
        """Adds the report's lines to the tables; lines that were damaged are made anew from the JSON."""
        try:
            lines = json.loads(self._lines_path(report_id).read_bytes())
        except (OSError, ValueError):
            lines = lines_of(self.report(report_id))
        tables.add(lines)

    def keep_only(self, report_ids: set[str]) -> None:
        """Removes the reports of earlier runs."""
        reports = JsonReports(self.reports)
        for report_id in report_ids:
            reports.keep(report_id)
        reports.finish()
        self.crops.keep_only(report_ids)
        for path in self.lines.glob("r_*.json"):
            if path.name.partition("-")[0] not in report_ids:
                path.unlink(missing_ok=True)

    @cached_property
    def _of_other_editions(self) -> dict[str, list[Path]]:
        """Lines that other editions left, by report; nobody adds any while this edition writes here."""
        left: dict[str, list[Path]] = {}
        for path in self.lines.glob("r_*.json"):
            report_id, _, edition = path.stem.partition("-")
            if edition != self.edition:
                left.setdefault(report_id, []).append(path)
        return left

    def _lines_path(self, report_id: str) -> Path:
        return self.lines / f"{report_id}-{self.edition}.json"
