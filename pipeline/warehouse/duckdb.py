"""The embedded warehouse: one DuckDB file, filled in one transaction or not at all.

A load first stages its rows beside the file and then puts them in by one statement for each table. DuckDB writes
with one process at a time; readers may be many. Facts that a newer reading replaces are deleted and written anew;
rows that others refer to are updated where they stand, because DuckDB checks foreign keys at each statement.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.arrow import arrow_table
from pipeline.warehouse.ddl import create_statement, listed, orphan_queries, quoted, upsert_statement
from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_rows, office_rows
from pipeline.warehouse.facts import columns_of
from pipeline.warehouse.merge import Loaded, Merge
from pipeline.warehouse.model import StarTable, star, star_table
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.readings import Reading
from pipeline.warehouse.staging import Staging
from pipeline.warehouse.views import views
from schemas.report import Report

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "400MB"
"""What DuckDB may hold at a time while it loads; beyond that it uses the disk."""

Told = Callable[[int], None]


def load(reports: Iterable[Report], database: Path, told: Told = lambda count: None) -> Loaded:
    """What the load did. When anything fails nothing of it is in the warehouse, and the error goes on.

    ``told`` hears how many reports have been taken, now and then. Raises WarehouseUnusable, and what ``reports``
    raises.
    """
    with _transaction(database) as connection, _beside(database) as folder, without_cycle_search():
        _make_tables(connection, database)
        merge = Merge(current_readings(connection))
        staging = Staging(folder, merge)
        try:
            for count in staging.fill(iter(reports)):
                told(count)
        finally:
            staging.finish()
        _put(connection, staging)
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
    is_new = not database.exists()
    database.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened(database, read_only=False) as connection:
            connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
            connection.begin()
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
    except BaseException:
        if is_new:
            database.unlink(missing_ok=True)
        raise


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


def _put(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    merge = staging.merge
    _upsert_rows(connection, "dim_indicator", indicator_rows())
    _upsert_rows(connection, "dim_office", office_rows(staging.sources.values()))
    _upsert_rows(connection, "dim_fiscal_year", fiscal_year_rows(staging.years))
    _see(connection, "put", ("report_id", "reading_id"), [(r.report_id, r.reading_id) for r in merge.put.values()])
    facts = [table for table in star() if table.part == "fact"]
    if merge.stale:
        for table in facts:
            connection.execute(f"DELETE FROM {quoted(table.name)} WHERE report_id IN (SELECT unnest(?))", [merge.stale])
    for table in (star_table("dim_report"), *facts):
        if source := _staged(staging, table.name):
            wanted = f"(SELECT * FROM {source} WHERE (report_id, reading_id) IN (SELECT (report_id, reading_id) FROM put))"
            insert = upsert_statement(table, wanted) if table.name == "dim_report" else _insert_statement(table, wanted)
            connection.execute(insert)
    _see(connection, "later", ("report_id", "processed_at"), merge.times)
    connection.execute(
        "UPDATE dim_report SET processed_at = later.processed_at FROM later WHERE dim_report.report_id = later.report_id"
    )
    _put_history(connection, staging)


def _put_history(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    readings = star_table("report_readings")
    if source := _staged(staging, readings.name):
        keys = listed(readings.primary_key)
        latest = f"(SELECT DISTINCT ON ({keys}) * FROM {source} ORDER BY processed_at DESC)"
        later = "processed_at = greatest(report_readings.processed_at, excluded.processed_at)"
        connection.execute(upsert_statement(readings, latest, set_clause=later))
    scores = star_table("score_readings")
    if source := _staged(staging, scores.name):
        once = f"(SELECT DISTINCT ON ({listed(scores.primary_key)}) * FROM {source})"
        connection.execute(f"{_insert_statement(scores, once)} ON CONFLICT DO NOTHING")
    connection.execute(
        """UPDATE report_readings SET is_current = NOT is_current
        WHERE is_current <> ((report_id, reading_id) IN (SELECT (report_id, reading_id) FROM dim_report))"""
    )


def _staged(staging: Staging, name: str) -> str:
    path = staging.path(name)
    place = str(path).replace("'", "''")
    return f"read_parquet('{place}')" if path else ""


def _insert_statement(table: StarTable, source: str) -> str:
    names = listed(table.column_names)
    return f"INSERT INTO {quoted(table.name)} ({names}) SELECT {names} FROM {source}"


def _upsert_rows(connection: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    connection.register("incoming", arrow_table(star_table(name), columns_of(rows)))
    connection.execute(upsert_statement(star_table(name), "incoming"))
    connection.unregister("incoming")


def _see(
    connection: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, str], rows: Sequence[tuple[str, str]]
) -> None:
    """Lets SQL see pairs of texts under a name."""
    import pyarrow

    pairs = {column: [row[place] for row in rows] for place, column in enumerate(columns)}
    text = pyarrow.schema([(column, pyarrow.string()) for column in columns])
    connection.register(name, pyarrow.table(pairs, schema=text))


def _prove_references(connection: duckdb.DuckDBPyConnection) -> None:
    """What the engine does not keep: raises AssertionError, a fault of the program, before the commit."""
    for table in star():
        for reference, query in orphan_queries(table):
            ((orphans,),) = connection.execute(query).fetchall()
            if orphans:
                raise AssertionError(f"{table.name}: {orphans} rows without a row of {reference.table}")
