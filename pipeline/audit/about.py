"""An issue about one score: its key, its place and its names, as every check tells them."""

from __future__ import annotations

from pipeline.audit.labels import label_en, label_th
from pipeline.audit.rounding import plain
from schemas.issues import issue
from schemas.rows import Issue, Score


def about_score(code: str, score: Score, printed: str, expected: str = "", **arguments: str | int) -> Issue:
    """The issue ``code``; ``arguments`` are what its message says besides the score's names, value and year."""
    return issue(
        code,
        score_key=score.score_key,
        table="scores",
        row_ref=score.score_key,
        printed=printed,
        expected=expected,
        page=score.page,
        bbox=score.bbox,
        name_th=label_th(score.score_key, name=score.name),
        name_en=label_en(score.score_key),
        score="" if score.score is None else plain(score.score),
        year=score.fiscal_year,
        **arguments,
    )
