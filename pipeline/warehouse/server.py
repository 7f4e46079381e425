"""Warehouses on servers, through dlt: PostgreSQL, BigQuery, Snowflake and whatever else dlt knows by name.

The same tables with the same keys as in DuckDB, and the same merge. dlt brings a load into a schema of its own
(``ita_incoming_...``), which is dropped afterwards; one transaction moves it into the warehouse (``handover``), so a
load is there whole or not at all wherever the destination has transactions. Credentials come from the address, the
environment or dlt's own configuration and are never shown. dlt sends no telemetry from here.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from pipeline.warehouse.duckdb import without_cycle_search
from pipeline.warehouse.handover import AnotherLoad, AnotherShape, Handover, known_by
from pipeline.warehouse.merge import Loaded, Merge
from pipeline.warehouse.model import star
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.readings import Incoming
from pipeline.warehouse.shipment import Shipment
from pipeline.warehouse.staging import Staging
from schemas.report import Report

ADDRESSES = {"postgres", "postgresql"}
"""Beginnings of addresses that mean dlt's destination ``postgres``; any other name is dlt's own."""

WITHOUT_TRANSACTIONS = {"athena", "clickhouse", "databricks", "dremio"}
"""Destinations of dlt where every statement stands for itself."""

NOTHING_CHANGED = ("ข้อมูลเดิมยังครบถ้วน", "nothing has changed there")
IN_PART = (
    "ปลายทางนี้ไม่มี transaction ข้อมูลอาจเข้าเพียงบางส่วน สั่งแบบเดิมอีกครั้งเพื่อให้ครบ",
    "this destination has no transactions and may hold a part of the load: run the same again to complete it",
)


def load_to_server(reports: Iterable[Report | Incoming], to: str, dataset: str = "ita") -> Loaded:
    """What the load did. ``to`` is an address (``postgres://user@host/db``) or the name of a dlt destination.

    Raises WarehouseUnusable where dlt is not installed or the server refuses, and says whether something may have
    changed there; what ``reports`` raises goes on.
    """
    with tempfile.TemporaryDirectory(prefix="ita-load-") as folder, without_cycle_search():
        server = _server(to, dataset, Path(folder))
        with server.refusals(), server.pipeline(dataset).sql_client() as client:
            before = known_by(client)
        merge = Merge(dict(before.current))
        staging = Staging(Path(folder), merge, before.a_file)
        try:
            for _ in staging.fill(iter(reports)):
                pass
        finally:
            staging.finish()
        with server.refusals(), server.incoming() as incoming:
            server.pipeline(incoming).run(Shipment(staging, before.readings).resources(server.dlt))
            if not server.is_postgres:
                server.make_tables()
            with server.handing_over(), server.pipeline(dataset).sql_client() as client:
                Handover(client, incoming, server.is_postgres).make(before)
    return merge.loaded


@dataclass
class _Server:
    """A destination of dlt; ``to`` and ``dataset`` as the user gave them."""

    dlt: Any
    destination: Any
    name: str
    to: str
    dataset: str
    folder: Path

    @property
    def is_postgres(self) -> bool:
        return self.name == "postgres"

    def pipeline(self, dataset: str) -> Any:
        return self.dlt.pipeline(
            pipeline_name="ita_reports",
            destination=self.destination,
            dataset_name=dataset,
            pipelines_dir=str(self.folder / "dlt" / dataset),
        )

    @contextmanager
    def incoming(self) -> Iterator[str]:
        """The name of a schema for this load alone; it is gone afterwards."""
        name = f"{self.dataset}_incoming_{secrets.token_hex(4)}"
        try:
            yield name
        finally:
            with suppress(Exception), self.pipeline(name).sql_client() as client:
                client.drop_dataset()

    def make_tables(self) -> None:
        """Lets dlt make the tables, empty, where they are not there yet."""
        from pipeline.warehouse.arrow import arrow_schema

        empty = [
            self.dlt.resource([arrow_schema(table).empty_table()], name=table.name, write_disposition="append")
            for table in star()
        ]
        self.pipeline(self.dataset).run(empty)

    @contextmanager
    def handing_over(self) -> Iterator[None]:
        """While this goes on, a destination without transactions may be left with a part of the load."""
        try:
            yield
        except AnotherLoad:
            raise self.unusable("มีการนำเข้าอื่นเข้ามาก่อน สั่งใหม่อีกครั้ง", "another load came first; run it again") from None
        except AnotherShape as table:
            reason_en = f"made by another version (table {table} differs); load into a new schema by --dataset"
            raise self.unusable("สร้างโดยโปรแกรมรุ่นอื่น ใช้ --dataset ชื่อใหม่", reason_en) from None
        except Exception as error:
            if self.name in WITHOUT_TRANSACTIONS:
                raise self.refused(error, IN_PART) from None
            raise

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """dlt's many errors as one of ours, without the credentials that they may quote."""
        try:
            yield
        except WarehouseUnusable:
            raise
        except Exception as error:
            raise self.refused(error, NOTHING_CHANGED) from None

    def refused(self, error: Exception, left: tuple[str, str]) -> WarehouseUnusable:
        first_line = _without_credentials((str(error).splitlines() or [""])[0])[:300]
        reason_en = f"the server cannot be used; {left[1]} ({type(error).__name__}: {first_line})"
        return self.unusable(f"ใช้เซิร์ฟเวอร์นี้ไม่ได้ {left[0]}", reason_en)

    def unusable(self, reason_th: str, reason_en: str) -> WarehouseUnusable:
        return WarehouseUnusable(_shown(self.to), reason_th, reason_en)


def _server(to: str, dataset: str, folder: Path) -> _Server:
    dlt = _dlt(to)
    name, is_address, _ = to.partition("://")
    if not is_address:
        return _Server(dlt, name, name, to, dataset, folder)
    if name in ADDRESSES:
        return _Server(dlt, dlt.destinations.postgres(_with_password(to)), "postgres", to, dataset, folder)
    reason_en = "only postgres:// is an address; name any other dlt destination and configure it as dlt does"
    raise WarehouseUnusable(_shown(to), "ใช้ชื่อปลายทางของ dlt", reason_en)


def _dlt(to: str) -> Any:
    os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
    os.environ.setdefault("RUNTIME__LOG_LEVEL", "CRITICAL")
    try:
        import dlt
    except ImportError as error:
        reason_en = "install first: pip install 'ita-reports[warehouse]'"
        raise WarehouseUnusable(_shown(to), "ติดตั้งเพิ่มก่อน", reason_en) from error
    return dlt


def _with_password(address: str) -> str:
    """The address as dlt takes it; a password that it does not hold comes from ``PGPASSWORD``, as with psql."""
    parts = urlsplit(address)
    user, _, host = parts.netloc.rpartition("@")
    if ":" not in user:
        user = f"{user or os.environ.get('PGUSER', 'postgres')}:{quote(os.environ.get('PGPASSWORD', ''), safe='')}"
    return urlunsplit(("postgresql", f"{user}@{host}", *parts[2:]))


def _without_credentials(text: str) -> str:
    """The text without user and password of an address, and without ``PGPASSWORD``."""
    password = os.environ.get("PGPASSWORD")
    text = text.replace(password, "***") if password else text
    return re.sub(r"://\S+@", "://", text)


def _shown(to: str) -> str:
    """The address without user and password."""
    name, is_address, rest = to.partition("://")
    return f"{name}://{rest.rpartition('@')[2].partition('?')[0]}" if is_address else name
