"""One panel out of many reports, as pandas frames.

    from pipeline import panel

    scores = panel("output")
    scores[scores["level"] == "overall"].pivot(index="office_short", columns="fiscal_year", values="score")

How one value is chosen where reports differ stands in ``warehouse/views/panel_candidates.sql``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.columns import Column, Kind, own_column
from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.places import database_of
from pipeline.warehouse.views import view

if TYPE_CHECKING:
    import pandas

ORDER = {
    "panel": "office_id, fiscal_year, level, length(code), code",
    "panel_conflicts": "office_id, fiscal_year, level, length(code), code, quantity, other_report_id, other_page",
}
FRAME_TYPES: dict[Kind, Any] = {
    "text": object,
    "list": object,
    "number": "Float64",
    "ratio": "Float64",
    "integer": "Int64",
    "truth": "boolean",
}
IDENTITY = ("office_id", "office_short", "office_type", "province", "fiscal_year", "fiscal_year_ce")


def panel(output: str | Path = "output", *, wide: bool = False) -> pandas.DataFrame:
    """One row per office, fiscal year, level and code with its score, place, sources and agreement.

    ``wide``: one row per office and fiscal year, a column for each score (``ITA``, ``IIT``, ``indicator_6``,
    ``subindicator_9_1``, ``item_O14``) and ``disputed``, how many of them are. The numbers of items mean
    other things in other years. ``output`` is the folder of a run that was loaded, or a DuckDB file. Raises
    WarehouseUnusable when there is no warehouse.
    """
    long = _frame(output, "panel")
    return _wide(long) if wide else long


def panel_conflicts(output: str | Path = "output") -> pandas.DataFrame:
    """Every place that states another value than the panel's, with the places of both."""
    return _frame(output, "panel_conflicts")


def _frame(output: str | Path, name: str) -> pandas.DataFrame:
    with opened(database_of(output)) as connection:
        query = f"SELECT {_selected(view(name).columns)} FROM {name} ORDER BY {ORDER[name]}"
        frame = connection.execute(query).df()
    types = {column.name: FRAME_TYPES[column.kind] for column in view(name).columns}
    frame = frame.astype(types)
    texts = [name for name, kind in types.items() if kind is object]
    frame[texts] = frame[texts].where(frame[texts].notna(), "")
    return frame


def _selected(columns: tuple[Column, ...]) -> str:
    return ", ".join(f"{c.name}::DOUBLE AS {c.name}" if c.kind == "number" else c.name for c in columns)


def _wide(long: pandas.DataFrame) -> pandas.DataFrame:
    identity = list(IDENTITY)
    named = long.assign(column=[wide_column(*pair) for pair in zip(long["level"], long["code"], strict=True)])
    order = sorted(set(zip(long["level"], long["code"], strict=True)), key=lambda pair: _place(*pair))
    scores = named.pivot(index=identity, columns="column", values="score")
    scores = scores[[wide_column(*pair) for pair in order]]
    scores.insert(0, "disputed", long.groupby(identity)["disputed"].sum().astype("Int64"))
    scores.columns.name = None
    return scores.reset_index()


POINTS = "คะแนน 0-100 points of 100"
LEVELS = ("overall", "instrument", "indicator", "subindicator", "item")


def wide_column(level: str, code: str) -> str:
    """``ITA``, ``IIT``; ``indicator_6``, ``subindicator_9_1``, ``item_O14``."""
    return code if level in LEVELS[:2] else f"{level}_{code.replace('.', '_')}"


PREFIXES = {"indicator": "ตัวชี้วัดที่ {}", "subindicator": "ตัวชี้วัดย่อยที่ {}", "item": "ข้อ {}"}


def wide_described(name: str, kind: Kind) -> Column:
    """What a column of the wide panel is; ``name`` as ``wide_column`` makes it, or one of the long panel."""
    if name == "disputed":
        means_th, means_en = "จำนวนคะแนนที่รายงานระบุไม่ตรงกัน", "scores that reports state differently"
        return Column(name, kind, "จำนวนค่าที่ขัดแย้ง", "Disputed scores", means_th, means_en, "ค่า scores")
    if name in IDENTITY:
        return own_column("panel", name, kind)
    level, _, code = name.partition("_")
    code = code.replace("_", ".")
    th = PREFIXES[level].format(code) if code else name
    means_th, means_en = f"คะแนนของ{th} ตามตารางคะแนนรวม", f"score of {level} {code}".strip() + " by the panel"
    return Column(name, kind, th, f"{level} {code}".strip().capitalize() if code else name, means_th, means_en, POINTS)


def _place(level: str, code: str) -> tuple[int, list[int], str]:
    numbers = [int(part) for part in code.strip("O").split(".") if part.isdigit()]
    return LEVELS.index(level), numbers, code
