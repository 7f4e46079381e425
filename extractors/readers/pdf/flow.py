"""Pieces of all pages -> blocks: printed lines become paragraphs, over page ends too."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractors.document import Block, Line, Paragraph, Picture
from extractors.grids.cells import Link, PlacedTable
from extractors.grids.lines import PrintedLine
from extractors.grids.wrapping import Measure, begins_entry, join
from extractors.readers.pdf.paths import Image
from extractors.readers.pdf.sheets import Piece, Role, Sheet

_PARAGRAPH_GAP = 1.45  # of the usual distance between lines
_ENOUGH_LINES = 15
_INDENT = 1.2  # of the line's height


class Placed(NamedTuple):
    """A line where it stands."""

    line: PrintedLine
    piece: Piece
    sheet: Sheet


class _Key(NamedTuple):
    """Where lines have a width in common."""

    width_pt: int
    column: int
    turn: int


Margins = dict[_Key, Measure]


def blocks_of(sheets: list[Sheet]) -> tuple[Block, ...]:
    """All blocks in reading order; tables have number 0 still."""
    margins = _margins(sheets)
    pitch = _pitch(sheets)
    blocks: list[Block] = []
    body: list[Placed] = []
    waiting: list[Block] = []  # heads and feet between the lines of a paragraph that runs over a page end

    def close() -> None:
        if body:
            blocks.append(_paragraph(body, margins))
            body.clear()
        blocks.extend(waiting)
        waiting.clear()

    for placed in _placed(sheets):
        what, piece = placed.piece.what, placed.piece
        if isinstance(what, PrintedLine) and piece.role in ("head", "foot"):
            (waiting if body else blocks).append(_paragraph([placed], margins))
        elif isinstance(what, PrintedLine):
            if body and (_is_sibling(body[0], placed) or not _continues(body[-1], placed, margins, pitch)):
                close()
            body.append(placed)
        else:
            close()
            blocks.append(_other(what, placed.sheet))
    close()
    return tuple(blocks)


def _placed(sheets: list[Sheet]) -> Iterator[Placed]:
    for sheet in sheets:
        for piece in sheet.pieces:
            yield Placed(piece.what, piece, sheet)  # type: ignore[arg-type]


def _other(what: PlacedTable | Image, sheet: Sheet) -> Block:
    if isinstance(what, PlacedTable):
        return what.table
    return Picture(sheet.number, what.box, what.width_px, what.height_px)


def _continues(before: Placed, after: Placed, margins: Margins, pitch: float) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    a, b = before.line, after.line
    if (
        before.piece.role != after.piece.role
        or a.words[0].turn != b.words[0].turn
        or before.piece.role == "contents"
    ):
        return False
    height = min(a.height_pt, b.height_pt)
    same_flow = before.sheet is after.sheet and before.piece.column == after.piece.column
    if same_flow and b.base - a.base > _PARAGRAPH_GAP * max(pitch, 1.15 * height):
        return False
    measure = _measure(before, margins)
    other = _measure(after, margins)
    indent = b.x0 - other.left
    centred = abs(indent - (other.right - b.x1)) < height
    if not centred and indent > _INDENT * height and indent > a.x0 - measure.left + _INDENT * height:
        return False
    return not begins_entry(b.text) and join(a, b, measure) != "\n"


def _is_sibling(first: Placed, line: Placed) -> bool:
    """Whether the line begins with the paragraph's first word and another number: "Activity 3", "Activity 4"."""
    head = line.line.text.split(maxsplit=2)[:2]
    if len(head) < 2 or not head[1].rstrip(".):").isdigit():
        return False
    first_head = first.line.text.split(maxsplit=2)[:2]
    return (
        len(first_head) == 2
        and first_head[1].rstrip(".):").isdigit()
        and first_head[0] == head[0]
        and first_head[1] != head[1]
    )


def _paragraph(lines: list[Placed], margins: Margins) -> Paragraph:
    joins = []
    for a, b in itertools.pairwise(lines):
        mark = join(a.line, b.line, _measure(a, margins))
        joins.append(mark)
    role: Role = lines[0].piece.role
    return Paragraph(
        tuple(Line(p.line.text, p.sheet.number, p.piece.box, _links(p)) for p in lines), tuple(joins), role
    )


def _links(placed: Placed) -> tuple[str, ...]:
    links: tuple[Link, ...] = placed.sheet.links
    if not links:
        return ()
    box = placed.piece.box
    return tuple(
        dict.fromkeys(
            link.address
            for link in links
            if box.top < (link.box.top + link.box.bottom) / 2 < box.bottom
            and link.box.x0 < box.x1
            and box.x0 < link.box.x1
        )
    )


def _measure(placed: Placed, margins: Margins) -> Measure:
    return margins[_key(placed.sheet, placed.piece, placed.line)]


def _key(sheet: Sheet, piece: Piece, line: PrintedLine) -> _Key:
    return _Key(round(sheet.width_pt), piece.column, line.words[0].turn)


def _margins(sheets: list[Sheet]) -> Margins:
    """The width that running text fills, for each page width and column: what its lines reach, strays left out.

    Too few lines do not tell the right margin; it is then taken to be at most as wide as the left one.
    """
    reach: dict[_Key, list[PrintedLine]] = {}
    for sheet in sheets:
        for piece, line in sheet.lines():
            reach.setdefault(_key(sheet, piece, line), []).append(line)
    margins: Margins = {}
    for key, lines in reach.items():
        left = _at(sorted(line.x0 for line in lines), 0.03)
        right = _at(sorted(line.x1 for line in lines), 0.98)
        if key.column == 0 and key.turn == 0 and len(lines) < _ENOUGH_LINES:
            right = max(right, key.width_pt - left)
        margins[key] = Measure(left, right)
    return margins


def _at(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]


def _pitch(sheets: list[Sheet]) -> float:
    """The usual distance from one line to the next, in points."""
    steps: Counter[int] = Counter()
    for sheet in sheets:
        lines = [line for piece, line in sheet.lines() if piece.role == "body"]
        steps.update(
            round(b.base - a.base) for a, b in itertools.pairwise(lines) if 8 < b.base - a.base < 40
        )
    return float(steps.most_common(1)[0][0]) if steps else 0.0
