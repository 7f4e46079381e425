"""Sinks: where Reports are written, one Report at a time, without holding more than that in memory."""

from __future__ import annotations

from typing import Protocol

from schemas.report import Report


class Sink(Protocol):
    """What the batch needs of a sink.

    ``finish`` makes the run's output whole; ``abandon`` leaves what was there before the run.
    """

    def write(self, report: Report) -> None: ...

    def finish(self) -> None: ...

    def abandon(self) -> None: ...
