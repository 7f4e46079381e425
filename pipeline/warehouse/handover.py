"""From the incoming schema of a server into the warehouse's tables, in one transaction.

A load first lies complete in a schema of its own, where nobody looks. Then these statements delete the rows that it
replaces and insert its own. They are plain SQL, so that every destination understands them; PostgreSQL also gets the
keys and the views.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.warehouse.columns import Kind
from pipeline.warehouse.ddl import create_statement, quoted
from pipeline.warehouse.model import StarTable, star
from pipeline.warehouse.readings import Reading
from pipeline.warehouse.shipment import LATER
from pipeline.warehouse.views import views

POSTGRES_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "number": "NUMERIC(38, 9)",
    "ratio": "DOUBLE PRECISION",
    "integer": "BIGINT",
    "truth": "BOOLEAN",
    "list": "TEXT",
}


class AnotherLoad(Exception):
    """Another load changed the warehouse while this one was under way."""


class AnotherShape(Exception):
    """A table has not the columns that this version writes; the message is its name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a server holds: the current reading of each report, and when each reading of its history was last made.

    ``a_file`` is the name of one of its files.
    """

    current: Mapping[str, Reading]
    readings: Mapping[tuple[str, str], str]
    a_file: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """``client`` is dlt's open connection to the warehouse's schema, ``incoming`` the name of the other schema."""

    client: Any
    incoming: str
    is_postgres: bool

    def make(self, before: Known) -> None:
        """Puts the incoming rows in, if the warehouse still holds what it held ``before``.

        Raises AnotherLoad where it does not, AnotherShape for tables of another version, and what the server raises;
        then, on a server with transactions, nothing has changed.
        """
        with self.client.begin_transaction():
            if self.is_postgres:
                self._make_tables()
            self._prove_columns()
            if known_by(self.client) != before:
                raise AnotherLoad
            for statement in self._statements():
                self.client.execute_sql(statement)
            if self.is_postgres:
                self._make_views()

    def _make_tables(self) -> None:
        """The tables with their keys, and the last of concurrent loads waits here for the first."""
        self.client.execute_sql(f"CREATE SCHEMA IF NOT EXISTS {self.client.fully_qualified_dataset_name()}")
        for table in star():
            self.client.execute_sql(create_statement(table, POSTGRES_TYPES, deferred=True))
        self.client.execute_sql("LOCK TABLE dim_report IN SHARE ROW EXCLUSIVE MODE")

    def _prove_columns(self) -> None:
        for table in star():
            with self.client.execute_query(f"SELECT * FROM {self._own(table.name)} WHERE 1 = 0") as cursor:
                there = {column[0].lower() for column in cursor.description}
            if not there.issuperset(table.column_names):
                raise AnotherShape(table.name)

    def _statements(self) -> Iterator[str]:
        for table in star():
            columns = ", ".join(map(self.client.escape_column_name, table.column_names))
            source = self._incoming(table.name)
            yield f"DELETE FROM {self._own(table.name)} WHERE {self._replaced(table)}"
            yield f"INSERT INTO {self._own(table.name)} ({columns}) SELECT {columns} FROM {source}"
        report, later = self._own("dim_report"), self._incoming(LATER)
        yield (
            f"UPDATE {report} SET processed_at = (SELECT l.processed_at FROM {later} l "
            f"WHERE l.report_id = {report}.report_id) WHERE report_id IN (SELECT report_id FROM {later})"
        )
        readings = self._own("report_readings")
        yield (
            f"UPDATE {readings} SET is_current = EXISTS (SELECT 1 FROM {report} d WHERE d.report_id = "
            f"{readings}.report_id AND d.reading_id = {readings}.reading_id) WHERE 1 = 1"
        )

    def _replaced(self, table: StarTable) -> str:
        """Which rows go: of a fact all of every report that is put, also where it has none now, else those of a key."""
        is_fact = table.part == "fact"
        keys = ("report_id",) if is_fact else table.primary_key
        source, own = self._incoming("dim_report" if is_fact else table.name), self._own(table.name)
        same = " AND ".join(f"i.{key} = {own}.{key}" for key in keys)
        return f"EXISTS (SELECT 1 FROM {source} i WHERE {same})"

    def _make_views(self) -> None:
        """Replaces the views where they stand, so that rights on them last; of another shape they are made anew."""
        self.client.execute_sql("SAVEPOINT before_views")
        try:
            for view in views():
                self.client.execute_sql(view.create_statement())
        except Exception:
            self.client.execute_sql("ROLLBACK TO SAVEPOINT before_views")
            for view in reversed(views()):
                self.client.execute_sql(f"DROP VIEW IF EXISTS {quoted(view.name)}")
            for view in views():
                self.client.execute_sql(view.create_statement())

    def _own(self, name: str) -> str:
        return str(self.client.make_qualified_table_name(name))

    def _incoming(self, name: str) -> str:
        with self.client.with_alternative_dataset_name(self.incoming):
            return str(self.client.make_qualified_table_name(name))


def known_by(client: Any) -> Known:
    """What the server holds; nothing where the tables are not there yet."""
    reports = _rows(client, "dim_report", ("report_id", "reading_id", "pipeline_version", "processed_at"))
    readings = _rows(client, "report_readings", ("report_id", "reading_id", "processed_at", "source_name"))
    a_file = min((row[3] for row in readings), default="")
    return Known({row[0]: Reading(*row) for row in reports}, {(row[0], row[1]): row[2] for row in readings}, a_file)


def _rows(client: Any, name: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Texts of a table, absent ones empty; none where it is not there yet."""
    from dlt.destinations.exceptions import DatabaseUndefinedRelation

    names = ", ".join(map(client.escape_column_name, columns))
    try:
        with client.execute_query(f"SELECT {names} FROM {client.make_qualified_table_name(name)}") as cursor:
            return [tuple(value or "" for value in row) for row in cursor.fetchall()]
    except DatabaseUndefinedRelation:
        return []
