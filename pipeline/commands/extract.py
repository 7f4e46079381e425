"""``ita extract``: the main job, files and folders of reports to JSON and CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.batch import Outcome

Output = Annotated[
    Path, typer.Option("--output", "-o", help="โฟลเดอร์ผลลัพธ์ · Folder for the results.", show_default=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="ผลเป็น JSON ทาง stdout · Print the outcome as JSON.")]


def register(app: typer.Typer) -> None:
    app.command()(extract)


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="ไฟล์ โฟลเดอร์ หรือรูปแบบชื่อ · Files, folders or patterns."),
    ],
    output: Output = Path("output"),
    as_json: AsJson = False,
) -> None:
    """อ่านรายงานเป็น JSON และตาราง CSV · Read reports to JSON and CSV tables.

    ผลอยู่ใน OUTPUT/reports และ OUTPUT/tables และเป็นของการสั่งครั้งนี้เท่านั้น ·
    The results stand in OUTPUT/reports and OUTPUT/tables and are those of this run only.
    """
    from pipeline.console import print_outcomes_json, talk, tell_outcomes
    from pipeline.exit_codes import exit_code
    from pipeline.inputs import files_meant

    if not all(path.strip() for path in paths):
        raise typer.BadParameter("ชื่อไฟล์ว่างเปล่า · a path is empty", param_hint="PATH")
    outcomes = extract_with_progress(files_meant(paths, apart_from=output), output)
    if as_json:
        print_outcomes_json(outcomes)
    tell_outcomes(talk(), outcomes, output)
    raise typer.Exit(exit_code(outcome.source.status for outcome in outcomes))


def extract_with_progress(files: list[Path], output: Path) -> list[Outcome]:
    """Runs the batch with a progress bar on stderr. An output that cannot be written is wrong usage."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from pipeline.batch import extract as extract_files
    from pipeline.console import talk

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = talk()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("อ่านรายงาน · Reading", total=len(files))
        try:
            return extract_files(files, output, told=lambda outcome: progress.advance(task))
        except OSError as error:
            reason = f"เขียนผลลัพธ์ใน {output} ไม่ได้ · cannot write to it ({error.strerror or error})"
            raise typer.BadParameter(reason, param_hint="--output") from error
