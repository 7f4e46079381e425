"""One page divided: its tables, the printed lines that stand in none, its pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Box, Remark
from extractors.grids.cells import Link, PlacedTable, fill
from extractors.grids.columns import in_columns
from extractors.grids.gaps import tables_between_rules, tables_by_gaps
from extractors.grids.lattice import Grid, grids_of
from extractors.grids.lines import PrintedLine, lines_of
from extractors.grids.second_opinion import second_opinion
from extractors.grids.wrapping import Tail
from extractors.readers.pdf.ink import Ink
from extractors.readers.pdf.paths import Image

Role = Literal["body", "head", "foot", "contents"]

_SAME_PLACE_PT = 8.0
_PAGE_FRAME = (
    0.45  # of the page's area: a cell this large in a grid of a column or two is a border round the page
)


@dataclass(slots=True)
class Piece:
    """One thing on a page; ``column`` tells printed columns of one page apart."""

    what: PrintedLine | PlacedTable | Image
    box: Box
    role: Role = "body"
    column: int = 0


@dataclass(slots=True)
class Sheet:
    """A page's pieces in reading order."""

    number: int
    width_pt: float
    height_pt: float
    pieces: list[Piece]
    links: tuple[Link, ...] = ()
    remarks: list[Remark] = field(default_factory=list)

    def lines(self) -> Iterator[tuple[Piece, PrintedLine]]:
        return ((piece, piece.what) for piece in self.pieces if isinstance(piece.what, PrintedLine))


def sheet_of(ink: Ink, number: int, content: bytes) -> Sheet:
    """The page divided. ``content`` is the whole file, for the second opinion on grids that do not add up."""
    sheet = Sheet(number, ink.width_pt, ink.height_pt, [], ink.links)
    grids = _grids(ink, sheet, content)
    tables, words = fill(grids, ink.words, ink.characters, number, ink.links)
    for placed, taken in tables_between_rules(ink.edges, words, [table.box for table in tables], number):
        tables.append(placed)
        gone = set(taken)
        words = [word for word in words if word not in gone]
    lines = []
    for column, line in in_columns(lines_of(words), ink.width_pt):
        lines.append((column, line))
    for placed, used in tables_by_gaps([line for _, line in lines], number, ink.height_pt):
        tables.append(placed)
        lines = [(column, line) for column, line in lines if line not in used]
    sheet.pieces = _in_order(
        [Piece(line, line.box, column=column) for column, line in lines],
        [Piece(table, table.box) for table in tables] + [Piece(image, image.box) for image in ink.images],
    )
    return sheet


def _grids(ink: Ink, sheet: Sheet, content: bytes) -> list[Grid]:
    """The page's ruled grids; where one does not add up, the second opinion's, if it holds as much of the text."""
    grids = [grid for grid in grids_of(ink.edges) if not _is_page_frame(grid, ink)]
    doubtful = [grid for grid in grids if not grid.consistent]
    if not doubtful:
        return grids
    others = second_opinion(content, sheet.number)
    for grid in doubtful:
        better = [other for other in others if _same_place(other.box, grid.box)]
        if len(better) == 1 and _words_in(better[0], ink) >= _words_in(grid, ink):
            grids[grids.index(grid)] = better[0]
            sheet.remarks.append(Remark("I_TABLE_SECOND_OPINION", sheet.number, grid.box))
    return grids


def _same_place(box: Box, other: Box) -> bool:
    return all(abs(a - b) < _SAME_PLACE_PT for a, b in zip(box, other, strict=True))


def _words_in(grid: Grid, ink: Ink) -> int:
    boxes = [grid.cell_box(cell) for cell in grid.cells]
    middles = [((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) for word in ink.words]
    return sum(any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for b in boxes) for x, y in middles)


def _is_page_frame(grid: Grid, ink: Ink) -> bool:
    if len(grid.xs) > 2 or len(grid.ys) > 4:
        return False
    largest = max(box.width_pt * box.height_pt for box in map(grid.cell_box, grid.cells))
    return largest > _PAGE_FRAME * ink.width_pt * ink.height_pt


def _in_order(lines: list[Piece], others: list[Piece]) -> list[Piece]:
    """The lines as they are, each other piece before the first line that begins below its top."""
    pieces = list(lines)
    for piece in sorted(others, key=lambda other: (-other.box.top, -other.box.x0)):
        place = next(
            (n for n, line in enumerate(pieces) if line.box.top >= piece.box.top and _beside(line, piece)),
            len(pieces),
        )
        pieces.insert(place, piece)
    return pieces


def _beside(line: Piece, piece: Piece) -> bool:
    """Whether the two share some width: in printed columns, what is lower may come earlier."""
    return line.column == 0 or (line.box.x0 < piece.box.x1 and piece.box.x0 < line.box.x1)


def tails_of(sheets: list[Sheet]) -> dict[tuple[int | None, Box | None], Tail]:
    """How the last lines of all cells end, by page and box."""
    return {
        (sheet.number, box): tail
        for sheet in sheets
        for piece in sheet.pieces
        if isinstance(piece.what, PlacedTable)
        for box, tail in piece.what.tails.items()
    }
