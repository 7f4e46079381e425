"""What reading PDFs costs: PDFium alone, pdfplumber, our reader and the whole extraction, side by side in one run.

    python benchmarks/extraction.py [PATH...] [--skip-pdfplumber] [--repeat N]

PATHs are PDF files or folders of them (``samples`` if none is given). The limits: the whole extraction at most
3 times what PDFium alone needs to hand out characters with their boxes and path segments; pdfplumber's
``extract_text`` and ``find_tables`` at least 8 times the whole extraction; at most 250 MB of memory.
Each figure is the best of N passes, the passes of all kinds taking turns, so that a busy machine is unfair to none.
Each pass is a process of its own: what an earlier pass has left in caches helps nobody.
"""

from __future__ import annotations

import argparse
import ctypes
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MOST_TIMES_PDFIUM = 3.0
LEAST_TIMES_FASTER_THAN_PDFPLUMBER = 8.0
MOST_MEMORY_MB = 250.0

Reading = Callable[[bytes, Path], None]


def pdfium_alone(content: bytes, path: Path) -> None:
    """Hands out each character with its box and each path segment with its point, as Python numbers."""
    import pypdfium2
    import pypdfium2.raw as raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_float(), ctypes.c_float()
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            text_page = page.get_textpage()
            for index in range(raw.FPDFText_CountChars(text_page)):
                raw.FPDFText_GetUnicode(text_page, index)
                raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
                _ = left.value, right.value, bottom.value, top.value
            for number in range(raw.FPDFPage_CountObjects(page)):
                item = raw.FPDFPage_GetObject(page, number)
                if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
                    continue
                for segment_no in range(raw.FPDFPath_CountSegments(item)):
                    segment = raw.FPDFPath_GetPathSegment(item, segment_no)
                    raw.FPDFPathSegment_GetType(segment)
                    raw.FPDFPathSegment_GetPoint(segment, x, y)
                    _ = x.value, y.value
            text_page.close()
            page.close()


def pdfplumber_text_and_tables(content: bytes, path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            page.extract_text()
            page.find_tables()
            page.close()


def our_reader(content: bytes, path: Path) -> None:
    from extractors.readers.pdf import read

    read(content)


def whole_extraction() -> Reading | None:
    """``pipeline.digitise.digitise`` on the file, where it exists."""
    try:
        digitise = import_module("pipeline.digitise").digitise
    except (ImportError, AttributeError):
        return None
    return lambda content, path: digitise(path)  # type: ignore[no-any-return]


KINDS: dict[str, Callable[[], Reading | None]] = {
    "a  PDFium alone": lambda: pdfium_alone,
    "b  pdfplumber": lambda: pdfplumber_text_and_tables,
    "c  our reader": lambda: our_reader,
    "c' whole extraction": whole_extraction,
}


def main() -> int:
    arguments = _arguments()
    paths = [
        file for path in arguments.paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])
    ]
    if not paths:
        print("no PDF files given", file=sys.stderr)
        return 2
    if arguments.only:
        reading = KINDS[arguments.only]()
        if reading is not None:
            print(_seconds(reading, paths), _peak_mb())
        return 0
    kinds = [kind for kind in KINDS if not (arguments.skip_pdfplumber and kind.startswith("b"))]
    seconds, peaks = _best_of(arguments.repeat, kinds, paths)
    for kind, spent in sorted(seconds.items()):
        print(f"{kind:<22} {spent:8.2f} s {peaks[kind]:6.0f} MB")
    _print_ratios(seconds)
    print(f"peak memory of ours: {max(peaks[kind] for kind in peaks if kind[0] == 'c'):.0f} MB", end=" ")
    print(f"(at most {MOST_MEMORY_MB:.0f})")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "samples"])
    parser.add_argument("--skip-pdfplumber", action="store_true")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--only", choices=KINDS, help=argparse.SUPPRESS)  # one pass, in this process
    return parser.parse_args()


def _best_of(passes: int, kinds: list[str], paths: list[Path]) -> tuple[dict[str, float], dict[str, float]]:
    """The least seconds and the most megabytes of each kind."""
    best: dict[str, float] = {}
    peaks: dict[str, float] = {}
    for _ in range(max(1, passes)):
        for kind in kinds:
            command = [sys.executable, __file__, "--only", kind, *map(str, paths)]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            if printed:
                best[kind] = min(best.get(kind, float("inf")), float(printed[0]))
                peaks[kind] = max(peaks.get(kind, 0.0), float(printed[1]))
    return best, peaks


def _seconds(reading: Reading, paths: list[Path]) -> float:
    contents = [(path.read_bytes(), path) for path in paths]
    reading(*contents[0])  # imports and caches are not what is measured
    start = time.perf_counter()
    for content, path in contents:
        reading(content, path)
    return time.perf_counter() - start


def _print_ratios(seconds: dict[str, float]) -> None:
    base, plumber = seconds["a  PDFium alone"], seconds.get("b  pdfplumber")
    for kind in ("c  our reader", "c' whole extraction"):
        if kind in seconds:
            ours = seconds[kind]
            print(f"{kind[:2].strip()}/a = {ours / base:.2f}   (at most {MOST_TIMES_PDFIUM:.0f})")
            if plumber:
                print(
                    f"b/{kind[:2].strip()} = {plumber / ours:.1f}   (at least {LEAST_TIMES_FASTER_THAN_PDFPLUMBER:.0f})"
                )


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024


if __name__ == "__main__":
    sys.exit(main())
