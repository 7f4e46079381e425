"""Many files in; their Reports go to the sinks one by one, and what came of each is told.

One record per file whatever happens to it, and no file stops another. The reading itself is one ``map`` over
the files: a pool of workers whose map keeps the order takes its place without a change here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.digitise import digitise, failed
from pipeline.inputs import printed_name
from pipeline.sinks import Sink
from pipeline.sinks.csv_tables import CsvTables
from pipeline.sinks.json_reports import JsonReports
from pipeline.tables import TABLES
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, Source

Read = Callable[[Path], Report]
Map = Callable[[Read, Iterable[Path]], Iterator[Report]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its record, how many rows each table got from it, and its issues."""

    source: Source
    rows: Mapping[str, int]
    issues: tuple[Issue, ...]


def read_file(path: Path) -> Report:
    """The Report of one input; a folder is here only when there was no file in it."""
    if path.is_dir():
        name = printed_name(path)
        return failed(name, None, issue("E_FOLDER_EMPTY", name=name))
    return digitise(path)


def extract(
    files: Sequence[Path], output: Path, told: Callable[[Outcome], None] = lambda outcome: None
) -> list[Outcome]:
    """What came of each file; ``output`` then holds the JSON reports and CSV tables of these files only.

    Raises OSError when the output cannot be written; what was there before then still stands.
    """
    return run(files, [JsonReports(output / "reports"), CsvTables(output / "tables")], told=told)


def run(
    files: Sequence[Path],
    sinks: Sequence[Sink],
    *,
    read: Read = read_file,
    mapped: Map = map,
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """What came of each file, in the order given; when this returns the sinks hold the run's whole output.

    ``told`` is called as each file is done. A file that is the same, byte for byte, as an earlier one gets
    its record, and its facts are not repeated. When the run is broken off, the sinks leave what was there.
    """
    outcomes: list[Outcome] = []
    first_names: dict[str, str] = {}
    try:
        for report in mapped(read, files):
            report = _once(report, first_names)
            for sink in sinks:
                sink.write(report)
            outcomes.append(_outcome(report))
            told(outcomes[-1])
    except BaseException:
        for sink in sinks:
            sink.abandon()
        raise
    for sink in sinks:
        sink.finish()
    return outcomes


def _once(report: Report, first_names: dict[str, str]) -> Report:
    """The report; without its facts when an earlier file had the same content."""
    source = report.report
    first = first_names.setdefault(source.report_id, source.source_name)
    if first is source.source_name:
        return report
    repeated = issue("I_SAME_CONTENT", name=source.source_name, first=first)
    return Report(report=source, issues=(repeated,))


def _outcome(report: Report) -> Outcome:
    rows = {table.name: sum(1 for _ in table.rows(report)) for table in TABLES}
    return Outcome(report.report, rows, report.issues)
