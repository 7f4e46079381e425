"""Uploads under tokens in place of their names: what a run without names of people sees of its files.

A file's name may hold a person's, in any spelling; so nothing of it but its ending is kept. The tokens are keyed,
so that the holder of the key finds the file, and a rerun finds what it read before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.readers.errors import UnreadableFile
from pipeline.pseudonyms import file_token, place_token
from pipeline.sources import Upload


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The ``upload`` under tokens."""

    upload: Upload
    key: bytes

    @property
    def where(self) -> str:
        return place_token(self.upload.where, self.key)

    @property
    def name(self) -> str:
        return file_token(self.upload.name, self.key)

    @property
    def stamp(self) -> str:
        return self.upload.stamp

    def fetched(self, spool: Path) -> Path:
        """A local file with its bytes. Raises UnreadableFile, which does not name the file either."""
        try:
            return self.upload.fetched(spool)
        except UnreadableFile as why:
            raise UnreadableFile(why.code, may_retry=why.may_retry, **self._unnamed(why.arguments)) from None

    def _unnamed(self, arguments: Mapping[str, str]) -> dict[str, str]:
        named = {"name": self.name, "path": self.where}
        return {
            key: named.get(key, value.replace(self.upload.where, self.where).replace(self.upload.name, self.name))
            for key, value in arguments.items()
        }
