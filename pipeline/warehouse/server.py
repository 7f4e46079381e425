"""Warehouses on servers, through dlt: PostgreSQL, BigQuery, Snowflake and whatever else dlt knows by name.

The same tables with the same keys as in DuckDB, and the same merge. dlt merges table after table: a load that
breaks off is finished by running it again. Credentials come from the address, the environment or dlt's own
configuration and are never shown. dlt sends no telemetry from here.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from pipeline.warehouse.duckdb import without_cycle_search
from pipeline.warehouse.merge import Loaded, Merge
from pipeline.warehouse.model import star
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.readings import Reading
from pipeline.warehouse.shipment import Shipment
from pipeline.warehouse.staging import Staging
from pipeline.warehouse.views import views
from schemas.report import Report

ADDRESSES = {"postgres", "postgresql"}
"""Beginnings of addresses that mean dlt's destination ``postgres``; any other name is dlt's own."""

def load_to_server(reports: Iterable[Report], to: str, dataset: str = "ita") -> Loaded:
    """What the load did. ``to`` is an address (``postgres://user@host/db``) or the name of a dlt destination.

    Raises WarehouseUnusable where dlt is not installed or the server refuses; what ``reports`` raises goes on.
    """
    dlt = _dlt(to)
    with tempfile.TemporaryDirectory(prefix="ita-load-") as folder, without_cycle_search():
        with _refusals(to):
            pipeline = dlt.pipeline(
                pipeline_name="ita_reports",
                destination=_destination(dlt, to),
                dataset_name=dataset,
                pipelines_dir=str(Path(folder) / "dlt"),
            )
            merge = Merge(_current_readings(pipeline))
        staging = Staging(Path(folder), merge)
        try:
            for _ in staging.fill(iter(reports)):
                pass
        finally:
            staging.finish()
        with _refusals(to):
            shipment = Shipment(staging, _readings_there(pipeline))
            pipeline.run([shipment.resource(dlt, table) for table in star()]).raise_on_failed_jobs()
            _settle(pipeline, merge)
    return merge.loaded


def _dlt(to: str) -> Any:
    os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
    os.environ.setdefault("RUNTIME__LOG_LEVEL", "CRITICAL")
    try:
        import dlt
    except ImportError as error:
        reason_en = "install first: pip install 'ita-reports[warehouse]'"
        raise WarehouseUnusable(_shown(to), "ติดตั้งเพิ่มก่อน", reason_en) from error
    return dlt


def _destination(dlt: Any, to: str) -> Any:
    name, is_address, _ = to.partition("://")
    if is_address and name in ADDRESSES:
        return dlt.destinations.postgres(_with_password(to))
    if is_address:
        reason_en = "only postgres:// is an address; name any other dlt destination and configure it as dlt does"
        raise WarehouseUnusable(_shown(to), "ใช้ชื่อปลายทางของ dlt", reason_en)
    return name


def _with_password(address: str) -> str:
    """The address as dlt takes it; a password that it does not hold comes from ``PGPASSWORD``, as with psql."""
    parts = urlsplit(address)
    user, _, host = parts.netloc.rpartition("@")
    if ":" not in user:
        user = f"{user or os.environ.get('PGUSER', 'postgres')}:{quote(os.environ.get('PGPASSWORD', ''), safe='')}"
    return urlunsplit(("postgresql", f"{user}@{host}", *parts[2:]))


@contextmanager
def _refusals(to: str) -> Iterator[None]:
    """dlt's many errors as one of ours, without the credentials that they may quote."""
    try:
        yield
    except WarehouseUnusable:
        raise
    except Exception as error:
        first_line = (str(error).splitlines() or [type(error).__name__])[0]
        reason_en = f"the server cannot be used ({type(error).__name__}: {first_line.replace(to, _shown(to))[:300]})"
        raise WarehouseUnusable(_shown(to), "ใช้เซิร์ฟเวอร์นี้ไม่ได้", reason_en) from None


def _shown(to: str) -> str:
    """The address without user and password."""
    name, is_address, rest = to.partition("://")
    return f"{name}://{rest.rpartition('@')[2].partition('?')[0]}" if is_address else name


def _asked(pipeline: Any, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query; none where the tables are not there yet."""
    from dlt.destinations.exceptions import DatabaseUndefinedRelation

    with pipeline.sql_client() as client:
        try:
            with client.execute_query(query) as cursor:
                return list(cursor.fetchall())
        except DatabaseUndefinedRelation:
            return []


def _current_readings(pipeline: Any) -> dict[str, Reading]:
    query = "SELECT report_id, reading_id, pipeline_version, processed_at FROM dim_report"
    return {row[0]: Reading(*(value or "" for value in row)) for row in _asked(pipeline, query)}


def _readings_there(pipeline: Any) -> dict[tuple[str, str], str]:
    """When each reading of the server's history was last made."""
    query = "SELECT report_id, reading_id, processed_at FROM report_readings"
    return {(row[0], row[1]): row[2] or "" for row in _asked(pipeline, query)}


def _settle(pipeline: Any, merge: Merge) -> None:
    """What follows from the loaded rows: times of reports that were read once more, the current readings, views."""
    with pipeline.sql_client() as client:
        for report_id, processed_at in merge.times:
            client.execute_sql("UPDATE dim_report SET processed_at = %s WHERE report_id = %s", processed_at, report_id)
        client.execute_sql(
            """UPDATE report_readings SET is_current = EXISTS (SELECT 1 FROM dim_report d
            WHERE d.report_id = report_readings.report_id AND d.reading_id = report_readings.reading_id) WHERE 1 = 1"""
        )
        if pipeline.destination.destination_name == "postgres":  # the SQL of the views is PostgreSQL's and DuckDB's
            for view in reversed(views()):
                client.execute_sql(f'DROP VIEW IF EXISTS "{view.name}"')
            for view in views():
                client.execute_sql(view.create_statement())
