"""Printed grades and results against the bands and the pass mark of the year.

From 2566 two grade systems are in use: AA to F (the offices' commission) and ผ่านดีเยี่ยม to ต้องปรับปรุงโดยด่วน (the
anti-corruption commission); a printed grade is judged by the system it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.about import about_score
from pipeline.audit.case import Case
from pipeline.audit.rounding import plain
from pipeline.audit.sheet import Sheet
from schemas.rows import Issue, Score

PASSED, FAILED = "ผ่าน", "ไม่ผ่าน"


def check(case: Case) -> Iterator[Issue]:
    for sheet in case.sheets:
        for score in sheet.scores.values():
            if score.score is not None:
                yield from _grade(sheet, score)
                yield from _result(sheet, score)


def _grade(sheet: Sheet, score: Score) -> Iterator[Issue]:
    graded = sheet.rules.grade(score.grade)
    if score.grade and graded is None:
        yield about_score("W_GRADE_UNKNOWN", score, printed=score.grade)
    if graded is None:
        return
    system, grade = graded
    expected = [sheet.expected_grade(score, value) for value in sheet.around(score)]
    if expected and None not in expected and grade not in expected:
        code = "E_GRADE_MISMATCH" if sheet.rules.grade_confirmed(system) else "W_GRADE_UNCONFIRMED"
        yield about_score(code, score, printed=score.grade, expected=str(expected[0]))


def _result(sheet: Sheet, score: Score) -> Iterator[Issue]:
    mark = sheet.rules.framework.pass_mark
    if mark is None or score.result not in (PASSED, FAILED):
        return
    expected = [PASSED if value >= mark.score else FAILED for value in sheet.around(score)]
    if score.result not in expected:
        code = "E_RESULT_MISMATCH" if mark.confirmed and sheet.rules.known else "W_RESULT_UNCONFIRMED"
        yield about_score(code, score, printed=score.result, expected=expected[0], mark=plain(mark.score))
