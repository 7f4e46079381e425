"""The rows of a load as dlt takes them: one resource for each table, merged by its keys.

All rows of a report that is put replace its earlier ones, also where it has fewer now: for that each fact table gets a
row for every such report that is marked as removed. dlt deletes what has the report's key and then inserts all but
the marked rows.
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
from pipeline.warehouse.model import StarTable
from pipeline.warehouse.staging import Staging

if TYPE_CHECKING:
    import pyarrow

REMOVED = "row_removed"
BATCH_ROWS = 20_000


@dataclass(frozen=True)
class Shipment:
    """What is staged, against ``there``: the readings that the server knows and when each was last made."""

    staging: Staging
    there: Mapping[tuple[str, str], str]

    def resource(self, dlt: Any, table: StarTable) -> Any:
        """A dlt resource with the table's rows, types, keys and references."""
        is_fact = table.part == "fact"
        return dlt.resource(
            lambda: self.rows(table),
            name=table.name,
            write_disposition="merge",
            primary_key=list(table.primary_key),
            merge_key=["report_id"] if is_fact else None,
            columns={REMOVED: {"data_type": "bool", "hard_delete": True}} if is_fact else None,
            references=[
                {"referenced_table": r.table, "columns": list(r.columns), "referenced_columns": list(r.columns)}
                for r in table.references
            ],
        )

    def rows(self, table: StarTable) -> Iterator[pyarrow.Table]:
        """The table's rows of this load, some at a time; a table without rows still comes with its columns."""
        match table.name:
            case "dim_office":
                yield arrow_table(table, columns_of(office_rows(self.staging.sources.values())))
            case "dim_fiscal_year":
                yield arrow_table(table, columns_of(fiscal_year_rows(self.staging.years)))
            case "dim_indicator":
                yield arrow_table(table, columns_of(indicator_rows()))
            case "dim_report":
                yield from (self._put(table, batch) for batch in self._staged(table))
            case "report_readings":
                yield self._readings(table)
            case "score_readings":
                yield from (self._new(table, batch) for batch in self._staged(table))
            case _:
                yield self._marked(table)
                yield from (self._kept(self._put(table, batch)) for batch in self._staged(table))

    @cached_property
    def _wanted(self) -> pyarrow.Array:
        import pyarrow

        return pyarrow.array([r.reading_id for r in self.staging.merge.put.values()], pyarrow.string())

    def _staged(self, table: StarTable) -> Iterator[pyarrow.Table]:
        import pyarrow
        import pyarrow.parquet

        yield arrow_schema(self.staging.tables[table.name]).empty_table()
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

    def _kept(self, rows: pyarrow.Table) -> pyarrow.Table:
        import pyarrow

        return rows.append_column(REMOVED, pyarrow.array([False] * len(rows), pyarrow.bool_()))

    def _marked(self, table: StarTable) -> pyarrow.Table:
        """A row marked as removed for each report whose facts on the server are replaced."""
        import pyarrow

        stale = self.staging.merge.stale
        empty = {field.name: pyarrow.nulls(len(stale), field.type) for field in arrow_schema(table)}
        rows = pyarrow.table({**empty, "report_id": stale, "ordinal": [0] * len(stale)}, schema=arrow_schema(table))
        return rows.append_column(REMOVED, pyarrow.array([True] * len(stale), pyarrow.bool_()))

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

    def _new(self, table: StarTable, batch: pyarrow.Table) -> pyarrow.Table:
        """The scores of readings that the server does not know."""
        import pyarrow.compute

        known = pyarrow.array([reading for _, reading in self.there], pyarrow.string())
        return batch.filter(pyarrow.compute.invert(pyarrow.compute.is_in(batch["reading_id"], known)))
