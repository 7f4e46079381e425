"""A scanned page that lies on its side or upside down is read upright; its places are told as the PDF shows it.

Everything between reading and the finished blocks (lines, tables, page ends) happens on the page as turned. The boxes
that leave the reader are those of the page as displayed: whoever opens the PDF finds the value there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from extractors.document import Block, Box, Cell, Line, Paragraph, Picture, Table
from extractors.grids.edges import Edge, Edges
from extractors.grids.words import ASKEW, Characters
from extractors.readers.pdf.ink import Ink
from extractors.readers.pdf.paths import Image

_Boxed = TypeVar("_Boxed", Cell, Line, Picture)


class Turn(NamedTuple):
    """A page of ``width_pt`` x ``height_pt`` as displayed, turned clockwise by ``quarters`` of a full turn."""

    quarters: int
    width_pt: float
    height_pt: float

    def on(self, box: Box) -> Box:
        """The place on the turned page of a place on the page as displayed."""
        x0, top, x1, bottom = box
        match self.quarters:
            case 1:
                return Box(self.height_pt - bottom, x0, self.height_pt - top, x1)
            case 2:
                return Box(self.width_pt - x1, self.height_pt - bottom, self.width_pt - x0, self.height_pt - top)
            case 3:
                return Box(top, self.width_pt - x1, bottom, self.width_pt - x0)
        return box

    def back(self, box: Box) -> Box:
        """The place on the page as displayed of a place on the turned page."""
        wide = self.quarters % 2 == 1
        size = (self.height_pt, self.width_pt) if wide else (self.width_pt, self.height_pt)
        return Turn(-self.quarters % 4, *size).on(box)


def turned_ink(ink: Ink, turn: Turn) -> Ink:
    """The ink as it stands on the turned page; for a scan that is little: a printed page number, a stamp."""
    own = ink.characters
    boxes = [turn.on(Box(*sides)) for sides in zip(own.x0, own.top, own.x1, own.bottom, strict=True)]
    x0, top, x1, bottom = ([box[side] for box in boxes] for side in range(4))
    angle_of = own.angle_of
    characters = Characters(
        own.text, x0, top, x1, bottom, lambda place: (angle_of(place) - 90 * turn.quarters) % 360
    )
    words = []
    for word in ink.words:
        box = turn.on(Box(word.x0, word.top, word.x1, word.bottom))
        turn_to = word.turn if word.turn == ASKEW else (word.turn - 90 * turn.quarters) % 360
        words.append(
            word._replace(x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom, base=box.bottom, turn=turn_to)
        )
    wide = turn.quarters % 2 == 1
    return replace(
        ink,
        width_pt=ink.height_pt if wide else ink.width_pt,
        height_pt=ink.width_pt if wide else ink.height_pt,
        characters=characters,
        words=words,
        edges=_turned_edges(ink.edges, turn),
        images=tuple(turned_image(image, turn) for image in ink.images),
        links=tuple(link._replace(box=turn.on(link.box)) for link in ink.links),
    )


def _turned_edges(edges: Edges, turn: Turn) -> Edges:
    lying = [turn.on(Box(edge.start, edge.at, edge.end, edge.at)) for edge in edges.horizontal]
    standing = [turn.on(Box(edge.at, edge.start, edge.at, edge.end)) for edge in edges.vertical]
    if turn.quarters % 2:
        lying, standing = standing, lying
    return Edges(
        [Edge(box.top, box.x0, box.x1) for box in lying], [Edge(box.x0, box.top, box.bottom) for box in standing]
    )


def turned_image(image: Image, turn: Turn) -> Image:
    """The picture as it lies on the turned page."""
    size = (image.width_px, image.height_px)
    return Image(turn.on(image.box), *(reversed(size) if turn.quarters % 2 else size))


def with_turns_undone(blocks: Iterable[Block], turns: Mapping[int, Turn]) -> tuple[Block, ...]:
    """The blocks with all boxes on the pages as displayed; ``turns`` are those of the pages by number."""
    if not turns:
        return tuple(blocks)
    return tuple(_undone(block, turns) for block in blocks)


def _undone(block: Block, turns: Mapping[int, Turn]) -> Block:
    match block:
        case Paragraph():
            return replace(block, lines=tuple(_placed(line, turns) for line in block.lines))
        case Table():
            return _table(block, turns)
        case Picture():
            return _placed(block, turns)


def _table(table: Table, turns: Mapping[int, Turn]) -> Table:
    return replace(table, cells=tuple(_cell(cell, turns) for cell in table.cells))


def _cell(cell: Cell, turns: Mapping[int, Turn]) -> Cell:
    cell = _placed(cell, turns)
    return replace(cell, tables=tuple(_table(table, turns) for table in cell.tables)) if cell.tables else cell


def _placed(what: _Boxed, turns: Mapping[int, Turn]) -> _Boxed:
    turn = turns.get(what.page or 0)
    return what if turn is None or what.box is None else replace(what, box=turn.back(what.box))
