"""Measures and their steps, from tables of any column order and from numbered steps in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.document import Table
from extractors.facts.context import Context, Found
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.prose import from_prose
from extractors.facts.measures.tables import from_tables
from extractors.facts.numbering import listed
from extractors.thai.dates import period
from extractors.thai.units import units
from schemas.issues import issue
from schemas.rows import Issue, Measure, MeasureStep, Row

_URL = re.compile(r"https?://[^\s<>\"'()\[\]฀-๿]+", re.IGNORECASE)


def find(context: Context) -> Found:
    """Measure rows in document order, each followed by its MeasureStep rows."""
    places = _places(context)
    tabled, used = from_tables(context.readings, places, context.framework)
    told = from_prose(context.passages, context.framework)
    drafts = sorted([*tabled, *told], key=lambda draft: draft.block)
    names = {indicator.code: indicator.name for indicator in context.framework.indicators}
    rows: list[Row] = []
    for number, draft in enumerate(drafts, start=1):
        measure = _measure(draft, f"m{number}", context.identity.fiscal_year, names)
        rows.append(measure)
        rows.extend(_steps(measure))
    return Found(rows, tuple(_unmatched(rows, drafts)), used)


def _places(context: Context) -> dict[int, int]:
    """The block in which each table stands, by its number; nested tables stand in that of the outer one."""
    places: dict[int, int] = {}

    def note(table: Table, block: int) -> None:
        places[table.number] = block
        for cell in table.cells:
            for nested in cell.tables:
                note(nested, block)

    for number, block in enumerate(context.document.blocks):
        if isinstance(block, Table):
            note(block, number)
    return places


def _measure(draft: Draft, measure_id: str, fiscal_year: int | None, names: dict[str, str]) -> Measure:
    start, end = period(draft.period, fiscal_year) if draft.period else ("", "")
    stated = _URL.findall(f"{draft.progress}\n{draft.evidence}")
    return Measure(
        page=draft.page,
        table_no=draft.table_no,
        row_no=None if draft.row is None else draft.row + 1,
        bbox=draft.box,
        fiscal_year=fiscal_year,
        measure_id=measure_id,
        indicator_code=draft.indicator_code,
        indicator_name=names.get(draft.indicator_code, ""),
        heading=draft.heading,
        step_no=draft.step_no,
        text=draft.text,
        method=draft.method,
        responsible=draft.responsible,
        responsible_units=tuple(units(draft.responsible)),
        period=draft.period,
        period_start=start,
        period_end=end,
        monitoring=draft.monitoring,
        reporting=draft.reporting,
        progress=draft.progress,
        evidence_urls=tuple(_web([*draft.links, *stated])),
        budget_thb=draft.budget_thb,
    )


def _web(links: Iterable[str]) -> list[str]:
    """The web addresses among the links, each once, in order."""
    tidy = (link.strip().rstrip(".,;") for link in links)
    return list(dict.fromkeys(link for link in tidy if link.lower().startswith(("http://", "https://"))))


def _steps(measure: Measure) -> list[MeasureStep]:
    steps = listed(measure.text)
    return [MeasureStep(measure_id=measure.measure_id, step_no=number, text=text) for number, text in steps]


def _unmatched(rows: list[Row], drafts: list[Draft]) -> Iterable[Issue]:
    """One issue for each table or section whose measures name no known indicator."""
    measures = [row for row in rows if isinstance(row, Measure)]
    told: set[str] = set()
    for measure, draft in zip(measures, drafts, strict=True):
        if measure.indicator_code or draft.source in told:
            continue
        told.add(draft.source)
        yield issue(
            "I_MEASURE_WITHOUT_INDICATOR",
            table="measures",
            row_ref=measure.measure_id,
            printed=measure.heading[:120] or measure.text[:120],
            page=measure.page,
        )
