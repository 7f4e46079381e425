"""``ita schema``: the JSON Schema of a report."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    app.command()(schema)


def schema() -> None:
    """พิมพ์ JSON Schema ของรายงาน · Print the JSON Schema of a report."""
    from schemas.json_schema import schema_text

    typer.echo(schema_text(), nl=False)
