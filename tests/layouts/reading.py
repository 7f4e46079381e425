"""What the finders say of a made-up part of a report, in one line for each fact."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Paragraph, Table
from extractors.facts import history, scores
from schemas.rows import Score, ScoreHistory
from tests.build import context

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 2"


def stated(*blocks: str | Paragraph | Table, year: int = 2566) -> dict[str, str]:
    """``{"2566/9": "95.00 AA", "2566/IIT": "points 28.10", "2566/national/ITA": "90.19"}``: scores of report blocks."""
    made = context(*blocks, year=year)
    made = replace(made, identity=replace(made.identity, office_name=OFFICE))
    return {_key(row): _value(row) for row in scores.find(made).rows if isinstance(row, Score)}


def years(*blocks: str | Paragraph | Table) -> dict[int, str]:
    """``{2566: "94.50 +2.09 up"}``: the history of the whole score."""
    made = context(*blocks, year=2566)
    made = replace(made, identity=replace(made.identity, office_name=OFFICE))
    rows = [row for row in history.find(made).rows if isinstance(row, ScoreHistory)]
    return {row.fiscal_year: f"{row.score} {row.change_printed} {row.trend}".strip() for row in rows}


def _key(row: Score) -> str:
    subject = "" if row.subject == "office" else f"{row.subject}/"
    return f"{row.fiscal_year}/{subject}{row.code}"


def _value(row: Score) -> str:
    points = f"points {row.weighted_score}" if row.weighted_score is not None else ""
    score = str(row.score) if row.score is not None else ""
    return " ".join(filter(None, (score, points, row.grade)))
