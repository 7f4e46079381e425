"""``ita explain``: every place that states a score, every equation it takes part in, and the verdict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.audit.case import Case
    from schemas.rows import Score

CHECK_TH = {
    "verified": "สูตรคำนวณยืนยัน",
    "consistent": "หลายแห่งระบุตรงกัน",
    "unchecked": "ยังไม่มีอะไรยืนยัน",
    "conflict": "แต่ละแห่งระบุไม่ตรงกัน",
}


def register(app: typer.Typer) -> None:
    app.command()(explain)


def explain(
    score_key: Annotated[
        str,
        typer.Argument(
            help="เช่น 2566/office/indicator/6 หรือ 6, IIT, ITA, O14 · a score_key or only its code"
        ),
    ],
    report: Annotated[Path, typer.Argument(help="JSON ที่อ่านแล้ว หรือไฟล์รายงาน · The report, JSON or source.")],
) -> None:
    """อธิบายคะแนนหนึ่งค่า: ที่มาทุกแห่ง สูตรที่เกี่ยวข้อง และผลตรวจ · Explain one score."""
    from pipeline.audit.case import case_of
    from pipeline.commands.check import audited
    from pipeline.console import data_console

    case = case_of(audited(report))
    keys = meant(score_key, list(case.scores))
    if not keys:
        known = ", ".join(list(case.scores)[:8])
        raise typer.BadParameter(f"ไม่มีคะแนนนี้ในรายงาน · the report has no such score (มี has: {known} ...)")
    for key in keys:
        _tell(data_console(), case, case.scores[key])


def meant(asked: str, keys: list[str]) -> list[str]:
    """The key itself, else every key of the office with this code."""
    if asked in keys:
        return [asked]
    return [
        key for key in keys if key.split("/")[1] == "office" and key.split("/")[3].lower() == asked.lower()
    ]


def _tell(console: Console, case: Case, score: Score) -> None:
    from pipeline.audit.labels import label_en, label_th

    console.print(
        f"{label_th(score.score_key, name=score.name)} · {label_en(score.score_key)}",
        style="bold",
        markup=False,
    )
    console.print(f"  {score.score_key}", markup=False, style="dim")
    for line in (*places(case, score), *equations(case, score), *verdict(case, score)):
        console.print(f"  {line}", markup=False)
    console.print()


def places(case: Case, score: Score) -> list[str]:
    """Each value with where it stands and the words around it."""
    from pipeline.audit.labels import QUANTITIES_TH, place_th

    lines = ["ที่มา · stated:"]
    for term, mentions in case.mentions.items():
        if term.score_key == score.score_key:
            for one in mentions:
                quote = f" “{' '.join(one.quote.split())[:90]}”" if one.quote else ""
                lines.append(f"  {QUANTITIES_TH[term.quantity]} {one.printed} — {place_th(one)}{quote}")
    return lines if len(lines) > 1 else [*lines, f"  {score.score} — {place_th(score)}"]


def equations(case: Case, score: Score) -> list[str]:
    """Each equation with its numbers: ``29.13 = 30% × (99.12 + ...) / 5 = 29.1324 ✓``."""
    from pipeline.audit.arithmetic import formula
    from pipeline.audit.labels import label_th

    lines = ["สูตร · equations:"]
    for equation in case.system.equations:
        if any(term.score_key == score.score_key for term in equation.terms):
            values = case.system.values
            mark = "✓ ลงตัว closes" if equation.closes(values) else f"✗ ต่าง off by {equation.gap(values):+.4f}"
            left = f"{label_th(equation.left.score_key, equation.left.quantity)} {values[equation.left]}"
            lines.append(f"  {left} = {formula(equation, case)} = {equation.computed(values):.4f}  {mark}")
    return lines if len(lines) > 1 else [*lines, "  ไม่มีสูตรใดที่ทราบค่าครบ · none with all its figures known"]


def verdict(case: Case, score: Score) -> list[str]:
    """The check with its confidence, and every issue that points at the score."""
    words = CHECK_TH[score.check]
    lines = [f"ผลตรวจ · verdict: {score.check} ({words}), ความเชื่อมั่น confidence {score.confidence}"]
    for found in case.report.issues:
        if found.score_key == score.score_key:
            lines.append(f"  {found.code}: {found.message_th}")
            lines.append(f"    {found.message_en}")
    return lines
