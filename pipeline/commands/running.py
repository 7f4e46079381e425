"""A batch as a command runs it: progress or a log on stderr, and every way to end early as an exit code."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, Protocol

import typer

if TYPE_CHECKING:
    from pipeline.options import Options
    from pipeline.outcome import Outcome

STATUS_MARKS = {"ok": "ok", "partial": "partial", "needs_review": "review", "failed": "failed"}


class Watcher(Protocol):
    """Who is told how a run gets on."""

    def begin(self, files: int) -> None: ...

    def told(self, outcome: Outcome) -> None: ...

    def end(self) -> None: ...


def run(paths: Sequence[str | Path], output: Path, options: Options, log: str = "text") -> list[Outcome]:
    """The batch with a progress bar, or with JSON lines, on stderr.

    An output that cannot be written from the start is wrong usage; what ends a run later ends with its own exit
    code and says that the same command goes on from there.
    """
    from pipeline.batch import extract
    from pipeline.exit_codes import ExitCode
    from pipeline.lock import OutputBusy
    from pipeline.pool import WorkersFailed
    from pipeline.sources.stores import StoresNotInstalled

    watcher = _watcher(log)
    started = False

    def counted(files: int) -> None:
        nonlocal started
        started = True
        watcher.begin(files)

    before = _end_on_request()
    try:
        return extract(paths, output, options, watcher.told, counted)
    except StoresNotInstalled as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from error
    except OutputBusy as error:
        _end(ExitCode.OUTPUT_BUSY, str(error))
    except WorkersFailed as error:
        _end(ExitCode.BROKEN_OFF, str(error))
    except KeyboardInterrupt:
        _end(ExitCode.INTERRUPTED, "หยุดตามคำสั่ง ที่อ่านแล้วเก็บไว้ สั่งแบบเดิมเพื่ออ่านต่อ · ended; run the same again to go on")
    except OSError as error:
        reason = error.strerror or str(error)
        if started and (output / "ledger.jsonl").exists():
            _end(
                ExitCode.BROKEN_OFF,
                f"เขียนผลลัพธ์ใน {output} ไม่ได้ ({reason}) ที่อ่านแล้วเก็บไว้ แก้ไขแล้วสั่งแบบเดิมเพื่ออ่านต่อ · "
                "the output cannot be written; mend that and run the same again to go on",
            )
        usage = f"เขียนผลลัพธ์ใน {output} ไม่ได้ · cannot write to it ({reason})"
        raise typer.BadParameter(usage, param_hint="--output") from error
    finally:
        watcher.end()
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _end(code: int, said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(code)


def _end_on_request() -> Callable[[int, FrameType | None], object] | int | None:
    """Lets a request to end (SIGTERM) do what Ctrl-C does; what it did before, None outside the main thread."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        return signal.signal(signal.SIGTERM, interrupt)
    except ValueError:
        return None


def _watcher(log: str) -> Watcher:
    if log == "json":
        return JsonLog()
    if log != "text":
        raise typer.BadParameter("text หรือ or json", param_hint="--log")
    return Bar() if sys.stderr.isatty() else Silent()


class Silent:
    """Where nobody watches a terminal."""

    def begin(self, files: int) -> None: ...

    def told(self, outcome: Outcome) -> None: ...

    def end(self) -> None: ...


class JsonLog:
    """One JSON line for each thing that happens, for machines."""

    def begin(self, files: int) -> None:
        self._write(event="run", files=files)

    def told(self, outcome: Outcome) -> None:
        source = outcome.source
        self._write(
            event="file",
            report_id=source.report_id,
            name=source.source_name,
            status=source.status,
            kept=outcome.kept,
            codes=dict(outcome.codes),
            office_id=source.office_id,
            fiscal_year=source.fiscal_year,
        )

    def end(self) -> None:
        self._write(event="end")

    def _write(self, **values: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        print(json.dumps({"at": at, **values}, ensure_ascii=False), file=sys.stderr, flush=True)


class Bar:
    """A progress bar with the rate, the remaining time and how many came out how."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        from pipeline.console import talk

        columns = (
            TextColumn("อ่านรายงาน · Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[counts]}"),
        )
        self.progress = Progress(*columns, console=talk(), transient=True)
        self.task = self.progress.add_task("", total=None, rate="", counts="")
        self.statuses: Counter[str] = Counter()
        self.progress.start()

    def begin(self, files: int) -> None:
        self.progress.update(self.task, total=files)

    def told(self, outcome: Outcome) -> None:
        self.statuses["kept" if outcome.kept else STATUS_MARKS[outcome.source.status]] += 1
        speed = self.progress.tasks[0].speed
        counts = " · ".join(f"{mark} {number}" for mark, number in self.statuses.items())
        self.progress.update(self.task, advance=1, rate=f"{speed:.1f}/s" if speed else "", counts=counts)

    def end(self) -> None:
        self.progress.stop()
