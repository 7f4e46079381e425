"""Dimensions and panel as CSV next to the contract's tables, written as those are."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.publication.datapackage import DIMENSIONS, PANELS
from pipeline.sinks.csv_tables import cell_text
from pipeline.sinks.whole_files import WholeFile
from pipeline.warehouse.columns import Column
from pipeline.warehouse.ddl import listed, quoted
from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.model import star_table
from pipeline.warehouse.questions import plain
from pipeline.warehouse.views import view

if TYPE_CHECKING:
    import duckdb

CONFLICT_ORDER = ("office_id", "fiscal_year", "level", "code", "quantity", "other_report_id", "other_page")


def write_tables_of_warehouse(database: Path, folder: Path) -> list[Path]:
    """Writes ``<name>.csv`` for the dimensions and the panel. Raises WarehouseUnusable, OSError."""
    ordered = {name: star_table(name).primary_key for name in DIMENSIONS}
    ordered |= {name: key or CONFLICT_ORDER for name, key in PANELS.items()}
    with opened(database) as connection:
        return [_written(connection, folder, name, order) for name, order in ordered.items()]


def _written(connection: duckdb.DuckDBPyConnection, folder: Path, name: str, order: Sequence[str]) -> Path:
    columns = star_table(name).columns if name in DIMENSIONS else view(name).columns
    path = folder / f"{name}.csv"
    names = listed(column.name for column in columns)
    rows = connection.execute(f"SELECT {names} FROM {quoted(name)} ORDER BY {listed(order)}").fetchall()
    with WholeFile(path, "utf-8-sig") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([column.name for column in columns])
        writer.writerows([_cell(c, value) for c, value in zip(columns, row, strict=True)] for row in rows)
    return path


def _cell(column: Column, value: Any) -> str:
    """A value as the sinks write it; lists are JSON text already."""
    if column.kind == "list":
        return value if isinstance(value, str) else json.dumps(value or [], ensure_ascii=False)
    return cell_text(plain(value))
