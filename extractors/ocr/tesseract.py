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

LANGUAGES = "tha+eng"
PACKAGES = "tesseract-ocr tesseract-ocr-tha"
PAGE, BLOCK, LINE = 3, 6, 7
"""Page segmentation: a whole page, one block of text, one line."""

_PAGE_TIMEOUT_S = 60
_CROP_TIMEOUT_S = 3


class Piece(NamedTuple):
    """What Tesseract calls a word (in Thai often one letter) in picture number ``picture``, in its pixels.

    ``line`` tells the lines of one picture apart; ``line_middle`` is the height of the line's middle.
    """

    picture: int
    line: int
    line_middle: float
    text: str
    x0: float
    x1: float
    confidence: float


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


def read(pictures: Sequence[Grey], mode: int, dpi: int = 300) -> list[Piece]:
    """The pieces of all pictures; what takes too long is left unread (``subprocess.TimeoutExpired``)."""
    if not pictures:
        return []
    timeout_s = _PAGE_TIMEOUT_S + _CROP_TIMEOUT_S * (len(pictures) - 1)
    with tempfile.TemporaryDirectory(prefix="ita-ocr-") as folder:
        paths = []
        for n, picture in enumerate(pictures):
            paths.append(Path(folder) / f"{n}.png")
            Image.fromarray(picture).save(paths[-1], compress_level=1)
        listed = Path(folder) / "pictures.txt"
        listed.write_text("\n".join(map(str, paths)), encoding="utf-8")
        done = subprocess.run(
            ["tesseract", str(listed), "stdout", "-l", LANGUAGES, "--psm", str(mode), "--dpi", str(dpi), "tsv"],
            capture_output=True,
            timeout=timeout_s,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    return list(_pieces(done.stdout.decode("utf-8", "replace")))


def _pieces(table: str) -> Iterator[Piece]:
    """The rows of Tesseract's TSV: level page block paragraph line word left top width height conf text."""
    line, middle = -1, 0.0
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] == "level":
            continue
        left, top, width, height = (float(field) for field in fields[6:10])
        if fields[0] == "4":
            line, middle = line + 1, top + height / 2
        elif fields[0] == "5" and fields[11].strip():
            yield Piece(
                int(fields[1]) - 1, line, middle, fields[11].strip(), left, left + width, float(fields[10])
            )
