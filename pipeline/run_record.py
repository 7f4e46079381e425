"""``run.json``: what ran, with which versions and options, how long, and what came of it."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.edition import edition_of, libraries
from pipeline.limits import listed
from pipeline.places import RUN
from pipeline.sinks.whole_files import WholeFile
from pipeline.worker import peak_mb

if TYPE_CHECKING:
    from pipeline.options import Options
    from pipeline.outcome import Outcome


class RunRecord:
    """The file while a run goes on (``state`` ``running``) and after it, however it ended."""

    def __init__(self, output: Path, files: int, options: Options) -> None:
        self.path = output / RUN
        self.begun = datetime.now(UTC)
        self.clock = time.perf_counter()
        self.run = f"{self.begun:%Y%m%dT%H%M%S.%f}"
        self.files, self.pages, self.kept = files, 0, 0
        self.statuses: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.about = {
            "pipeline": __version__,
            "edition": edition_of(options.limits, options.keep_crops),
            "python": platform.python_version(),
            "system": f"{sys.platform} {platform.machine()}",
            "libraries": libraries(),
            "workers": options.worker_count,
            "retry_failed": options.retry_failed,
            "fresh": options.fresh,
            "keep_crops": options.keep_crops,
            "limits": listed(options.limits),
        }

    def count(self, outcome: Outcome) -> None:
        self.statuses[outcome.source.status] += 1
        self.kept += outcome.kept
        if not outcome.kept:
            self.pages += outcome.source.page_count or 0
        if outcome.source.status == "failed":
            self.failures.update(outcome.codes.keys())

    def __enter__(self) -> RunRecord:
        self._write("running")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._write("done")
            return
        with suppress(OSError):  # what broke the run off may be the output itself; that is what is raised
            self._write("interrupted" if issubclass(kind, KeyboardInterrupt) else "broken off")

    def _write(self, state: str) -> None:
        seconds = time.perf_counter() - self.clock
        read = self.statuses.total() - self.kept
        values: dict[str, Any] = {
            "run": self.run,
            "state": state,
            "begun": self.begun.isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "files": self.files,
            "read": read,
            "kept": self.kept,
            "statuses": dict(sorted(self.statuses.items())),
            "failures": dict(sorted(self.failures.items())),
            "files_per_s": round(read / seconds, 2) if seconds else None,
            "pages_per_s": round(self.pages / seconds, 2) if seconds else None,
            "parent_peak_mb": peak_mb(),
            **self.about,
        }
        with WholeFile(self.path) as stream:
            json.dump(values, stream, ensure_ascii=False, indent=1)
            stream.write("\n")
