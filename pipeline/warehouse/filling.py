"""Puts staged rows into DuckDB, one statement for each table.

Facts that a newer reading replaces are deleted and written anew; rows that others refer to are updated where they
stand, because DuckDB checks foreign keys at each statement and not at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.arrow import arrow_table
from pipeline.warehouse.ddl import listed, quoted, upsert_statement
from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_rows, office_rows
from pipeline.warehouse.facts import columns_of
from pipeline.warehouse.model import StarTable, star, star_table
from pipeline.warehouse.staging import Staging

if TYPE_CHECKING:
    import duckdb


def fill(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    """Dimensions, facts and history of a finished staging, within the transaction that is open."""
    merge = staging.merge
    _upsert_rows(connection, "dim_indicator", indicator_rows())
    _upsert_rows(connection, "dim_office", office_rows(staging.sources.values()))
    _upsert_rows(connection, "dim_fiscal_year", fiscal_year_rows(staging.years))
    _see(connection, "put", ("report_id", "reading_id"), [(r.report_id, r.reading_id) for r in merge.put.values()])
    facts = [table for table in star() if table.part == "fact"]
    if merge.stale:
        for table in facts:
            where = "report_id IN (SELECT unnest(?))"
            connection.execute(f"DELETE FROM {quoted(table.name)} WHERE {where}", [merge.stale])
    for table in (star_table("dim_report"), *facts):
        if source := _staged(staging, table.name):
            put = "(report_id, reading_id) IN (SELECT (report_id, reading_id) FROM put)"
            statement = _insert_statement if table.part == "fact" else upsert_statement
            connection.execute(statement(table, f"(SELECT * FROM {source} WHERE {put})"))
    _see(connection, "later", ("report_id", "processed_at"), merge.times)
    same = "dim_report.report_id = later.report_id"
    connection.execute(f"UPDATE dim_report SET processed_at = later.processed_at FROM later WHERE {same}")
    _put_history(connection, staging)


def _put_history(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    readings = star_table("report_readings")
    if source := _staged(staging, readings.name):
        keys = listed(readings.primary_key)
        latest = f"(SELECT DISTINCT ON ({keys}) * FROM {source} ORDER BY processed_at DESC)"
        later = "processed_at = greatest(report_readings.processed_at, excluded.processed_at)"
        connection.execute(upsert_statement(readings, latest, set_clause=later))
    for table in (star_table("score_readings"), star_table("report_files")):
        if source := _staged(staging, table.name):
            connection.execute(f"{_insert_statement(table, source)} ON CONFLICT DO NOTHING")
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
