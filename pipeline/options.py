"""How a batch is to be run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from pipeline.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. ``workers`` 0 reads in this process, without isolation; None is one for each processor."""

    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    retry_failed: bool = False
    fresh: bool = False
    keep_crops: bool = False

    @property
    def worker_count(self) -> int:
        if self.workers is not None:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
