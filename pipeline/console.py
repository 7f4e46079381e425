"""What a run says to people: the table of what was found, the issues, and where the files lie.

Talk goes to stderr, what was asked for to stdout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from schemas.rows import Issue

STATUS = {
    "ok": "[green]ครบ ok[/]",
    "partial": "[yellow]บางส่วน partial[/]",
    "needs_review": "[yellow]ควรตรวจ review[/]",
    "failed": "[red]อ่านไม่ได้ failed[/]",
}
FOUND = {
    "scores": "คะแนน scores",
    "score_history": "ย้อนหลัง history",
    "measures": "มาตรการ measures",
    "responsibilities": "ผู้รับผิดชอบ responsibilities",
    "committee_members": "กรรมการ committee",
    "item_status": "ติดตามรายข้อ item status",
    "activities": "กิจกรรม activities",
    "findings": "ข้อค้นพบ findings",
}
"""Tables whose rows the summary counts."""

MOST_SHOWN = 60
"""Files listed one by one."""

WIDTH_UNSEEN = 120
"""Columns of text where no terminal says how wide it is."""


def talk() -> Console:
    return _console(stderr=True)


def data_console() -> Console:
    return _console(stderr=False)


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, highlight=False, width=None if stream.isatty() else WIDTH_UNSEEN)


def tell_outcomes(console: Console, outcomes: Sequence[Outcome], output: Path) -> None:
    """The table of what was found, why files failed, where the results are.

    Of a batch too long to read only the files that want a look are shown.
    """
    long = len(outcomes) > MOST_SHOWN
    shown = [o for o in outcomes if o.source.status != "ok"][:MOST_SHOWN] if long else outcomes
    console.print(_summary(shown))
    for outcome in shown:
        if outcome.source.status == "failed":
            _tell_issues_of(console, outcome, [i for i in outcome.issues if i.severity == "error"])
    statuses = [outcome.source.status for outcome in outcomes]
    review = sum(status in ("needs_review", "partial") for status in statuses)
    failed = statuses.count("failed")
    if long:
        console.print(f"แสดง shown: {len(shown)} · ทั้งหมดอยู่ใน all are in {output / 'tables' / 'reports.csv'}")
    console.print(f"{len(statuses)} ไฟล์ files · ควรตรวจ need review: {review} · อ่านไม่ได้ failed: {failed}")
    console.print(f"JSON: {output / 'reports'}\nCSV:  {output / 'tables'}", markup=False, soft_wrap=True)


def tell_issues(console: Console, outcomes: Iterable[Outcome]) -> None:
    """Every issue that is more than information, under the file it was found in."""
    for outcome in outcomes:
        grave = [issue for issue in outcome.issues if issue.severity != "info"]
        if grave and outcome.source.status != "failed":
            _tell_issues_of(console, outcome, grave)


def print_outcomes_json(outcomes: Iterable[Outcome]) -> None:
    """A JSON list on stdout: for each file its record, its rows per table and its issues."""
    listed = [
        {
            "report": outcome.source.model_dump(mode="json"),
            "rows": dict(outcome.rows),
            "issues": [issue.model_dump(mode="json") for issue in outcome.issues],
        }
        for outcome in outcomes
    ]
    print(json.dumps(listed, ensure_ascii=False, indent=1))


def _summary(outcomes: Iterable[Outcome]) -> Table:
    table = Table(pad_edge=False)
    for heading in ("ไฟล์\nfile", "เขต\noffice", "ปี\nyear", "สถานะ\nstatus", "ที่พบ\nfound"):
        table.add_column(heading, overflow="fold", ratio=1 if heading.endswith("found") else None)
    for heading in ("ผิด\nerrors", "เตือน\nwarnings"):
        table.add_column(heading, justify="right")
    for outcome in outcomes:
        source = outcome.source
        area = f" เขต {source.area_no}" if source.area_no else ""
        table.add_row(
            source.source_name,
            f"{source.office_type}{source.province}{area}" if source.office_name else "-",
            str(source.fiscal_year or "-"),
            STATUS[source.status],
            ", ".join(f"{words} {outcome.rows[name]}" for name, words in FOUND.items() if outcome.rows[name]),
            str(source.error_count or "-"),
            str(source.warning_count or "-"),
        )
    return table


def _tell_issues_of(console: Console, outcome: Outcome, issues: Iterable[Issue]) -> None:
    console.print(f"\n{outcome.source.source_name}", style="bold", markup=False)
    for issue in issues:
        page = f" (หน้า p. {issue.page})" if issue.page else ""
        console.print(f"  {issue.code}{page} {issue.message_th}", markup=False)
        console.print(f"    {issue.message_en}", markup=False, style="dim")
