"""Two warehouses that must behave alike, and the fingerprint of what they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from pipeline.warehouse.duckdb import load, opened
from pipeline.warehouse.merge import Loaded
from pipeline.warehouse.model import star
from schemas.report import Report


class Warehouse(Protocol):
    def load(self, *reports: Report) -> Loaded: ...

    def load_all(self, reports: Iterable[Report]) -> Loaded: ...

    def ask_all(self, *questions: str) -> list[list[tuple[Any, ...]]]: ...

    def ask(self, sql: str) -> list[tuple[Any, ...]]: ...


class DuckDB:
    def __init__(self, database: Path) -> None:
        self.database = database

    def load(self, *reports: Report) -> Loaded:
        return self.load_all(reports)

    def load_all(self, reports: Iterable[Report]) -> Loaded:
        return load(reports, self.database)

    def ask_all(self, *questions: str) -> list[list[tuple[Any, ...]]]:
        with opened(self.database) as connection:
            return [connection.execute(sql).fetchall() for sql in questions]

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self.ask_all(sql)[0]


class PostgreSQL:
    def __init__(self, address: str, dataset: str) -> None:
        self.address, self.dataset = address, dataset

    def load(self, *reports: Report) -> Loaded:
        return self.load_all(reports)

    def load_all(self, reports: Iterable[Report]) -> Loaded:
        from pipeline.warehouse.server import load_to_server

        return load_to_server(reports, self.address, self.dataset)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self.ask_all(sql)[0]

    def ask_all(self, *questions: str) -> list[list[tuple[Any, ...]]]:
        import psycopg2  # type: ignore[import-untyped,import-not-found,unused-ignore]

        options = f"-c search_path={self.dataset}"
        connection = psycopg2.connect(self.address.replace("postgres:", "postgresql:"), options=options)
        try:
            with connection.cursor() as cursor:
                answers = []
                for sql in questions:
                    cursor.execute(sql)
                    answers.append(list(cursor.fetchall()) if cursor.description else [])
                connection.commit()
                return answers
        finally:
            connection.close()


def content(warehouse: Warehouse) -> dict[str, tuple[int, str]]:
    """Row count and checksum of every table, rows in a fixed order, numbers without their spelling."""
    names = {table.name: ", ".join(f'"{column}"' for column in table.column_names) for table in star()}
    answers = warehouse.ask_all(*(f'SELECT {columns} FROM "{name}"' for name, columns in names.items()))
    return {name: fingerprint(rows) for name, rows in zip(names, answers, strict=True)}


def _spelled(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else repr(value)


def fingerprint(rows: list[tuple[Any, ...]]) -> tuple[int, str]:
    """How many rows there are, and their checksum whatever their order."""
    spelled = sorted(tuple(map(_spelled, row)) for row in rows)
    return len(rows), hashlib.sha256(repr(spelled).encode()).hexdigest()
