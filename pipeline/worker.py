"""The worker process: reads one file after another for its parent, and never outlives it.

Jobs come in as JSON lines on stdin, one at a time; a line goes out on stdout when the work gets further and one
when the file is done. The Report itself never crosses the pipe: the worker puts it on the shelf. The parent
starts it as the leader of a process group of its own, so that whatever it starts (LibreOffice, OCR) dies with it.

``python -m pipeline.worker SETTINGS`` with the JSON of ``Settings``.
"""

from __future__ import annotations

import faulthandler
import json
import os
import queue
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from extractors.readers.limits import Limits
    from pipeline.shelf import Shelf

STEP_EVERY_S = 0.25
"""Steps closer together than this are told as one."""

GRACE_S = 10
"""How long after the parent's last clock a worker that lost its parent ends itself."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker is told at its start; ``folder`` is its own and is removed by the parent."""

    output: str
    edition: str
    folder: str
    limits: dict[str, int]
    keep_crops: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: where its bytes lie, and the name its record bears."""

    path: str
    name: str


def read_job(job: Job, shelf: Shelf, limits: Limits, keep_crops: bool = False) -> dict[str, Any]:
    """Reads the file and shelves its Report; comes back with its summary, or why the output cannot be written."""
    from pipeline.digitise import digitise

    begun = time.perf_counter()
    crops: dict[str, bytes] = {}
    report = digitise(Path(job.path), limits, job.name, crops if keep_crops else None)
    seconds = time.perf_counter() - begun
    try:
        summary = shelf.put(report, crops)
    except OSError as error:
        return {"unwritable": error.strerror or type(error).__name__, "errno": error.errno}
    return {**summary, "seconds": round(seconds, 3), "peak_mb": peak_mb()}


def peak_mb() -> int:
    """The most memory this process has held so far, in MB; 0 where the system does not tell."""
    with suppress(OSError, IndexError):  # Linux: the other figure there begins with that of the parent
        return int(Path("/proc/self/status").read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) // 1_000
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak / (1_000_000 if sys.platform == "darwin" else 1_000))


def main() -> None:
    settings = Settings(**json.loads(sys.argv[1]))
    say = _take_stdout()
    _limit_memory(settings.limits["memory_mb"])
    _work(settings, _jobs_from(sys.stdin), say)
    os._exit(0)  # nothing is left to tidy up, and libraries take their time over it


def _work(settings: Settings, jobs: queue.Queue[Job | None], say: TextIO) -> None:
    import pipeline.digitise  # noqa: F401  (before it says that it is ready: the clocks are for files)
    from extractors.readers.limits import Limits
    from extractors.readers.progress import on_step
    from pipeline.shelf import Shelf

    limits, shelf = Limits(**settings.limits), Shelf(Path(settings.output), settings.edition)
    on_step(_Teller(say))
    _tell(say, {"ready": True})
    while (job := jobs.get()) is not None:
        faulthandler.dump_traceback_later(limits.total_s + GRACE_S, exit=True, file=sys.__stderr__ or sys.stderr)
        with tempfile.TemporaryDirectory(dir=settings.folder, ignore_cleanup_errors=True) as folder:
            tempfile.tempdir = os.environ["TMPDIR"] = folder
            done = read_job(job, shelf, limits, settings.keep_crops)
        faulthandler.cancel_dump_traceback_later()
        jobs.task_done()
        _tell(say, {"done": done})


class _Teller:
    """Tells the parent of steps, but not of each one."""

    def __init__(self, say: TextIO) -> None:
        self.say = say
        self.told_at = 0.0

    def __call__(self) -> None:
        now = time.monotonic()
        if now - self.told_at >= STEP_EVERY_S:
            self.told_at = now
            _tell(self.say, {"step": True})


def _tell(say: TextIO, message: dict[str, Any]) -> None:
    say.write(json.dumps(message) + "\n")
    say.flush()


def _take_stdout() -> TextIO:
    """The pipe to the parent; what libraries print to stdout goes to stderr from here on."""
    pipe = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return pipe


def _jobs_from(stdin: TextIO) -> queue.Queue[Job | None]:
    """The jobs as they come; a thread reads them, so that the end of the parent is noticed while a file is read."""
    jobs: queue.Queue[Job | None] = queue.Queue()

    def listen() -> None:
        for line in stdin:
            jobs.put(Job(**json.loads(line)))
        if jobs.unfinished_tasks:
            _end_group()
        jobs.put(None)

    threading.Thread(target=listen, daemon=True).start()
    return jobs


def _end_group() -> None:
    """Ends this process and everything it started."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _limit_memory(memory_mb: int) -> None:
    """Caps the address space, for what the worker starts as well; without ``resource`` there are only the clocks."""
    try:
        import resource
    except ImportError:
        return
    most = memory_mb * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    main()
