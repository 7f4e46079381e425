"""Questions in SQL to the warehouse, which can change nothing: neither the warehouse nor any other file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.warehouse.duckdb import opened

LEAST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


class BadQuestion(Exception):
    """SQL that the warehouse does not understand or allow; the message is DuckDB's, its hint included."""

    code = "E_BAD_QUESTION"


def ask(database: Path, sql: str) -> Answer:
    """The rows of one SQL statement. Raises BadQuestion, and WarehouseUnusable without a warehouse."""
    import duckdb

    with opened(database) as connection:
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")
        try:
            result = connection.execute(sql)
            columns = tuple(column[0] for column in result.description or ())
            return Answer(columns, [tuple(map(plain, row)) for row in result.fetchall()])
        except duckdb.Error as error:
            raise BadQuestion(str(error)) from error


def plain(value: object) -> object:
    """The value; a decimal with at least two places and no zeros after them."""
    if not isinstance(value, Decimal):
        return value
    text = f"{value:f}".rstrip("0") if "." in f"{value:f}" else f"{value:f}"
    whole, _, decimals = text.partition(".")
    return Decimal(f"{whole}.{decimals:0<{LEAST_DECIMALS}}")
