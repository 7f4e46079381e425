"""The tables as an Excel workbook: one sheet a table, names in the first row, Thai labels in the second.

Numbers are numbers and texts are texts: nothing is ever written as a formula. What Excel cannot hold is cut where
it says so (a cell of more than 32,767 letters) or goes on in a second sheet (more rows than a sheet has).
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.panels import wide_described
from pipeline.sinks.csv_tables import unguarded
from pipeline.tables import TABLES
from pipeline.warehouse.columns import Column, Kind, contract_column, own_column

if TYPE_CHECKING:
    import pandas

MOST_LETTERS = 32_767
CUT = " … (ตัดไว้ ดูไฟล์ CSV · cut, see the CSV)"
MOST_ROWS = 1_048_576
HEADER_ROWS = 2
WIDEST = 60
"""Width of a column in letters at most."""


class NoXlsxwriter(Exception):
    """The optional library is missing; the message says what to install."""

    code = "E_NO_XLSXWRITER"

    def __init__(self) -> None:
        super().__init__("ติดตั้งเพิ่มก่อน · install first: pip install 'ita-reports[xlsx]'")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` may be walked once."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Writes the workbook whole or not at all. Raises NoXlsxwriter, OSError."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise NoXlsxwriter from error
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        book = xlsxwriter.Workbook(str(unfinished), options)
        bold = book.add_format({"bold": True, "bg_color": "#DDEBF7"})
        for sheet in sheets:
            _write_sheet(book, sheet, bold)
        book.close()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def csv_sheets(folder: Path) -> Iterator[Sheet]:
    """A sheet for each table of the contract, from the CSV that a run wrote. Raises FileNotFoundError."""
    for table in TABLES:
        columns = [contract_column(table, name) for name in table.columns]
        with (folder / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream)
            next(reader)
            yield Sheet(table.name, columns, reader)


def frame_sheets(frames: Mapping[str, pandas.DataFrame]) -> Iterator[Sheet]:
    """A sheet for each frame of the panel."""
    for name, frame in frames.items():
        columns = [_frame_column(name, column, frame) for column in frame.columns]
        plain = frame.astype(object).where(frame.notna(), None)
        yield Sheet(name, columns, plain.itertuples(index=False))


def _frame_column(table: str, name: str, frame: pandas.DataFrame) -> Column:
    numeric = str(frame[name].dtype) in ("Float64", "Int64")
    kind: Kind = "number" if numeric else "text"
    is_wide = "level" not in frame.columns
    return wide_described(name, kind) if is_wide else own_column(table, name, kind)


def _write_sheet(book: Any, sheet: Sheet, bold: Any) -> None:
    part, row, page = 1, MOST_ROWS, None
    for values in sheet.rows:
        if row == MOST_ROWS:
            page, row = _begin(book, sheet, part, bold), HEADER_ROWS
            part += 1
        for place, (column, value) in enumerate(zip(sheet.columns, values, strict=True)):
            _write_cell(page, row, place, column, value)
        row += 1
    if page is None:
        _begin(book, sheet, part, bold)


def _begin(book: Any, sheet: Sheet, part: int, bold: Any) -> Any:
    """A new sheet with both header rows, frozen."""
    page = book.add_worksheet(sheet.name if part == 1 else f"{sheet.name}_{part}")
    page.freeze_panes(HEADER_ROWS, 0)
    for place, column in enumerate(sheet.columns):
        wide = {"text": 24, "list": 30}.get(column.kind, 10)
        page.set_column(place, place, min(WIDEST, max(wide, len(column.name) + 2)))
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.name, bold)
    for place, column in enumerate(sheet.columns):
        page.write_string(1, place, column.label_th, bold)
    return page


def _write_cell(page: Any, row: int, place: int, column: Column, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool) or column.kind == "truth":
        page.write_boolean(row, place, value in (True, "true"))
    elif column.kind in ("number", "ratio", "integer"):
        page.write_number(row, place, float(Decimal(str(value))))
    else:
        text = unguarded(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        page.write_string(row, place, text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(CUT)] + CUT)
