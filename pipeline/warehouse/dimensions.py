"""Rows of the dimensions: what is known before any report is read, and what reports add to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from schemas.framework import OVERALL_NAME, Framework, framework, known_years, nearest
from schemas.offices import Office, offices
from schemas.report import Report
from schemas.rows import Source

BUDDHIST_ERA = 543
FORMER_NAME = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต {}"
"""What the 42 secondary areas were called before 2564."""

IndicatorRow = tuple[object, ...]


def indicator_key(framework_name: str, level: str, code: str) -> str | None:
    """The key in ``dim_indicator``; None where the framework has nothing of that level and code."""
    key = f"{framework_name}/{level}/{code}"
    return key if key in _indicator_keys() else None


@cache
def indicator_key_of_year(fiscal_year: int, level: str, code: str) -> str | None:
    return indicator_key(nearest(fiscal_year).name, level, code)


def office_rows(sources: Iterable[Source] = ()) -> list[tuple[object, ...]]:
    """The 245 offices, then those that only the reports know (``id_status`` unlisted)."""
    rows: dict[object, tuple[object, ...]] = {office.office_id: _office(office) for office in offices()}
    for source in sources:
        if source.office_id and source.office_id not in rows:
            identity = (source.office_type, source.province, source.area_no, source.office_name)
            rows[source.office_id] = (source.office_id, "unlisted", *identity, source.office_name, *4 * ((),), None)
    return list(rows.values())


def _office(office: Office) -> tuple[object, ...]:
    former = tuple(FORMER_NAME.format(number) for number in office.former_numbers)
    return (
        office.office_id,
        office.id_status,
        office.type,
        office.province,
        office.area_no,
        office.name_full,
        office.name_short,
        office.provinces,
        office.province_short,
        office.former_numbers,
        former,
        office.former_confirmed if former else None,
    )


def fiscal_year_rows(years: Iterable[int] = ()) -> list[tuple[object, ...]]:
    """The years that have a framework and those that occur in reports."""
    return [_fiscal_year(year) for year in sorted({*known_years(), *years})]


def years_of(report: Report) -> set[int]:
    """Every fiscal year that the report's rows speak of."""
    lists = (report.scores, report.score_history, report.measures, report.responsibilities, (report.report,))
    years = (row.fiscal_year for rows in lists for row in rows)
    return {year for year in years if year is not None}


def _fiscal_year(year: int) -> tuple[object, ...]:
    applied, ce = nearest(year), year - BUDDHIST_ERA
    own = year in known_years()
    pass_mark = applied.pass_mark.score if own and applied.pass_mark else None
    count = applied.office_count if own else None
    return (year, ce, f"{ce - 1:04}-10-01", f"{ce:04}-09-30", applied.name, own, pass_mark, count)


@cache
def indicator_rows() -> tuple[IndicatorRow, ...]:
    """Every framework's total, instruments, indicators, sub-indicators and items, in its order."""
    frameworks = dict.fromkeys(framework(year) for year in known_years())
    return tuple(row for each in frameworks for row in _numbered(each))


@cache
def _indicator_keys() -> frozenset[object]:
    return frozenset(row[0] for row in indicator_rows())


def _numbered(each: Framework) -> Iterator[IndicatorRow]:
    for number, row in enumerate(_parts(each), 1):
        level, code = row[0], row[1]
        yield (f"{each.name}/{level}/{code}", each.name, *row, number)


def _parts(each: Framework) -> Iterator[IndicatorRow]:
    """level, code, name, parent, instrument, weight, variants, confirmed."""
    instruments = {code: i.code for i in each.instruments for code in i.indicators}
    above = {sub.code: sub.indicator for sub in each.subindicators}
    yield ("overall", "ITA", OVERALL_NAME, "", "", None, (), True)
    for tool in each.instruments:
        yield ("instrument", tool.code, tool.name, "ITA", tool.code, tool.weight, (), tool.confirmed)
    for part in each.indicators:
        tool_code = part.instrument or instruments.get(part.code, "")
        yield (
            "indicator",
            part.code,
            part.name,
            tool_code or "ITA",
            tool_code,
            part.weight,
            part.variants,
            part.confirmed,
        )
    for sub in each.subindicators:
        tool_code = instruments.get(sub.indicator, "")
        yield ("subindicator", sub.code, sub.name, sub.indicator, tool_code, None, sub.variants, sub.confirmed)
    for item in each.items:
        tool_code = instruments.get(above.get(item.subindicator, ""), "OIT" if item.code.startswith("O") else "")
        yield ("item", item.code, item.name, item.subindicator, tool_code, None, item.variants, item.confirmed)
