"""Files that are there whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO


class WholeFile:
    """A text file that appears under its name only when ``put`` is called.

    Until then it stands in the same folder under a hidden name of this process; ``drop`` deletes it. As a
    context manager it is put when the block ends well and dropped when it does not. Line ends are written as
    they are given. Raises OSError when the folder cannot be written to. Without ``lasting`` a power cut may leave it
    empty under its name: for what can be made anew.
    """

    def __init__(self, path: Path, encoding: str = "utf-8", *, lasting: bool = True) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.lasting = path, lasting
        self.unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        self.stream: TextIO = self.unfinished.open("w", encoding=encoding, newline="")

    def settle(self) -> None:
        """Brings the bytes to the disk: after this, putting the file in place needs no more room."""
        if not self.stream.closed:
            self.stream.flush()
            if self.lasting:
                os.fsync(self.stream.fileno())
            self.stream.close()

    def put(self) -> None:
        """Moves the file to its place after its bytes are on the disk."""
        self.settle()
        self.unfinished.replace(self.path)

    def drop(self) -> None:
        with suppress(OSError):  # a full disk refuses what is left to write, which is not wanted any more
            self.stream.close()
        self.unfinished.unlink(missing_ok=True)

    def __enter__(self) -> TextIO:
        return self.stream

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                self.put()
            except BaseException:
                self.drop()
                raise
        else:
            self.drop()


def remove_unfinished(folder: Path) -> None:
    """Removes what a run that was killed left beside the places of its files."""
    for path in folder.glob(".*.part"):
        path.unlink(missing_ok=True)
