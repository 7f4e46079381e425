"""What reading PDFs costs: PDFium alone, pdfplumber, our reader and the whole extraction, side by side in one run.

    python benchmarks/extraction.py [PATH...] [--skip-pdfplumber] [--repeat N]

PATHs are PDF files or folders of them (``samples`` if none is given). The limits: the whole extraction at most
3 times what PDFium alone needs to hand out characters with their boxes and path segments; pdfplumber's
``extract_text`` and ``find_tables`` at least 8 times the whole extraction; at most 250 MB of memory.
Each figure is the best of N passes, the passes of all kinds taking turns, so that a busy machine is unfair to none.
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


def main() -> int:
    arguments = _arguments()
    paths = [
        file for path in arguments.paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])
    ]
    if not paths:
        print("no PDF files given", file=sys.stderr)
        return 2
    if arguments.memory_only:
        _read_all(paths)
        print(_peak_mb())
        return 0
    kinds: dict[str, Reading | None] = {
        "a  PDFium alone": pdfium_alone,
        "c  our reader": our_reader,
        "c' whole extraction": whole_extraction(),
    }
    seconds = _best_of(arguments.repeat, kinds, paths)
    if not arguments.skip_pdfplumber:
        seconds["b  pdfplumber"] = _seconds(pdfplumber_text_and_tables, paths)
    for kind, spent in sorted(seconds.items()):
        print(f"{kind:<22} {spent:8.2f} s")
    _print_ratios(seconds)
    peak = subprocess.run(
        [sys.executable, __file__, "--memory-only", *map(str, paths)],
        check=True,
        capture_output=True,
        text=True,
    )
    print(f"peak memory, only ours {float(peak.stdout):8.0f} MB   (at most {MOST_MEMORY_MB:.0f})")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "samples"])
    parser.add_argument("--skip-pdfplumber", action="store_true")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--memory-only", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _best_of(passes: int, kinds: dict[str, Reading | None], paths: list[Path]) -> dict[str, float]:
    best: dict[str, float] = {}
    for _ in range(max(1, passes)):
        for kind, reading in kinds.items():
            if reading is not None:
                best[kind] = min(best.get(kind, float("inf")), _seconds(reading, paths))
    return best


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


def _read_all(paths: list[Path]) -> None:
    reading = whole_extraction() or our_reader
    for path in paths:
        reading(path.read_bytes(), path)


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024


if __name__ == "__main__":
    sys.exit(main())
