"""One story of a document (its body, a header, a note) as blocks: paragraphs, tables, pictures, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractors.document import Block, Line, Paragraph, Picture
from extractors.readers.contents import ends_with_page_number
from extractors.readers.word.drawings import chosen
from extractors.readers.word.fields import Fields
from extractors.readers.word.names import MC, TRANSPARENT, Element, W, is_on
from extractors.readers.word.numbering import Numbering
from extractors.readers.word.runs import Runs, Shown
from extractors.readers.word.styles import Styles
from extractors.readers.word.tables import read_table

if TYPE_CHECKING:
    from docx.opc.part import Part

Role = Literal["body", "head", "foot"]
_PARAGRAPH, _PROPERTIES, _TABLE = W + "p", W + "pPr", W + "tbl"


@dataclass(frozen=True, slots=True)
class Package:
    """What the stories of one document share: styles, and lists that count on from story to story."""

    styles: Styles
    numbering: Numbering


class Story:
    """Reads containers (``w:body``, ``w:tc``, ``w:txbxContent``) of one part into blocks."""

    def __init__(self, part: Part, package: Package, role: Role = "body") -> None:
        self._package = package
        self._runs = Runs(part, package.styles)
        self._fields = Fields()
        self._role = role
        self._carried: Shown | None = None

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of a container. Text boxes follow the paragraph that they hang on."""
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif tag == _TABLE:
                yield from read_table(child, self, depth)
            elif tag in TRANSPARENT:
                yield from self.blocks(child, depth)
            elif tag == MC + "AlternateContent":
                yield from self.blocks(chosen(child), depth)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Block]:
        properties = paragraph.find(_PROPERTIES)
        in_contents = self._fields.in_contents
        shown = self._runs.shown(paragraph, self._fields)
        self._fields.close_unfinished()
        if self._carried is not None:
            shown = _joined(self._carried, shown)
            self._carried = None
        if _mark_is_deleted(properties):
            self._carried = shown
            return
        style = self._package.styles.of_paragraph(properties)
        label = self._package.numbering.label(properties, style)
        text = "".join(shown.text).strip()
        if text or any(letter.isalnum() for letter in label):
            line = Line(label + text, links=tuple(shown.links))
            is_entry = self._package.styles.is_contents(style) or (
                (in_contents or self._fields.in_contents) and ends_with_page_number(text)
            )
            yield Paragraph((line,), role="contents" if is_entry and self._role == "body" else self._role)
        for drawn in shown.drawings:
            yield from drawn.pictures
            for drawn_line in drawn.lines:
                yield Paragraph((Line(drawn_line),), role=self._role)
            for box in drawn.boxes:
                yield from self._box(box, depth)

    def _box(self, box: Element, depth: int) -> Iterator[Block]:
        """A text box is a story within the story: fields of the text around it do not reach into it."""
        outer, self._fields = self._fields, Fields()
        carried, self._carried = self._carried, None
        yield from self.blocks(box, depth)
        self._fields, self._carried = outer, carried


def _mark_is_deleted(properties: Element | None) -> bool:
    """Whether the paragraph's end was deleted (tracked): its text runs on into the next paragraph."""
    mark = properties.find(W + "rPr") if properties is not None else None
    return mark is not None and (is_on(mark, "del") or is_on(mark, "moveFrom"))


def _joined(first: Shown, second: Shown) -> Shown:
    return Shown(first.text + second.text, first.links + second.links, first.drawings + second.drawings)


def as_role(blocks: Iterator[Block], role: Role) -> Iterator[Paragraph | Picture]:
    """Blocks of a header or footer as paragraphs of that role: a table's row becomes a line with tabs."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield replace(block, role=role)
        elif isinstance(block, Picture):
            yield block
        else:
            for row in range(block.rows):
                texts = [cell.text for cell in block.cells if cell.row == row and cell.text.strip()]
                if texts:
                    yield Paragraph((Line("\t".join(texts)),), role=role)
