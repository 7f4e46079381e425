"""Follow-up of items: for each item of a table whether it is done, in the report's words.

The words stand in a column of their own or are the headers of columns to tick (ดำเนินการแล้ว | ยังไม่ดำเนินการ).
What they mean is in ``item_status.toml``. An item whose status is empty is a row with an empty status. Of several
rounds the latest counts that says anything of the item; of a percentage only the whole is done.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from extractors.document import Cell
from extractors.facts.context import Context, Found
from extractors.facts.item_rows import ItemRow, item_rows, place
from extractors.facts.rounds import latest_first
from extractors.tables import TableReading, side_by_side
from extractors.thai.digits import decimal
from extractors.thai.text import clean, squeeze
from schemas.rows import ItemStatus

KINDS = ("item_status", "responsibilities", "")
"""Kinds of table that may follow items up: a list of those responsible may have a column of states, and
columns to tick are known by their headers alone."""

WHOLE = 100
"""The percentage of what is done."""


def find(context: Context) -> Found:
    """One row per item and table, in the order of the tables."""
    rows: list[ItemStatus] = []
    used: set[int] = set()
    for reading in context.readings:
        if reading.kind not in KINDS:
            continue
        found = [row for panel in side_by_side(reading) for row in _of_panel(reading, panel, context)]
        rows.extend(found)
        used.update({reading.table.number} if found else ())
    return Found(rows, (), frozenset(used))


def says_done(text: str) -> bool | None:
    """Whether the words or the mark say that it is done; None where they say neither.

    ดำเนินการแล้ว -> True, ยังไม่ครบถ้วน -> False, เพิ่มเติมข้อมูลผู้บริหาร -> False, รายละเอียดตามลิงก์ -> None
    """
    plain = squeeze(text).strip("().:")
    if not plain or plain in _words("empty"):
        return None
    if plain in _words("ticks") or plain.lower() in _words("whole_done"):
        return True
    if plain in _words("crosses") or plain.lower() in _words("whole_not_done"):
        return False
    if any(word in plain for word in _words("done_nevertheless")):
        return True
    if any(word in plain for word in _words("not_done")):
        return False
    if any(word in plain for word in _words("done")):
        return True
    return False if plain.startswith(_words("asks")) else None


@cache
def _words(kind: str) -> tuple[str, ...]:
    entries = tomllib.loads(
        files("extractors.facts").joinpath("item_status.toml").read_text(encoding="utf-8")
    )
    return tuple(squeeze(word) for word in entries[kind])


def _of_panel(reading: TableReading, panel: tuple[int, ...], context: Context) -> list[ItemStatus]:
    ticks = _tick_columns(reading, panel)
    concepts = ("status", "completion", "progress")
    status = next((found for name in concepts if (found := [c for c in panel if reading.columns[c] == name])), [])
    rounds = latest_first(reading, ticks or status)
    if not ticks and not (status and reading.kind):
        return []
    people = [c for c in panel if reading.columns[c] in ("responsible", "supervisor", "data_keeper")]
    rows: list[ItemStatus] = []
    for row in item_rows(reading, panel, [*ticks, *status, *people], context.framework):
        said, done = _latest(row, rounds, ticks, reading)
        for item in row.items:
            here = place(reading, row.row, row.naming)
            rows.append(ItemStatus(item_code=item.code, item_name=item.name, status=said, done=done, **here))
        if row.kind == "more" and said and rows:
            whole = f"{rows[-1].status} {said}".strip()
            rows[-1] = rows[-1].model_copy(update={"status": whole, "done": says_done(whole)})
    return rows


def _latest(
    row: ItemRow, rounds: list[list[int]], ticks: dict[int, str], reading: TableReading
) -> tuple[str, bool | None]:
    """What the latest round that says anything of a row says."""
    for columns in rounds:
        if ticks:
            said, done = _ticked(row.cells, {column: ticks[column] for column in columns})
        else:
            said, done = _written(row, columns)
            if all(reading.columns[column] == "completion" for column in columns):
                done = _completed(said)
        if said:
            return said, done
    return "", None


def _completed(text: str) -> bool | None:
    """Whether a percentage, or the words that stand in its place, say that it is done."""
    percent = decimal(text)
    if percent is None:
        return says_done(text)
    return percent == WHOLE if 0 <= percent <= WHOLE else None


def _tick_columns(reading: TableReading, panel: tuple[int, ...]) -> dict[int, str]:
    """The columns to tick with their header: at least two that say opposite things and hold only marks."""
    headers = {c: reading.paths[c][-1] for c in panel if reading.paths[c]}
    said = {
        c: words for c, words in headers.items() if says_done(words) is not None and _only_marks(reading, c)
    }
    return said if len(set(map(says_done, said.values()))) == 2 else {}


def _only_marks(reading: TableReading, column: int) -> bool:
    """Whether the cells of a column are ticks, crosses or empty; titles over several columns aside."""
    marks = {*_words("ticks"), *_words("crosses"), *_words("empty"), ""}
    cells = (reading.view.at(row, column) for row in range(reading.header_rows, reading.view.rows))
    return all(cell.column_span > 1 or squeeze(cell.text) in marks for cell in cells if cell)


def _ticked(cells: list[Cell | None], ticks: dict[int, str]) -> tuple[str, bool | None]:
    """The headers of the ticked columns, and what they say together. A cross beside a tick is no tick."""
    marks = {column: squeeze(cell.text) for column in ticks if (cell := cells[column]) is not None}
    marked = [c for c, mark in marks.items() if mark and mark not in _words("empty")]
    ticked = [c for c in marked if marks[c] in _words("ticks")] or marked
    said = {says_done(ticks[column]) for column in ticked}
    return " / ".join(clean(ticks[column]) for column in ticked), said.pop() if len(said) == 1 else None


def _written(row: ItemRow, status: list[int]) -> tuple[str, bool | None]:
    """The words of the status columns; those of a merged cell count for every item it covers."""
    cells = {id(cell): cell for column in status if (cell := row.cells[column]) is not None}
    below = row.kind == "more"
    words = [
        clean(cell.text).replace("\n", " ") for cell in cells.values() if not below or cell.row == row.row
    ]
    said = " ".join(filter(None, words))
    return said, says_done(said)
