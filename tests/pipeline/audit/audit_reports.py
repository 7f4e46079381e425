"""Reports for the tests of the audit, out of a line for each score.

``report("2566/office/indicator/6 94.39 A ผ่าน", "2566/office/instrument/IIT - 29.13")``: key, score or ``-``,
then in any order points (a second number), a grade, a result. A key given twice is stated twice: the first
line makes the row, every line a mention on a page of its own.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from schemas.report import Report
from schemas.rows import Issue, Mention, Score, ScoreHistory, Source

INDICATORS_2566 = (
    "2566/office/indicator/1 99.12", "2566/office/indicator/2 95.47", "2566/office/indicator/3 96.80",
    "2566/office/indicator/4 97.35", "2566/office/indicator/5 96.80", "2566/office/indicator/6 94.39",
    "2566/office/indicator/7 93.46", "2566/office/indicator/8 90.62", "2566/office/indicator/9 100.00",
    "2566/office/indicator/10 100.00",
)  # fmt: skip
"""Ten indicators whose points are 29.13, 27.85 and 40.00 and whose total is 96.98."""

POINTS_2566 = (
    "2566/office/instrument/IIT - 29.13",
    "2566/office/instrument/EIT - 27.85",
    "2566/office/instrument/OIT - 40.00",
)
TOTAL_2566 = "2566/office/overall/ITA 96.98"
WHOLE_2566 = (*INDICATORS_2566, *POINTS_2566, TOTAL_2566)


def report(*lines: str, fiscal_year: int = 2567, kind: str = "", **lists: Any) -> Report:
    mentions = [mention for page, line in enumerate(lines, 1) for mention in _mentions(line, page)]
    scores: dict[str, Score] = {}
    for line in lines:
        row = _score(line)
        again = sum(m.score_key == row.score_key and m.quantity == "score" for m in mentions)
        scores.setdefault(row.score_key, row.model_copy(update={"mentions": max(1, again)}))
    source = Source(
        report_id="r_0000000000000000", source_name="ตัวอย่าง.pdf", fiscal_year=fiscal_year, document_kind=kind,
        **lists.pop("source", {}),
    )  # fmt: skip
    return Report(report=source, scores=tuple(scores.values()), mentions=tuple(mentions), **lists)


def history(*lines: str) -> tuple[ScoreHistory, ...]:
    """``"2565 98.00 up +1.00"``; a dash for what is not printed."""
    rows = []
    for line in lines:
        year, score, trend, change = line.split()
        rows.append(
            ScoreHistory(
                fiscal_year=int(year), score=None if score == "-" else Decimal(score),
                trend="" if trend == "-" else trend, change_printed=change, page=2,
            )
        )  # fmt: skip
    return tuple(rows)


def codes(audited: Report, *severities: str) -> list[str]:
    """The codes of the issues, of these severities where any are given."""
    return [found.code for found in audited.issues if not severities or found.severity in severities]


def only(audited: Report, code: str) -> Issue:
    """The one issue of this code."""
    (found,) = [found for found in audited.issues if found.code == code]
    return found


def of(audited: Report, key: str) -> Score:
    return next(score for score in audited.scores if score.score_key == key)


def _fields(line: str) -> tuple[str, dict[str, str]]:
    key, *rest = line.split()
    fields: dict[str, str] = {}
    for word in rest:
        if re.fullmatch(r"-?\d+(\.\d+)?", word):
            fields["weighted_score" if "score" in fields else "score"] = word
        elif word == "-":
            fields["score"] = ""
        else:
            fields["result" if "ผ่าน" in word and "ดี" not in word else "grade"] = word
    return key, {name: value for name, value in fields.items() if value}


def _score(line: str) -> Score:
    key, fields = _fields(line)
    year, subject, level, code = key.split("/")
    values: dict[str, Any] = {name: Decimal(v) if "score" in name else v for name, v in fields.items()}
    values |= {"fiscal_year": int(year), "subject": subject, "level": level, "code": code}
    return Score(score_key=key, page=1, **values)


def _mentions(line: str, page: int) -> list[Mention]:
    key, fields = _fields(line)
    place: dict[str, Any] = {"source": "table", "page": page, "table_no": page}
    place["score_key"] = key
    stated = [{"quantity": name, "value": text, "printed": text} for name, text in fields.items()]
    return [Mention(**one, **place) for one in stated]  # type: ignore[arg-type]
