"""``ita extract``: the main job, files and folders of reports to JSON and CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.pseudonymising import KeyFile, Pseudonymise, ask_for_pseudonyms, refuse_crops_of_names

if TYPE_CHECKING:
    from pipeline.options import Options

Output = Annotated[
    Path, typer.Option("--output", "-o", help="โฟลเดอร์ผลลัพธ์ · Folder for the results.", show_default=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="ผลเป็น JSON ทาง stdout · Print the outcome as JSON.")]
Workers = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=256,
        envvar="ITA_WORKERS",
        help="จำนวนโปรเซสที่อ่านพร้อมกัน (0: ไม่แยกโปรเซส) · Reading processes; one for each processor unless told; "
        "0 reads in this process.",
        show_default=False,
    ),
]
LimitSettings = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="เพดานต่อไฟล์ เช่น pages=3000 (ดู docs/batch.md) · A limit for each file; may be repeated.",
        show_default=False,
    ),
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="อ่านไฟล์ที่เคยอ่านไม่ได้อีกครั้ง · Try files that failed once more.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="อ่านใหม่ทุกไฟล์ · Read every file again.")]
KeepCrops = Annotated[
    bool,
    typer.Option(
        "--keep-crops",
        help="เก็บภาพตัดของตัวเลขที่อ่านจากภาพไว้ใน OUTPUT/crops · Keep a picture of each figure that was read from one.",
    ),
]
Log = Annotated[
    str,
    typer.Option(help="text หรือ json ทาง stderr · How to tell what happens, on stderr.", metavar="text|json"),
]


def register(app: typer.Typer) -> None:
    app.command()(extract)


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="ไฟล์ โฟลเดอร์ ZIP รูปแบบชื่อ หรือ s3:// · Files, folders, ZIPs, patterns, s3://..."
        ),
    ],
    output: Output = Path("output"),
    as_json: AsJson = False,
    workers: Workers = None,
    limit: LimitSettings = None,
    retry_failed: RetryFailed = False,
    fresh: Fresh = False,
    keep_crops: KeepCrops = False,
    log: Log = "text",
    pseudonymise: Pseudonymise = False,
    key_file: KeyFile = None,
) -> None:
    """อ่านรายงานเป็น JSON และตาราง CSV · Read reports to JSON and CSV tables.

    ผลอยู่ใน OUTPUT/reports และ OUTPUT/tables และเป็นของการสั่งครั้งนี้เท่านั้น ไฟล์ที่อ่านไว้แล้วไม่ถูกอ่านซ้ำ ·
    The results stand in OUTPUT/reports and OUTPUT/tables and are those of this run only; files that were read
    before are not read again.
    """
    from pipeline.commands.running import run
    from pipeline.console import print_outcomes_json, talk, tell_outcomes
    from pipeline.exit_codes import exit_code

    if not all(path.strip() for path in paths):
        raise typer.BadParameter("ชื่อไฟล์ว่างเปล่า · a path is empty", param_hint="PATH")
    if pseudonymise:
        ask_for_pseudonyms(key_file, output)
    if keep_crops:
        refuse_crops_of_names()
    outcomes = run(paths, output, options_of(workers, limit, retry_failed, fresh, keep_crops), log)
    if as_json:
        print_outcomes_json(outcomes)
    if log != "json":
        tell_outcomes(talk(), outcomes, output)
    raise typer.Exit(exit_code(outcome.source.status for outcome in outcomes))


def options_of(
    workers: int | None,
    settings: list[str] | None,
    retry_failed: bool = False,
    fresh: bool = False,
    keep_crops: bool = False,
) -> Options:
    """The options of a run. A limit that there is not, or no number, is wrong usage."""
    from pipeline.limits import limits_from
    from pipeline.options import Options

    try:
        limits = limits_from(settings or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from error
    return Options(workers, limits, retry_failed, fresh, keep_crops)
