"""The statements that make the star schema in DuckDB and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.warehouse.columns import Kind
from pipeline.warehouse.figures import PRECISION, SCALE
from pipeline.warehouse.model import Reference, StarTable

SQL_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "number": f"DECIMAL({PRECISION}, {SCALE})",
    "ratio": "DOUBLE",
    "integer": "BIGINT",
    "truth": "BOOLEAN",
    "list": "JSON",
}


def create_statement(table: StarTable, types: Mapping[Kind, str] = SQL_TYPES, *, deferred: bool = False) -> str:
    """``CREATE TABLE IF NOT EXISTS`` with primary key and the foreign keys that DuckDB can keep.

    ``deferred``: with all foreign keys, proven when a transaction ends, which DuckDB does not know.
    """
    lines = [f"{quoted(c.name)} {types[c.kind]}" for c in table.columns]
    lines.append(f"PRIMARY KEY ({listed(table.primary_key)})")
    kept = (reference for reference in table.references if reference.enforced or deferred)
    lines.extend(_foreign_key(reference) + deferred * " DEFERRABLE INITIALLY DEFERRED" for reference in kept)
    return f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def upsert_statement(table: StarTable, incoming: str, *, set_clause: str = "") -> str:
    """Inserts the rows of ``incoming``; a row with a known key takes their values, or does as ``set_clause`` says."""
    others = (name for name in table.column_names if name not in table.primary_key)
    changes = set_clause or ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in others)
    return (
        f"INSERT INTO {quoted(table.name)} ({listed(table.column_names)}) SELECT {listed(table.column_names)} "
        f"FROM {incoming} ON CONFLICT ({listed(table.primary_key)}) DO UPDATE SET {changes}"
    )


def orphan_queries(table: StarTable) -> Iterator[tuple[Reference, str]]:
    """For every reference that DuckDB does not keep, a query that counts the rows without a match."""
    for reference in table.references:
        if not reference.enforced:
            (column,) = reference.columns
            known = f"SELECT {quoted(column)} FROM {quoted(reference.table)}"
            where = f"{quoted(column)} IS NOT NULL AND {quoted(column)} NOT IN ({known})"
            yield reference, f"SELECT count(*) FROM {quoted(table.name)} WHERE {where}"


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def listed(names: Iterable[str]) -> str:
    return ", ".join(quoted(name) for name in names)


def _foreign_key(reference: Reference) -> str:
    columns = listed(reference.columns)
    return f"FOREIGN KEY ({columns}) REFERENCES {quoted(reference.table)} ({columns})"
