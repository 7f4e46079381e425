"""What a column is: its type, unit, labels and meaning in Thai and English.

The words of the contract's columns stand in the models, the others and the additions in ``columns.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from pipeline.tables import TABLES, Table
from schemas.rows import Row, Source

Kind = Literal["text", "number", "ratio", "integer", "truth", "list"]
"""``number`` is an exact decimal, ``ratio`` a binary fraction (0-1), ``list`` JSON text."""

NUMERIC: frozenset[Kind] = frozenset({"number", "ratio", "integer"})
NO_UNIT = "-"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind
    label_th: str
    label_en: str
    meaning_th: str
    meaning_en: str
    unit: str = NO_UNIT


def contract_column(table: Table, name: str) -> Column:
    """A column of a contract table: the model's words and those added to them."""
    model: type[Row] = table.model if name in table.model.model_fields else Source
    field = model.model_fields[name]
    return _column(table.name, name, _kind(table, name), field.title or "", field.description or "")


def own_column(table: str, name: str, kind: Kind) -> Column:
    """A column of a table beside the contract's; where the contract has the name too, it means the same.

    Raises KeyError when nobody says what it means.
    """
    words = {**_contract_words(name), **_words(table, name)}
    return _column(table, name, kind, words["th"], words["means_en"])


def _column(table: str, name: str, kind: Kind, label_th: str, meaning_en: str) -> Column:
    words = _words(table, name)
    return Column(name, kind, label_th, words["en"], words["means_th"], meaning_en, words.get("unit", NO_UNIT))


def _contract_words(name: str) -> dict[str, str]:
    """The model's words for the first column of that name in the contract."""
    table = next((each for each in TABLES if name in each.columns), None)
    if table is None:
        return {}
    field = (table.model if name in table.model.model_fields else Source).model_fields[name]
    return {"th": field.title or "", "means_en": field.description or ""}


def _kind(table: Table, name: str) -> Kind:
    kind = table.column_type(name)
    field = (table.model if name in table.model.model_fields else Source).model_fields[name]
    floats = field.annotation is float or float in get_args(field.annotation)
    return "ratio" if kind == "number" and floats else kind


def _words(table: str, name: str) -> dict[str, str]:
    entries = _entries()
    return {**entries.get(name, {}), **entries.get(f"{table}.{name}", {})}


@cache
def _entries() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("pipeline.warehouse").joinpath("columns.toml").read_text(encoding="utf-8"))
