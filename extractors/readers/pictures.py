"""Pictures in formats without pages (DOCX): tables and text in them take the picture's place.

Such a picture has no place on a page: what is read in it bears neither page nor box, as everything else in these
formats. OCR is imported only for a document with a picture large enough to hold text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from extractors.document import Block, Box, Cell, Document, Paragraph, Picture, PictureNote, Remark, Seen, Table
from extractors.readers.limits import allows
from extractors.readers.notes import missing_program, summed_up
from extractors.readers.progress import step

if TYPE_CHECKING:
    from extractors.ocr import Grey, Read

_SMALLEST_PX = (150, 60)
_TEXT_HEIGHT_PT = 7.0
"""The height of letters of usual print: it gives a picture of unknown size its scale."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What came of a stored picture; ``blocks`` take its place wherever it is shown, none where it was not read."""

    note: PictureNote
    remarks: tuple[Remark, ...] = ()
    blocks: tuple[Block, ...] = ()


def with_pictures_read(document: Document, content: bytes) -> Document:
    """The document with the tables and paragraphs of its pictures in their places."""
    if not any(isinstance(block, Picture) and block.name for block in document.blocks):
        return document
    try:
        package = zipfile.ZipFile(BytesIO(content))
    except zipfile.BadZipFile:
        return document
    blocks: list[Block] = []
    remarks = list(document.remarks)
    known: dict[str, _Found] = {}
    with package:
        for block in document.blocks:
            if not isinstance(block, Picture) or not block.name:
                blocks.append(block)
                continue
            if block.name not in known:
                known[block.name] = _read(package, block)
                remarks += known[block.name].remarks
            blocks += known[block.name].blocks or (block,)
    notes = summed_up(found.note for found in known.values())
    return replace(document, blocks=tuple(blocks), remarks=(*remarks, *missing_program(notes)), pictures=notes)


def _is_large(picture: Picture) -> bool:
    return picture.width_px >= _SMALLEST_PX[0] and picture.height_px >= _SMALLEST_PX[1]


def _read(package: zipfile.ZipFile, picture: Picture) -> _Found:
    step()
    width_px, height_px = picture.width_px, picture.height_px
    note = PictureNote("left", "small", width_px=width_px, height_px=height_px, name=picture.name)
    if not _is_large(picture):
        return _Found(note)
    if not allows("picture_megapixels", width_px * height_px / 1_000_000):
        return _Found(replace(note, reason="large"))
    from extractors.ocr import Frame, with_doubts
    from extractors.readers.recognition import recognised

    grey = grey_of(package, picture.name)
    if grey is None:
        return _Found(replace(note, reason="undecodable"))
    came = recognised(grey, partial(Frame.for_text, 0.0, 0.0, _TEXT_HEIGHT_PT), note, scanned=False)
    if came.seen is None or came.read is None:
        return _Found(came.note, came.remarks)
    size = grey.shape[1] / came.seen.frame.px_per_pt, grey.shape[0] / came.seen.frame.px_per_pt
    doubtful = [figure for figure in came.read.figures if figure.doubtful]
    blocks = with_doubts(_blocks(came.read, *size), {1: doubtful})
    seen = partial(_seen, picture.name, came.seen.frame.px_per_pt)
    return _Found(came.note, came.remarks, tuple(_unplaced(block, seen) for block in blocks))


def grey_of(package: zipfile.ZipFile, name: str) -> Grey | None:
    """The picture in grey on white; None where it is broken or of a kind that nobody decodes."""
    import numpy as np
    from PIL import Image

    try:
        with Image.open(BytesIO(package.read(name))) as stored:
            image = stored.convert("RGBA")
    except (KeyError, OSError, ValueError, Image.DecompressionBombError):
        return None
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return np.asarray(paper.convert("L"))


def _blocks(read: Read, width_pt: float, height_pt: float) -> tuple[Block, ...]:
    """The picture's blocks as if it were a page of its own."""
    from extractors.readers.pdf.flow import blocks_of
    from extractors.readers.pdf.ink import Ink
    from extractors.readers.pdf.sheets import sheet_of

    ink = Ink(width_pt, height_pt, read.characters, read.words, read.edges, (), (), blank=not read.words)
    return blocks_of([sheet_of(ink, 1, b"")])


def _seen(name: str, px_per_pt: float, box: Box | None) -> Seen | None:
    return box and Seen(name, Box(*(side * px_per_pt for side in box)))


_Sight = Callable[[Box | None], Seen | None]


def _unplaced(block: Block, seen: _Sight) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=tuple(replace(line, page=None, box=None) for line in block.lines))
    if isinstance(block, Table):
        return _without_places(block, seen)
    return block


def _without_places(table: Table, seen: _Sight) -> Table:
    return replace(table, page_from=None, page_to=None, cells=tuple(_cells(table, seen)))


def _cells(table: Table, seen: _Sight) -> Iterator[Cell]:
    for cell in table.cells:
        nested = tuple(_without_places(inner, seen) for inner in cell.tables)
        yield replace(cell, page=None, box=None, seen=seen(cell.box), tables=nested)
