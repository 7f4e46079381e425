"""Rows of the facts and of the history that one Report becomes, in the columns of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.tables import TABLES, Table, table
from pipeline.warehouse.dimensions import indicator_key, indicator_key_of_year
from pipeline.warehouse.readings import Reading
from schemas.report import Report
from schemas.rows import Finding, ItemStatus, Measure, Responsibility, Score, ScoreHistory

Values = tuple[object, ...]
FACTS = tuple(each for each in TABLES if each.name != "reports")


def fact_rows(report: Report) -> Iterator[tuple[str, list[Values]]]:
    """Every fact table's name and the report's rows of it."""
    for each in FACTS:
        yield each.name, list(_contract_rows(each, report))
    yield "measure_units", list(_measure_units(report))


def report_row(report: Report, reading: Reading) -> Values:
    (source,) = table("reports").rows(report)
    return (*source, reading.reading_id)


def reading_row(report: Report, reading: Reading, is_current: bool) -> Values:
    source = report.report
    counts = (len(report.scores), len(report.measures), len(report.responsibilities))
    return (
        reading.report_id,
        reading.reading_id,
        is_current,
        source.source_name,
        source.pipeline_version,
        source.processed_at,
        source.status,
        source.office_id,
        source.fiscal_year,
        source.error_count,
        source.warning_count,
        *counts,
    )


def score_reading_rows(report: Report, reading: Reading) -> list[Values]:
    """The report's scores, once per key."""
    once = {score.score_key: score for score in reversed(report.scores)}
    return [
        (
            reading.report_id,
            reading.reading_id,
            score.score_key,
            score.fiscal_year,
            score.level,
            score.code,
            score.score,
            score.weighted_score,
            score.check,
        )
        for score in reversed(once.values())
    ]


def _contract_rows(each: Table, report: Report) -> Iterator[Values]:
    keyed = _INDICATORS.get(each.model)
    models = getattr(report, each.name)
    for ordinal, (row, values) in enumerate(zip(models, each.rows(report), strict=True), 1):
        key = (keyed(row, report.report.framework),) if keyed else ()
        yield (values[0], ordinal, *values[1:], *key)


def _measure_units(report: Report) -> Iterator[Values]:
    pairs = ((measure, unit) for measure in report.measures for unit in dict.fromkeys(measure.responsible_units))
    for ordinal, (measure, unit) in enumerate(pairs, 1):
        key = indicator_key(report.report.framework, "indicator", measure.indicator_code)
        yield (report.report.report_id, ordinal, measure.measure_id, measure.indicator_code, key, unit)


def _of_responsibility(row: Responsibility, framework: str) -> str | None:
    if row.fiscal_year is None:
        return indicator_key(framework, "item", row.item_code)
    return indicator_key_of_year(row.fiscal_year, "item", row.item_code)


_INDICATORS: Mapping[type, Callable[[Any, str], str | None]] = {
    Score: lambda row, framework: indicator_key_of_year(row.fiscal_year, row.level, row.code),
    ScoreHistory: lambda row, framework: indicator_key_of_year(row.fiscal_year, "overall", "ITA"),
    Measure: lambda row, framework: indicator_key(framework, "indicator", row.indicator_code),
    Responsibility: _of_responsibility,
    ItemStatus: lambda row, framework: indicator_key(framework, "item", row.item_code),
    Finding: lambda row, framework: indicator_key(framework, "indicator", row.indicator_code),
}
"""How a row finds what it speaks of in ``dim_indicator``: by its own year, else by the report's framework."""
