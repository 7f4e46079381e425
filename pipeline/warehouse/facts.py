"""What a Report becomes in the facts and the history: values by column, in the columns of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from pipeline.tables import TABLES, Table, table
from pipeline.warehouse.dimensions import indicator_key, indicator_key_of_year
from pipeline.warehouse.readings import Reading
from schemas.report import Report
from schemas.rows import Finding, ItemStatus, Measure, Responsibility, Score, ScoreHistory

Columns = Sequence[Sequence[Any]]
"""Values of each column, all of one length."""

FACTS = tuple(each for each in TABLES if each.name != "reports")


def facts_of(report: Report) -> Iterator[tuple[str, Columns]]:
    """Every fact table that the report has rows for, and their values."""
    for each in FACTS:
        if getattr(report, each.name):
            yield each.name, _contract_columns(each, report)
    if units := list(_measure_units(report)):
        yield "measure_units", columns_of(units)


def history_of(report: Report, reading: Reading) -> Iterator[tuple[str, Columns]]:
    """What is remembered of the reading for good. Of scores with one key the first counts."""
    source = report.report
    counts = (len(report.scores), len(report.measures), len(report.responsibilities))
    state = (source.status, source.office_id, source.fiscal_year, source.error_count, source.warning_count)
    made = (source.source_name, source.pipeline_version, source.processed_at)
    yield "report_readings", columns_of([(reading.report_id, reading.reading_id, False, *made, *state, *counts)])
    once = list({score.score_key: score for score in reversed(report.scores)}.values())
    if once:
        own = [list(map(attrgetter(name), once)) for name in _SCORE_READING]
        yield "score_readings", [[reading.report_id] * len(once), [reading.reading_id] * len(once), *own]


def report_columns(report: Report, reading: Reading) -> Columns:
    """The report's row of ``dim_report``."""
    (source,) = table("reports").rows(report)
    return columns_of([(*source, reading.reading_id)])


def columns_of(rows: Sequence[tuple[Any, ...]]) -> Columns:
    return list(zip(*rows, strict=True))


_SCORE_READING = ("score_key", "fiscal_year", "level", "code", "score", "weighted_score", "check")


def _contract_columns(each: Table, report: Report) -> Columns:
    """The contract's columns with ``ordinal`` after the first and the indicator's key, where there is one, last."""
    models, source = getattr(report, each.name), report.report
    own = each.model.model_fields
    columns: list[Sequence[Any]] = [
        list(map(attrgetter(name), models)) if name in own else [getattr(source, name)] * len(models)
        for name in each.columns
    ]
    columns.insert(1, range(1, len(models) + 1))
    if keyed := _INDICATORS.get(each.model):
        columns.append([keyed(model, source.framework) for model in models])
    return columns


def _measure_units(report: Report) -> Iterator[tuple[Any, ...]]:
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
