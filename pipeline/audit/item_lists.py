"""Lists of items against the list of their year: gaps, unknown codes, repetitions, another year's list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pipeline.audit.case import Case
from pipeline.audit.completeness import gaps
from pipeline.audit.rules import Rules, rules_of
from schemas.framework import framework, known_years
from schemas.issues import issue
from schemas.rows import Issue, Placed, Responsibility

CLEARLY = 5
"""So many more names must fit another year's list than the own before the list is called that year's."""


def check(case: Case) -> Iterator[Issue]:
    for sheet in case.office_sheets():
        yield from _list("scores", {score.code: score for score in sheet.of_level("item")}, sheet.rules)
    duties = case.report.responsibilities
    for year in dict.fromkeys(row.fiscal_year for row in duties):
        own = [row for row in duties if row.fiscal_year == year]
        rules = _rules(case, year)
        if rules is not None:
            yield from _list("responsibilities", {row.item_code: row for row in own}, rules)
            yield from _other_year(own, rules)
    followed = {row.item_code: row for row in case.report.item_status}
    rules = _rules(case, None)
    if rules is not None:
        yield from _list("item_status", followed, rules)
    yield from _twice(case)


def _rules(case: Case, fiscal_year: int | None) -> Rules | None:
    year = fiscal_year or case.report.report.fiscal_year
    return rules_of(year) if year else case.rules


def _list(table: str, rows: Mapping[str, Placed], rules: Rules) -> Iterator[Issue]:
    """Codes that the year's list has not are no items (a page or telephone number); gaps are missing ones."""
    if not rules.items or not rules.items_confirmed:
        return
    missing = ", ".join(gaps(rows, rules.items))
    if missing:
        page = next(iter(rows.values())).page
        year = rules.fiscal_year
        yield issue(
            "W_ITEM_MISSING",
            table=table,
            row_ref=missing,
            expected=missing,
            page=page,
            missing=missing,
            year=year,
        )
    for code, row in rows.items():
        if code and code not in rules.items:
            yield issue(
                "W_ITEM_UNKNOWN",
                score_key=getattr(row, "score_key", ""),
                table=table,
                row_ref=code,
                printed=code,
                page=row.page,
                year=rules.fiscal_year,
                number=len(rules.items),
            )


def _other_year(rows: Iterable[Responsibility], rules: Rules) -> Iterator[Issue]:
    """The year whose (code, name) pairs fit the printed ones clearly better than the own year's."""
    printed = {(row.item_code, squeezed(row.item_name_printed)): row for row in rows if row.item_name_printed}
    fits = {year: len(printed.keys() & _pairs(year)) for year in known_years()}
    own = fits.get(rules.fiscal_year)
    best = max(fits, key=lambda year: (fits[year], -abs(year - rules.fiscal_year)))
    if own is not None and fits[best] >= own + CLEARLY:
        row = next(iter(printed.values()))
        yield issue(
            "W_ITEM_LIST_YEAR",
            table="responsibilities",
            printed=str(best),
            expected=str(rules.fiscal_year),
            page=row.page,
            year=rules.fiscal_year,
            other=best,
        )


@cache
def _pairs(year: int) -> frozenset[tuple[str, str]]:
    """Every (code, squeezed name) of a year's items, variants included."""
    return frozenset(
        (item.code, squeezed(name)) for item in framework(year).items for name in (item.name, *item.variants)
    )


def squeezed(name: str) -> str:
    """The name without spaces, so that only its letters count."""
    return "".join(name.split())


def _twice(case: Case) -> Iterator[Issue]:
    seen = Counter((row.table_no, row.item_code) for row in case.report.item_status if row.item_code)
    for (table_no, code), times in seen.items():
        if times > 1:
            row = next(r for r in case.report.item_status if (r.table_no, r.item_code) == (table_no, code))
            yield issue(
                "W_ITEM_TWICE", table="item_status", row_ref=code, printed=code, page=row.page, number=times
            )
