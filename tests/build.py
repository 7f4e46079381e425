"""Tables, paragraphs and documents out of a line or two of text, for tests.

``table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\\nO1 | โครงสร้าง | นายสมชาย ใจดี\\nO2 | ข้อมูลผู้บริหาร | ^")`` is a table whose
last cell covers two rows. The marks:

    |     between the cells of a row          ^   the cell above reaches down to here
    ¶     a real line break inside a cell     <   the cell on the left reaches to here
    ×     no cell at all (a hole)             --- 4   (a line of its own) what follows stands on page 4
"""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell, Document, Line, Page, Paragraph, Table
from extractors.facts.context import Context, Identity
from extractors.readings import read_tables
from schemas.framework import nearest

ABOVE, LEFT, HOLE, LINE_BREAK, NEW_PAGE = "^", "<", "×", "¶", "---"


def table(notation: str, *, page: int | None = None, number: int = 1, ruled: bool = True) -> Table:
    """The table that the notation draws; every row must have as many places as the first."""
    rows, pages = _places(notation, page)
    columns = len(rows[0])
    if uneven := next((row for row in rows if len(row) != columns), None):
        raise ValueError(f"{len(uneven)} places instead of {columns} in the row {' | '.join(uneven)}")
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text != HOLE:
                owner[r, c] = (
                    owner[r - 1, c] if text == ABOVE else owner[r, c - 1] if text == LEFT else (r, c)
                )
    cells = tuple(
        Cell(
            r,
            c,
            rows[r][c].replace(LINE_BREAK, "\n"),
            row_span=max(place[0] for place, own in owner.items() if own == (r, c)) - r + 1,
            column_span=max(place[1] for place, own in owner.items() if own == (r, c)) - c + 1,
            page=pages[r],
        )
        for r, c in sorted(set(owner.values()))
    )
    return Table(number, len(rows), columns, cells, pages[0], pages[-1], ruled=ruled)


def _places(notation: str, page: int | None) -> tuple[list[list[str]], list[int | None]]:
    rows, pages = [], []
    for line in notation.strip("\n").splitlines():
        if line.strip().startswith(NEW_PAGE):
            page = int(line.strip()[len(NEW_PAGE) :])
            continue
        rows.append([place.strip() for place in line.split("|")])
        pages.append(page)
    return rows, pages


def paragraphs(text: str, *, page: int | None = None) -> tuple[Paragraph, ...]:
    """One paragraph for each line that is not empty; ``¶`` parts the printed lines of one paragraph."""
    return tuple(
        Paragraph(tuple(Line(part, page) for part in line.strip().split(LINE_BREAK)))
        for line in text.splitlines()
        if line.strip()
    )


def document(*blocks: str | Paragraph | Table, text_source: str = "text_layer") -> Document:
    """The blocks in reading order: text becomes paragraphs, tables are numbered from 1."""
    numbered: list[Paragraph | Table] = []
    tables = 0
    for block in blocks:
        if isinstance(block, str):
            numbered.extend(paragraphs(block))
        elif isinstance(block, Table):
            tables += 1
            numbered.append(replace(block, number=tables))
        else:
            numbered.append(block)
    media_types = {"text": "text/plain", "docx": "application/vnd.openxmlformats-officedocument"}
    pages = tuple(
        Page(n, 595.0, 842.0)
        for n in sorted({b.page for b in numbered if isinstance(b, Paragraph) and b.page})
    )
    return Document(media_types.get(text_source, "application/pdf"), text_source, tuple(numbered), pages)  # type: ignore[arg-type]


def context(*blocks: str | Paragraph | Table, year: int = 2565, text_source: str = "text_layer") -> Context:
    """What a finder of facts gets for a document of these blocks, of an office assessed in ``year``."""
    whole = document(*blocks, text_source=text_source)
    identity = Identity(office_name="สพป.ตัวอย่าง เขต 1", fiscal_year=year, assessed_year=year)
    return Context(whole, read_tables(whole), identity, nearest(year))
