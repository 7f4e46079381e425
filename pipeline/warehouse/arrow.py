"""Rows as Arrow tables, the form in which DuckDB and dlt take many at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.columns import Kind
from pipeline.warehouse.figures import PRECISION, SCALE, storable
from pipeline.warehouse.model import StarTable
from schemas.rows import Row, TableCell

if TYPE_CHECKING:
    import pyarrow


def arrow_table(table: StarTable, columns: Sequence[Sequence[Any]]) -> pyarrow.Table:
    """The values with the table's columns and types; absent is null, lists are JSON text."""
    import pyarrow

    schema = arrow_schema(table)
    arrays = [
        _array(column.kind, values, field.type)
        for column, field, values in zip(table.columns, schema, columns, strict=True)
    ]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _array(kind: Kind, values: Iterable[Any], arrow_type: pyarrow.DataType) -> pyarrow.Array:
    """A column's values as its type takes them."""
    import pyarrow

    match kind:
        case "text":
            return pyarrow.array([value or None for value in values], arrow_type)
        case "list":
            return pyarrow.array([as_json(value) for value in values], arrow_type)
        case "number":
            return _figures(list(values), arrow_type)
        case _:
            return pyarrow.array(values, arrow_type)


def _figures(values: list[Any], arrow_type: pyarrow.DataType) -> pyarrow.Array:
    """Arrow takes a figure as it stands or not at all; only where it refuses one is each looked at."""
    import pyarrow

    try:
        return pyarrow.array(values, arrow_type)
    except pyarrow.ArrowInvalid:
        return pyarrow.array([None if value is None else storable(value) for value in values], arrow_type)


@cache
def arrow_schema(table: StarTable) -> pyarrow.Schema:
    import pyarrow

    types: dict[Kind, Any] = {
        "text": pyarrow.string(),
        "list": pyarrow.string(),
        "number": pyarrow.decimal128(PRECISION, SCALE),
        "ratio": pyarrow.float64(),
        "integer": pyarrow.int64(),
        "truth": pyarrow.bool_(),
    }
    keys = set(table.primary_key)
    fields = (pyarrow.field(c.name, types[c.kind], nullable=c.name not in keys) for c in table.columns)
    return pyarrow.schema(fields)


def as_json(value: Any) -> str | None:
    """A list as the CSV has it; boxes to a hundredth of a point. Absent stays absent."""
    if value is None:
        return None
    if value and isinstance(value[0], Row):
        return _cells_json(value)
    if value and isinstance(value[0], float):
        return f"[{','.join([repr(round(item, 2)) for item in value])}]"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "[]"


def _cells_json(cells: tuple[TableCell, ...]) -> str:
    return _cells_adapter().dump_json(cells).decode()  # type: ignore[no-any-return]


@cache
def _cells_adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[TableCell, ...])
