"""``ita status``: what an output folder holds so far, and what is missing from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.extract import AsJson

if TYPE_CHECKING:
    from pipeline.progress_report import Progress

MOST_NAMED = 20
"""Files and offices named one by one; JSON names them all."""


def register(app: typer.Typer) -> None:
    app.command()(status)


def status(
    output: Annotated[Path, typer.Argument(help="โฟลเดอร์ผลลัพธ์ · The folder of the results.")] = Path("output"),
    as_json: AsJson = False,
) -> None:
    """แสดงว่าอ่านถึงไหน อะไรอ่านไม่ได้ เขตและปีใดยังขาด · Show what is done, failed and missing."""
    from pipeline.progress_report import progress_of

    progress = progress_of(output)
    if progress is None:
        raise typer.BadParameter(f"ยังไม่มีการอ่านใน {output} · nothing was run there", param_hint="OUTPUT")
    if as_json:
        import json

        typer.echo(json.dumps(described(progress), ensure_ascii=False, indent=1))
    else:
        for line in lines(described(progress)):
            typer.echo(line)


def described(progress: Progress) -> dict[str, Any]:
    """The progress as plain values."""
    from pipeline.progress_report import missing_offices

    return {
        "run": progress.run,
        "finished": progress.finished,
        "files": progress.files,
        "done": progress.done,
        "statuses": dict(sorted(progress.statuses.items())),
        "failures": dict(progress.failures.most_common()),
        "failed": [entry["source"]["source_name"] for entry in progress.named("failed")],
        "needs_review": [entry["source"]["source_name"] for entry in progress.named("needs_review", "partial")],
        "offices": {
            str(year): {"present": len(present), "missing": missing_offices(present)}
            for year, present in progress.offices_by_year.items()
        },
        "slowest": [
            {"name": entry["source"]["source_name"], "seconds": entry.get("seconds"), "peak_mb": entry.get("peak_mb")}
            for entry in progress.slowest
        ],
    }


def lines(seen: dict[str, Any]) -> list[str]:
    """The same for people, in Thai and English."""
    from schemas.issues import catalogue

    state = "เสร็จ finished" if seen["finished"] else "ยังไม่เสร็จ not finished (สั่งแบบเดิมเพื่ออ่านต่อ run the same again)"
    said = [
        f"การอ่านครั้งล่าสุด last run {seen['run']}: {state}",
        f"อ่านแล้ว done {seen['done']} / {seen['files']} ไฟล์ files · "
        + " · ".join(f"{name} {number}" for name, number in seen["statuses"].items()),
    ]
    for code, number in seen["failures"].items():
        kind = catalogue().get(code)
        said.append(f"  {number} × {code} {kind.next_th if kind else ''}".rstrip())
    said += _named("อ่านไม่ได้ failed", seen["failed"]) + _named("ควรตรวจ need review", seen["needs_review"])
    for year, offices in seen["offices"].items():
        said.append(f"ปี {year}: มี {offices['present']} เขต offices · ขาด missing {len(offices['missing'])}")
        said += _named("  ขาด missing", offices["missing"])
    said += [f"ช้าที่สุด slowest: {one['name']} {one['seconds']} s" for one in seen["slowest"] if one["seconds"]]
    return said


def _named(heading: str, names: list[str]) -> list[str]:
    if not names:
        return []
    more = f" … (+{len(names) - MOST_NAMED})" if len(names) > MOST_NAMED else ""
    return [f"{heading}: {', '.join(names[:MOST_NAMED])}{more}"]
