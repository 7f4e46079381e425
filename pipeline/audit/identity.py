"""Whose scores and which year: captions, the national average, office names and counts against the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from pipeline.audit.case import Case
from pipeline.audit.rounding import plain
from pipeline.audit.rules import rules_of
from pipeline.audit.sheet import Sheet
from schemas.issues import issue
from schemas.offices import offices
from schemas.rows import Issue, Statement

COPIED = 3
"""So many equal indicators in two years are a copy, not a coincidence."""


def check(case: Case) -> Iterator[Issue]:
    yield from _same_year(case)
    yield from _national(case)
    yield from _copied_years(case)
    for statement in case.report.statements:
        if statement.kind == "caption_year":
            yield from _caption(case, statement)
        elif statement.kind == "area_count":
            yield from _area_count(statement)
        elif statement.kind == "office_mention":
            yield from _office(case, statement)


def _same_year(case: Case) -> Iterator[Issue]:
    """A plan for year N analyses the results of N - 1; the same year twice is worth a note."""
    year, sheet = case.report.report.fiscal_year, case.assessed
    if sheet is not None and year == sheet.fiscal_year and len(sheet.of_level("indicator")) >= COPIED:
        yield issue("I_YEAR_SAME", printed=str(year), table="reports", year=year)


def _national(case: Case) -> Iterator[Issue]:
    by_year = {sheet.fiscal_year: sheet for sheet in case.office_sheets()}
    for sheet in case.sheets:
        own = by_year.get(sheet.fiscal_year)
        if sheet.subject != "national" or own is None:
            continue
        for place, score in sheet.scores.items():
            if place[0] == "overall" and score.score is not None and score.score == own.value(*place):
                yield issue(
                    "W_NATIONAL_EQUALS_OWN",
                    score_key=score.score_key,
                    table="scores",
                    row_ref=score.score_key,
                    printed=plain(score.score),
                    page=score.page,
                    bbox=score.bbox,
                    year=sheet.fiscal_year,
                )


def _copied_years(case: Case) -> Iterator[Issue]:
    for one, other in combinations(case.office_sheets(), 2):
        common = [
            score
            for score in one.of_level("indicator")
            if score.score is not None and score.score == other.value("indicator", score.code)
        ]
        if (
            len(common) >= COPIED
            and len({score.score for score in common}) >= COPIED
            and _all_equal(one, other)
        ):
            first = common[0]
            yield issue(
                "W_SAME_SCORES_TWO_YEARS",
                score_key=first.score_key,
                table="scores",
                row_ref=first.score_key,
                printed=str(one.fiscal_year),
                expected="",
                page=first.page,
                bbox=first.bbox,
                year=one.fiscal_year,
                other=other.fiscal_year,
            )


def _all_equal(one: Sheet, other: Sheet) -> bool:
    both = [score for score in one.of_level("indicator") if other.value("indicator", score.code) is not None]
    return all(score.score == other.value("indicator", score.code) for score in both)


def _caption(case: Case, statement: Statement) -> Iterator[Issue]:
    """The year of a table's caption against the year its scores belong to."""
    if statement.table_no is None or not statement.value.isdigit():
        return
    mentioned = (
        m.score_key
        for m in case.report.mentions
        if m.table_no == statement.table_no and m.quantity == "score"
    )
    years = Counter(int(key.split("/")[0]) for key in mentioned)
    if years and int(statement.value) not in years:
        yield issue(
            "W_CAPTION_YEAR",
            table="scores",
            row_ref=f"table {statement.table_no}",
            printed=statement.value,
            expected=str(years.most_common(1)[0][0]),
            page=statement.page,
            bbox=statement.bbox,
            number=statement.table_no,
        )


def _area_count(statement: Statement) -> Iterator[Issue]:
    counted = rules_of(statement.fiscal_year).framework.office_count if statement.fiscal_year else None
    if counted is not None and statement.value.isdigit() and int(statement.value) != counted:
        yield issue(
            "W_AREA_COUNT",
            table="reports",
            printed=statement.value,
            expected=str(counted),
            page=statement.page,
            bbox=statement.bbox,
            year=statement.fiscal_year,
        )


def _office(case: Case, statement: Statement) -> Iterator[Issue]:
    """An office that does not exist, and another office in the title or a caption."""
    own = case.report.report.office_name
    if not _exists(statement.value):
        code = "I_OFFICE_NOT_FOUND" if statement.source == "body" else "W_OFFICE_NOT_FOUND"
    elif own and statement.source != "body" and statement.value != own:
        code = "W_OFFICE_DIFFERS"
    else:
        return
    yield issue(
        code, table="reports", printed=statement.value, expected=own, page=statement.page, bbox=statement.bbox
    )


@cache
def _full_names() -> frozenset[str]:
    """Every full name without spaces, the numbered secondary areas of before 2564 included."""
    names = {"".join(office.name_full.split()) for office in offices()}
    numbers = {number for office in offices() for number in office.former_numbers}
    return frozenset(names | {f"สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเขต{number}" for number in numbers})


def _exists(name: str) -> bool:
    return "".join(name.split()) in _full_names()
