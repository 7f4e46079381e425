"""One CSV file per table of the contract, for a whole batch, as spreadsheets and programs both read it.

UTF-8 with BOM and CRLF line ends (RFC 4180): Excel opens Thai right by a double click. Decimals stand as
printed, absent is empty, true and false in small letters, lists (boxes too) as JSON. A text that a
spreadsheet would run as a formula begins with an apostrophe; ``pipeline.frames`` takes it off again.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path

from pipeline.sinks.whole_files import WholeFile
from pipeline.tables import TABLES
from schemas.report import Report
from schemas.rows import Row

STARTS_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""Beginnings that spreadsheets take for a formula or trim on the way to one (OWASP, "CSV Injection")."""
_SUSPECT = (*STARTS_FORMULA, "'")

HARMLESS = re.compile(r"[-+]? *\d[\d,]*(\.\d+)? *%?|[-+ ]*")
"""Texts with such a beginning that no spreadsheet runs: a signed number (``-1.63``), or only dashes."""


def cell_text(value: object) -> str:
    """A value as it stands in a CSV cell."""
    match value:
        case str():  # first, because most values are
            return guarded(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case float():
            return f"{value:g}"
        case tuple():
            return json.dumps([_plain(item) for item in value], ensure_ascii=False, separators=(",", ":"))
        case _:
            return guarded(str(value))


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if not text.startswith(_SUSPECT):
        return text
    needs = text.startswith(STARTS_FORMULA) and not HARMLESS.fullmatch(text)
    return f"'{text}" if needs or _looks_guarded(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if _looks_guarded(text) else text


def _looks_guarded(text: str) -> bool:
    """Whether the text begins as ``guarded`` makes it begin; such texts are guarded as well."""
    rest = text.lstrip("'")
    return text.startswith("'") and rest.startswith(STARTS_FORMULA) and not HARMLESS.fullmatch(rest)


def _plain(item: object) -> object:
    if isinstance(item, Row):
        return item.model_dump(mode="json")
    return round(item, 2) if isinstance(item, float) else item


def lines_of(report: Report) -> dict[str, str]:
    """The report's lines of each table by its name, as they stand in the CSV file."""
    lines: dict[str, str] = {}
    for table in TABLES:
        stream = StringIO(newline="")
        rows = ([cell_text(value) for value in row] for row in table.rows(report))
        csv.writer(stream, lineterminator="\r\n").writerows(rows)
        lines[table.name] = stream.getvalue()
    return lines


class CsvTables:
    """Writes ``<table>.csv`` for every table of the contract into a folder, rows in the order of ``write``.

    All files are put in place together by ``finish``; until then the tables of the run before stand.
    """

    def __init__(self, folder: Path) -> None:
        self.files = {table.name: WholeFile(folder / f"{table.name}.csv", "utf-8-sig") for table in TABLES}
        for table in TABLES:
            csv.writer(self.files[table.name].stream, lineterminator="\r\n").writerow(table.columns)

    def write(self, report: Report) -> None:
        self.add(lines_of(report))

    def add(self, lines: Mapping[str, str]) -> None:
        """Adds what ``lines_of`` gave."""
        for name, file in self.files.items():
            file.stream.write(lines[name])

    def finish(self) -> None:
        for file in self.files.values():
            file.settle()
        for file in self.files.values():
            file.put()

    def abandon(self) -> None:
        for file in self.files.values():
            file.drop()
