"""Seconds a page, and the most memory, of reading scanned PDFs on one core.

``python benchmarks/ocr.py FILE.pdf ...`` (Tesseract's own process counts for the seconds, not for the memory)
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extractors.readers import read


def main(paths: list[str]) -> None:
    for path in map(Path, paths):
        began, used = time.perf_counter(), _cpu_s()
        document = read(path.read_bytes(), path.name)
        pages = sum(page.text_source == "ocr" for page in document.pages)
        pictures = sum(remark.code.startswith("I_PICTURE_READ") for remark in document.remarks)
        wall_s, cpu_s = time.perf_counter() - began, _cpu_s() - used
        most_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{path.name}: {pages} scanned pages, {pictures} pictures read, {wall_s:.1f} s, {cpu_s:.1f} s of CPU,"
            f" {cpu_s / max(1, pictures):.2f} s of CPU a picture, {most_mb:.0f} MB"
        )


def _cpu_s() -> float:
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system


if __name__ == "__main__":
    main(sys.argv[1:])
