"""The running text of a document as passages: what a reader sees as one line or one wrapped paragraph.

Readers differ in what a paragraph is (a printed line, a block between blank lines); passages are the same for
all: they end where the document ends a line on purpose, and before a line that begins with a list number or
a label (ผู้รับผิดชอบ กลุ่มอำนวยการ).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Box, Document, Line, Paragraph
from extractors.facts.labels import begins_part
from extractors.facts.numbering import numbering


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text. ``block`` is its block in the document; ``opens`` is False where it may go on with the one above."""

    text: str
    block: int
    page: int | None = None
    box: Box | None = None
    links: tuple[str, ...] = ()
    opens: bool = True


def passages(document: Document) -> Iterator[Passage]:
    """The passages of the body, in order; running heads and contents left out."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and block.role == "body":
            yield from _of_paragraph(block, number)


def _of_paragraph(paragraph: Paragraph, block: int) -> Iterator[Passage]:
    lines: list[Line] = []
    text, opens = "", True
    for i, line in enumerate(paragraph.lines):
        joint = "" if i == 0 else paragraph.joins[i - 1] if i - 1 < len(paragraph.joins) else " "
        pieces = line.text.split("\n")
        if lines and (joint == "\n" or _begins_item(pieces[0])):
            yield _passage(text, lines, block, opens)
            text, lines, opens = "", [], joint == "\n"
        for j, piece in enumerate(pieces):
            if j:
                yield _passage(text, lines, block, opens)
                text, lines, opens = "", [], True
            text += (joint if text else "") + piece
            lines.append(line)
    if lines:
        yield _passage(text, lines, block, opens)


def _begins_item(line: str) -> bool:
    number = numbering(line)
    return (number is not None and number.style in ("N.", "N)")) or begins_part(line)


def _passage(text: str, lines: list[Line], block: int, opens: bool) -> Passage:
    page = lines[0].page
    boxes = [line.box for line in lines if line.box is not None and line.page == page]
    box = boxes[0] if boxes else None
    for other in boxes[1:]:
        box = box.union(other) if box else other
    links = tuple(dict.fromkeys(link for line in lines for link in line.links))
    return Passage(text.strip(), block, page, box, links, opens)
