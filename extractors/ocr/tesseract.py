"""Tesseract by its program: pictures in, characters with their places out, one process for many pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from extractors.ocr.raster import Grey

THAI_AND_ENGLISH, THAI = "tha+eng", "tha"
PACKAGES = "tesseract-ocr tesseract-ocr-tha"
_ONE_LINE = "7"  # page segmentation mode
_TIMEOUT_S = 20.0
_TIMEOUT_OF_LINE_S = 2.0


class Piece(NamedTuple):
    """What Tesseract calls a word (in Thai often one letter) of picture number ``picture``, in its pixels."""

    picture: int
    text: str
    x0: float
    x1: float


@cache
def installed() -> bool:
    """Whether the program and its Thai language data are there."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "tha" in (listed.stdout + listed.stderr).split()


def read(lines: Sequence[Grey], languages: str = THAI_AND_ENGLISH) -> list[Piece]:
    """The pieces of pictures of one line each, in reading order.

    Raises subprocess.TimeoutExpired when it takes far longer than so many lines do.
    """
    if not lines:
        return []
    with tempfile.TemporaryDirectory(prefix="ita-ocr-") as folder:
        paths = []
        for n, picture in enumerate(lines):
            paths.append(Path(folder) / f"{n}.png")
            Image.fromarray(picture).save(paths[-1], compress_level=1)
        listed = Path(folder) / "pictures.txt"
        listed.write_text("\n".join(map(str, paths)), encoding="utf-8")
        done = subprocess.run(
            ["tesseract", str(listed), "stdout", "-l", languages, "--psm", _ONE_LINE, "--dpi", "300", "tsv"],
            capture_output=True,
            timeout=_TIMEOUT_S + _TIMEOUT_OF_LINE_S * len(lines),
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    return list(_pieces(done.stdout.decode("utf-8", "replace")))


def _pieces(table: str) -> Iterator[Piece]:
    """The rows of Tesseract's TSV: level page block paragraph line word left top width height conf text."""
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) == 12 and fields[0] == "5" and fields[11].strip():
            left, width = float(fields[6]), float(fields[8])
            yield Piece(int(fields[1]) - 1, fields[11].strip(), left, left + width)
