"""CPU time of one audit, in milliseconds: reports that print every level, without and with a wrong digit.

``python benchmarks/audit.py [REPORTS]``
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.audit import audit
from schemas.report import Report
from tests.pipeline.audit.planted_faults import one_digit_in
from tests.pipeline.audit.synthetic_reports import EVERYTHING, fault_free

REPORTS = 200


def times_ms(reports: Sequence[Report]) -> list[float]:
    times = []
    for report in reports:
        begin = time.process_time()
        audit(report)
        times.append((time.process_time() - begin) * 1000)
    return times


def tell(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{name:24} median {statistics.median(times):5.2f} ms   95 % {p95:5.2f} ms of {len(times)}")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    clean = [fault_free(random.Random(seed), EVERYTHING)[0] for seed in range(number)]
    planted = (one_digit_in("indicator", random.Random(seed)) for seed in range(number))
    faulty = [fault.report for fault in planted if fault is not None]
    audit(clean[0])  # the frameworks are read once
    tell("without a fault", times_ms(clean))
    tell("with a wrong indicator", times_ms(faulty))


if __name__ == "__main__":
    main()
