"""The embedded warehouse: one DuckDB file, filled in one transaction or not at all.

A load first stages its rows beside the file and then puts them in by one statement for each table. DuckDB writes
with one process at a time; readers may be many.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.warehouse.ddl import create_statement, orphan_queries, quoted
from pipeline.warehouse.filling import fill
from pipeline.warehouse.merge import Loaded, Merge
from pipeline.warehouse.model import star
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.readings import Incoming, Reading
from pipeline.warehouse.staging import Staging
from pipeline.warehouse.views import views
from schemas.report import Report

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "400MB"
"""What DuckDB may hold at a time while it loads; beyond that it uses the disk."""

Told = Callable[[int], None]


def load(reports: Iterable[Report | Incoming], database: Path, told: Told = lambda count: None) -> Loaded:
    """What the load did. When anything fails nothing of it is in the warehouse, and the error goes on.

    ``told`` hears how many reports have been taken, now and then. Raises WarehouseUnusable, and what ``reports``
    raises.
    """
    with _transaction(database) as connection, _beside(database) as folder, without_cycle_search():
        _make_tables(connection, database)
        merge = Merge(current_readings(connection))
        ((a_file,),) = connection.execute("SELECT coalesce(min(source_name), '') FROM report_files").fetchall()
        staging = Staging(folder, merge, a_file)
        try:
            for count in staging.fill(iter(reports)):
                told(count)
        finally:
            staging.finish()
        fill(connection, staging)
        _prove_references(connection)
        for view in views():
            connection.execute(view.create_statement())
    return merge.loaded


@contextmanager
def opened(database: Path, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a warehouse. Raises WarehouseUnusable when it is missing, in use or no warehouse."""
    import duckdb

    if read_only and not database.exists():
        raise WarehouseUnusable(database, "ยังไม่มีคลังข้อมูล สั่ง ita load ก่อน", "no warehouse yet; run ita load first")
    try:
        connection = duckdb.connect(database, read_only=read_only)
    except duckdb.Error as error:
        reason_th = "เปิดไม่ได้ ปิดโปรแกรมอื่นที่ใช้ไฟล์นี้อยู่ หรือลบไฟล์แล้วสั่ง ita load ใหม่"
        first_line = str(error).splitlines()[0]
        reason_en = f"cannot be opened; close what uses it, or delete it and run ita load again ({first_line})"
        raise WarehouseUnusable(database, reason_th, reason_en) from error
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """No search for reference cycles: rows have none, and looking through millions of them costs two thirds of
    the time of a load. Memory is freed as ever when the last reference goes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _transaction(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    import duckdb

    is_new = not database.exists()
    database.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened(database, read_only=False) as connection:
            connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
            connection.begin()
            try:
                yield connection
                connection.commit()
            except duckdb.Error as error:
                raise _failed(database, error) from error
            except BaseException:
                connection.rollback()
                raise
    except BaseException:
        if is_new:
            database.unlink(missing_ok=True)
        raise


def _failed(database: Path, error: Exception) -> WarehouseUnusable:
    """What the engine refused midway, such as a full disk; it has rolled back what it began."""
    reason_en = f"the load failed and nothing has changed there ({str(error).splitlines()[0]})"
    return WarehouseUnusable(database, "นำเข้าไม่สำเร็จ ข้อมูลเดิมยังครบถ้วน", reason_en)


@contextmanager
def _beside(database: Path) -> Iterator[Path]:
    """A folder for the staged rows, on the same disk; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f".{database.stem}.", dir=database.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_tables(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    for table in star():
        connection.execute(create_statement(table))
        described = connection.execute(f"DESCRIBE SELECT * FROM {quoted(table.name)}").fetchall()
        if tuple(row[0] for row in described) != table.column_names:
            reason_th = "สร้างโดยโปรแกรมรุ่นอื่น ลบไฟล์แล้วสั่ง ita load ใหม่"
            reason_en = f"made by another version (table {table.name} differs); delete it and run ita load again"
            raise WarehouseUnusable(database, reason_th, reason_en)


def current_readings(connection: duckdb.DuckDBPyConnection) -> dict[str, Reading]:
    """The reading of each report that the warehouse holds."""
    columns = "report_id, reading_id, coalesce(pipeline_version, ''), coalesce(processed_at, '')"
    rows = connection.execute(f"SELECT {columns} FROM dim_report").fetchall()
    return {row[0]: Reading(*row) for row in rows}


def _prove_references(connection: duckdb.DuckDBPyConnection) -> None:
    """What the engine does not keep: raises AssertionError, a fault of the program, before the commit."""
    for table in star():
        for reference, query in orphan_queries(table):
            ((orphans,),) = connection.execute(query).fetchall()
            if orphans:
                raise AssertionError(f"{table.name}: {orphans} rows without a row of {reference.table}")
