"""Findings in tables whose rows are labelled: จุดแข็ง, จุดอ่อน, สิ่งที่ต้องพัฒนา down one column, what is found beside them.

The indicator stands in a title row over its labels, left of them in a merged cell, or in the caption.
"""

from __future__ import annotations

from extractors.document import Cell
from extractors.facts.measures.subject import indicator_named
from extractors.facts.wording import finding_kind, says_none
from extractors.tables import TableReading, section_title
from schemas.framework import Framework
from schemas.rows import Finding

LONGEST_LABEL = 60
"""A longer cell says something of its own."""
MOST_COLUMNS_BEFORE = 2
"""Left of the labels stand at most a number and an indicator."""
FEWEST_KINDS = 2
"""A column of labels has different ones."""


def label_column(reading: TableReading) -> int | None:
    """The column that only says which kind of finding stands beside it; None where there is none."""
    table = reading.table
    rows = [cells for row in range(table.rows) if not section_title(cells := table.row(row))]
    for column in range(min(table.columns - 1, MOST_COLUMNS_BEFORE + 1)):
        labels: list[str] = []
        for n, cells in enumerate(rows):
            if kind := _kind(cells[column]):
                labels.append(kind)
            elif (n + 1 - len(labels)) * 2 >= len(rows):
                break  # too many are none
        else:
            if len(set(labels)) >= FEWEST_KINDS:
                return column
    return None


def labelled(reading: TableReading, column: int, caption_indicator: str, framework: Framework) -> list[Finding]:
    """The findings beside the labels of ``column``; a row without a label goes on with the finding above."""
    table = reading.table
    found: list[Finding] = []
    code, goes_on = caption_indicator, False
    for row in range(table.rows):
        cells = table.row(row)
        label = cells[column]
        kind, text = _kind(label), _beside(cells, column, row)
        if (title := section_title(cells)) and not kind:
            code, goes_on = indicator_named(title, framework), False
            continue
        named = (indicator_named(cell.text, framework) for cell in cells[:column] if cell is not None)
        code = next(filter(None, named), code)
        if goes_on and label is not None and not label.text.strip():
            found[-1] = found[-1].model_copy(update={"text": f"{found[-1].text}\n{text}".strip()})
            continue
        goes_on = bool(kind) and not says_none(text)
        if goes_on:
            page = (label.page if label else None) or table.page_from
            found.append(Finding(kind=kind, indicator_code=code, text=text, page=page))  # type: ignore[arg-type]
    return found


def _kind(cell: Cell | None) -> str:
    return finding_kind(cell.text) if cell is not None and len(cell.text) <= LONGEST_LABEL else ""


def _beside(cells: list[Cell | None], column: int, row: int) -> str:
    """What stands right of the label in this row."""
    right = {id(cell): cell for cell in cells[column + 1 :] if cell is not None and cell.row == row}
    return "\n".join(text for cell in right.values() if (text := cell.text.strip()))
