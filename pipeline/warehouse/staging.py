"""A load on its way: rows of many reports as Parquet files beside the warehouse, a few reports in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.pseudonyms.tokens import is_file_token
from pipeline.warehouse.arrow import arrow_schema, arrow_table
from pipeline.warehouse.columns import own_column
from pipeline.warehouse.dimensions import years_of
from pipeline.warehouse.facts import Columns, facts_of, history_of, report_columns
from pipeline.warehouse.figures import within_reach
from pipeline.warehouse.merge import Merge
from pipeline.warehouse.model import StarTable, star, star_table
from pipeline.warehouse.places import NamesMixed
from pipeline.warehouse.readings import Incoming, incoming
from schemas.report import Report
from schemas.rows import Source

if TYPE_CHECKING:
    import pyarrow.parquet

BATCH_REPORTS = 25
"""Reports that are held in memory at a time."""


def staged_table(name: str) -> StarTable:
    """The table as it is staged: a fact also says of which reading it is."""
    table = star_table(name)
    if table.part != "fact":
        return table
    columns = (*table.columns, own_column(name, "reading_id", "text"))
    return StarTable(name, table.part, columns, table.primary_key)


class Staging:
    """Rows for each table in ``folder`` until ``finish``; ``sources`` and ``years`` are for the dimensions.

    ``earlier_file`` is the name of a file that the warehouse holds. The facts of a reading are staged once, however
    often it comes (``facts_of``), and so are its scores for the history (``remembered``).
    """

    def __init__(self, folder: Path, merge: Merge, earlier_file: str = "") -> None:
        self.folder, self.merge = folder, merge
        self.without_people = is_file_token(earlier_file) if earlier_file else None
        self.sources: dict[str, Source] = {}
        self.years: set[int] = set()
        self.remembered: set[str] = set()
        self.facts_of: set[str] = set()
        self.names: set[tuple[str, str]] = set()
        self.tables = {t.name: staged_table(t.name) for t in star() if t.part != "dimension" or t.name == "dim_report"}
        self.writers: dict[str, pyarrow.parquet.ParquetWriter] = {}

    def fill(self, reports: Iterator[Report | Incoming]) -> Iterator[int]:
        """Stages all reports; tells after each batch how many have been taken."""
        while batch := list(islice(reports, BATCH_REPORTS)):
            waiting: dict[str, list[list[Any]]] = {}
            for each in batch:
                self._stage(incoming(each), waiting)
            for name, columns in waiting.items():
                self._write(name, columns)
            yield self.merge.loaded.reports

    def path(self, name: str) -> Path | None:
        """The file with the rows for a table; None when there are none."""
        return self.folder / f"{name}.parquet" if name in self.writers else None

    def finish(self) -> None:
        for writer in self.writers.values():
            writer.close()

    def _stage(self, each: Incoming, waiting: dict[str, list[list[Any]]]) -> None:
        report, reading = within_reach(each.report), each.reading
        self._prove_alike(report.report.source_name)
        self.sources.setdefault(report.report.office_id, report.report)
        self.years |= years_of(report)
        before = self.merge.current.get(reading.report_id)
        if before is not None and before.reading_id == reading.reading_id:
            self.remembered.add(reading.reading_id)
        taken = self.merge.takes(reading)
        if taken and reading.reading_id in self.facts_of:
            self.merge.seen_again.add(reading.report_id)
        elif taken:
            self.facts_of.add(reading.reading_id)
            _extend(waiting, "dim_report", report_columns(report, reading))
            for name, columns in facts_of(report):
                _extend(waiting, name, [*columns, [reading.reading_id] * len(columns[0])])
        for name, columns in history_of(report, reading):
            if name == "report_readings" or reading.reading_id not in self.remembered:
                _extend(waiting, name, columns)
        self.remembered.add(reading.reading_id)
        if names := [name for name in dict.fromkeys(each.names) if (reading.report_id, name) not in self.names]:
            self.names.update((reading.report_id, name) for name in names)
            _extend(waiting, "report_files", [[reading.report_id] * len(names), names])

    def _prove_alike(self, file_name: str) -> None:
        """Raises NamesMixed for a report without names of people among such with names, or the other way."""
        without = is_file_token(file_name)
        if self.without_people not in (None, without):
            raise NamesMixed
        self.without_people = without

    def _write(self, name: str, columns: Columns) -> None:
        import pyarrow.parquet

        table = self.tables[name]
        if name not in self.writers:
            path = self.folder / f"{name}.parquet"
            self.writers[name] = pyarrow.parquet.ParquetWriter(path, arrow_schema(table), compression="snappy")
        self.writers[name].write_table(arrow_table(table, columns))


def _extend(waiting: dict[str, list[list[Any]]], name: str, columns: Columns) -> None:
    there = waiting.setdefault(name, [[] for _ in columns])
    for values, more in zip(there, columns, strict=True):
        values.extend(more)
