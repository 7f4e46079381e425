"""Tesseract by its program: pictures in, characters with their places out, one process for many pictures."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from extractors.ocr.program import Program, program
from extractors.ocr.raster import Grey

THAI_AND_ENGLISH, THAI = "tha+eng", "tha"
_ONE_LINE = "7"  # page segmentation mode


class Piece(NamedTuple):
    """What Tesseract calls a word (in Thai often one letter) of picture number ``picture``, in its pixels.

    ``confidence`` is Tesseract's own, 0 to 100.
    """

    picture: int
    text: str
    x0: float
    x1: float
    confidence: float = 0.0


def read(lines: Sequence[Grey], languages: str = THAI_AND_ENGLISH, until: float = math.inf) -> list[Piece]:
    """The pieces of pictures of one line each, in reading order; none where no Tesseract is to be had.

    Raises subprocess.TimeoutExpired when it is not done at the time ``until`` (of ``time.monotonic``): the
    program is ended then; subprocess.CalledProcessError when it fails.
    """
    reader = program()
    if not lines or reader is None:
        return []
    with tempfile.TemporaryDirectory(prefix="ita-ocr-") as name:
        folder = Path(name)
        paths = []
        for n, picture in enumerate(lines):
            paths.append(folder / f"{n}.png")
            Image.fromarray(picture).save(paths[-1], compress_level=1)
        listed = folder / "pictures.txt"
        listed.write_text("\n".join(map(str, paths)), encoding="utf-8")
        done = subprocess.run(
            [reader.path, str(listed), "stdout", *_models(reader, folder / "models"), "-l", languages,
             "--psm", _ONE_LINE, "--dpi", "300", "-c", "tessedit_create_tsv=1"],
            capture_output=True,
            timeout=None if until == math.inf else max(0.0, until - time.monotonic()),
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    return list(_pieces(done.stdout.decode("utf-8", "replace")))


def _models(reader: Program, folder: Path) -> list[str]:
    """The arguments that say where the program finds its models, laid into one folder."""
    if not reader.models:
        return []
    folder.mkdir()
    for model in reader.models:
        try:
            (folder / model.name).symlink_to(model)
        except OSError:  # a system where not everybody may link
            shutil.copyfile(model, folder / model.name)
    return ["--tessdata-dir", str(folder)]


def _pieces(table: str) -> Iterator[Piece]:
    """The rows of Tesseract's TSV: level page block paragraph line word left top width height conf text."""
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) == 12 and fields[0] == "5" and fields[11].strip():
            left, width = float(fields[6]), float(fields[8])
            yield Piece(int(fields[1]) - 1, fields[11].strip(), left, left + width, float(fields[10]))
