"""``ita panel``: one value per office, year, level and code out of all loaded reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.load import RunFolder
from pipeline.warehouse.places import WarehouseUnusable

if TYPE_CHECKING:
    import pandas

SHOWN_ROWS = 20
SHOWN_COLUMNS = 12
"""Columns of the wide panel that a screen shows."""

SHOWN = ("office_short", "fiscal_year", "level", "code", "name", "score", "check_result", "sources", "decided_by")


def register(app: typer.Typer) -> None:
    app.command()(panel)


def panel(
    output: RunFolder = Path("output"),
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="FILE.csv .parquet หรือ or .xlsx", show_default=False),
    ] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="หนึ่งแถวต่อเขตและปี · One row per office and year.")
    ] = False,
) -> None:
    """รวมคะแนนจากทุกรายงานเป็นตารางเดียว · One panel of scores out of all loaded reports.

    เมื่อรายงานระบุไม่ตรงกัน เลือกตามกฎ (docs/warehouse.md) และแจ้งทุกค่าที่ขัดแย้งในตาราง panel_conflicts ·
    Where reports differ stated rules choose, and every other value is listed as a conflict.
    """
    from pipeline.console import talk
    from pipeline.panels import panel as panel_of
    from pipeline.panels import panel_conflicts

    try:
        frame, conflicts = panel_of(output, wide=wide), panel_conflicts(output)
    except WarehouseUnusable as error:
        raise typer.BadParameter(str(error)) from error
    if file is None:
        _show(frame, wide)
    else:
        from pipeline.publication.frame_files import UnknownFormat, write_frames

        try:
            written = write_frames(file, {"panel": frame, "panel_conflicts": conflicts})
        except (UnknownFormat, OSError) as error:
            raise typer.BadParameter(str(error), param_hint="--output") from error
        for path in written:
            talk().print(str(path), markup=False, soft_wrap=True)
    talk().print(f"{len(frame)} แถว rows · ค่าที่ขัดแย้ง conflicts: {len(conflicts)} (panel_conflicts)")


def _show(frame: pandas.DataFrame, wide: bool) -> None:
    from pipeline.commands.query import answer_table
    from pipeline.console import data_console, talk
    from pipeline.publication.frame_files import spelled

    wanted = [name for name in frame.columns if name not in ("office_id", "office_type", "province", "fiscal_year_ce")]
    columns = wanted[:SHOWN_COLUMNS] if wide else list(SHOWN)
    shown = frame[columns].head(SHOWN_ROWS).astype(object)
    known = shown.where(shown.notna(), None)
    rows = [tuple(map(spelled, row)) for row in known.itertuples(index=False)]
    data_console().print(answer_table(columns, rows))
    if len(frame) > SHOWN_ROWS or len(columns) < len(frame.columns):
        talk().print("แสดงบางส่วน บันทึกทั้งหมดด้วย -o FILE · shown in part; -o FILE writes all rows and columns")
