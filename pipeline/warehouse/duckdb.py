"""The embedded warehouse: one DuckDB file, filled in one transaction or not at all.

DuckDB writes with one process at a time; readers may be many. The rows of a report that a newer reading
replaces are deleted and written anew; rows that others refer to are updated where they stand, because DuckDB
checks foreign keys at each statement and not at the end.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.warehouse.arrow import arrow_table
from pipeline.warehouse.ddl import create_statement, listed, orphan_queries, quoted, upsert_statement
from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_rows, office_rows
from pipeline.warehouse.facts import fact_rows, reading_row, report_row, score_reading_rows
from pipeline.warehouse.merge import Batch, Loaded, remembered, sorted_out
from pipeline.warehouse.model import StarTable, star, star_table
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.readings import Reading
from pipeline.warehouse.views import views
from schemas.report import Report

if TYPE_CHECKING:
    import duckdb

BATCH_REPORTS = 25
"""Reports that are turned into rows at a time: what bounds the memory of a load."""

Told = Callable[[int], None]


def load(reports: Iterable[Report], database: Path, told: Told = lambda count: None) -> Loaded:
    """What the load did. When anything fails nothing of it is in the warehouse, and the error goes on.

    ``told`` hears how many reports have been taken after each batch. Raises WarehouseUnusable.
    """
    loaded = Loaded()
    with _transaction(database) as connection, without_cycle_search():
        _make_tables(connection, database)
        known = _current_readings(connection)
        remaining = iter(reports)
        while some := list(islice(remaining, BATCH_REPORTS)):
            batch = sorted_out(some, known, loaded)
            _put(connection, some, batch)
            remembered(known, batch)
            told(loaded.reports)
        _prove_references(connection)
        for view in views():
            connection.execute(view.create_statement())
    return loaded


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
def _transaction(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    is_new = not database.exists()
    database.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened(database, read_only=False) as connection:
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


def _make_tables(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    for table in star():
        connection.execute(create_statement(table))
        described = connection.execute(f"DESCRIBE SELECT * FROM {quoted(table.name)}").fetchall()
        if tuple(row[0] for row in described) != table.column_names:
            reason_th = "สร้างโดยโปรแกรมรุ่นอื่น ลบไฟล์แล้วสั่ง ita load ใหม่"
            reason_en = f"made by another version (table {table.name} differs); delete it and run ita load again"
            raise WarehouseUnusable(database, reason_th, reason_en)
    _insert(connection, star_table("dim_indicator"), indicator_rows(), upsert=True)


def _current_readings(connection: duckdb.DuckDBPyConnection) -> dict[str, Reading]:
    columns = "report_id, reading_id, coalesce(pipeline_version, ''), coalesce(processed_at, '')"
    rows = connection.execute(f"SELECT {columns} FROM dim_report").fetchall()
    return {row[0]: Reading(*row) for row in rows}


def _put(connection: duckdb.DuckDBPyConnection, reports: Sequence[Report], batch: Batch) -> None:
    _insert(connection, star_table("dim_office"), office_rows(reports), upsert=True)
    _insert(connection, star_table("dim_fiscal_year"), fiscal_year_rows(reports), upsert=True)
    if batch.stale_facts:
        for table in star():
            if table.part == "fact":
                where = "report_id IN (SELECT unnest(?))"
                connection.execute(f"DELETE FROM {quoted(table.name)} WHERE {where}", [batch.stale_facts])
    current = batch.current.values()
    _insert(connection, star_table("dim_report"), [report_row(*pair) for pair in current], upsert=True)
    for again in batch.seen_again:
        values = [again.processed_at, again.report_id]
        connection.execute("UPDATE dim_report SET processed_at = ? WHERE report_id = ?", values)
    rows: dict[str, list[tuple[object, ...]]] = {}
    for report, _ in current:
        for name, values_of_table in fact_rows(report):
            rows.setdefault(name, []).extend(values_of_table)
    for name, found in rows.items():
        _insert(connection, star_table(name), found)
    _put_history(connection, batch)


def _put_history(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    readings = [reading_row(report, reading, False) for report, reading in batch.readings.values()]
    latest = "processed_at = greatest(processed_at, excluded.processed_at)"
    _insert(connection, star_table("report_readings"), readings, upsert=True, set_clause=latest)
    scores = [row for pair in batch.readings.values() for row in score_reading_rows(*pair)]
    _insert(connection, star_table("score_readings"), scores, upsert=True)
    connection.execute(
        """UPDATE report_readings SET is_current = NOT is_current WHERE report_id IN (SELECT unnest(?))
        AND is_current <> ((report_id, reading_id) IN (SELECT (report_id, reading_id) FROM dim_report))""",
        [list({report_id for report_id, _ in batch.readings})],
    )


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: StarTable,
    rows: Sequence[tuple[object, ...]],
    *,
    upsert: bool = False,
    set_clause: str = "",
) -> None:
    if not rows:
        return
    connection.register("incoming", arrow_table(table, rows))
    names = listed(table.column_names)
    plain = f"INSERT INTO {quoted(table.name)} ({names}) SELECT {names} FROM incoming"
    connection.execute(upsert_statement(table, "incoming", set_clause=set_clause) if upsert else plain)
    connection.unregister("incoming")


def _prove_references(connection: duckdb.DuckDBPyConnection) -> None:
    """What the engine does not keep: raises AssertionError, a fault of the program, before the commit."""
    for table in star():
        for reference, query in orphan_queries(table):
            ((orphans,),) = connection.execute(query).fetchall()
            if orphans:
                raise AssertionError(f"{table.name}: {orphans} rows without a row of {reference.table}")
