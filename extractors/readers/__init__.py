"""The door: the bytes of a file come in, a neutral Document goes out, or ``UnreadableFile`` says why not.

One reader per format, each in a module of its own that is imported only when a file needs it. To add a
format: tell it apart in ``sniff.py``, write its reader (``read(content) -> Document``), add its line to
``_READERS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import cast

from extractors.document import Block, Document, Paragraph, Table
from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.sniff import Format, sniff

__all__ = ["Format", "UnreadableFile", "read", "sniff"]

_READERS = {
    Format.PDF: "extractors.readers.pdf",
    Format.DOCX: "extractors.readers.word",
    Format.HTML: "extractors.readers.html",
    Format.MARKDOWN: "extractors.readers.text",
    Format.TEXT: "extractors.readers.text",
    Format.LEGACY_DOC: "extractors.readers.legacy",
    Format.RTF: "extractors.readers.legacy",
    Format.ODT: "extractors.readers.legacy",
}


def read(content: bytes, name: str) -> Document:
    """The Document of a file, whatever its name claims it to be.

    Raises UnreadableFile, and nothing else, for a file that cannot be read; the file's ``name`` is among the
    arguments of its message. A file without any text in it is such a file.
    """
    try:
        kind = sniff(content)
        document = _reader(kind)(content)
        return _mended(document if kind is Format.PDF else _finished(document))
    except UnreadableFile as refusal:
        refusal.arguments.setdefault("name", name)
        raise


def _reader(kind: Format) -> Callable[[bytes], Document]:
    if kind in _READERS:
        return cast(Callable[[bytes], Document], import_module(_READERS[kind]).read)
    if kind is Format.EMPTY:
        raise UnreadableFile("E_FILE_EMPTY")
    if kind is Format.ENCRYPTED_OFFICE:
        raise UnreadableFile("E_PASSWORD")
    if kind is Format.ZEROS:
        raise damaged(kind.value)
    raise UnreadableFile("E_FORMAT_UNKNOWN", found=kind.value)


def _mended(document: Document) -> Document:
    from extractors.readers.mending import mended

    return mended(document)


def _finished(document: Document) -> Document:
    """The document with contents pages marked, tables stitched over page ends and numbered."""
    from extractors.grids.stitch import stitch
    from extractors.readers.contents import with_contents_marked

    if not any(map(_has_text, document.blocks)):
        raise UnreadableFile("E_NO_TEXT")
    return replace(document, blocks=stitch(with_contents_marked(document.blocks)))


def _has_text(block: Block) -> bool:
    match block:
        case Paragraph():
            return block.role == "body" and bool(block.text.strip())
        case Table():
            return any(cell.text.strip() or cell.tables for cell in block.cells)
    return False
