"""The crops of a report: for each figure that was read from a picture, a PNG of the cell or line as it was seen.

Their names tell the place (page, then x0-top-x1-bottom in points; for DOCX the stored picture and its pixels), so that
the same file gives the same names, and figures of one cell share one crop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from pathlib import PurePosixPath
from typing import TypeVar

from extractors.document import Box, Document, PictureNote
from extractors.readers.crops import CropPlace, cut
from pipeline.places import CROPS
from schemas.report import Report
from schemas.rows import Boxed, Mention, PictureFigure

Crops = Mapping[str, bytes]
"""PNGs by their names in the report's own folder of crops."""

_Figure = TypeVar("_Figure", Mention, PictureFigure)


def with_crops(report: Report, document: Document, content: bytes) -> tuple[Report, dict[str, bytes]]:
    """The report with the path of each crop, below the output folder, and the crops. ``content`` is the file."""
    read = [note for note in document.pictures if note.decision != "left"]
    if not read:
        return report, {}
    rows = _table_rows(document)
    figures = (*report.mentions, *report.picture_figures)
    wanted = {_name(place): place for figure in figures if (place := _place(figure, read, rows))}
    pieces = zip(wanted, cut(content, list(wanted.values())), strict=True)
    crops = {name: piece for name, piece in pieces if piece is not None}
    folder = f"{CROPS}/{report.report.report_id}"

    def told(figure: _Figure) -> _Figure:
        place = _place(figure, read, rows)
        name = _name(place) if place else ""
        return figure.model_copy(update={"crop": f"{folder}/{name}"}) if name in crops else figure

    mentions, others = tuple(map(told, report.mentions)), tuple(map(told, report.picture_figures))
    return report.model_copy(update={"mentions": mentions, "picture_figures": others}), crops


_Rows = Mapping[tuple[int, int], CropPlace]


def _place(figure: Boxed, read: list[PictureNote], rows: _Rows) -> CropPlace | None:
    """Where the figure was seen; None where it was not read from a picture."""
    if figure.page is None or figure.bbox is None:
        return rows.get((figure.table_no or 0, figure.row_no or 0))
    box = Box(*figure.bbox)
    note = next((note for note in read if note.page == figure.page and _holds(note.box, box)), None)
    if note is None or note.box is None:
        return None
    dpi = 72 * max(note.width_px / note.box.width_pt, note.height_px / note.box.height_pt)
    return CropPlace(box, figure.page, quarters=note.turned_degrees // 90, dpi=dpi)


def _holds(picture: Box | None, box: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return picture is not None and picture.x0 <= x <= picture.x1 and picture.top <= y <= picture.bottom


def _table_rows(document: Document) -> dict[tuple[int, int], CropPlace]:
    """Where the rows of tables that were read from a DOCX's pictures stand, by table and row from 1."""
    rows: dict[tuple[int, int], list[CropPlace]] = {}
    for table in document.tables():
        for cell in table.cells:
            if cell.seen is not None:
                rows.setdefault((table.number, cell.row + 1), []).append(CropPlace(cell.seen.box, None, cell.seen.name))
    return {
        key: CropPlace(reduce(Box.union, (place.box for place in places)), None, places[0].picture)
        for key, places in rows.items()
    }


def _name(place: CropPlace) -> str:
    where = f"p{place.page:04}" if place.page else re.sub(r"[^A-Za-z0-9]+", "-", PurePosixPath(place.picture).stem)
    return f"{where}-{'-'.join(str(round(side)) for side in place.box)}.png"
