"""The rows of a load as dlt takes them to the incoming schema: one resource for each table.

Of the readings that come in, only the rows of those that become the truth are sent; of the history all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.arrow import arrow_schema, arrow_table
from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_rows, office_rows
from pipeline.warehouse.facts import columns_of
from pipeline.warehouse.model import StarTable, star
from pipeline.warehouse.staging import Staging

if TYPE_CHECKING:
    import pyarrow

LATER = "later_times"
"""The incoming table of reports whose facts stand and were read once more: ``report_id``, ``processed_at``."""

BATCH_ROWS = 20_000


@dataclass(frozen=True)
class Shipment:
    """What is staged, against ``there``: the readings that the server knows and when each was last made."""

    staging: Staging
    there: Mapping[tuple[str, str], str]

    def resources(self, dlt: Any) -> list[Any]:
        """A dlt resource for every table; one without rows still comes with its columns."""
        tables = [dlt.resource(self.rows(table), name=table.name, write_disposition="append") for table in star()]
        return [*tables, dlt.resource(self._later(), name=LATER, write_disposition="append")]

    def rows(self, table: StarTable) -> Iterator[pyarrow.Table]:
        """The table's rows of this load, some at a time."""
        yield arrow_schema(table).empty_table()
        match table.name:
            case "dim_office":
                yield arrow_table(table, columns_of(office_rows(self.staging.sources.values())))
            case "dim_fiscal_year":
                yield arrow_table(table, columns_of(fiscal_year_rows(self.staging.years)))
            case "dim_indicator":
                yield arrow_table(table, columns_of(indicator_rows()))
            case "report_readings":
                yield self._readings(table)
            case "score_readings" | "report_files":
                yield from self._staged(table)
            case _:
                yield from (self._put(table, batch) for batch in self._staged(table))

    @cached_property
    def _wanted(self) -> pyarrow.Array:
        import pyarrow

        return pyarrow.array([r.reading_id for r in self.staging.merge.put.values()], pyarrow.string())

    def _staged(self, table: StarTable) -> Iterator[pyarrow.Table]:
        import pyarrow
        import pyarrow.parquet

        path: Path | None = self.staging.path(table.name)
        if path:
            with pyarrow.parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(BATCH_ROWS):
                    yield pyarrow.Table.from_batches([batch])

    def _put(self, table: StarTable, batch: pyarrow.Table) -> pyarrow.Table:
        """The rows of readings that are put, in the table's own columns."""
        import pyarrow.compute

        rows = batch.filter(pyarrow.compute.is_in(batch["reading_id"], self._wanted))
        return rows.select(list(table.column_names))

    def _readings(self, table: StarTable) -> pyarrow.Table:
        """The readings of this load, each with the latest time that it or the server knows."""
        import pyarrow

        latest: dict[tuple[str, str], dict[str, Any]] = {}
        for batch in self._staged(table):
            for row in batch.to_pylist():
                key = (row["report_id"], row["reading_id"])
                times = (row, latest.get(key, {}), {"processed_at": self.there.get(key)})
                latest[key] = row | {"processed_at": max(each.get("processed_at") or "" for each in times) or None}
        return pyarrow.Table.from_pylist(list(latest.values()), schema=arrow_schema(table))

    def _later(self) -> Iterator[pyarrow.Table]:
        import pyarrow

        schema = pyarrow.schema([("report_id", pyarrow.string()), ("processed_at", pyarrow.string())])
        times = self.staging.merge.times
        yield pyarrow.table({"report_id": [t[0] for t in times], "processed_at": [t[1] for t in times]}, schema=schema)
