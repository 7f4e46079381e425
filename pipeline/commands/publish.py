"""``ita publish``: a run made fit for publication: dimensions, panel, Data Package, workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.load import RunFolder, load_here, reports_with_progress
from pipeline.warehouse.places import DATABASE, NamesMixed, NotARun, WarehouseUnusable, report_files


def register(app: typer.Typer) -> None:
    app.command()(publish)


def publish(
    output: RunFolder = Path("output"),
    xlsx: Annotated[bool, typer.Option("--xlsx", help="สร้าง OUTPUT/ita.xlsx ด้วย · Write OUTPUT/ita.xlsx too.")] = False,
) -> None:
    """เตรียมผลสำหรับเผยแพร่: datapackage.json, ตารางรวม, Excel · Make a run fit for publication.

    นำผลเข้าคลังข้อมูลก่อน แล้วเขียนเขต ตัวชี้วัด และตารางคะแนนรวมเป็น CSV ไว้ข้างตารางอื่น พร้อมคำอธิบายทุกคอลัมน์ ·
    Loads the run, then writes offices, indicators and the panel as CSV beside the tables, and describes every column.
    """
    from pipeline import __version__
    from pipeline.console import talk
    from pipeline.publication.datapackage import write_datapackage
    from pipeline.publication.tables_of_warehouse import write_tables_of_warehouse
    from pipeline.publication.workbook import NoXlsxwriter, csv_sheets, write_workbook

    tables, database = output / "tables", output / DATABASE
    try:
        load_here(reports_with_progress(output, report_files(output)), database, output / "parquet")
        written = write_tables_of_warehouse(database, tables)
        written.append(write_datapackage(tables, __version__))
        if xlsx:
            write_workbook(output / "ita.xlsx", csv_sheets(tables))
            written.append(output / "ita.xlsx")
    except (NotARun, WarehouseUnusable, NamesMixed, NoXlsxwriter, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    for path in written:
        talk().print(str(path), markup=False, soft_wrap=True)
