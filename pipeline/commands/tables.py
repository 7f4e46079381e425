"""``ita tables``: what tables were seen in a file and how they were understood.

The first thing to look at when a report is read wrongly: a column without a meaning wants a word in
``extractors/headers.toml``, a table with a wrong shape wants a look at the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.extract import AsJson

if TYPE_CHECKING:
    from rich.console import Console

    from extractors.tables import TableReading

BODY_ROWS = 3
LONGEST_TEXT = 60
"""Characters of a cell that are shown to people; JSON has them all."""


def register(app: typer.Typer) -> None:
    app.command()(tables)


def tables(
    file: Annotated[Path, typer.Argument(help="ไฟล์รายงาน · The report's file.")],
    rows: Annotated[int, typer.Option(min=0, help="จำนวนแถวที่แสดง · Body rows to show.")] = BODY_ROWS,
    as_json: AsJson = False,
) -> None:
    """แสดงตารางที่พบและความหมายของคอลัมน์ · Show the tables seen and what columns mean."""
    from extractors.readings import read_tables
    from pipeline.commands.reading import document_of
    from pipeline.console import data_console, talk

    readings = read_tables(document_of(file))
    if as_json:
        _print_json(readings, rows)
    else:
        for reading in readings:
            _tell(data_console(), reading, rows)
    talk().print(f"{len(readings)} ตาราง tables")


def described(reading: TableReading, rows: int) -> dict[str, Any]:
    """A reading as plain values: where the table is, what kind, each column's words and meaning, its rows."""
    view = reading.view
    return {
        "table_no": reading.table.number,
        "page_from": reading.table.page_from,
        "page_to": reading.table.page_to,
        "rows": reading.table.rows,
        "columns": reading.table.columns,
        "kind": reading.kind,
        "turned": reading.turned,
        "header_rows": reading.header_rows,
        "headers": [
            {"column": number, "words": list(words), "concept": concept}
            for number, (words, concept) in enumerate(zip(reading.paths, reading.columns, strict=True))
        ],
        "body": [
            [cell.text if cell else "" for cell in view.row(row)]
            for row in range(reading.header_rows, min(view.rows, reading.header_rows + rows))
        ],
    }


def _print_json(readings: tuple[TableReading, ...], rows: int) -> None:
    import json

    typer.echo(json.dumps([described(reading, rows) for reading in readings], ensure_ascii=False, indent=1))


def _tell(console: Console, reading: TableReading, rows: int) -> None:
    from rich.table import Table
    from rich.text import Text

    seen = described(reading, rows)
    pages = f"หน้า p. {seen['page_from']}-{seen['page_to']}, " if seen["page_from"] else ""
    turned = ", หัวอยู่คอลัมน์แรก headers down the first column" if seen["turned"] else ""
    console.print(
        f"\nตาราง table {seen['table_no']}: {pages}{seen['rows']} x {seen['columns']}, "
        f"ชนิด kind: {seen['kind'] or '? (ไม่รู้จัก unknown)'}, "
        f"แถวหัว header rows: {seen['header_rows']}{turned}",
        style="bold",
        markup=False,
    )
    body = (f"แถว row {number + 1}" for number in range(len(seen["body"])))
    shown = Table("#", "หัวคอลัมน์ header", "ความหมาย meaning", *body)
    for header in seen["headers"]:
        texts = [Text(_short(row[header["column"]])) for row in seen["body"]]
        words = Text(_short(" / ".join(header["words"])))
        shown.add_row(str(header["column"] + 1), words, header["concept"] or "?", *texts)
    console.print(shown)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"
