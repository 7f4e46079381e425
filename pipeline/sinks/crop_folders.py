"""One folder of crops for each report that has any: there whole or not at all, and only those of the run."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

OWN_NAME = re.compile(r"r_[0-9a-f]{16}")
"""The names this sink gives; only such folders are ever removed."""


class CropFolders:
    """Folders ``<report_id>/`` of PNG files below ``folder``, which is only there when there are crops."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, report_id: str, crops: Mapping[str, bytes]) -> None:
        """Puts the report's crops, by their names, in the place of those it had. Raises OSError."""
        place = self.folder / report_id
        if not crops:
            shutil.rmtree(place, ignore_errors=True)
            return
        unfinished = self.folder / f".{report_id}.{os.getpid()}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        for name, png in crops.items():
            (unfinished / name).write_bytes(png)
        shutil.rmtree(place, ignore_errors=True)
        unfinished.replace(place)

    def keep_only(self, report_ids: Collection[str]) -> None:
        """Removes the crops of other reports, and what is unfinished; what is not of this sink stays."""
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if OWN_NAME.fullmatch(path.name) and path.name not in report_ids:
                shutil.rmtree(path, ignore_errors=True)
        self.remove_unfinished()
        if not any(self.folder.iterdir()):
            self.folder.rmdir()

    def remove_unfinished(self) -> None:
        """Removes what a run that was killed left beside the places of its folders."""
        for path in self.folder.glob(".r_*.part"):
            shutil.rmtree(path, ignore_errors=True)
