"""HTML to blocks: lines become paragraphs, ``<table>`` becomes tables with their spans, nested ones too."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Block, Cell, Line, Paragraph, Picture, Table
from extractors.readers.assembly import table_of
from extractors.readers.html.flow import Flow
from extractors.readers.html.tokens import TABLE_TAGS, Tag, tokens

_WIDEST_SPAN = 1000  # HTML standard, 4.9.11
_TALLEST_SPAN = 65534
_DEEPEST_NESTING = 12


@dataclass(slots=True)
class _OpenCell:
    column: int
    row_span: int
    column_span: int
    flow: Flow = field(default_factory=Flow)
    tables: list[Table] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read; ``busy``: for how many more rows a column is taken by a cell from above."""

    cells: list[Cell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    busy: dict[int, int] = field(default_factory=dict)
    cell: _OpenCell | None = None

    def begin_row(self) -> None:
        self.end_cell()
        self.row += 1
        self.column = 0
        self.busy = {column: rows - 1 for column, rows in self.busy.items() if rows > 1}

    def begin_cell(self, tag: Tag) -> None:
        self.end_cell()
        if self.row < 0:
            self.begin_row()
        while self.column in self.busy:
            self.column += 1
        column_span = min(max(tag.number("colspan", 1), 1), _WIDEST_SPAN)
        row_span = min(tag.number("rowspan", 1) or _TALLEST_SPAN, _TALLEST_SPAN)
        self.cell = _OpenCell(self.column, row_span, column_span)
        if row_span > 1:
            self.busy.update(dict.fromkeys(range(self.column, self.column + column_span), row_span))
        self.column += column_span

    def end_cell(self) -> None:
        cell, self.cell = self.cell, None
        if cell is None:
            return
        cell.flow.end_line()
        lines = cell.flow.lines
        self.cells.append(
            Cell(
                self.row,
                cell.column,
                "\n".join(line.text for line in lines if line.text),
                cell.row_span,
                cell.column_span,
                links=tuple(dict.fromkeys(link for line in lines for link in line.links)),
                tables=tuple(cell.tables),
            )
        )


class _Page:
    """Blocks so far, the text that is flowing, and the tables that are open, outermost first."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._flow = Flow()
        self._tables: list[_OpenTable] = []
        self._too_deep = 0

    def take(self, token: Tag | str) -> None:
        if isinstance(token, Tag) and token.name in TABLE_TAGS:
            self._table_tag(token)
            return
        if isinstance(token, Tag) and token.name == "img" and not token.closes:
            self._end_paragraphs()
            source = token.attribute("src")
            self.blocks.append(Picture(None, name="" if source.startswith("data:") else source))
        self._current_flow().take(token)

    def end(self) -> None:
        while self._tables:
            self._end_table()
        self._end_paragraphs()

    def _current_flow(self) -> Flow:
        if self._tables and self._tables[-1].cell is not None:
            return self._tables[-1].cell.flow
        return self._flow

    def _table_tag(self, tag: Tag) -> None:
        opened = self._tables[-1] if self._tables else None
        if tag.name == "table":
            self._table_boundary(tag)
        elif tag.name == "caption":
            self._flow.end_line()
        elif self._too_deep:
            self._current_flow().end_line()
        elif opened is not None and tag.name == "tr":
            opened.end_cell() if tag.closes else opened.begin_row()
        elif opened is not None and tag.name in ("td", "th"):
            opened.end_cell() if tag.closes else opened.begin_cell(tag)

    def _table_boundary(self, tag: Tag) -> None:
        """A table deeper than the bound is not opened: its text stays with the cell around it."""
        self._current_flow().end_line()
        if not tag.closes and len(self._tables) < _DEEPEST_NESTING:
            self._tables.append(_OpenTable())
        elif not tag.closes:
            self._too_deep += 1
        elif self._too_deep:
            self._too_deep -= 1
        elif self._tables:
            self._end_table()

    def _end_table(self) -> None:
        opened = self._tables.pop()
        opened.end_cell()
        table = table_of(opened.cells, rows=opened.row + 1)
        if table is None:
            return
        holder = next((outer.cell for outer in reversed(self._tables) if outer.cell is not None), None)
        if holder is not None:
            holder.tables.append(table)
        else:
            self._end_paragraphs()
            self.blocks.append(table)

    def _end_paragraphs(self) -> None:
        """Every finished line of the page is a paragraph."""
        self._flow.end_line()
        for line in self._flow.lines:
            if line.text:
                self.blocks.append(Paragraph((Line(line.text, links=line.links),)))
        self._flow.lines = []


def blocks_of(source: str, *, is_page: bool = True) -> list[Block]:
    """The blocks of a page, or of a piece of HTML in a text (``is_page`` false: only known tags are tags)."""
    page = _Page()
    for token in tokens(source, is_page=is_page):
        page.take(token)
    page.end()
    return page.blocks
