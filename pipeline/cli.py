"""The command ``ita``. Each command is a module of ``pipeline.commands`` that registers itself here.

Only Typer is imported at the start: what a command needs it imports when it runs, so help appears at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

COMMANDS = (
    "extract", "status", "watch", "demo", "tables", "check", "explain", "entities", "schema", "load", "panel",
    "query", "publish",
)  # fmt: skip

app = typer.Typer(
    name="ita",
    context_settings={"max_content_width": 110},
    rich_markup_mode=None,  # plain help: importing what Rich needs for boxes takes longer than the rest
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="รายงาน ITA ของเขตพื้นที่การศึกษา (PDF, DOCX, ข้อความ) เป็น JSON และ CSV ที่ตรวจสอบแล้ว · "
    "ITA reports of Thai education-area offices to validated JSON and CSV.",
    epilog="รหัสสิ้นสุด · Exit codes: 0 เรียบร้อย all fine, 2 สั่งผิด wrong usage, "
    "3 มีรายงานที่ควรตรวจ some reports need review, 4 อ่านบางไฟล์ไม่ได้ some inputs failed, "
    "5 มีการอ่านอื่นใช้โฟลเดอร์อยู่ output busy, 6 เขียนผลไม่ได้ output lost, 130 ถูกหยุด interrupted.",
)


def _version(asked: bool) -> None:
    if asked:
        from pipeline import __version__

        typer.echo(f"ita {__version__}")
        raise typer.Exit


@app.callback()
def ita(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="แสดงรุ่น · Show the version.")
    ] = False,
) -> None:
    """Options before the command; the help above stands in ``app``."""


for name in COMMANDS:
    if find_spec(f"pipeline.commands.{name}") is not None:
        import_module(f"pipeline.commands.{name}").register(app)


def main() -> None:
    """Runs ``ita``; Thai is written as UTF-8 whatever the terminal's code page says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
