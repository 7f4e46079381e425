"""Which files a command line means: files, folders with all that is in them, and patterns.

Nothing that was named is lost: what does not exist stays in the list, so that it gets a record too.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.readers.errors import UnreadableFile

NOT_DOCUMENTS = ("~$", ".", "Thumbs.db", "desktop.ini")
"""Beginnings of names that programs leave in folders (lock files, hidden files, thumbnails)."""


def files_meant(arguments: Iterable[str | Path], apart_from: Path | None = None) -> list[Path]:
    """The files that the arguments mean, each once, sorted by name and then by folder.

    A folder means every file below it but hidden ones and those that programs leave behind, whatever their
    endings (the format is told by content); ``apart_from`` is a folder that is passed over, such as the
    output's. A folder without files, a pattern that matches nothing and a file that does not exist stand for
    themselves.
    """
    found: dict[Path, Path] = {}
    for argument in arguments:
        for path in _meant(str(argument), apart_from.resolve() if apart_from else None):
            found.setdefault(path.resolve(), path)
    return sorted(found.values(), key=lambda path: (path.name, str(path)))


def printed_name(path: Path) -> str:
    """The file's name as people read it; bytes that are no UTF-8 are the old Thai encoding (CP 874)."""
    name = os.fsencode(path.name)
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp874", "replace")


def regular(path: Path, name: str) -> os.stat_result:
    """What the system says of a file. Raises UnreadableFile for what is not there or is no file."""
    try:
        found = path.stat()
    except FileNotFoundError as fault:
        raise UnreadableFile("E_FILE_MISSING", name=name) from fault
    except (OSError, ValueError) as fault:  # ValueError: a zero byte in the name
        raise unreadable(name, fault) from fault
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile("E_FOLDER_EMPTY", name=name)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile("E_FILE_NOT_REGULAR", name=name)
    return found


def unreadable(name: str, fault: Exception) -> UnreadableFile:
    """The refusal of a file that the system does not let us read."""
    reason = getattr(fault, "strerror", None) or type(fault).__name__
    return UnreadableFile("E_FILE_UNREADABLE", name=name, reason=reason)


def _meant(argument: str, apart_from: Path | None) -> Iterator[Path]:
    path = Path(argument)
    if path.exists() or not glob.has_magic(argument):
        matches = [path]
    else:
        found = (Path(match) for match in glob.iglob(argument, recursive=True))  # noqa: PTH207
        matches = [match for match in found if not match.name.startswith(NOT_DOCUMENTS)] or [path]
    for match in matches:
        if match.is_dir():
            yield from list(_below(match, apart_from)) or [match]
        else:
            yield match


def _below(folder: Path, apart_from: Path | None) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        visible = (name for name in folders if not name.startswith("."))
        folders[:] = [name for name in visible if (Path(here) / name).resolve() != apart_from]
        for name in names:
            if not name.startswith(NOT_DOCUMENTS) and (Path(here) / name).is_file():
                yield Path(here) / name
