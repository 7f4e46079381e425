"""The parent's side of the workers: files go out, results come in as they are ready, two clocks run for each file.

Nothing of a file is opened here. A worker that hangs, grows or crashes is ended with its whole process group and
another takes its place. One that died of itself is not believed at once: the file is tried a second time, in a
process that has read nothing else.
"""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pipeline.limits import Limits, listed
from pipeline.places import OWN_FOLDER
from pipeline.worker import Job, Settings
from pipeline.worker_process import Heard, Message, WorkerProcess, ended_by, was_killed

FILES_PER_WORKER = 1_000
RECYCLE_ABOVE_MB = 700
"""A worker that has read so many files, or has held so much memory, makes room for a new one. A new one costs a second
of a processor to start and to fill its caches; tests hold the growth of memory to 100 KB a file."""

START_S = 120
"""How long a worker may take to be ready for its first file."""

ATTEMPTS = 2
"""How often a file is given to a worker that dies of itself."""

Ticket = TypeVar("Ticket")


class WorkersFailed(Exception):
    """Workers do not even start: no file is to blame."""

    def __init__(self, status: int) -> None:
        super().__init__(
            f"เริ่มโปรเซสอ่านไฟล์ไม่ได้ ({ended_by(status)}) หน่วยความจำอาจไม่พอ ลองเพิ่ม --limit memory_mb=... "
            "· the reading processes do not start; there may be too little memory"
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a worker could not finish a file: the issue's code and its arguments."""

    code: str
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True)
class Errand(Generic[Ticket]):
    """A file to read, and what the caller knows it by."""

    ticket: Ticket
    job: Job
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Result(Generic[Ticket]):
    """What came of an errand: the worker's summary, or why there is none."""

    ticket: Ticket
    attempts: int
    seconds: float
    done: dict[str, Any] | None = None
    failure: Failure | None = None


class Pool(Generic[Ticket]):
    """At most ``count`` workers, which shelve what they read in ``output`` as ``edition``, on request with crops."""

    def __init__(self, count: int, output: Path, edition: str, limits: Limits, keep_crops: bool = False) -> None:
        self.count, self.output, self.edition, self.limits = count, output.resolve(), edition, limits
        self.keep_crops = keep_crops
        self.work = self.output / OWN_FOLDER / "work"
        self.heard: Heard = queue.Queue()
        self.busy: dict[WorkerProcess, Errand[Ticket]] = {}
        self.idle: list[WorkerProcess] = []
        self.ahead: deque[Errand[Ticket]] = deque()
        self.again: deque[Errand[Ticket]] = deque()
        self.unborn = 0

    def read(self, errands: Iterator[tuple[Ticket, Job]]) -> Iterator[Result[Ticket]]:
        """The result of each errand, as they become ready. All workers end with the iteration.

        Errands are asked for when they are needed, and one ahead. Raises WorkersFailed, and OSError when a
        worker could not write into the output.
        """
        try:
            while True:
                self._hand_out()
                while len(self.ahead) + len(self.busy) <= self.count and (one := next(errands, None)) is not None:
                    self.ahead.append(Errand(*one))
                    self._hand_out()
                if not self.busy:
                    return
                result = self._next()
                if result is not None:
                    self._hand_out()  # the worker reads on while its result is written down
                    yield result
        finally:
            for worker in (*self.busy, *self.idle):
                worker.end()

    def _hand_out(self) -> None:
        """Gives what waits to workers that are free, second attempts first."""
        while (self.again or self.ahead) and len(self.busy) < self.count:
            self._give((self.again or self.ahead).popleft())

    def _give(self, errand: Errand[Ticket]) -> None:
        """Gives it to an idle worker, a second attempt to a new one."""
        worker = self.idle.pop() if self.idle else None
        if worker is not None and errand.attempt > 1:
            worker.end()
            worker = None
        worker = worker or WorkerProcess(self._settings, self.work, self.heard)
        self.busy[worker] = errand
        worker.send(errand.job)

    def _settings(self, folder: Path) -> Settings:
        return Settings(str(self.output), self.edition, str(folder), listed(self.limits), self.keep_crops)

    def _next(self) -> Result[Ticket] | None:
        """Waits for a worker's word or for a clock; the result, if that ended a file."""
        ring_at = min(self._clock(worker)[0] for worker in self.busy)
        try:
            worker, message = self.heard.get(timeout=max(0.01, ring_at - time.monotonic()))
        except queue.Empty:
            return self._ring()
        if message is None:
            return self._died(worker)
        if worker not in self.busy:
            return None  # the last words of one that was ended
        worker.last_heard = time.monotonic()
        if "ready" in message:
            worker.ready, worker.begun, self.unborn = True, worker.last_heard, 0
        return self._done(worker, message["done"]) if "done" in message else None

    def _done(self, worker: WorkerProcess, done: Message) -> Result[Ticket]:
        if "unwritable" in done:
            raise OSError(done["errno"], done["unwritable"])
        errand = self.busy.pop(worker)
        worker.files += 1
        out_of_memory = "E_LIMIT_MEMORY" in done["codes"]
        if out_of_memory or worker.files >= FILES_PER_WORKER or done["peak_mb"] > RECYCLE_ABOVE_MB:
            worker.end()
        else:
            self.idle.append(worker)
        return Result(errand.ticket, errand.attempt, time.monotonic() - worker.begun, done)

    def _died(self, worker: WorkerProcess) -> Result[Ticket] | None:
        """A worker ended of itself: its file is tried again, or given up."""
        if worker in self.idle:
            self.idle.remove(worker)
            worker.end()
            return None
        if worker not in self.busy:
            return None  # it was ended here
        if not worker.ready:
            self._unborn(worker)
            return None
        errand, status = self.busy.pop(worker), worker.end(dying=True)
        if errand.attempt < ATTEMPTS:
            self.again.append(replace(errand, attempt=errand.attempt + 1))
            return None
        code = "E_WORKER_KILLED" if was_killed(status) else "E_WORKER_CRASHED"
        return self._failed(worker, errand, Failure(code, {"reason": ended_by(status)}))

    def _unborn(self, worker: WorkerProcess) -> None:
        """A worker did not come to its first file: another tries, but not for ever."""
        errand, status = self.busy.pop(worker), worker.end()
        self.unborn += 1
        if self.unborn > self.count:
            raise WorkersFailed(status)
        self.again.append(errand)

    def _clock(self, worker: WorkerProcess) -> tuple[float, str]:
        """When the worker's next clock rings, and which. The clocks of a file run when its worker is ready."""
        if not worker.ready:
            return worker.begun + START_S, "start"
        stall, total = worker.last_heard + self.limits.stall_s, worker.begun + self.limits.total_s
        return (stall, "stall_s") if stall < total else (total, "total_s")

    def _ring(self) -> Result[Ticket] | None:
        """Ends the worker whose clock has run out."""
        worker = min(self.busy, key=lambda one: self._clock(one)[0])
        ring_at, clock = self._clock(worker)
        if ring_at > time.monotonic():
            return None
        if clock == "start":
            self._unborn(worker)
            return None
        errand = self.busy.pop(worker)
        worker.end()
        code = "E_LIMIT_STALL" if clock == "stall_s" else "E_LIMIT_TIME"
        return self._failed(worker, errand, Failure(code, {"limit": f"{getattr(self.limits, clock):,}"}))

    def _failed(self, worker: WorkerProcess, errand: Errand[Ticket], failure: Failure) -> Result[Ticket]:
        return Result(errand.ticket, errand.attempt, time.monotonic() - worker.begun, failure=failure)
