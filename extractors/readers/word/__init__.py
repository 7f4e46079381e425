"""DOCX to Document: what Word shows on its pages, in reading order. python-docx opens the package."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.document import Block, Document, Paragraph
from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.pictures import with_pictures_read
from extractors.readers.word.names import W
from extractors.readers.word.numbering import Numbering
from extractors.readers.word.package import main_part
from extractors.readers.word.relations import all_related, root_of
from extractors.readers.word.story import Package, Role, Story, as_role
from extractors.readers.word.styles import Styles
from extractors.readers.word.tabbed import with_tabbed_tables

if TYPE_CHECKING:
    from docx.opc.part import Part, XmlPart

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NOTE_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read(content: bytes) -> Document:
    """The Document of a DOCX: running heads, the body, footnotes and endnotes, running feet.

    Tables and text in pictures stand where the pictures stood. Tables bear no final numbers and are not yet stitched
    over page ends. Raises UnreadableFile.
    """
    part = main_part(content)
    try:
        document = Document(media_type=MEDIA_TYPE, text_source="docx", blocks=tuple(_blocks(part)))
        return with_pictures_read(document, content)
    except UnreadableFile:
        raise
    except RecursionError as fault:
        raise damaged("ซ้อนกันลึกเกินไป / nested too deeply") from fault
    except Exception as fault:
        # whatever python-docx and lxml may raise on a part that is not what it claims to be
        raise damaged(f"โครงสร้างไฟล์ Word ไม่ถูกต้อง / wrong structure: {type(fault).__name__}") from fault


def _blocks(part: XmlPart) -> Iterator[Block]:
    styles = Styles(next(map(root_of, all_related(part, "styles")), None))
    package = Package(styles, Numbering(next(map(root_of, all_related(part, "numbering")), None), styles))
    body = tuple(with_tabbed_tables(Story(part, package).blocks(part.element.find(W + "body"))))
    yield from _running(part, package, "head")
    yield from body
    for kind in ("footnote", "endnote"):
        yield from _notes(part, package, kind)
    yield from _running(part, package, "foot")


def _running(part: Part, package: Package, role: Role) -> Iterator[Block]:
    """The headers or footers of all sections, each distinct text once."""
    seen: set[str] = set()
    for running in all_related(part, "header" if role == "head" else "footer"):
        for block in as_role(Story(running, package, role).blocks(root_of(running)), role):
            if not isinstance(block, Paragraph):
                yield block
            elif block.text.strip() not in seen:
                seen.add(block.text.strip())
                yield block


def _notes(part: Part, package: Package, kind: str) -> Iterator[Block]:
    for notes in all_related(part, f"{kind}s"):
        for note in root_of(notes).findall(W + kind):
            if note.get(W + "type") not in _NOTE_SEPARATORS:
                yield from Story(notes, package).blocks(note)
