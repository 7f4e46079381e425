"""Reports of a line for the warehouse: of which file, which office and year, read by which version and when."""

from __future__ import annotations

from decimal import Decimal

from schemas.report import Report
from schemas.rows import Score, ScoreHistory
from tests.pipeline.made_reports import made

RANONG, NAN1, PHAYAO2 = "85010000", "55010000", "56020000"


def reading(
    name: str,
    *rows: object,
    office: str = PHAYAO2,
    year: int | None = 2566,
    kind: str = "measures",
    version: str = "1.0",
    at: str = "2024-01-01T00:00:00+00:00",
    **lists: object,
) -> Report:
    """What ``version`` read in the file ``name`` at the time ``at``; ``lists`` are further rows by their list."""
    report = made(name, *rows)
    identity = {"office_id": office, "fiscal_year": year, "document_kind": kind, "framework": "ITA 2566"}
    times = {"pipeline_version": version, "processed_at": at}
    return report.model_copy(update={"report": report.report.model_copy(update=identity | times), **lists})


def score(
    code: str = "ITA",
    value: str | None = "95.00",
    year: int = 2566,
    *,
    level: str = "overall",
    check: str = "unchecked",
    points: str | None = None,
    page: int = 3,
    subject: str = "office",
    result: str = "",
) -> Score:
    return Score.model_validate(
        {
            "fiscal_year": year,
            "subject": subject,
            "level": level,
            "code": code,
            "score": value and Decimal(value),
            "weighted_score": points and Decimal(points),
            "score_key": f"{year}/{subject}/{level}/{code}",
            "check": check,
            "page": page,
            "result": result,
        }
    )


def past(year: int, value: str) -> ScoreHistory:
    return ScoreHistory(fiscal_year=year, score=Decimal(value), page=9, table_no=7, row_no=2)
