"""The neutral Document: what a reader saw on the pages, before anybody asks what it means.

One shape for PDF, DOCX and text, so that facts are found by one code. Blocks stand in reading order. Every
piece of text knows its page and, where the format has one, its box. Units are points (1/72 inch), the origin
is the top left of the page as a reader sees it (after the page's own rotation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's top left corner; ``top < bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    @property
    def width_pt(self) -> float:
        return self.x1 - self.x0

    @property
    def height_pt(self) -> float:
        return self.bottom - self.top


class Reading(NamedTuple):
    """What a figure in a picture may say, and how probable that is (0 to 1)."""

    text: str
    probability: float


Doubt = tuple[Reading, ...]
"""The readings of one figure that was read from a picture and is not sure, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a PDF, or one paragraph's text of a format that has no printed lines.

    ``doubts`` are those of the figures in it; the likeliest reading of each stands in ``text``.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    links: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that the page shows as one paragraph. ``text`` joins wrapped lines into running text.

    ``role`` says what kind of text it is: ``body``, or something that must never become a fact: ``head`` and
    ``foot`` (running heads and page numbers), ``contents`` (an entry of a table of contents).
    ``joins[i]`` is what stands between line i and line i + 1 in ``text``: ``" "``, ``""`` or ``"\\n"``.
    """

    lines: tuple[Line, ...]
    joins: tuple[str, ...] = ()
    role: Literal["body", "head", "foot", "contents"] = "body"
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        joins = (*self.joins, *[" "] * (len(self.lines) - 1 - len(self.joins)), "")
        text = "".join([line.text + join for line, join in zip(self.lines, joins, strict=True)])
        object.__setattr__(self, "text", text)

    @property
    def page(self) -> int | None:
        return self.lines[0].page if self.lines else None

    @property
    def box(self) -> Box | None:
        """The box of the lines on the paragraph's first page."""
        boxes = [line.box for line in self.lines if line.box is not None and line.page == self.page]
        if not boxes:
            return None
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        return whole

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(link for line in self.lines for link in line.links)

    def line_at(self, offset: int) -> Line:
        """The line that holds character ``offset`` of ``text`` (the last line for an offset past the end)."""
        position = 0
        for i, line in enumerate(self.lines):
            position += len(line.text) + (len(self.joins[i]) if i < len(self.joins) else 1)
            if offset < position:
                return line
        return self.lines[-1]


class Seen(NamedTuple):
    """A place in the stored picture ``name`` of a format without pages; ``box`` is in the picture's pixels."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at its top left place; it covers ``row_span`` x ``column_span`` places of the grid.

    ``text`` is running text: lines that were only wrapped are joined, a real line break or paragraph of the
    cell is ``"\\n"``. A cell that ran over a page end is one cell; ``page`` and ``box`` say where it begins.
    """

    row: int
    column: int
    text: str = ""
    row_span: int = 1
    column_span: int = 1
    page: int | None = None
    box: Box | None = None
    links: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    seen: Seen | None = None

    def moved(self, row: int, column: int, column_span: int) -> Cell:
        """The same cell at another place. Tables over many pages ask often; ``dataclasses.replace`` is slower."""
        return Cell(
            row,
            column,
            self.text,
            self.row_span,
            column_span,
            self.page,
            self.box,
            self.links,
            self.tables,
            self.doubts,
            self.seen,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ``rows`` x ``columns`` places, row 0 at the top; every place is covered by at most one cell.

    A table that runs over page ends is one table: header rows repeated on a later page are left out, a row
    that was cut by the page end is one row. ``number`` counts the document's tables from 1 in reading order;
    nested tables (``Cell.tables``) have numbers of their own.
    """

    number: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    page_from: int | None = None
    page_to: int | None = None
    role: Literal["body", "contents"] = "body"
    ruled: bool = True
    _places: dict[tuple[int, int], Cell] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers the place, spanning ones included; None where the table has a hole."""
        return (self._places or self._seated()).get((row, column))

    def row(self, row: int) -> list[Cell | None]:
        """The covering cell of each place of a row, left to right; a spanning cell stands at each place it covers."""
        return [self.at(row, column) for column in range(self.columns)]

    def text_at(self, row: int, column: int) -> str:
        cell = self.at(row, column)
        return cell.text if cell else ""

    def _seated(self) -> dict[tuple[int, int], Cell]:
        """The cell of each place; not made at birth, since most tables are only stitched to others."""
        for cell in self.cells:
            if cell.row_span == cell.column_span == 1:
                self._places.setdefault((cell.row, cell.column), cell)
                continue
            rows = range(cell.row, cell.row + cell.row_span)
            columns = range(cell.column, cell.column + cell.column_span)
            for place in product(rows, columns):
                self._places.setdefault(place, cell)
        return self._places


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture placed on a page; ``width_px`` x ``height_px`` is its stored size where known."""

    page: int | None
    box: Box | None = None
    width_px: int = 0
    height_px: int = 0
    name: str = ""


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """A page as displayed. ``text_source`` is ``none`` where the page shows something but has no text layer.

    ``damage`` is the share of its text layer's Thai that is wrong: 0 for clean text, see ``thai.repair.damage``.
    """

    number: int
    width_pt: float
    height_pt: float
    text_source: Literal["text_layer", "ocr", "none"] = "text_layer"
    damage: float = 0.0


@dataclass(frozen=True, slots=True)
class PictureNote:
    """What became of a picture of the document, and why.

    Read (``grid``: as a table, ``text``): ``cells`` ruled cells with print, ``lines`` lines of letters, ``scan`` the
    page is a scan. ``left``: ``small`` too small to hold text, ``covered`` the text layer stands over it, ``plain`` one
    shade, ``drawing`` neither cells nor lines of text (logo, signature, QR code), ``photo`` more specks than print has,
    ``large`` above the limit, ``undecodable`` no picture that can be opened, ``no_program``, ``failed``, ``slow``.
    """

    decision: Literal["grid", "text", "left"]
    reason: Literal[
        "cells", "lines", "scan", "small", "covered", "plain", "drawing", "photo", "large", "undecodable",
        "no_program", "failed", "slow",
    ]  # fmt: skip
    page: int | None = None
    box: Box | None = None
    width_px: int = 0
    height_px: int = 0
    name: str = ""
    turned_degrees: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader must tell: ``code`` is one of ``schemas.issues``; ``arguments`` fill its message."""

    code: str
    page: int | None = None
    box: Box | None = None
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A word that the file's text gives otherwise than its page shows: ``why`` is ``form`` (no Thai word can be
    written so) or ``language`` (only one reading is a word here)."""

    page: int | None
    printed: str
    repaired: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader saw. ``pages`` is empty for formats without pages; ``page_count`` is then None."""

    media_type: str
    text_source: Literal["text_layer", "ocr", "mixed", "docx", "text"]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    page_count: int | None = None
    remarks: tuple[Remark, ...] = ()
    repairs: tuple[Repair, ...] = ()
    pictures: tuple[PictureNote, ...] = ()

    def paragraphs(self, role: str = "body") -> Iterator[Paragraph]:
        return (b for b in self.blocks if isinstance(b, Paragraph) and b.role == role)

    def tables(self) -> Iterator[Table]:
        """Every table in reading order, each followed by the tables nested in its cells."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from _with_nested(block)


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for cell in table.cells:
        for nested in cell.tables:
            yield from _with_nested(nested)
