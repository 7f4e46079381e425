"""Measures from tables: a row is a unit of action, unless it only goes on with the row above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.document import Cell, Table
from extractors.facts.labels import goes_on
from extractors.facts.measures.columns import Columns, cells_below, columns_of
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.subject import indicator_named, number_alone
from extractors.facts.numbering import BULLETS, last_number, numbering, without_bullet
from extractors.tables import TableReading, section_title
from extractors.thai.digits import baht
from extractors.thai.text import squeeze
from schemas.framework import Framework

KEYS = ("no", "indicator", "heading", "issue", "responsible")
"""The parts of which one alone begins a new unit of action."""

FILLED_DOWN = ("responsible", "period", "monitoring", "reporting", "progress", "evidence", "budget", "method")
"""The parts that a merged cell says for every row it covers."""


LONGEST_CAPTION = 260
SHORTEST_TEXT = 4
"""Fewer letters say nothing that could be done."""


def from_tables(
    readings: Sequence[TableReading], blocks: dict[int, int], framework: Framework
) -> tuple[list[Draft], frozenset[int]]:
    """(drafts, numbers of the tables they come from); ``blocks`` has the block of each table number.

    A table without a caption whose columns are those of the table just before it goes on with that table.
    """
    drafts: list[Draft] = []
    used: set[int] = set()
    before: _Walk | None = None
    for reading in readings:
        walk = _walk(reading, blocks.get(reading.table.number, 0), framework) if reading.kind == "measures" else None
        if walk is None:
            before = None
            continue
        if before is not None and not reading.caption and _same_columns(before.reading, reading):
            walk.go_on_from(before)
        found = list(walk.drafts())
        drafts.extend(found)
        if found or walk.current is not None:
            used.add(reading.table.number)
        before = walk
    return _once(drafts), frozenset(used)


def _same_columns(one: TableReading, other: TableReading) -> bool:
    """Whether two tables are parts of one: as many columns, and most of them mean the same."""
    if len(one.columns) != len(other.columns):
        return False
    same = sum(a == b for a, b in zip(one.columns, other.columns, strict=True))
    return same * 5 >= len(one.columns) * 4 or same == len(one.columns)


def _walk(reading: TableReading, block: int, framework: Framework) -> _Walk | None:
    columns = columns_of(reading, lambda text: bool(indicator_named(text, framework)))
    return None if columns is None else _Walk(reading, columns, block, framework)


@dataclass(slots=True)
class _Walk:
    """Reads one table from the top down; remembers what an empty or merged cell below stands for."""

    reading: TableReading
    columns: Columns
    block: int
    framework: Framework
    current: Draft | None = None
    indicator: str = ""
    heading: str = ""
    section: str = ""
    section_indicator: str = ""
    caption_indicator: str = field(init=False)

    def __post_init__(self) -> None:
        view, header_rows = self.reading.view, self.reading.header_rows
        names = (cell.text for c in self.columns.of("indicator") for cell in cells_below(view, c, header_rows))
        named = any(number_alone(name) or indicator_named(name, self.framework) for name in names)
        self.caption_indicator = "" if named else _captioned(self.reading, self.framework)

    def go_on_from(self, before: _Walk) -> None:
        self.current, self.indicator, self.heading = before.current, before.indicator, before.heading
        self.section, self.section_indicator = before.section, before.section_indicator
        self.caption_indicator = before.caption_indicator

    def drafts(self) -> Iterator[Draft]:
        view = self.reading.view
        for row in range(self.reading.header_rows, view.rows):
            if self._is_section(row) or self._is_header_again(row):
                continue
            own = {part: self._own(row, part) for part in ("text", *KEYS, *FILLED_DOWN)}
            if not any(own.values()):
                continue
            if self.current is not None and self._goes_on(row, own):
                self._extend(own, row)
            elif own["text"] or own["method"] or own["responsible"]:
                self.current = self._begin(row, own)
                if sum(map(str.isalpha, self.current.text)) >= SHORTEST_TEXT:
                    yield self.current
            elif own["indicator"] or own["issue"] or own["heading"]:
                self._name(own)

    def _is_section(self, row: int) -> bool:
        view = self.reading.view
        cells = view.row(row)
        title = section_title(cells)
        if not title or view.columns < 2:
            return False
        first = cells[0]
        whole = first is not None and first.column_span >= view.columns
        code = indicator_named(title, self.framework)
        if not whole and not code and self.current is not None:
            continues = goes_on(title) or self.columns.text == 0 or len(title) > 150
            if continues:
                return False
        self.section, self.section_indicator, self.indicator, self.heading = title, code, "", ""
        self.current = None
        return True

    def _is_header_again(self, row: int) -> bool:
        """Whether the row repeats the headers, as each page of a table does."""
        if not self.reading.header_rows:
            return False
        view = self.reading.view
        mine = [squeeze(view.text_at(row, column)) for column in range(view.columns)]
        head = [squeeze(view.text_at(self.reading.header_rows - 1, column)) for column in range(view.columns)]
        return mine == head

    def _own(self, row: int, part: str) -> str:
        """What the cells of a part that begin in this row say."""
        return _joined(c for c in self._cells(row, part) if c.row == row)

    def _cells(self, row: int, part: str) -> list[Cell]:
        cells = (self.reading.view.at(row, column) for column in self.columns.of(part))
        return list({id(cell): cell for cell in cells if cell is not None and cell.text.strip()}.values())

    def _goes_on(self, row: int, own: dict[str, str]) -> bool:
        """Whether the row is the rest of the row above, cut by a page end."""
        assert self.current is not None
        if any(own[key] for key in KEYS if key != "heading") or (own["heading"] and not goes_on(own["heading"])):
            return False
        if not own["text"]:
            return True
        if self._covered(row):
            return False
        number = numbering(own["text"])
        if number is None or not number.top:
            return not own["period"] or goes_on(own["text"])
        count, last = last_number(self.current.text)
        return number.top == last + 1 and count > 1

    def _covered(self, row: int) -> bool:
        """Whether a cell of a key hangs down into this row: then the table says itself what belongs together."""
        return any(c.row < row for key in KEYS for c in self._cells(row, key))

    def _extend(self, own: dict[str, str], row: int) -> None:
        assert self.current is not None
        for part in ("text", "method", "heading", "period", "monitoring", "reporting", "progress", "evidence"):
            if own.get(part):
                self.current.add(part, own[part])
        self.current.links.extend(self._links(row))

    def _begin(self, row: int, own: dict[str, str]) -> Draft:
        self._name(own)
        table: Table = self.reading.table
        cell = next((c for c in self._cells(row, "text")), None)
        draft = Draft(
            source=f"table {table.number}",
            block=self.block,
            page=(cell.page if cell else None) or table.page_from,
            box=cell.box if cell else None,
            table_no=table.number,
            row=None if self.reading.turned else row,
            indicator_code=self.indicator or self.section_indicator or self.caption_indicator,
            heading=self.heading or self.section,
            step_no=own["no"].strip(" ."),
            text=_joined(self._cells(row, "text")),
        )
        if not draft.text and own["method"]:
            draft.text = own["method"]
        for part in FILLED_DOWN:
            words = _joined(self._cells(row, part))
            if part == "budget":
                draft.budget_thb = baht(words)
            elif words != draft.text:
                setattr(draft, part, words)
        draft.responsible = without_bullet(draft.responsible)
        draft.links.extend(self._links(row))
        return draft

    def _name(self, own: dict[str, str]) -> None:
        """Takes over the indicator and the heading of this row, where it has its own."""
        code = number_alone(own["indicator"]) if own["indicator"] else ""
        known = any(indicator.code == code for indicator in self.framework.indicators)
        code = code if known else indicator_named(own["indicator"], self.framework)
        code = code or indicator_named(own["heading"], self.framework)
        if code:
            self.indicator = code
        elif own["indicator"] and not self._is_part_of_indicator(own["indicator"]):
            self.indicator = ""
        heading = own["heading"] or own["issue"] or own["indicator"]
        if heading:
            self.heading = heading
        if own["issue"] and not (self.indicator or self.section_indicator or self.caption_indicator):
            self.indicator = indicator_named(own["issue"], self.framework)

    def _is_part_of_indicator(self, words: str) -> bool:
        """Whether a cell of the indicator column only goes on with the issues of the indicator above it."""
        number = numbering(words)
        return bool(self.indicator) and (number is not None or words[:1] in BULLETS or goes_on(words))

    def _links(self, row: int) -> list[str]:
        cells = {id(c): c for part in ("progress", "evidence", "text", "method") for c in self._cells(row, part)}
        return [link for cell in cells.values() for link in cell.links]


def _joined(cells: Iterator[Cell] | list[Cell]) -> str:
    return "\n".join(dict.fromkeys(cell.text.strip() for cell in cells))


def _captioned(reading: TableReading, framework: Framework) -> str:
    """The indicator of the nearest caption line that names any; a paragraph of text is no caption."""
    for paragraph in reversed(reading.caption):
        if len(paragraph.text) > LONGEST_CAPTION:
            continue
        if code := indicator_named(paragraph.text, framework):
            return code
        if "ตัวชี้วัดที่" in paragraph.text:
            return ""
    return ""


def _once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that repeat a row of an earlier table in every word."""
    seen: dict[tuple[str, ...], str] = {}
    kept = []
    for draft in drafts:
        words = (draft.heading, draft.text, draft.method, draft.responsible, draft.period, draft.monitoring, draft.progress)
        key = (draft.indicator_code, *(squeeze(part) for part in words))
        if seen.setdefault(key, draft.source) == draft.source:
            kept.append(draft)
    return kept
