"""Figures that cannot be what they are taken for: out of range, points for percent, impossible dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.audit.about import about_score
from pipeline.audit.case import Case
from pipeline.audit.equations import Term
from pipeline.audit.rounding import half_up, plain
from pipeline.audit.sheet import HUNDRED, Sheet
from schemas.issues import issue
from schemas.rows import Issue, Measure, Score

FIRST_YEAR = 2556
"""The first fiscal year of the assessment; earlier years in a score's place are misread."""
CE_OFFSET = 543
MOST_YEARS_AWAY = 2
"""How many years from the document's year a period of a measure may lie."""


def check(case: Case) -> Iterator[Issue]:
    for sheet in case.sheets:
        for score in sheet.scores.values():
            yield from _range(score)
            yield from _points(case, sheet, score)
            yield from _item(sheet, score)
    yield from _years(case)
    for measure in case.report.measures:
        yield from _period(case, measure)
    for member in case.report.committee_members:
        if member.order_date and _iso(member.order_date) is None:
            yield issue("W_DATE_IMPOSSIBLE", table="committee_members", row_ref=member.order_no,
                        printed=member.order_date, page=member.page)  # fmt: skip


def _range(score: Score) -> Iterator[Issue]:
    if score.score is not None and not 0 <= score.score <= HUNDRED:
        yield about_score("E_SCORE_RANGE", score, plain(score.score))


def _points(case: Case, sheet: Sheet, score: Score) -> Iterator[Issue]:
    """Points above the weight, a weight that is not the year's, points where the percent should stand."""
    weight = sheet.rules.weights.get(score.code) if score.level == "instrument" else None
    if weight is None:
        return
    if score.weighted_score is not None and not 0 <= score.weighted_score <= weight:
        yield about_score("E_POINTS_RANGE", score, plain(score.weighted_score), weight=plain(weight))
    if score.weight is not None and score.weight not in (weight, weight / HUNDRED):
        yield about_score("W_WEIGHT_MISMATCH", score, plain(score.weight), plain(weight), weight=plain(weight))
    percent = Term(score.score_key, "score")
    if any(equation.left == percent for equation in case.system.closed):
        return  # the indicators prove that it is a percent, however low
    if score.score is not None and score.weighted_score is None and 0 < score.score <= weight:
        expected = plain(half_up(score.score / weight * HUNDRED))
        yield about_score("W_POINTS_AS_SCORE", score, plain(score.score), expected, weight=plain(weight))


def _item(sheet: Sheet, score: Score) -> Iterator[Issue]:
    scale = sheet.rules.item_scale
    if score.level == "item" and scale and score.score is not None and score.score not in scale:
        yield about_score("W_ITEM_SCORE", score, plain(score.score))


def _years(case: Case) -> Iterator[Issue]:
    document_year = case.report.report.fiscal_year
    for sheet in case.sheets:
        impossible = sheet.fiscal_year < FIRST_YEAR or (document_year and sheet.fiscal_year > document_year)
        if impossible:
            first = next(iter(sheet.scores.values()))
            yield about_score("W_YEAR_IMPOSSIBLE", first, str(sheet.fiscal_year))


def _period(case: Case, measure: Measure) -> Iterator[Issue]:
    start, end = _iso(measure.period_start), _iso(measure.period_end)
    place = {"table": "measures", "row_ref": measure.measure_id, "page": measure.page, "bbox": measure.bbox}
    for printed, read in ((measure.period_start, start), (measure.period_end, end)):
        if printed and read is None:
            yield issue("W_DATE_IMPOSSIBLE", printed=printed, **place)  # type: ignore[arg-type]
    if start and end and start > end:
        yield issue("W_PERIOD_REVERSED", printed=f"{start} – {end}", **place)  # type: ignore[arg-type]
    year = case.report.report.fiscal_year
    for read in filter(None, {start, end}):
        if year and abs(read.year + CE_OFFSET - year) > MOST_YEARS_AWAY:
            yield issue("W_PERIOD_YEAR", printed=str(read), year=year, **place)  # type: ignore[arg-type]


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
