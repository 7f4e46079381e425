"""``ita query``: a question in SQL to the warehouse; without one, what there is to ask."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.warehouse.places import WarehouseUnusable, database_of

if TYPE_CHECKING:
    from rich.table import Table

FORMATS = ("table", "csv", "json")
MOST_ROWS = 200
"""Rows that a table on the screen shows."""


def register(app: typer.Typer) -> None:
    app.command()(query)


def query(
    sql: Annotated[str, typer.Argument(help="คำสั่ง SELECT · A SELECT statement.", show_default=False)] = "",
    output: Annotated[
        Path, typer.Option("--output", "-o", help="โฟลเดอร์ผลลัพธ์หรือไฟล์ DuckDB · Folder or DuckDB file.")
    ] = Path("output"),
    answer_format: Annotated[
        str, typer.Option("--format", "-f", metavar="table|csv|json", help="รูปแบบคำตอบ · How to answer.")
    ] = "table",
) -> None:
    """ถามคลังข้อมูลด้วย SQL อ่านอย่างเดียว · Ask the warehouse in SQL, read-only.

    ไม่ใส่ SQL จะแสดงตารางและมุมมองที่มี · Without SQL it lists the tables and views.
    ตัวอย่าง example: ita query "SELECT * FROM weakest_indicators WHERE weakness_rank = 1"
    """
    from pipeline.console import data_console, talk
    from pipeline.warehouse.questions import BadQuestion, ask

    if answer_format not in FORMATS:
        raise typer.BadParameter(" | ".join(FORMATS), param_hint="--format")
    if not sql.strip():
        data_console().print(_what_there_is())
        return
    try:
        answer = ask(database_of(output), sql)
    except WarehouseUnusable as error:
        raise typer.BadParameter(str(error), param_hint="--output") from error
    except BadQuestion as error:
        raise typer.BadParameter(str(error), param_hint="SQL") from error
    if answer_format == "csv":
        _print_csv(answer.columns, answer.rows)
    elif answer_format == "json":
        _print_json(answer.columns, answer.rows)
    else:
        data_console().print(answer_table(answer.columns, answer.rows[:MOST_ROWS]))
        if len(answer.rows) > MOST_ROWS:
            talk().print(f"แสดง {MOST_ROWS} แถวแรก ใช้ --format csv · the first rows; --format csv has all")
    talk().print(f"{len(answer.rows)} แถว rows")


def answer_table(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Table:
    """The rows as a table for the screen; absent is empty."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False, box=box.SIMPLE)
    for name in columns:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    return table


def _what_there_is() -> Table:
    from pipeline.warehouse.wording import wordings

    rows = [(name, f"{words['th']} · {words['en']}", words["means_en"]) for name, words in wordings().items()]
    return answer_table(("name", "ชื่อ · title", "meaning"), rows)


def _print_csv(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """CSV as the tables are: what a spreadsheet would run as a formula is made harmless."""
    import csv

    from pipeline.sinks.csv_tables import cell_text

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell_text(value) for value in row] for row in rows)


def _print_json(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    import json

    records = [dict(zip(columns, row, strict=True)) for row in rows]
    print(json.dumps(records, ensure_ascii=False, indent=1, default=str))
