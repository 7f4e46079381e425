"""Frames of the panel as CSV, Parquet or a workbook, chosen by the file's ending."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.sinks.csv_tables import cell_text
from pipeline.sinks.whole_files import WholeFile
from pipeline.warehouse.questions import plain

if TYPE_CHECKING:
    import pandas

FORMATS = (".csv", ".parquet", ".xlsx")


class UnknownFormat(Exception):
    """An ending that says no format; the message names those there are."""

    code = "E_UNKNOWN_FORMAT"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name}: ใช้ .csv .parquet หรือ .xlsx · the name must end in .csv, .parquet or .xlsx")


def write_frames(path: Path, frames: Mapping[str, pandas.DataFrame]) -> list[Path]:
    """Writes the first frame to ``path`` and every other beside it (``panel_conflicts.csv``), or all as sheets.

    Raises UnknownFormat for another ending, and OSError.
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise UnknownFormat(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if ending == ".xlsx":
        from pipeline.publication.workbook import frame_sheets, write_workbook

        write_workbook(path, frame_sheets(frames))
        return [path]
    names = list(frames)
    own = [path, *(path.with_name(f"{path.stem}_{n.removeprefix('panel_')}{ending}") for n in names[1:])]
    for place, frame in zip(own, frames.values(), strict=True):
        _write_csv(place, frame) if ending == ".csv" else _write_parquet(place, frame)
    return own


def _write_csv(path: Path, frame: pandas.DataFrame) -> None:
    with WholeFile(path, "utf-8-sig") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(frame.columns)
        known = frame.astype(object).where(frame.notna(), None)
        writer.writerows([cell_text(spelled(value)) for value in row] for row in known.itertuples(index=False))


def spelled(value: object) -> object:
    """A score with its two places, as the tables have it."""
    return plain(Decimal(repr(value))) if isinstance(value, float) else value


def _write_parquet(path: Path, frame: pandas.DataFrame) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        frame.to_parquet(unfinished, index=False)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
