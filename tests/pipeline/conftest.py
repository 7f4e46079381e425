"""Warehouses for tests: DuckDB always, PostgreSQL where it and dlt are installed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.pipeline.warehouse import postgres
from tests.pipeline.warehouse.warehouses import DuckDB, PostgreSQL, Warehouse


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    missing = [name for name in ("dlt", "psycopg2") if find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (the extra 'warehouse')")
    if postgres.programs() is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with postgres.running() as address:
        yield address


@pytest.fixture(params=["duckdb", "postgres"])
def warehouse(request: pytest.FixtureRequest, tmp_path: Path) -> Warehouse:
    if request.param == "duckdb":
        return DuckDB(tmp_path / "ita.duckdb")
    address = request.getfixturevalue("postgres_address")
    digest = hashlib.sha256(str(tmp_path).encode()).hexdigest()
    return PostgreSQL(address, f"t{digest[:8]}")


@pytest.fixture
def embedded(tmp_path: Path) -> DuckDB:
    return DuckDB(tmp_path / "ita.duckdb")
