"""The star schema: dimensions, the contract's tables as facts, and the history of readings.

Names are ASCII. Absent is NULL in every column, text too. A fact's key is its report and the row's position
among the report's rows of that table (``ordinal``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.tables import TABLES
from pipeline.warehouse.columns import Column, Kind, contract_column, own_column

Part = Literal["dimension", "fact", "history"]

KINDS: dict[str, Kind] = {"n": "number", "r": "ratio", "i": "integer", "b": "truth", "l": "list"}
"""How ``own_columns`` reads kinds after a column's name: ``weight:n``; text has none."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key to the primary key of ``table``.

    ``enforced`` is false where DuckDB could not correct the row later: it refuses to change a foreign key of
    a row that other rows refer to. The loader proves such references itself before it commits.
    """

    columns: tuple[str, ...]
    table: str
    enforced: bool = True


@dataclass(frozen=True, slots=True)
class StarTable:
    name: str
    part: Part
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def own_columns(table: str, columns: str) -> tuple[Column, ...]:
    """Columns from ``name:kind`` words (see KINDS) with what ``columns.toml`` says of them."""
    parts = (word.partition(":") for word in columns.split())
    return tuple(own_column(table, name, KINDS.get(kind, "text")) for name, _, kind in parts)


def _dimension(name: str, columns: str, *references: Reference) -> StarTable:
    own = own_columns(name, columns)
    return StarTable(name, "dimension", own, (own[0].name,), references)


TO_REPORT = Reference(("report_id",), "dim_report")
TO_INDICATOR = Reference(("indicator_key",), "dim_indicator")
BY_NAME = {
    "office_id": Reference(("office_id",), "dim_office"),
    "fiscal_year": Reference(("fiscal_year",), "dim_fiscal_year"),
}
WITH_INDICATOR = ("scores", "score_history", "measures", "responsibilities", "item_status", "findings")
"""Facts that speak of something scored; they get an ``indicator_key``."""


def _fact(name: str) -> StarTable:
    contract = next(table for table in TABLES if table.name == name)
    columns = [contract_column(contract, column) for column in contract.columns]
    columns.insert(1, own_column(name, "ordinal", "integer"))
    references = [TO_REPORT, *(BY_NAME[column] for column in contract.columns if column in BY_NAME)]
    if name in WITH_INDICATOR:
        columns.append(own_column(name, "indicator_key", "text"))
        references.append(TO_INDICATOR)
    return StarTable(name, "fact", tuple(columns), ("report_id", "ordinal"), tuple(references))


def _dim_report() -> StarTable:
    contract = next(table for table in TABLES if table.name == "reports")
    columns = (*(contract_column(contract, c) for c in contract.columns), *own_columns("dim_report", "reading_id"))
    references = tuple(Reference(r.columns, r.table, enforced=False) for r in BY_NAME.values())
    return StarTable("dim_report", "dimension", columns, ("report_id",), references)


@cache
def star() -> tuple[StarTable, ...]:
    """Every table, those that others refer to first."""
    facts = (_fact(table.name) for table in TABLES if table.name != "reports")
    return (
        _dimension(
            "dim_office",
            """office_id id_status office_type province area_no office_name office_short provinces:l
            province_short:l former_numbers:l former_names:l former_confirmed:b""",
        ),
        _dimension(
            "dim_fiscal_year",
            """fiscal_year:i fiscal_year_ce:i starts_on ends_on framework has_framework:b pass_mark:n
            office_count:i""",
        ),
        _dimension(
            "dim_indicator",
            """indicator_key framework level code name parent_code instrument weight:n variants:l confirmed:b
            sort_no:i""",
        ),
        _dim_report(),
        *facts,
        StarTable(
            "measure_units",
            "fact",
            own_columns("measure_units", "report_id ordinal:i measure_id indicator_code indicator_key unit"),
            ("report_id", "ordinal"),
            (TO_REPORT, TO_INDICATOR),
        ),
        StarTable(
            "report_files",
            "history",
            own_columns("report_files", "report_id source_name"),
            ("report_id", "source_name"),
            (TO_REPORT,),
        ),
        StarTable(
            "report_readings",
            "history",
            own_columns(
                "report_readings",
                """report_id reading_id is_current:b source_name pipeline_version processed_at status office_id
                fiscal_year:i error_count:i warning_count:i score_count:i measure_count:i
                responsibility_count:i""",
            ),
            ("report_id", "reading_id"),
            (TO_REPORT,),
        ),
        StarTable(
            "score_readings",
            "history",
            own_columns(
                "score_readings",
                "report_id reading_id score_key fiscal_year:i level code score:n weighted_score:n check",
            ),
            ("report_id", "reading_id", "score_key"),
            (Reference(("report_id", "reading_id"), "report_readings"),),
        ),
    )


def star_table(name: str) -> StarTable:
    """The table of that name. Raises KeyError for one that the warehouse has not."""
    found = next((table for table in star() if table.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
