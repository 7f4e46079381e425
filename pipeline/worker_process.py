"""One worker process as its parent holds it: start, send a file, hear, end with all that it started."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.worker import Job, Settings

ROOT = str(Path(__file__).parents[1])

LAST_MOMENT_S = 2.0
"""How long a process that has said its last word may take to end."""

Message = dict[str, Any]
Heard = queue.Queue[tuple["WorkerProcess", Message | None]]


class WorkerProcess:
    """A worker and its folder for temporary files. What it says arrives in ``heard``; None when it has ended.

    ``begun`` and ``last_heard`` are the times (monotonic, seconds) that its clocks run from.
    """

    def __init__(self, settings_in: Callable[[Path], Settings], work: Path, heard: Heard) -> None:
        work.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(dir=work))
        self.ready = False
        self.files = 0
        self.begun = self.last_heard = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pipeline.worker", json.dumps(asdict(settings_in(self.folder)))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="ascii",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))},
            start_new_session=True,
        )
        threading.Thread(target=self._listen, args=(heard,), daemon=True).start()

    def send(self, job: Job) -> None:
        """Gives it a file; the clocks start. That it died meanwhile is heard, not raised."""
        self.begun = self.last_heard = time.monotonic()
        assert self.process.stdin is not None
        with suppress(OSError):
            self.process.stdin.write(json.dumps(asdict(job)) + "\n")
            self.process.stdin.flush()

    def end(self, dying: bool = False) -> int:
        """Ends the process and its descendants, removes its temporary files. The status it ended with.

        One that is ``dying`` of itself is given a moment, so that its own status is told. The group is ended
        before the process is waited for: until then its number cannot be another's.
        """
        if dying:
            self._let_die()
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        else:
            taskkill = ["taskkill", "/T", "/F", "/PID", str(self.process.pid)]
            subprocess.run(taskkill, check=False, capture_output=True)
        status = self.process.wait()
        with suppress(OSError):
            self.process.stdin.close()  # type: ignore[union-attr]
        shutil.rmtree(self.folder, ignore_errors=True)
        return status

    def _let_die(self) -> None:
        """Waits for the process to end, and leaves its status for later."""
        until = time.monotonic() + LAST_MOMENT_S
        if not hasattr(os, "waitid"):
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(LAST_MOMENT_S)
            return
        while time.monotonic() < until:
            with suppress(ChildProcessError):
                if os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                    time.sleep(0.01)
                    continue
            return

    def _listen(self, heard: Heard) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as words, suppress(ValueError):  # its last word may be cut off
            for word in words:
                heard.put((self, json.loads(word)))
        heard.put((self, None))


def ended_by(status: int) -> str:
    """A status as people read it: the name of the signal, else the number."""
    try:
        return signal.Signals(-status).name if status < 0 else f"exit {status}"
    except ValueError:
        return f"signal {-status}"


def was_killed(status: int) -> bool:
    """Whether somebody ended it by SIGKILL: a person, or a system that is out of memory."""
    return hasattr(signal, "SIGKILL") and status == -signal.SIGKILL
