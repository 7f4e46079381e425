"""What a batch costs: PDFium alone, pdfplumber alone, one process, one worker, all workers, in one run.

    python benchmarks/batch.py [--files N] [--workers N] [--poison PERCENT] [--skip-pdfplumber]

The files are copies of the reports in ``samples``, each with bytes of its own (what is the same is read once), and of
bad files where ``--poison`` asks for them. Reports on files/s, pages/s (a report without pages counts as none), the
most memory of parent and workers, the cost of isolation and what further workers bring.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MOST_OVERHEAD = 0.10
LEAST_GAIN = 1.8
QUICK_POISON = (
    "truncated.pdf", "zero-pages.pdf", "billion-laughs.docx", "locked.pdf", "rectangles-60000.pdf", "random.pdf",
)  # fmt: skip


def copies(folder: Path, count: int, poison_percent: float = 0.0) -> None:
    """Writes so many different files, every kind of sample in turn, poison evenly among them."""
    from tests.poison.test_poison import BAD

    samples = sorted((ROOT / "samples" / "reports").iterdir())
    bad = [(name, BAD[name]()) for name in QUICK_POISON] if poison_percent else []
    every = round(100 / poison_percent) if poison_percent else count + 1
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        if number % every == every - 1:
            name, content = bad[number // every % len(bad)]
        else:
            sample = samples[number % len(samples)]
            name, content = sample.name, sample.read_bytes()
        (folder / f"{number:05}_{name}").write_bytes(distinct(content, number))


def distinct(content: bytes, number: int) -> bytes:
    """The same document in other bytes."""
    if content.startswith(b"PK"):
        package = BytesIO(content)
        with ZipFile(package, "a") as archive:
            archive.comment = str(number).encode()
        return package.getvalue()
    return content + (b"\n%% %d\n" if b"%PDF" in content[:9] else b"\n\n%d\n") % number


class Spent(NamedTuple):
    """Time by the clock, and of the processors for this process and its children."""

    seconds: float
    cpu_s: float

    @classmethod
    def so_far(cls) -> Spent:
        return cls(time.perf_counter(), sum(os.times()[:4]))

    def since(self, begun: Spent) -> Spent:
        return Spent(self.seconds - begun.seconds, self.cpu_s - begun.cpu_s)


def main() -> int:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="ita-benchmark-") as name:
        folder = Path(name)
        copies(folder / "uploads", arguments.files, arguments.poison)
        _peers(folder / "uploads", arguments.skip_pdfplumber)
        _read_in_this_process(folder / "uploads")
        allowed = _alone(folder / "uploads", 1) / _alone(folder / "uploads", arguments.workers)
        alone = _batch(folder, 0)
        one = _batch(folder, 1)
        many = _batch(folder, arguments.workers)
        again = _batch(folder, arguments.workers, again=True)
    print(f"\nisolation costs {one.cpu_s / alone.cpu_s - 1:+.1%} of the extraction's processor time", end=" ")
    print(f"(at most {MOST_OVERHEAD:.0%}), {one.seconds / alone.seconds - 1:+.1%} of its time by the clock")
    print(f"{arguments.workers} workers are {one.seconds / many.seconds:.2f} times as fast as one", end=" ")
    print(f"(at least {LEAST_GAIN} for two, on two idle processors); this machine allows {allowed:.2f}:")
    print("    so much faster are as many processes that share nothing, each with its part of the files")
    print(f"a second run over the same files takes {again.seconds / many.seconds:.1%} of the first")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--poison", type=float, default=0.0, metavar="PERCENT")
    parser.add_argument("--skip-pdfplumber", action="store_true")
    return parser.parse_args()


def _peers(folder: Path, skip_pdfplumber: bool) -> None:
    """PDFium and pdfplumber alone, on the PDFs only."""
    from pypdfium2 import PdfDocument

    from benchmarks.extraction import pdfium_alone, pdfplumber_text_and_tables
    from pipeline.worker import peak_mb

    contents = [path.read_bytes() for path in sorted(folder.glob("*2567.pdf")) + sorted(folder.glob("*256[56].pdf"))]
    pages = sum(len(PdfDocument(content)) for content in contents)
    peers: dict[str, Callable[[bytes, Path], None]] = {"pypdfium2 alone": pdfium_alone}
    if not skip_pdfplumber:
        peers["pdfplumber alone"] = pdfplumber_text_and_tables
    for name, read in peers.items():
        begun = Spent.so_far()
        for content in contents:
            read(content, folder)
        _print(name, len(contents), pages, Spent.so_far().since(begun), peak_mb())


def _read_in_this_process(folder: Path) -> Spent:
    """Time of ``digitise`` for every file, nothing written."""
    from pipeline.digitise import digitise
    from pipeline.worker import peak_mb

    paths = sorted(folder.iterdir())
    for path in paths[:15]:
        digitise(path)  # imports and caches are not what is measured
    begun, pages = Spent.so_far(), 0
    for path in paths:
        pages += digitise(path).report.page_count or 0
    spent = Spent.so_far().since(begun)
    _print("digitise, one process", len(paths), pages, spent, peak_mb())
    return spent


def _alone(folder: Path, processes: int) -> float:
    """Seconds by the clock until so many processes at once, each for itself, have read their parts of the files."""
    program = (
        "import sys; from pathlib import Path; from pipeline.digitise import digitise\n"
        "for path in sorted(Path(sys.argv[1]).iterdir())[int(sys.argv[2])::int(sys.argv[3])]: digitise(path)\n"
    )
    begun = time.perf_counter()
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(folder), str(part), str(processes)], cwd=ROOT)
        for part in range(processes)
    ]
    for process in running:
        process.wait()
    return time.perf_counter() - begun


def _batch(folder: Path, workers: int, again: bool = False) -> Spent:
    """Time of a whole run: hashing, workers, JSON, ledger, tables."""
    output = folder / f"out{workers}"
    program = (
        "import json, sys; from pathlib import Path; from pipeline.batch import Options, extract\n"
        "extract([sys.argv[1]], Path(sys.argv[2]), Options(workers=int(sys.argv[3])))\n"
    )
    command = [sys.executable, "-c", program, str(folder / "uploads"), str(output), str(workers)]
    begun = Spent.so_far()
    subprocess.run(command, check=True, cwd=ROOT)
    spent = Spent.so_far().since(begun)
    run = json.loads((output / "run.json").read_text(encoding="utf-8"))
    peaks = [entry.get("peak_mb", 0) for entry in map(json.loads, (output / "ledger.jsonl").open(encoding="utf-8"))]
    pages = round(run["pages_per_s"] * run["seconds"])
    name = f"batch, {workers} worker{'s' if workers > 1 else ''}{', again' if again else ''}"
    _print(name, run["files"], pages, spent, max(peaks), run["parent_peak_mb"])
    return spent


def _print(name: str, files: int, pages: int, spent: Spent, peak: int, parent_peak: int | None = None) -> None:
    parent = f", parent {parent_peak} MB" if parent_peak is not None else ""
    rate = f"{files / spent.seconds:8.1f} files/s {pages / spent.seconds:8.1f} pages/s"
    processor = f"(processor {spent.cpu_s:7.2f} s)"
    print(f"{name:<24}{spent.seconds:8.2f} s {processor} {rate}   peak {peak} MB{parent}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
