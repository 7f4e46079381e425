"""The flat tables of the contract: which model each is made of, its columns in order, its rows.

Every sink that writes tables (CSV, Parquet, a warehouse) asks here, so that all of them agree. The columns
are spelled out because their order is a promise; a test holds them against the models' fields.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Union, get_args, get_origin

from schemas.report import Report
from schemas.rows import (
    Activity,
    CommitteeMember,
    Finding,
    Issue,
    ItemStatus,
    Measure,
    MeasureStep,
    RawTable,
    Responsibility,
    Row,
    Score,
    ScoreHistory,
    Source,
)

ColumnType = Literal["text", "number", "integer", "truth", "list"]
FROM_THE_REPORT = ("report_id", "office_id", "fiscal_year")
"""Columns that a row takes from its report when its model has no such field."""


@dataclass(frozen=True, slots=True)
class Table:
    """A flat table. ``name`` is also the Report's list that it is made of (``reports``: the one Source)."""

    name: str
    model: type[Row]
    columns: tuple[str, ...]

    def rows(self, report: Report) -> Iterator[tuple[object, ...]]:
        """The report's rows in document order, values in the order of ``columns``."""
        source = report.report
        found: Sequence[Row] = (source,) if self.model is Source else getattr(report, self.name)
        own = frozenset(self.model.model_fields)
        for row in found:
            yield tuple(getattr(row if column in own else source, column) for column in self.columns)

    def column_type(self, column: str) -> ColumnType:
        """``number`` is a decimal, ``truth`` true or false, ``list`` a JSON list; anything else is text."""
        field = (self.model if column in self.model.model_fields else Source).model_fields[column]
        return _column_type(field.annotation)


def _column_type(annotation: object) -> ColumnType:
    if get_origin(annotation) in (Union, types.UnionType):
        return _column_type(next(part for part in get_args(annotation) if part is not type(None)))
    if get_origin(annotation) is not None and hasattr(annotation, "__metadata__"):
        return _column_type(get_args(annotation)[0])
    if get_origin(annotation) is tuple:
        return "list"
    if annotation is bool:
        return "truth"
    if annotation is int:
        return "integer"
    return "number" if annotation in (Decimal, float) else "text"


def _table(name: str, model: type[Row], columns: str) -> Table:
    return Table(name, model, tuple(columns.split()))


TABLES = (
    _table(
        "reports",
        Source,
        """report_id source_name source_sha256 media_type page_count text_source document_kind title office_id
        office_name office_type province area_no fiscal_year fiscal_year_ce framework status error_count
        warning_count pipeline_version processed_at""",
    ),
    _table(
        "scores",
        Score,
        """report_id office_id fiscal_year subject level code name name_printed score full_score weight
        weighted_score grade result score_key mentions check confidence page table_no row_no bbox quote""",
    ),
    _table(
        "score_history",
        ScoreHistory,
        "report_id office_id fiscal_year score trend change_printed change_computed page table_no row_no",
    ),
    _table(
        "measures",
        Measure,
        """report_id office_id fiscal_year measure_id indicator_code indicator_name heading step_no text
        method responsible responsible_units period period_start period_end monitoring reporting progress
        evidence_urls budget_thb page table_no row_no bbox""",
    ),
    _table("measure_steps", MeasureStep, "report_id measure_id step_no text"),
    _table(
        "responsibilities",
        Responsibility,
        """report_id office_id fiscal_year item_code item_name item_name_printed role assignee person title
        given_name family_name position unit page table_no row_no bbox""",
    ),
    _table(
        "committee_members",
        CommitteeMember,
        "report_id order_no order_date committee seq person position role page",
    ),
    _table("item_status", ItemStatus, "report_id item_code item_name status done page table_no row_no"),
    _table(
        "activities",
        Activity,
        "report_id activity_no activity budget_thb q1 q2 q3 q4 remaining_thb page table_no row_no",
    ),
    _table("findings", Finding, "report_id kind indicator_code score text page"),
    _table(
        "issues",
        Issue,
        "report_id severity code message_th message_en score_key table row_ref printed expected page bbox",
    ),
    _table("tables", RawTable, "report_id table_no page_from page_to rows columns kind recognised cells"),
)


def table(name: str) -> Table:
    """The table of that name. Raises KeyError for a name that is not in the contract."""
    found = next((t for t in TABLES if t.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
