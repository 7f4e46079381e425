"""Figures read from pictures that are not sure: settled by arithmetic where it can be, named where it cannot.

Only what was read in the picture can be chosen: of a figure's readings the likeliest with which all its equations
close. A figure that no equation proves and no sure place repeats is named, with what else it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.audit.case import VALUES, Case
from pipeline.audit.changes import history_key
from pipeline.audit.equations import Term
from pipeline.audit.labels import label_en, label_th
from pipeline.audit.places import number
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, Mention, PictureFigure, PictureReading, Score

STATED = (*VALUES, "grade")

FIGURES = {
    ("score_history", "fiscal_year"): ("ปีในตารางย้อนหลัง", "the year in the table of past years"),
    ("score_history", "score"): ("คะแนนย้อนหลังปี", "the past score of"),
    ("score_history", "change_printed"): ("ผลต่างของปี", "the change of"),
    ("activities", "budget_thb"): ("งบประมาณของกิจกรรม", "the budget of activity"),
    ("activities", "remaining_thb"): ("งบคงเหลือของกิจกรรม", "what remains of activity"),
    ("measures", "budget_thb"): ("งบประมาณของมาตรการ", "the budget of measure"),
    ("findings", "score"): ("คะแนนในข้อค้นพบ ตัวชี้วัด", "the score in a finding, indicator"),
}
"""What people call the figures of other tables, by table and column."""


def reread(case: Case) -> Report:
    """The report with the readings that the arithmetic proves; the same object where there is none."""
    broken = dict.fromkeys(term for equation in case.system.broken for term in equation.terms)
    proven = {
        term: reading
        for term in broken
        if term.quantity in VALUES and (reading := _closing(case, term)) is not None
    }
    if not proven:
        return case.report
    scores = tuple(_reread_score(score, proven) for score in case.report.scores)
    mentions = tuple(_reread_mention(mention, proven) for mention in case.report.mentions)
    return case.report.model_copy(update={"scores": scores, "mentions": mentions})


def _closing(case: Case, term: Term) -> PictureReading | None:
    """The likeliest other reading of the figure with which all its equations close."""
    places = _places(case, term)
    if not places or not all(place.readings for place in places):
        return None
    equations = [equation for equation in case.system.equations if term in equation.terms]
    for reading in places[0].readings[1:]:
        value = number(reading.value)
        if value is not None and all(e.closes({**case.system.values, term: value}) for e in equations):
            return reading
    return None


def _places(case: Case, term: Term) -> list[Mention]:
    """The mentions that state the figure as the row has it."""
    value = case.system.values.get(term)
    return [mention for mention in case.mentions.get(term, ()) if number(mention.value) == value]


def _reread_score(score: Score, proven: dict[Term, PictureReading]) -> Score:
    changes = {
        quantity: number(reading.value)
        for quantity in VALUES
        if (reading := proven.get(Term(score.score_key, quantity))) is not None
    }
    return score.model_copy(update=changes) if changes else score


def _reread_mention(mention: Mention, proven: dict[Term, PictureReading]) -> Mention:
    reading = proven.get(Term(mention.score_key, mention.quantity))
    if reading is None or reading not in mention.readings:
        return mention
    others = tuple(other for other in mention.readings if other != reading)
    return mention.model_copy(
        update={"value": reading.value, "printed": reading.value, "readings": (reading, *others)}
    )


def check(case: Case) -> Iterator[Issue]:
    """Doubtful figures that nothing proves."""
    confirmed = {term for e in case.system.closed if e.rule not in ("same", "change") for term in e.terms}
    for score in case.report.scores:
        for quantity in STATED:
            term = Term(score.score_key, quantity)
            places = _stating(case, score, term)
            if places and all(place.readings for place in places) and term not in confirmed:
                yield _doubt(term, score, places[0])
    for figure in case.report.picture_figures:
        if not _is_proven(case, figure, confirmed):
            yield _doubt_elsewhere(figure)


def _is_proven(case: Case, figure: PictureFigure, confirmed: set[Term]) -> bool:
    """Whether the arithmetic of the history proves a figure of it; other tables have none.

    A printed change proves both scores and their years; the same total elsewhere proves a score, if that place is sure.
    """
    if figure.table != "score_history" or not figure.row_ref.isdecimal():
        return False
    key = history_key(int(figure.row_ref))
    own = {Term(key, "history"), Term(key, "change")}
    closed = [equation for equation in case.system.closed if own & set(equation.terms)]
    if any(equation.rule == "change" for equation in closed):
        return True
    total = Term(key, "score")
    sure = total in confirmed or any(not place.readings for place in case.mentions.get(total, ()))
    return figure.column == "score" and sure and any(equation.rule == "same" for equation in closed)


def _stating(case: Case, score: Score, term: Term) -> list[Mention]:
    own = getattr(score, term.quantity)
    if own in (None, ""):
        return []
    return [m for m in case.mentions.get(term, ()) if (m.value == own or number(m.value) == own)]


def _doubt_elsewhere(figure: PictureFigure) -> Issue:
    name_th, name_en = FIGURES.get((figure.table, figure.column), (figure.column, figure.column))
    return issue(
        "W_PICTURE_FIGURE",
        score_key=history_key(int(figure.row_ref)) if figure.table == "score_history" else "",
        table=figure.table,
        row_ref=figure.row_ref,
        printed=figure.value,
        page=figure.page,
        bbox=figure.bbox,
        name_th=f"{name_th} {figure.row_ref}".strip(),
        name_en=f"{name_en} {figure.row_ref}".strip(),
        alternatives=_alternatives(figure.readings),
    )


def _alternatives(readings: Iterable[PictureReading]) -> str:
    return ", ".join(f"{reading.value} ({reading.probability:.0%})" for reading in readings)


def _doubt(term: Term, score: Score, place: Mention) -> Issue:
    return issue(
        "W_PICTURE_FIGURE",
        score_key=term.score_key,
        table="scores",
        row_ref=term.score_key,
        printed=place.printed,
        page=score.page,
        bbox=score.bbox,
        name_th=label_th(term.score_key, term.quantity),
        name_en=label_en(term.score_key, term.quantity),
        alternatives=_alternatives(place.readings),
    )
