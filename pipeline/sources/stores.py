"""Object stores by their addresses (``s3://bucket/folder``, ``gs://...``), through fsspec: the extra ``stores``."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from extractors.readers.errors import UnreadableFile
from extractors.readers.limits import refuse_above, within
from pipeline.inputs import NOT_DOCUMENTS
from pipeline.limits import Limits

if TYPE_CHECKING:
    from pipeline.sources import Upload

ADDRESS = re.compile(r"[a-z][a-z0-9+]+://", re.IGNORECASE)

SIGNS_OF_CHANGE = ("ETag", "etag", "md5Hash", "mtime", "updated")
"""What a listing may say that differs when an object's bytes do (S3, Azure, Google, local)."""


class StoresNotInstalled(Exception):
    """An address was given and what reads it is not installed."""

    def __init__(self, address: str, missing: str) -> None:
        super().__init__(
            f"อ่าน {address} ไม่ได้เพราะยังไม่ได้ติดตั้ง {missing} · not installed; "
            "สั่ง run: uv sync --extra stores (หรือ or pip install 'ita-reports[stores]')"
        )


def is_address(argument: str) -> bool:
    """``s3://bucket/x`` is one; ``C:\\x`` and ``a.pdf`` are not."""
    return ADDRESS.match(argument) is not None


def objects_at(address: str, limits: Limits) -> Iterator[Upload]:
    """The objects below the address or matching its pattern; an address that holds none is refused itself."""
    from pipeline.sources import Refused

    try:
        import fsspec
    except ImportError as fault:
        raise StoresNotInstalled(address, "fsspec") from fault
    name = PurePosixPath(address).name or address
    try:
        files, root = fsspec.core.url_to_fs(address)
        listed = files.glob(root, detail=True) if "*" in root else files.find(root, detail=True)
    except ImportError as fault:
        raise StoresNotInstalled(address, fault.name or str(fault)) from fault
    except Exception as fault:  # every store has its own errors
        yield Refused(address, name, _unreachable(name, fault))
        return
    objects = [
        StoredObject(files, path, about, limits)
        for path, about in sorted(listed.items())
        if about.get("type") == "file" and not PurePosixPath(path).name.startswith(NOT_DOCUMENTS)
    ]
    if not objects:
        yield Refused(address, name, UnreadableFile("E_FILE_MISSING", name=address))
    yield from objects


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object of a store. ``about`` is what its listing says: size, and ETag or time of change."""

    files: Any
    path: str
    about: dict[str, Any]
    limits: Limits

    @property
    def where(self) -> str:
        return str(self.files.unstrip_protocol(self.path))

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def stamp(self) -> str:
        changed = next((self.about[key] for key in SIGNS_OF_CHANGE if key in self.about), "")
        return f"{changed} {self.about.get('size')}" if changed else ""

    def fetched(self, spool: Path) -> Path:
        with within(self.limits):
            refuse_above("file_mb", (self.about.get("size") or 0) / 1_000_000)
        spool.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=spool, delete=False) as copy:
            path = Path(copy.name)
        try:
            self.files.get_file(self.path, str(path))
        except Exception as fault:  # every store has its own errors
            path.unlink(missing_ok=True)
            raise _unreachable(self.name, fault) from fault
        return path


def _unreachable(name: str, fault: Exception) -> UnreadableFile:
    if isinstance(fault, FileNotFoundError):
        return UnreadableFile("E_FILE_MISSING", name=name)
    return UnreadableFile("E_STORE_UNREACHABLE", name=name, reason=f"{type(fault).__name__}: {fault}"[:200])
