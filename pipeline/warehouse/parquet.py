"""Parquet: one file per table of the warehouse, and the panel, next to the DuckDB file.

The files are the picture of the whole warehouse, not of one run, sorted by their keys, so that the same content
gives the same rows in the same order. Each is there whole or not at all.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.warehouse.ddl import listed, quoted
from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.model import star

if TYPE_CHECKING:
    import duckdb

PANEL = {
    "panel": ("office_id", "fiscal_year", "level", "code"),
    "panel_conflicts": ("office_id", "fiscal_year", "level", "code", "quantity", "other_report_id"),
}
"""The views that are published with the tables, and their keys."""


def write_parquet(database: Path, folder: Path) -> list[Path]:
    """Writes ``<table>.parquet`` for every table and the panel; their paths in the order of the model."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = {table.name: table.primary_key for table in star()} | PANEL
    with opened(database) as connection:
        return [_written(connection, folder, name, key) for name, key in keys.items()]


def _written(connection: duckdb.DuckDBPyConnection, folder: Path, name: str, key: tuple[str, ...]) -> Path:
    path = folder / f"{name}.parquet"
    unfinished = folder / f".{path.name}.{os.getpid()}.part"
    place = str(unfinished).replace("'", "''")
    query = f"SELECT * FROM {quoted(name)} ORDER BY {listed(key)}"
    try:
        connection.execute(f"COPY ({query}) TO '{place}' (FORMAT parquet, COMPRESSION zstd)")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
