"""``ita watch``: new uploads in a folder are read as they arrive.

The folder is looked at again and again: that works on every system and on network shares, where notices of
changes do not arrive. A file counts when two looks have seen it with the same size and time, so an upload that is
still being written is left alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.extract import KeepCrops, LimitSettings, Log, Output, Workers, options_of
from pipeline.commands.pseudonymising import KeyFile, Pseudonymise, ask_for_pseudonyms, refuse_crops_of_names

Look = dict[Path, tuple[int, int]]
"""Size and time of change (nanoseconds) of every file in the folder."""


def register(app: typer.Typer) -> None:
    app.command()(watch)


def watch(
    folder: Annotated[
        Path, typer.Argument(help="โฟลเดอร์ที่เขตส่งไฟล์ · The folder of uploads.", exists=True, file_okay=False)
    ],
    output: Output = Path("output"),
    every: Annotated[float, typer.Option(min=0.1, help="ดูทุกกี่วินาที · Seconds between two looks.")] = 5.0,
    workers: Workers = None,
    limit: LimitSettings = None,
    keep_crops: KeepCrops = False,
    log: Log = "text",
    pseudonymise: Pseudonymise = False,
    key_file: KeyFile = None,
) -> None:
    """เฝ้าโฟลเดอร์และอ่านไฟล์ใหม่เมื่อมาถึง (Ctrl-C เพื่อหยุด) · Read new uploads as they arrive."""
    from pipeline.commands.running import run
    from pipeline.console import talk
    from pipeline.exit_codes import ExitCode

    if pseudonymise:
        ask_for_pseudonyms(key_file, output)
    if keep_crops:
        refuse_crops_of_names()
    options = options_of(workers, limit, keep_crops=keep_crops)
    try:
        for files in arrivals(lambda: looked(folder, output), lambda: time.sleep(every)):
            outcomes = run([folder], output, options, log)
            read = sum(not outcome.kept for outcome in outcomes)
            if log != "json":
                talk().print(f"{time.strftime('%H:%M:%S')} {len(files)} ไฟล์ files · อ่านใหม่ newly read: {read}")
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def looked(folder: Path, output: Path) -> Look:
    """What is in the folder now."""
    from pipeline.inputs import files_meant

    seen: Look = {}
    for path in files_meant([folder], apart_from=output):
        try:
            found = path.stat()
        except OSError:
            continue  # it has gone since it was listed
        if path.is_file():
            seen[path] = (found.st_size, found.st_mtime_ns)
    return seen


def arrivals(look: Callable[[], Look], wait: Callable[[], None]) -> Iterator[Look]:
    """The folder's files, each time that something in it has changed and then stood still from one look to the next."""
    done: Look = {}
    before = look()
    while True:
        wait()
        now = look()
        if now == before and now != done:
            yield now
            done = now
        before = now
