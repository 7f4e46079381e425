"""``ita check``: the audit only, of extracted JSON reports or of source files, as a table by severity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.extract import AsJson

if TYPE_CHECKING:
    from rich.table import Table

    from schemas.report import Report
    from schemas.rows import Issue

SEVERITIES = ("error", "warning", "info")
HEADINGS = {
    "error": "[red]ผิดหรือขัดแย้ง error[/]",
    "warning": "[yellow]ควรดู warning[/]",
    "info": "[cyan]หมายเหตุ info[/]",
}


def register(app: typer.Typer) -> None:
    app.command()(check)


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="JSON ที่อ่านแล้ว หรือไฟล์รายงาน หรือโฟลเดอร์ · JSON, sources, folders."),
    ],
    info: Annotated[bool, typer.Option("--info", help="แสดงหมายเหตุด้วย · Show notes (info) too.")] = False,
    as_json: AsJson = False,
) -> None:
    """ตรวจตัวเลข ระดับ ปี และชื่อในรายงาน · Audit the figures, grades, years and names of reports.

    ไม่เขียนไฟล์ใด จบด้วยรหัส 3 เมื่อมีรายงานที่ควรตรวจ · Writes no file; ends with 3 where review is needed.
    """
    from pipeline.console import data_console, talk
    from pipeline.exit_codes import exit_code
    from pipeline.inputs import files_meant

    reports = [audited(path) for path in files_meant(paths)]
    shown = SEVERITIES if info else SEVERITIES[:2]
    if as_json:
        print(json.dumps([described(report, shown) for report in reports], ensure_ascii=False, indent=1))
    else:
        for severity in shown:
            found = [(report, i) for report in reports for i in report.issues if i.severity == severity]
            if found:
                data_console().print(issue_table(severity, found))
    counts = {
        severity: sum(i.severity == severity for r in reports for i in r.issues) for severity in SEVERITIES
    }
    talk().print(
        f"{len(reports)} รายงาน reports · " + " · ".join(f"{n} {severity}" for severity, n in counts.items())
    )
    raise typer.Exit(exit_code(report.report.status for report in reports))


def audited(path: Path) -> Report:
    """The audited Report of a JSON report or a source file; one that cannot be read has status failed."""
    from pydantic import ValidationError

    from pipeline.audit import audit
    from pipeline.digitise import digitise
    from schemas.report import Report

    if path.suffix.lower() == ".json" and path.is_file():
        try:
            return audit(Report.model_validate_json(path.read_bytes()))
        except ValidationError:
            pass  # some other JSON: the readers say what is wrong with it
    return digitise(path)


def described(report: Report, severities: Iterable[str]) -> dict[str, object]:
    """What ``--json`` prints of a report."""
    source = report.report
    issues = [found.model_dump(mode="json") for found in report.issues if found.severity in severities]
    return {
        "report_id": source.report_id,
        "source_name": source.source_name,
        "status": source.status,
        "issues": issues,
    }


def issue_table(severity: str, found: Sequence[tuple[Report, Issue]]) -> Table:
    """One row for each issue: file, page, code, what is printed and expected, and the message."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=f"{HEADINGS[severity]}: {len(found)}", title_justify="left", pad_edge=False, show_lines=True
    )
    for heading in ("ไฟล์ file", "หน้า p.", "รหัส code", "ที่พิมพ์ printed", "ควรเป็น expected"):
        table.add_column(heading, overflow="fold", max_width=28)
    table.add_column("ข้อความ message", overflow="fold", min_width=40)
    for report, one in found:
        message = Text.assemble(one.message_th, "\n", (one.message_en, "dim"))
        page = str(one.page or "")
        plain = (report.report.source_name, page, one.code, one.printed, one.expected)
        table.add_row(*(Text(word) for word in plain), message)
    return table
