"""Reports made of a line or two, for tests of what happens after the reading."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, Measure, RawTable, Score, ScoreHistory, Source, TableCell


def made(
    name: str = "ตัวอย่าง.pdf",
    *rows: object,
    status: str = "ok",
    issues: tuple[Issue, ...] = (),
    content: str | None = None,
) -> Report:
    """A report of the file ``name`` with these rows; its id depends on ``content``, else on the name."""
    digest = hashlib.sha256((content or name).encode()).hexdigest()
    source = Source.model_validate(
        {
            "report_id": f"r_{digest[:16]}",
            "source_name": name,
            "source_sha256": digest,
            "office_id": "56020000",
            "office_name": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพะเยา เขต 2",
            "fiscal_year": 2566,
            "status": status,
        }
    )
    lists: dict[str, list[object]] = {}
    names = {"Score": "scores", "ScoreHistory": "score_history", "Measure": "measures", "RawTable": "tables"}
    for row in rows:
        lists.setdefault(names[type(row).__name__], []).append(row)
    return Report.model_validate({"report": source, "issues": issues, **{k: tuple(v) for k, v in lists.items()}})


def score(code: str = "6", value: str = "99.10", year: int = 2565) -> Score:
    return Score(
        fiscal_year=year,
        subject="office",
        level="indicator",
        code=code,
        score=Decimal(value),
        score_key=f"{year}/office/indicator/{code}",
        page=3,
        bbox=(72.0, 100.123, 200.0, 120.5),
    )


def history(year: int, value: str, change: str) -> ScoreHistory:
    return ScoreHistory(fiscal_year=year, score=Decimal(value), change_printed=change)


def measure(text: str, **fields: object) -> Measure:
    return Measure.model_validate({"measure_id": "m1", "text": text, **fields})


def raw_table(*texts: str) -> RawTable:
    cells = tuple(TableCell(row=0, column=number, text=text) for number, text in enumerate(texts))
    return RawTable(table_no=1, rows=1, columns=len(texts), cells=cells)


def unreadable(name: str) -> Report:
    return made(name, status="failed", issues=(issue("E_FILE_EMPTY"),))
