"""The ledger: one line for each thing that happened to a file, appended to ``ledger.jsonl`` and never changed.

A line is on the disk before the run goes on, so that whatever ends the run, the next one knows what is done.
Lines: ``run`` (a run began), ``file`` (a file was read or refused), ``kept`` (it had been read before),
``same`` (its bytes are those of a file of this run), ``end``. A file is known by its key: the SHA-256 of its
bytes and the edition that read it. A line that was cut off by a crash is passed over.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PASSING = frozenset({"E_LEGACY_DOC", "E_WORKER_KILLED", "E_FILE_MISSING", "E_FILE_UNREADABLE", "E_STORE_UNREACHABLE"})
"""Codes of failures that may be over next time: a converter was not installed, memory was short, a disk was away."""

Entry = dict[str, Any]


def lines_of(path: Path) -> Iterator[Entry]:
    """The ledger's lines from the first to the last; none where there is no ledger."""
    if not path.exists():
        return
    with path.open("rb") as stream:
        for line in stream:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and "event" in entry:
                yield entry


def failed_for_good(entry: Entry) -> bool:
    """Whether the file failed, and nothing speaks for another attempt."""
    return entry["source"]["status"] == "failed" and not PASSING & entry["codes"].keys()


def _line(entry: Entry) -> bytes:
    """Thai stands as Thai; an entry with a file name that is no text is written with escapes."""
    try:
        return (json.dumps(entry, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(entry) + "\n").encode("ascii")


class Ledger:
    """The ledger open for a run: what this edition has read before, and where to write what happens now."""

    def __init__(self, path: Path, edition: str) -> None:
        self.edition = edition
        self.read: dict[str, Entry] = {}
        self.key_at: dict[str, str] = {}
        for entry in lines_of(path):
            if entry["event"] == "file":
                self._remember(entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        self._end_a_cut_line()

    def key(self, digest: str) -> str:
        return f"{digest}:{self.edition}"

    def entry(self, digest: str) -> Entry | None:
        """The last record of a file with these bytes by this edition."""
        return self.read.get(self.key(digest))

    def digest_at(self, where: str, stamp: str) -> str:
        """The digest of what was found there under the same stamp; empty if nothing was."""
        entry = self.read.get(self.key_at.get(where, ""))
        return str(entry["key"].partition(":")[0]) if entry and entry.get("stamp") == stamp else ""

    def add(self, event: str, **values: Any) -> Entry:
        """Appends a line and brings it to the disk. Raises OSError when that fails."""
        entry: Entry = {"event": event, **values, "at": datetime.now(UTC).isoformat(timespec="milliseconds")}
        if event == "file":
            superseded = self.key_at.get(entry["where"])
            if superseded not in (None, entry["key"]):
                entry["supersedes"] = superseded
            self._remember(entry)
        line = _line(entry)
        if os.write(self.descriptor, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(self.descriptor)
        return entry

    def close(self) -> None:
        os.close(self.descriptor)

    def _remember(self, entry: Entry) -> None:
        self.key_at[entry["where"]] = entry["key"]
        if entry["key"].endswith(f":{self.edition}"):
            self.read[entry["key"]] = entry

    def _end_a_cut_line(self) -> None:
        size = os.fstat(self.descriptor).st_size
        if size and self._byte_at(size - 1) != b"\n":
            os.write(self.descriptor, b"\n")

    def _byte_at(self, place: int) -> bytes:
        os.lseek(self.descriptor, place, os.SEEK_SET)
        return os.read(self.descriptor, 1)
