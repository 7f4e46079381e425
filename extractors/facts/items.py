"""Which items (O1..O43) a row of a table is about: by the name in the year's framework, then by the code.

The same O number means another item in another year, so the canonical name is looked for by the printed name
first. The code stays as printed; where no code is printed, it is that of the item with the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Cell
from extractors.names import Match, match_item
from extractors.tables import TableReading
from extractors.thai.codes import item_code, item_codes
from extractors.thai.digits import arabic
from schemas.framework import Framework

LONGEST_NAME = 300
"""A longer cell describes an item, it does not name one (the longest name of any year has 90 characters, and
reports add remarks)."""

LONGEST_CODE = 12

NAMING = ("item_code", "item_name", "subindicator", "issue", "indicator", "no", "measure", "")
"""Concepts of columns in which an item's code or name may stand, likelier first."""

_LEADING = re.compile(
    r"[\s\-–•●○*]*(?:ข้อ(?:ที่)?\s*)?(?P<code>(?:OIT|[OoΟοОо๏0])[ .\-]{0,2}[0-9]{1,2})"
    r"(?![0-9/]|\.[0-9]|[ \-–]{1,2}[0-9])[ .):\-–]*(?P<name>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item as a report names it. ``expected`` is the framework's name under this code where the printed
    name is that of another item, else ``""``."""

    code: str
    name: str = ""
    name_printed: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """Where a table names its items: the columns of the code and of the name, None where there is none."""

    code: int | None
    name: int | None
    plain: bool = True
    """Whether the codes are plain numbers (1, ๐๒, 10): where the others have their O, a number alone is only a
    part of a code that was cut."""

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(column for column in (self.code, self.name) if column is not None)

    def items(self, cells: list[Cell | None], framework: Framework) -> tuple[Item, ...]:
        """The items of a row, several where the cell is ``O1, O2`` or ``O21 - O24``; none for other rows."""
        printed_code, printed_name = text_at(cells, self.code), text_at(cells, self.name)
        lead, rest = leading_code(printed_name)
        if code := full_code(printed_code, bare=self.plain) or lead:
            return (named(code, rest, framework),)
        if several := item_codes(printed_code):
            return tuple(named(each, "", framework) for each in several)
        by_name = item_by_name(printed_name, framework)
        return (Item(by_name.code, by_name.name, printed_name),) if by_name else ()

    def has_code(self, cells: list[Cell | None]) -> bool:
        """Whether a code is printed in the row."""
        return bool(text_at(cells, self.code).strip() or leading_code(text_at(cells, self.name))[0])

    def printed(self, cells: list[Cell | None]) -> str:
        """Code and name as the row prints them."""
        return " ".join(filter(None, (text_at(cells, column).strip() for column in self.places)))

    def name_text(self, cells: list[Cell | None]) -> str:
        return text_at(cells, self.name)


def named(code: str, printed: str, framework: Framework) -> Item:
    """The item with this printed code and, maybe, name."""
    by_name, by_code = item_by_name(printed, framework), framework.name_of("item", code)
    other = by_name is not None and by_name.code != code
    return Item(code, by_name.name if by_name else by_code, printed, by_code if other else "")


def leading_code(text: str) -> tuple[str, str]:
    """The item code that a text begins with, and the text after it: ``๐๑ โครงสร้าง`` -> (O1, โครงสร้าง)."""
    match = _LEADING.match(arabic(text))
    code = item_code(match["code"], bare=True) if match else None
    return (code, text[match.start("name") :].strip()) if match and code else ("", text.strip())


def full_code(text: str, *, bare: bool = True) -> str:
    """The code that the whole text is, whole or wrapped (``๐๑ ๕``); plain numbers count where ``bare``."""
    if len(text) > LONGEST_CODE:
        return ""
    whole = "".join(text.split())
    for form in (text, whole) if _LEADING.fullmatch(arabic(whole)) else (text,):
        code = item_code(form, bare=True)
        if code and (bare or _LEADING.fullmatch(arabic(form))):
            return code
    return ""


def item_columns(reading: TableReading, columns: Iterable[int], framework: Framework) -> ItemColumns:
    """The columns of codes and names among ``columns``, by what stands in them, then by their headers."""
    candidates = sorted(
        (c for c in columns if reading.columns[c] in NAMING), key=lambda c: NAMING.index(reading.columns[c])
    )
    names = {c: sum(_names_item(text, framework) for text in _texts(reading, c)) for c in candidates}
    name = max(candidates, key=lambda c: names[c], default=None)
    if name is None or not names[name]:
        name = next((c for c in candidates if reading.columns[c] in ("item_name", "subindicator")), None)
    codes = {c: _codes_in(reading, c, name, framework) for c in candidates if c != name}
    code = max(codes, key=lambda c: codes[c], default=None)
    if code is None or not codes[code]:
        return ItemColumns(None, name)
    texts = list(_texts(reading, code))
    beyond_doubt = sum(item_code("".join(text.split())) is not None for text in texts)
    return ItemColumns(code, name, plain=beyond_doubt * 5 < len(texts))


def _codes_in(reading: TableReading, column: int, name: int | None, framework: Framework) -> int:
    """How many cells of the column are codes. Plain numbers count under a header for codes, or where they are
    the numbers of the items named beside them."""
    concept = reading.columns[column]
    bare = concept == "item_code" or (concept == "no" and _numbers_items(reading, column, name, framework))
    return sum(
        bool(full_code(text, bare=bare)) or len(item_codes(text)) > 1 for text in _texts(reading, column)
    )


def _numbers_items(reading: TableReading, column: int, name: int | None, framework: Framework) -> bool:
    rows = [reading.view.row(row) for row in range(reading.header_rows, reading.view.rows)]
    pairs = [
        (full_code(text_at(row, column)), found.code)
        for row in rows
        if name is not None and (found := item_by_name(text_at(row, name), framework))
    ]
    return len(pairs) >= 3 and sum(printed == known for printed, known in pairs) >= 0.9 * len(pairs)


def _names_item(text: str, framework: Framework) -> bool:
    code, name = leading_code(text)
    return bool(code and name and len(item_codes(text)) < 2) or item_by_name(text, framework) is not None


def item_by_name(text: str, framework: Framework) -> Match | None:
    """The item whose name the text is; a text that only holds a code names none."""
    match = match_item(text, framework) if text.strip() and len(text) <= LONGEST_NAME else None
    return match if match and match.how != "number" else None


def text_at(cells: list[Cell | None], column: int | None) -> str:
    cell = cells[column] if column is not None else None
    return cell.text if cell else ""


def _texts(reading: TableReading, column: int) -> Iterator[str]:
    cells = {
        id(c): c
        for row in range(reading.header_rows, reading.view.rows)
        if (c := reading.view.at(row, column))
    }
    return (cell.text for cell in cells.values() if cell.text.strip())
