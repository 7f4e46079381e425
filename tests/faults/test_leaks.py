"""A worker may read for days: what one file leaves behind in memory is bounded."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from pipeline.digitise import digitise

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "reports").iterdir())
ROUNDS = 50
MOST_KB_PER_FILE = 100


def resident_kb() -> int:
    """Memory of this process that is in use now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0])


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell")
def test_fifty_rounds_over_the_samples_leave_less_than_100_kb_a_file() -> None:
    for _ in range(5):
        for path in SAMPLES:
            digitise(path)
    gc.collect()
    before = resident_kb()
    for _ in range(ROUNDS):
        for path in SAMPLES:
            digitise(path)
    gc.collect()
    assert (resident_kb() - before) / (ROUNDS * len(SAMPLES)) <= MOST_KB_PER_FILE
