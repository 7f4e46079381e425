"""The data dictionary: every column of every table and view, in Thai and English, from the models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.tables import TABLES
from pipeline.warehouse.columns import Column, Kind, contract_column
from pipeline.warehouse.model import StarTable, star
from pipeline.warehouse.views import views
from pipeline.warehouse.wording import wordings

KIND_NAMES: dict[Kind, str] = {
    "text": "ข้อความ text",
    "number": "ทศนิยม decimal",
    "ratio": "ทศนิยม decimal",
    "integer": "จำนวนเต็ม integer",
    "truth": "true / false",
    "list": "รายการ JSON list",
}


def data_dictionary() -> Iterator[str]:
    """The dictionary as lines of Markdown: the contract's tables, what the warehouse adds, the views."""
    yield "# พจนานุกรมข้อมูล · Data dictionary\n"
    yield "ตาราง CSV ใน `output/tables/` · Every CSV table in `output/tables/`. Generated from the models."
    yield "How values are written: see *The files* in `README.md`. The warehouse: [warehouse.md](warehouse.md)."
    for table in TABLES:
        yield from _section(table.name, [contract_column(table, column) for column in table.columns])
    yield "\n# คลังข้อมูล · Warehouse\n"
    yield "ตารางข้างต้นเป็นข้อเท็จจริงในคลัง และมีเพิ่ม · The tables above are the facts of the warehouse; it adds:"
    contract = {table.name for table in TABLES}
    for star_table in star():
        if star_table.name not in contract:
            yield from _section(star_table.name, star_table.columns, _keys(star_table))
    yield "\nทุกตารางข้อเท็จจริงมีเพิ่ม · Every fact table also has:\n"
    scores = next(table for table in star() if table.name == "scores")
    yield from _rows([column for column in scores.columns if column.name in ("ordinal", "indicator_key")])
    yield "\n# มุมมอง · Views"
    for view in views():
        if view.name not in contract:
            yield from _section(view.name, view.columns)


def _section(name: str, columns: Sequence[Column], keys: str = "") -> Iterator[str]:
    words = wordings()[name]
    yield f"\n## {name}\n"
    yield f"**{words['th']} · {words['en']}.** {words['means_th']} · {words['means_en']}{keys}\n"
    yield from _rows(columns)


def _keys(table: StarTable) -> str:
    """Primary and foreign keys in a sentence."""
    primary = ", ".join(f"`{name}`" for name in table.primary_key)
    foreign = "".join(f" → `{r.table}` by {', '.join(f'`{c}`' for c in r.columns)}." for r in table.references)
    return f" Key: {primary}.{foreign}"


def _rows(columns: Sequence[Column]) -> Iterator[str]:
    yield "| column | ชื่อ · label | type | unit | ความหมาย | meaning |\n| --- | --- | --- | --- | --- | --- |"
    for column in columns:
        label = f"{column.label_th} · {column.label_en}"
        cells = (f"`{column.name}`", label, KIND_NAMES[column.kind], column.unit, column.meaning_th, column.meaning_en)
        yield f"| {' | '.join(_one_line(cell) for cell in cells)} |"


def _one_line(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
