"""What a made-up report consists of, before it is a PDF, a DOCX or a text.

A report is described once: its blocks as they are to be printed, and the facts that it states. Files are
rendered from the blocks, expected results from the facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Fact = dict[str, Any]


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph, with a hyperlink at its end or with words that tracked changes deleted and inserted."""

    text: str
    link_text: str = ""
    link: str = ""
    deleted: str = ""
    inserted: str = ""
    centred: bool = False


@dataclass(frozen=True)
class Numbered:
    """Paragraphs numbered 1, 2, 3 by the word processor; a text has the numbers written out."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class TextBox:
    text: str


@dataclass(frozen=True)
class PageBreak:
    """A new page. ``sideways`` is a landscape page that the PDF stores turned by 90 degrees."""

    orientation: Literal["portrait", "landscape", "sideways"] = "portrait"


@dataclass(frozen=True)
class Contents:
    """The entries of a page of contents, each with its page."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Place:
    """A cell at its top left place."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Grid:
    """A table; pages repeat its first ``repeat`` rows, and ``nested`` stands inside its last cell."""

    rows: int
    columns: int
    places: tuple[Place, ...]
    widths_mm: tuple[float, ...]
    repeat: int = 0
    nested: Grid | None = None


Block = Heading | Words | Numbered | TextBox | PageBreak | Contents | Grid


@dataclass(frozen=True)
class MadeUp:
    """A made-up report: name of its files, running head, blocks, facts by table, expected issues.

    ``table_style`` says how its text file draws tables: with tabs, pipes, or pipes and HTML.
    """

    name: str
    running_head: str
    blocks: tuple[Block, ...]
    report: Fact
    facts: dict[str, list[Fact]]
    issues: tuple[str, ...] = ()
    table_style: Literal["tabs", "pipes", "html"] = "tabs"
    shows: tuple[str, ...] = field(default=())


def grid(drawing: str, widths_mm: str, repeat: int = 0, nested: Grid | None = None) -> Grid:
    """A table from its drawing: a line is a row, ``|`` parts cells, ``//`` breaks the line inside a cell.

    ``^`` continues the cell above, ``<`` the one to the left.
    """
    rows = [[part.strip() for part in line.split("|")] for line in drawing.strip().splitlines()]
    width = len(rows[0])
    assert all(len(row) == width for row in rows), [len(row) for row in rows]
    places = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("^", "<"):
                continue
            down = _run(rows[below][column] == "^" for below in range(number + 1, len(rows)))
            right = _run(cell == "<" for cell in row[column + 1 :])
            places.append(Place(number, column, text.replace("//", "\n"), down + 1, right + 1))
    widths = tuple(float(part) for part in widths_mm.split())
    assert len(widths) == width
    return Grid(len(rows), width, tuple(places), widths, repeat, nested)


def identity(office_name: str, office_type: str, province: str, area_no: str, fiscal_year: int) -> Fact:
    """Whose report it is and for which year."""
    return {
        "office_name": office_name,
        "office_type": office_type,
        "province": province,
        "area_no": area_no,
        "fiscal_year": fiscal_year,
    }


def _run(flags: Any) -> int:
    count = 0
    for flag in flags:
        if not flag:
            break
        count += 1
    return count
