"""ZIP archives as districts upload them: the documents inside, one level of ZIP in ZIP included.

Nothing is unpacked under the name that the archive gives, so no path in it can lead anywhere; a member with such
a path is refused all the same, because nobody makes one by accident. Members are inflated one at a time and only
as far as the limits allow, whatever size the archive declares.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo, is_zipfile

from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.limits import refuse_above, within
from pipeline.inputs import NOT_DOCUMENTS
from pipeline.limits import Limits

if TYPE_CHECKING:
    from pipeline.sources import Upload

ENCRYPTED = 0x1
UTF8_NAME = 0x800
DEEPEST = 2
SMALL_BYTES = 1_000_000
"""A member below this may be compressed as far as it will go."""
CHUNK_BYTES = 1 << 20
DOCUMENT_FOLDERS = ("word/", "xl/", "ppt/", "[Content_Types].xml", "mimetype")
"""Beginnings of names that only Office packages have, which are archives too."""


def is_archive(path: Path) -> bool:
    """Whether it is a ZIP of files and not a document that happens to be one. A broken one is by its name."""
    if not path.is_file():
        return False  # opening a pipe would wait for ever
    try:
        with path.open("rb") as stream:
            if stream.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return False
        if not is_zipfile(path):
            return path.suffix.lower() == ".zip"
        with ZipFile(path) as archive:
            return not any(name.replace("\\", "/").startswith(DOCUMENT_FOLDERS) for name in archive.namelist())
    except OSError:
        return False
    except Exception:  # zipfile raises whatever it stumbles over
        return path.suffix.lower() == ".zip"


def members_of(path: Path, where: str, name: str, limits: Limits, spool: Path, depth: int = 1) -> Iterator[Upload]:
    """The documents in the archive at ``path``, or the archive itself refused."""
    from pipeline.sources import Refused

    try:
        with ZipFile(path) as archive, within(limits):
            members = [info for info in archive.infolist() if not info.is_dir()]
            refuse_above("members", len(members))
    except UnreadableFile as why:
        yield Refused(where, name, why)
        return
    except Exception:  # zipfile raises whatever it stumbles over
        yield Refused(where, name, damaged("เปิด ZIP ไม่ได้ / the ZIP cannot be opened"))
        return
    documents = [info for info in members if _is_document(_printed(info))]
    if not documents:
        yield Refused(where, name, UnreadableFile("E_ARCHIVE_EMPTY"))
    for info in documents:
        yield from _member(ZipMember(path, where, info), limits, spool, depth)


def _member(member: ZipMember, limits: Limits, spool: Path, depth: int) -> Iterator[Upload]:
    """The member; the members of one that is an archive itself."""
    from pipeline.sources import Refused

    try:
        member.check(limits)
        if not member.name.lower().endswith(".zip"):
            yield member
            return
        if depth >= DEEPEST:
            raise UnreadableFile("E_ARCHIVE_NESTED")
        inner = member.fetched(spool)
    except UnreadableFile as why:
        yield Refused(member.where, member.name, why)
        return
    yield from members_of(inner, member.where, member.name, limits, spool, depth + 1)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file inside an archive on this machine; ``archive_where`` is where people find the archive."""

    archive: Path
    archive_where: str
    info: ZipInfo
    stamp: str = ""

    @property
    def where(self) -> str:
        return f"{self.archive_where}!/{_printed(self.info)}"

    @property
    def name(self) -> str:
        return PurePosixPath(_printed(self.info)).name

    def check(self, limits: Limits) -> None:
        """Raises UnreadableFile for a member that should not be inflated at all."""
        path = PurePosixPath(_printed(self.info))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise UnreadableFile("E_ARCHIVE_PATH", path=str(path)[:120])
        if self.info.flag_bits & ENCRYPTED:
            raise UnreadableFile("E_PASSWORD")
        with within(limits):
            refuse_above("file_mb", self.info.file_size / 1_000_000)
            if self.info.file_size > SMALL_BYTES:
                refuse_above("inflation", self.info.file_size / max(1, self.info.compress_size))

    def fetched(self, spool: Path) -> Path:
        """The member inflated into ``spool``; zipfile gives no more bytes than the archive declares."""
        spool.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=spool, delete=False) as copy:
            try:
                with ZipFile(self.archive) as archive, archive.open(self.info) as stream:
                    shutil.copyfileobj(stream, copy, CHUNK_BYTES)
            except Exception as fault:  # zipfile and zlib raise whatever they stumble over
                Path(copy.name).unlink(missing_ok=True)
                if isinstance(fault, OSError) and fault.errno is not None and not isinstance(fault, FileNotFoundError):
                    raise  # the disk, not the archive
                raise damaged("ไฟล์ย่อยใน ZIP ชำรุด / a damaged member of a ZIP") from fault
        return Path(copy.name)


def _printed(info: ZipInfo) -> str:
    """The member's path as people read it: names that are not marked as UTF-8 are the old Thai encoding (CP 874)."""
    if info.flag_bits & UTF8_NAME:
        return info.filename.replace("\\", "/")
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp874"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename.replace("\\", "/")


def _is_document(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and "__MACOSX" not in parts and not parts[-1].startswith(NOT_DOCUMENTS)
