"""One run at a time writes into an output folder."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import IO


class OutputBusy(Exception):
    """Another run is writing into the folder; ``holder`` is its process number, empty if unknown."""

    def __init__(self, folder: Path, holder: str) -> None:
        self.folder, self.holder = folder, holder
        super().__init__(
            f"มีการสั่งอ่านอีกครั้งหนึ่งกำลังเขียนลง {folder} อยู่ (โปรเซส {holder or '?'}) รอให้เสร็จ หรือใช้ --output อื่น · "
            f"another run (process {holder or '?'}) is writing into it; wait, or name another --output"
        )


class OutputLock:
    """Holds the folder while the block runs. The system lets go of it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stream: IO[str] | None = None

    def __enter__(self) -> OutputLock:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stream = self.path.open("a+", encoding="ascii")
        try:
            _lock(stream.fileno())
        except OSError as error:
            stream.seek(0)
            holder = stream.read(20).strip()
            stream.close()
            raise OutputBusy(self.path.parent.parent, holder) from error
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        self.stream = stream
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.stream is not None:
            self.stream.close()


def _lock(descriptor: int) -> None:
    """Takes the lock or raises OSError at once."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # a byte nobody reads: a locked one cannot be read there
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
