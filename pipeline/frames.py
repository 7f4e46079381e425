"""The output tables as pandas frames with their right types: the beginning of every analysis over reports.

    from pathlib import Path
    from pipeline.frames import read_tables

    scores = read_tables(Path("output"))["scores"]
    scores[scores["level"] == "overall"].pivot_table(index="office_id", columns="fiscal_year", values="score")
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.sinks.csv_tables import unguarded
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import pandas

TRUTH = {"true": True, "false": False}


def read_tables(output: Path) -> dict[str, pandas.DataFrame]:
    """A frame for each table of the contract, by name, from the folder that ``ita extract`` wrote.

    Years and other whole numbers are ``Int64``, decimals ``Float64``, true and false ``boolean``, lists
    Python lists, all else text. What the report does not state is ``<NA>`` (``""`` in text, None in lists).
    Raises FileNotFoundError when ``output`` holds no tables.
    """
    return {table.name: _read(output / "tables" / f"{table.name}.csv", table) for table in TABLES}


def _read(path: Path, table: Table) -> pandas.DataFrame:
    import pandas

    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    for column in frame.columns:
        frame[column] = _typed(frame[column], table.column_type(column))
    return frame


def _typed(values: pandas.Series[Any], column_type: str) -> pandas.Series[Any]:
    match column_type:
        case "text":
            return values.map(unguarded)
        case "list":
            return values.map(lambda text: json.loads(text) if text else None).astype(object)
        case "truth":
            return values.map(TRUTH).astype("boolean")
        case "integer":
            return _numbers(values).astype("Int64")
        case _:
            return _numbers(values).astype("Float64")


def _numbers(values: pandas.Series[Any]) -> pandas.Series[Any]:
    import pandas

    return pandas.to_numeric(values.where(values != "", None), errors="raise")
