"""The rows of one table of measures: a row is a unit of action, unless it only goes on with the row above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Cell
from extractors.facts.amounts import amount_thb
from extractors.facts.measures.columns import Columns
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.subject import indicator_named, number_alone
from extractors.facts.measures.typed import is_rest, take
from extractors.facts.numbering import BULLETS, last_number, numbering, without_bullet
from extractors.facts.wording import goes_on, is_total
from extractors.tables import TableReading, section_title
from extractors.thai.text import squeeze
from schemas.framework import Framework

KEYS = ("no", "indicator", "heading", "issue", "responsible")
"""The parts of which one alone begins a new unit of action."""

FILLED_DOWN = ("responsible", "period", "monitoring", "reporting", "progress", "evidence", "budget", "method")
"""The parts that a merged cell says for every row it covers."""

NAMES = ("indicator", "heading", "issue")
"""The parts that head the action beside them."""

CUT = ("text", "method", "period", "monitoring", "reporting", "progress", "evidence")
"""The parts that a page end may cut in two."""

LINKED = ("progress", "evidence", "text", "method")
"""The parts whose links are evidence."""

SHORTEST_TEXT = 4
"""Fewer letters say nothing that could be done."""
LONGEST_SECTION = 150
"""A longer title row is a cell that goes on."""


@dataclass(slots=True)
class Rows:
    """Reads a table from the top down; remembers what an empty or merged cell below stands for.

    ``caption_indicator`` is the indicator of the whole table, ``""`` where its rows name their own.
    ``by_issue``: the indicator was named by the issue of a row, so that the next issue may name another.
    ``indicator_said`` is the text that stands above in the column of indicators.
    """

    reading: TableReading
    columns: Columns
    block: int
    framework: Framework
    caption_indicator: str
    current: Draft | None = None
    indicator: str = ""
    indicator_said: str = ""
    by_issue: bool = False
    heading: str = ""
    section: str = ""
    section_indicator: str = ""

    def go_on_from(self, before: Rows) -> None:
        """Takes over what the last row of the table before stands for."""
        self.current, self.indicator, self.heading = before.current, before.indicator, before.heading
        self.section, self.section_indicator, self.by_issue = before.section, before.section_indicator, before.by_issue
        self.caption_indicator = before.caption_indicator

    def drafts(self) -> Iterator[Draft]:
        """A draft for each unit of action; rows that go on with it add to it afterwards."""
        for row in range(self.reading.header_rows, self.reading.view.rows):
            if self._is_section(row) or self._is_header_again(row):
                continue
            own = {part: self._own(row, part) for part in ("text", *KEYS, *FILLED_DOWN)}
            if is_total(own["text"] or own["no"] or own["indicator"]):
                continue
            if self.current is not None and self._goes_on(row, own):
                self._extend(self.current, own, row)
            elif self.current is not None and self._numbered(row) and is_rest(
                self.current, self.indicator_said, own, self.framework
            ):
                self._take(self.current, own, row)
            elif own["text"] or own["method"] or own["responsible"]:
                self._name(own)
                self.current = self._draft(row, own)
                if sum(map(str.isalpha, self.current.text)) >= SHORTEST_TEXT:
                    yield self.current
            elif any(own[name] for name in NAMES):
                self._name(own)

    def _is_section(self, row: int) -> bool:
        """Takes over a title row: what it says, and the indicator if it names one."""
        view = self.reading.view
        cells = view.row(row)
        title = section_title(cells)
        if not title or view.columns < 2:
            return False
        code = indicator_named(title, self.framework)
        whole = cells[0] is not None and cells[0].column_span >= view.columns
        continues = self.columns.text == 0 or goes_on(title) or len(title) > LONGEST_SECTION
        if continues and not whole and not code and self.current is not None:
            return False
        self.section, self.section_indicator, self.indicator, self.heading = title, code, "", ""
        self.current = None
        return True

    def _is_header_again(self, row: int) -> bool:
        """Whether the row repeats the headers, as each page of a table does."""
        view, last = self.reading.view, self.reading.header_rows - 1
        pairs = ((view.text_at(row, column), view.text_at(last, column)) for column in range(view.columns))
        return last >= 0 and all(squeeze(one) == squeeze(other) for one, other in pairs)

    def _own(self, row: int, part: str) -> str:
        """What the cells of a part say that begin in this row."""
        return _joined(cell for cell in self._cells(row, part) if cell.row == row)

    def _cells(self, row: int, part: str) -> list[Cell]:
        """The filled cells of a part that cover this row."""
        cells = (self.reading.view.at(row, column) for column in self.columns.of(part))
        return list({id(cell): cell for cell in cells if cell is not None and cell.text.strip()}.values())

    def _goes_on(self, row: int, own: dict[str, str]) -> bool:
        """Whether the row is the rest of the row above, cut by a page end."""
        assert self.current is not None
        begun = [key for key in KEYS if own[key] and not (key in NAMES and goes_on(own[key]))]
        if begun or not any(own.values()):
            return False
        if not own["text"]:
            return True
        if any(cell.row < row for key in KEYS for cell in self._cells(row, key)):
            return False  # a key hangs down into the row: the table says itself what belongs together
        number = numbering(own["text"])
        if number is not None and number.top:
            count, last = last_number(self.current.text)
            return number.top == last + 1 and count > 1
        keyed = any(self.columns.of(key) for key in KEYS)
        return (keyed and not own["period"]) or goes_on(own["text"])

    def _extend(self, draft: Draft, own: dict[str, str], row: int) -> None:
        for part in CUT:
            draft.add(part, own[part])
        draft.add("heading", _joined_text(own[name] for name in NAMES))
        self.heading = draft.heading
        draft.links.extend(self._links(row))

    def _numbered(self, row: int) -> bool:
        """Whether the table numbers its units and no merged number hangs down into this row."""
        return bool(self.columns.of("no")) and not self._cells(row, "no")

    def _take(self, draft: Draft, own: dict[str, str], row: int) -> None:
        take(draft, own)
        if own["indicator"]:
            self.indicator_said += own["indicator"]
            self.heading = draft.heading = self.indicator_said
            self.indicator = draft.indicator_code = indicator_named(self.indicator_said, self.framework)
        draft.links.extend(self._links(row))

    def _draft(self, row: int, own: dict[str, str]) -> Draft:
        cells = self._cells(row, "text") or self._cells(row, "method") or self._cells(row, "responsible")
        draft = Draft(
            source=f"table {self.reading.table.number}",
            block=self.block,
            page=cells[0].page or self.reading.table.page_from,
            box=cells[0].box,
            table_no=self.reading.table.number,
            row=None if self.reading.turned else row,
            indicator_code=self._indicator(own),
            heading=self.heading or self.section,
            step_no=own["no"].strip(" ."),
            text=_joined(self._cells(row, "text")) or own["method"],
            budget_thb=amount_thb(_joined(self._cells(row, "budget"))),
            links=self._links(row),
        )
        for part in FILLED_DOWN:
            said = _joined(self._cells(row, part))
            if part != "budget" and said != draft.text:
                setattr(draft, part, said)
        draft.responsible = without_bullet(draft.responsible)
        return draft

    def _indicator(self, own: dict[str, str]) -> str:
        """The indicator of a row: its own or that of the rows above, of the title row, of the table, of its words."""
        known = self.indicator or self.section_indicator or self.caption_indicator
        return known or self._named(own["text"])

    def _named(self, words: str) -> str:
        return indicator_named(words, self.framework) if len(words) <= LONGEST_SECTION else ""

    def _name(self, own: dict[str, str]) -> None:
        """Takes over the indicator and the heading of this row, where it has its own."""
        self.indicator_said = own["indicator"] or self.indicator_said
        alone = number_alone(own["indicator"])
        known = any(indicator.code == alone for indicator in self.framework.indicators)
        code = alone if known else indicator_named(own["indicator"], self.framework)
        code = code or indicator_named(own["heading"], self.framework)
        if code or (own["indicator"] and not self._is_issue(own["indicator"])):
            self.indicator, self.by_issue = code, False
        self.heading = own["heading"] or own["issue"] or own["indicator"] or self.heading
        known_otherwise = (self.indicator and not self.by_issue) or self.section_indicator or self.caption_indicator
        if own["issue"] and not known_otherwise:
            self.indicator, self.by_issue = self._named(own["issue"]), True

    def _is_issue(self, said: str) -> bool:
        """Whether a cell of the indicator column only goes on with the issues of the indicator above it."""
        return bool(self.indicator) and (numbering(said) is not None or said[:1] in BULLETS or goes_on(said))

    def _links(self, row: int) -> list[str]:
        cells = [cell for part in LINKED for cell in self._cells(row, part)]
        return [link for cell in {id(cell): cell for cell in cells}.values() for link in cell.links]


def _joined(cells: Iterable[Cell]) -> str:
    return _joined_text(cell.text.strip() for cell in cells)


def _joined_text(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, texts)))
