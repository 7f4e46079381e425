"""Pictures in formats without pages (DOCX): tables and text in them take the picture's place.

Such a picture has no place on a page: what is read in it bears neither page nor box, as everything else in these
formats. OCR is imported only for a document with a picture large enough to hold text.
"""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from extractors.document import Block, Cell, Document, Paragraph, Picture, Remark, Table
from extractors.readers.limits import allows
from extractors.readers.progress import step

if TYPE_CHECKING:
    from extractors.ocr import Grey, Read

_SMALLEST_PX = (150, 60)
_TEXT_HEIGHT_PT = 7.0
"""The height of letters of usual print: it gives a picture of unknown size its scale."""


def with_pictures_read(document: Document, content: bytes) -> Document:
    """The document with the tables and paragraphs of its pictures in their places."""
    if not any(map(_is_large, document.blocks)):
        return document
    try:
        package = zipfile.ZipFile(BytesIO(content))
    except zipfile.BadZipFile:
        return document
    blocks: list[Block] = []
    remarks = list(document.remarks)
    known: dict[str, tuple[tuple[Block, ...], Remark | None]] = {}
    with package:
        for block in document.blocks:
            if not (isinstance(block, Picture) and _is_large(block)):
                blocks.append(block)
                continue
            if block.name not in known:
                known[block.name] = _read(package, block)
            found, remark = known[block.name]
            blocks += found or (block,)
            remarks += [remark] if remark else []
    return replace(document, blocks=tuple(blocks), remarks=tuple(remarks))


def _is_large(block: Block) -> bool:
    return (
        isinstance(block, Picture)
        and bool(block.name)
        and block.width_px >= _SMALLEST_PX[0]
        and block.height_px >= _SMALLEST_PX[1]
    )


def _read(package: zipfile.ZipFile, picture: Picture) -> tuple[tuple[Block, ...], Remark | None]:
    """The blocks that the picture shows, none where it is no text, and what there is to tell."""
    from extractors.ocr import PACKAGES, Frame, installed, look, read_picture, seen_in, with_doubts

    step()
    if not allows("picture_megapixels", picture.width_px * picture.height_px / 1_000_000):
        return (), None
    grey = _grey(package, picture.name)
    if grey is None:
        return (), None
    seen = seen_in(grey, partial(Frame.for_text, 0.0, 0.0, _TEXT_HEIGHT_PT), scanned=False)
    kind = look(seen)
    if not kind:
        return (), None
    if not installed():
        return (), Remark("W_OCR_NOT_INSTALLED", arguments=(("packages", PACKAGES),))
    try:
        read = read_picture(seen)
    except (OSError, subprocess.SubprocessError):
        return (), Remark("W_PICTURE_UNREAD")
    size = grey.shape[1] / seen.frame.px_per_pt, grey.shape[0] / seen.frame.px_per_pt
    blocks = with_doubts(_blocks(read, *size), {1: [figure for figure in read.figures if figure.doubtful]})
    return tuple(map(_unplaced, blocks)), Remark("I_PICTURE_READ_GRID" if kind == "grid" else "I_PICTURE_READ_TEXT")


def _grey(package: zipfile.ZipFile, name: str) -> Grey | None:
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


def _unplaced(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=tuple(replace(line, page=None, box=None) for line in block.lines))
    if isinstance(block, Table):
        return _without_places(block)
    return block


def _without_places(table: Table) -> Table:
    return replace(table, page_from=None, page_to=None, cells=tuple(_cells(table)))


def _cells(table: Table) -> Iterator[Cell]:
    for cell in table.cells:
        yield replace(cell, page=None, box=None, tables=tuple(map(_without_places, cell.tables)))
