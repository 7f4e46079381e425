"""Where files come from: folders, ZIP archives, object stores. To the batch each file is an ``Upload``.

``uploads_meant`` finds them; ``Upload.fetched`` brings one to this machine when its turn has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractors.readers.errors import UnreadableFile
from pipeline.inputs import files_meant, printed_name, regular
from pipeline.limits import Limits
from pipeline.sources.stores import is_address

__all__ = ["LocalFile", "Refused", "Upload", "uploads_meant"]


class Upload(Protocol):
    """A file that was handed in. ``where`` finds it again; ``name`` is its name without folders.

    ``stamp`` changes whenever its bytes may have changed; empty where only the bytes themselves tell.
    """

    @property
    def where(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def stamp(self) -> str: ...

    def fetched(self, spool: Path) -> Path:
        """A local file with its bytes, in ``spool`` unless it is local already. Raises UnreadableFile."""
        ...


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file in a folder of this machine; a folder is one only when no file was in it."""

    path: Path
    stamp: str = ""

    @property
    def where(self) -> str:
        return str(self.path)

    @property
    def name(self) -> str:
        return printed_name(self.path)

    def fetched(self, spool: Path) -> Path:
        regular(self.path, self.name)
        return self.path


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was handed in and will not be opened, and why."""

    where: str
    name: str
    why: UnreadableFile
    stamp: str = ""

    def fetched(self, spool: Path) -> Path:
        raise self.why


def uploads_meant(
    arguments: Iterable[str | Path], apart_from: Path | None, limits: Limits, spool: Path
) -> list[Upload]:
    """The uploads that the arguments mean, archives opened, each once, by name and then by place.

    ``spool`` is a folder for what has to be unpacked or brought here on the way. Raises StoresNotInstalled for
    an address (``s3://...``) where the extra is not installed.
    """
    local: list[str | Path] = []
    found: list[Upload] = []
    for argument in arguments:
        if is_address(str(argument)):
            found += _stored(str(argument), limits, spool)
        else:
            local.append(argument)
    for path in files_meant(local, apart_from):
        found += _opened(LocalFile(path), path, limits, spool)
    return sorted(found, key=lambda upload: (upload.name, upload.where))


def _stored(address: str, limits: Limits, spool: Path) -> Iterator[Upload]:
    from pipeline.sources.stores import objects_at

    for upload in objects_at(address, limits):
        if upload.name.lower().endswith(".zip"):
            try:
                yield from _opened(upload, upload.fetched(spool), limits, spool)
            except UnreadableFile as why:
                yield Refused(upload.where, upload.name, why)
        else:
            yield upload


def _opened(upload: Upload, path: Path, limits: Limits, spool: Path) -> Iterator[Upload]:
    """The members of an archive; any other file is itself."""
    from pipeline.sources.archives import is_archive, members_of

    if is_archive(path):
        yield from members_of(path, upload.where, upload.name, limits, spool)
    else:
        yield upload
