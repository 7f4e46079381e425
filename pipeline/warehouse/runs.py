"""The Reports of a run, read back from its JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from pipeline.sinks.csv_tables import unguarded
from pipeline.warehouse.places import NotARun
from pipeline.warehouse.readings import Incoming, reading_of
from schemas.report import Report


def read_reports(files: Iterable[Path], names: Mapping[str, tuple[str, ...]]) -> Iterator[Incoming]:
    """Each file's Report, the identity of its reading, and all ``names`` that its bytes came under.

    Raises NotARun for a file that is not a report of this version's shape.
    """
    for path in files:
        try:
            content = path.read_bytes()
            report = Report.model_validate_json(content)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            reason_th = "ไม่ใช่รายงานของโปรแกรมรุ่นนี้ สั่ง ita extract ใหม่"
            reason_en = f"is not a report of this version ({place}: {first['msg']}); run ita extract again"
            raise NotARun(path, reason_th, reason_en) from error
        source = report.report
        yield Incoming(report, reading_of(report, content), (source.source_name, *names.get(source.report_id, ())))


def names_of_inputs(output: Path) -> dict[str, tuple[str, ...]]:
    """The names of the files of each report, from the run's table of reports; nothing where that is missing.

    The JSON has one report for the same bytes under several names, the table a row for each.
    """
    path = output / "tables" / "reports.csv"
    names: dict[str, tuple[str, ...]] = {}
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                names[row["report_id"]] = (*names.get(row["report_id"], ()), unguarded(row["source_name"]))
    return names
