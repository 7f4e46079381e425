"""``datapackage.json``: the tables of a run described for machines, by Frictionless Data Package version 2.

Types, units, labels and meanings come from the models, keys from the star schema; titles and descriptions stand in
both languages (``title`` and ``description`` in Thai, ``title_en`` and ``description_en`` in English).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.sinks.whole_files import WholeFile
from pipeline.tables import TABLES
from pipeline.warehouse.columns import NO_UNIT, Column, Kind, contract_column
from pipeline.warehouse.model import star_table
from pipeline.warehouse.views import view
from pipeline.warehouse.wording import wordings

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
TYPES: dict[Kind, str] = {
    "text": "string",
    "number": "number",
    "ratio": "number",
    "integer": "integer",
    "truth": "boolean",
    "list": "array",
}
LABELS = {
    "title": "รายงาน ITA ของสำนักงานเขตพื้นที่การศึกษา",
    "title_en": "ITA reports of Thai education-area offices",
    "description": "คะแนน มาตรการ และผู้รับผิดชอบจากรายงาน ITA คัดลอกจากเอกสารพร้อมที่มา",
    "description_en": "Scores, measures and responsibilities from ITA reports, copied with their places.",
}


@dataclass(frozen=True, slots=True)
class Described:
    """One CSV: its columns, its key, and (column, table, column there) that it refers by."""

    name: str
    columns: Sequence[Column]
    primary_key: Sequence[str] = ()
    references: Sequence[tuple[str, str]] = ()


def described_tables() -> tuple[Described, ...]:
    """The contract's tables and, where they are published too, dimensions and panel."""
    contract = tuple(
        Described(
            table.name,
            tuple(contract_column(table, column) for column in table.columns),
            KEYS.get(table.name, ()),
            tuple(
                (column, target)
                for column, target in REFERENCES.items()
                if column in table.columns and target != table.name
            ),
        )
        for table in TABLES
    )
    dimensions = tuple(Described(n, star_table(n).columns, star_table(n).primary_key) for n in DIMENSIONS)
    panels = tuple(
        Described(n, view(n).columns, key, (("office_id", "dim_office"), ("fiscal_year", "dim_fiscal_year")))
        for n, key in PANELS.items()
    )
    return (*contract, *dimensions, *panels)


DIMENSIONS = ("dim_office", "dim_fiscal_year", "dim_indicator")
PANELS: dict[str, tuple[str, ...]] = {
    "panel": ("office_id", "fiscal_year", "level", "code"),
    "panel_conflicts": (),
}
KEYS = {"scores": ("report_id", "score_key")}
"""``reports`` has none: every file has its row there, also two with the same bytes and so the same id."""

REFERENCES = {"report_id": "reports", "office_id": "dim_office", "fiscal_year": "dim_fiscal_year"}
"""Which table a column refers to, by the column of its own name."""


def write_datapackage(folder: Path, version: str) -> Path:
    """Describes the CSV files that are in ``folder``; ``<folder>/datapackage.json``."""
    path = folder / "datapackage.json"
    there = [table for table in described_tables() if (folder / f"{table.name}.csv").exists()]
    with WholeFile(path) as stream:
        json.dump(datapackage(there, folder, version), stream, ensure_ascii=False, indent=1)
        stream.write("\n")
    return path


def datapackage(tables: Iterable[Described], folder: Path, version: str) -> dict[str, Any]:
    there = list(tables)
    names = {table.name for table in there}
    return {
        "$schema": PROFILE,
        "name": "ita-reports",
        **LABELS,
        "version": version,
        "resources": [_resource(table, folder, names) for table in there],
    }


def _resource(table: Described, folder: Path, names: set[str]) -> dict[str, Any]:
    words = wordings()[table.name]
    path = folder / f"{table.name}.csv"
    content = path.read_bytes()
    return {
        "$schema": RESOURCE_PROFILE,
        "name": table.name,
        "path": path.name,
        "type": "table",
        "title": words["th"],
        "title_en": words["en"],
        "description": words["means_th"],
        "description_en": words["means_en"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table, names),
    }


def _schema(table: Described, names: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    keys = [
        {"fields": [column], "reference": {"resource": target, "fields": [column]}}
        for column, target in table.references
        if target in names
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.kind],
        "title": column.label_th,
        "title_en": column.label_en,
        "description": column.meaning_th,
        "description_en": column.meaning_en,
    }
    if column.unit != NO_UNIT:
        field["unit"] = column.unit
    return field
