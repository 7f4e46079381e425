"""What is a server's own: keys, rights, rows that it refuses, loads at the same time, passwords, other destinations."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.model import star
from pipeline.warehouse.places import WarehouseUnusable
from pipeline.warehouse.server import _without_credentials
from schemas.report import Report
from tests.pipeline.warehouse.test_loading import CORRECTED, A, B, C, DuckDB
from tests.pipeline.warehouse.warehouses import PostgreSQL, content

REFUSE_TABLES = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$;
CREATE TRIGGER refusal BEFORE INSERT ON tables EXECUTE FUNCTION refuse();
"""
SCHEMAS = "SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE '{}_incoming%'"


@pytest.fixture
def server(postgres_address: str, request: pytest.FixtureRequest) -> PostgreSQL:
    return PostgreSQL(postgres_address, f"s{abs(hash(request.node.name)) % 10**8}")


def test_a_row_that_the_server_refuses_midway_leaves_the_earlier_content(server: PostgreSQL) -> None:
    server.load(A, B)
    server.ask(REFUSE_TABLES)
    before = content(server)
    another = CORRECTED.model_copy(update={"tables": A.tables})
    with pytest.raises(WarehouseUnusable, match=r"nothing has changed there .*disk full"):
        server.load(another, C)
    assert content(server) == before
    assert server.ask(SCHEMAS.format(server.dataset)) == [(0,)], "what was on its way is gone"


def test_the_server_keeps_primary_and_foreign_keys(server: PostgreSQL) -> None:
    import psycopg2  # type: ignore[import-untyped,import-not-found,unused-ignore]

    server.load(A)
    kinds = f"SELECT contype, count(*) FROM pg_constraint WHERE connamespace = '{server.dataset}'::regnamespace GROUP BY 1"
    found = dict(server.ask(kinds))
    assert (found["p"], found["f"]) == (len(star()), sum(len(table.references) for table in star()))
    with pytest.raises(psycopg2.errors.ForeignKeyViolation):
        server.ask("INSERT INTO measure_steps (report_id, ordinal) VALUES ('r_unknown', 1)")


def test_rights_on_a_view_outlast_a_load(server: PostgreSQL) -> None:
    server.load(A)
    server.ask("GRANT SELECT ON panel TO PUBLIC; CREATE VIEW mine AS SELECT score FROM panel")
    server.load(CORRECTED)
    assert server.ask("SELECT has_table_privilege('public', 'panel', 'SELECT')") == [(True,)]
    assert [float(score) for (score,) in server.ask("SELECT score FROM mine")] == [95.1]


def test_a_load_that_another_one_overtook_changes_nothing(server: PostgreSQL) -> None:
    server.load(A)

    def overtaken() -> Iterator[Report]:
        yield CORRECTED
        server.load(B)

    with pytest.raises(WarehouseUnusable, match="another load came first"):
        server.load_all(overtaken())
    assert server.ask("SELECT source_name FROM dim_report ORDER BY 1") == [("a.pdf",), ("b.pdf",)]
    assert server.load(CORRECTED).replaced == 1


def test_tables_of_another_version_are_refused_with_advice(server: PostgreSQL) -> None:
    server.load(A)
    server.ask("ALTER TABLE findings DROP COLUMN text")
    with pytest.raises(WarehouseUnusable, match=r"another version \(table findings differs\); load into a new schema"):
        server.load(C)
    assert server.ask("SELECT count(*) FROM dim_report") == [(1,)]


def test_what_a_server_says_is_told_without_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "s3cret")
    said = "cannot reach postgresql://me:p%40ss@w0rd@host:5432/db as me with s3cret"
    assert _without_credentials(said) == "cannot reach postgresql://host:5432/db as me with ***"


def test_a_server_that_is_not_there_is_refused_without_the_password() -> None:
    pytest.importorskip("dlt")
    with pytest.raises(WarehouseUnusable) as refusal:
        PostgreSQL("postgres://me:secret@127.0.0.1:9/db", "ita").load(A)
    assert "secret" not in str(refusal.value)
    assert "127.0.0.1:9" in str(refusal.value)


@pytest.mark.skipif(find_spec("dlt") is None, reason="not installed: dlt (the extra 'warehouse')")
def test_any_other_destination_of_dlt_goes_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.warehouse.server import load_to_server

    monkeypatch.setenv("DESTINATION__DUCKDB__CREDENTIALS", str(tmp_path / "other.duckdb"))
    monkeypatch.chdir(tmp_path)
    load_to_server([A, B], "duckdb", "main")
    load_to_server([CORRECTED, B], "duckdb", "main")
    here = DuckDB(tmp_path / "ita.duckdb")
    here.load(A, B, CORRECTED)
    with opened(tmp_path / "other.duckdb") as connection:
        other = DuckDB(tmp_path / "other.duckdb")
        assert not [row for row in connection.execute("SELECT schema_name FROM information_schema.schemata").fetchall() if "incoming" in row[0]]
    assert content(other) == content(here)
