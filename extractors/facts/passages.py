"""The running text of a document as passages: what a reader sees as one line or one wrapped paragraph.

Readers differ in what a paragraph is (a printed line, a block between blank lines); passages are the same for
all: they end where the document ends a line on purpose, before a line that begins with a list number or a
label (ผู้รับผิดชอบ กลุ่มอำนวยการ), and after one that ends in a label (ความก้าวหน้า/ผลการดำเนินงาน).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from extractors.document import Box, Document, Line, Paragraph
from extractors.facts.labels import begins_part, ends_in_label
from extractors.facts.numbering import numbering


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text of one ``block`` of the document; ``opens`` is False where it may go on with one above.

    ``starts`` are the offsets at which its second and later printed lines begin.
    """

    text: str
    block: int
    page: int | None = None
    box: Box | None = None
    links: tuple[str, ...] = ()
    opens: bool = True
    starts: tuple[int, ...] = ()

    @property
    def first_line(self) -> str:
        """The first printed line, the whole text where the format has none."""
        return self.text[: self.starts[0]].rstrip() if self.starts else self.text

    def split(self, offset: int) -> tuple[Passage, Passage]:
        """The passage in two; the second begins at one of ``starts`` and opens a paragraph of its own."""
        before, after = self.text[:offset].rstrip(), self.text[offset:]
        starts = tuple(start for start in self.starts if start < offset)
        return replace(self, text=before, starts=starts), replace(self, text=after, starts=(), opens=True)


def passages(document: Document) -> Iterator[Passage]:
    """The passages of the body, in order; running heads and contents left out."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and block.role == "body":
            yield from _of_paragraph(block, number)


def _of_paragraph(paragraph: Paragraph, block: int) -> Iterator[Passage]:
    lines: list[Line] = []
    joints: list[str] = []
    opens = True
    for i, line in enumerate(paragraph.lines):
        joint = "" if i == 0 else paragraph.joins[i - 1] if i - 1 < len(paragraph.joins) else " "
        for j, piece in enumerate(line.text.split("\n")):
            ended = bool(j) or joint == "\n"
            apart = j == 0 and bool(lines) and (_begins_item(piece) or ends_in_label(lines[-1].text))
            if lines and (ended or apart):
                yield _passage(lines, joints, block, opens)
                lines, opens = [], ended
            joints = [*joints, joint] if lines else []
            lines.append(line if piece == line.text else replace(line, text=piece))
    if lines:
        yield _passage(lines, joints, block, opens)


def _begins_item(line: str) -> bool:
    number = numbering(line)
    return (number is not None and number.style in ("N.", "N)")) or begins_part(line)


def _passage(lines: list[Line], joints: list[str], block: int, opens: bool) -> Passage:
    text, starts = lines[0].text.lstrip(), []
    for joint, line in zip(joints, lines[1:], strict=True):
        starts.append(len(text) + len(joint))
        text += joint + line.text
    page = lines[0].page
    boxes = [line.box for line in lines if line.box is not None and line.page == page]
    links = tuple(dict.fromkeys(link for line in lines for link in line.links))
    box = reduce(Box.union, boxes) if boxes else None
    return Passage(text.rstrip(), block, page, box, links, opens, tuple(starts))
