"""Which column of a table of measures says what (text, method, responsible), whatever their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.document import Cell, Table
from extractors.tables import TableReading

LONGEST_HEADING = 120

PARTS = {
    "no": "no",
    "indicator": "indicator",
    "indicator_no": "indicator",
    "subindicator": "indicator",
    "issue": "issue",
    "item_name": "issue",
    "item_code": "issue",
    "responsible": "responsible",
    "period": "period",
    "monitoring": "monitoring",
    "supervisor": "monitoring",
    "reporting": "reporting",
    "progress": "progress",
    "status": "progress",
    "evidence": "evidence",
    "budget": "budget",
}
"""What a concept of ``headers.toml`` is in a measure."""

ACTIONS = ("measure", "activity", "method", "to_develop")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by part; those of ``heading`` hold measures that only head the actions beside them."""

    text: int
    method: tuple[int, ...]
    heading: tuple[int, ...]
    others: dict[str, tuple[int, ...]]

    def of(self, part: str) -> tuple[int, ...]:
        if part == "text":
            return (self.text,)
        if part == "method":
            return self.method
        return self.heading if part == "heading" else self.others.get(part, ())


def columns_of(reading: TableReading, names_indicator: Callable[[str], bool]) -> Columns | None:
    """The parts of a table of measures; None where no column says what is to be done."""
    others: dict[str, list[int]] = {}
    actions: list[int] = []
    for column, concept in enumerate(reading.columns):
        if concept in ACTIONS:
            actions.append(column)
        elif concept in PARTS:
            others.setdefault(PARTS[concept], []).append(column)
    actions, aims = _without_aims(reading, actions)
    if aims:
        others["issue"] = sorted([*others.get("issue", []), *aims])
    if not actions:
        return None
    heading = _headings(reading, actions, others.get("responsible", []), names_indicator)
    doing = sorted(
        (column for column in actions if column not in heading),
        key=lambda column: (reading.columns[column] == "method", column),
    )
    parts = {part: tuple(places) for part, places in others.items()}
    return Columns(doing[0], tuple(sorted(doing[1:])), tuple(heading), parts)


def _without_aims(reading: TableReading, actions: list[int]) -> tuple[list[int], list[int]]:
    """What should be developed is an issue beside a column of actions, and the action where there is none."""
    aims = [column for column in actions if reading.columns[column] == "to_develop"]
    doing = [column for column in actions if column not in aims]
    return (doing, aims) if doing else (aims[:1], aims[1:])


def _headings(
    reading: TableReading, actions: list[int], responsible: list[int], names_indicator: Callable[[str], bool]
) -> list[int]:
    """The columns of actions that only head another: they name indicators, or span rows of single acts."""
    found: list[int] = []
    for column in actions:
        rest = [c for c in actions if c != column and c not in found]
        if not rest:
            break
        cells = cells_below(reading.view, column, reading.header_rows)
        short = [cell for cell in cells if len(cell.text) <= LONGEST_HEADING]
        named = sum(names_indicator(cell.text) for cell in short)
        spanning = any(_heads_rows(reading.view, cell, rest, responsible) for cell in cells)
        if cells and (named * 2 >= len(cells) or spanning):
            found.append(column)
    return found


def _heads_rows(view: Table, cell: Cell, actions: list[int], responsible: list[int]) -> bool:
    """Whether in the rows of a cell there are several actions, each with somebody responsible of its own."""
    rows = range(cell.row, cell.row + cell.row_span)
    several = any(len(_beginning(view, column, rows)) > 1 for column in actions)
    return several and any(len(_beginning(view, column, rows)) > 1 for column in responsible)


def _beginning(view: Table, column: int, rows: range) -> list[Cell]:
    cells = (view.at(row, column) for row in rows)
    return list({id(c): c for c in cells if c is not None and c.row in rows and c.text.strip()}.values())


def cells_below(view: Table, column: int, header_rows: int) -> list[Cell]:
    """The filled cells of a column below the headers, each once, those over the whole row left out."""
    cells = (view.at(row, column) for row in range(header_rows, view.rows))
    filled = (c for c in cells if c is not None and c.text.strip() and c.column_span < max(view.columns, 2))
    return list({id(cell): cell for cell in filled}.values())
