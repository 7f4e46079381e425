"""Budgeted activities: rows of a table with a budget and what was done or spent in each quarter."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.facts.amounts import amount_thb
from extractors.facts.context import Context, Found
from extractors.facts.numbering import BULLETS, numbering
from extractors.facts.wording import is_total
from extractors.tables import Record, TableReading
from extractors.thai.digits import arabic
from schemas.issues import issue
from schemas.rows import Activity, Issue

NAMES = ("activity", "measure", "method")
QUARTERS = ("q1", "q2", "q3", "q4")
_SUM_OF = "รวม"
"""A name that begins so is the sum of a group, unless the row is numbered (``3. รวมพลังจิตอาสา``)."""


def find(context: Context) -> Found:
    """Activity rows of every table with a budget and quarters; totals and bare group rows are left out."""
    rows: list[Activity] = []
    issues: list[Issue] = []
    used: set[int] = set()
    for reading in context.of_kind("activities"):
        for row, problems in _rows(reading):
            rows.append(row)
            issues.extend(problems)
            used.add(reading.table.number)
    return Found(rows, issues, frozenset(used))


def _rows(reading: TableReading) -> Iterator[tuple[Activity, list[Issue]]]:
    for record in reading.records():
        name = record.text(*NAMES).strip()
        if not name or is_total(name) or (name.startswith(_SUM_OF) and not record.text("no").strip()):
            continue
        cell = record.cell(*NAMES)
        if cell is None or (cell.row < record.row and not reading.turned):
            continue
        values = [record.text(part) for part in ("budget", *QUARTERS, "spent", "remaining")]
        if not any(value.strip(f" {BULLETS}") for value in values):
            continue
        number = numbering(name)
        problems: list[Issue] = []
        yield (
            Activity(
                page=cell.page or reading.table.page_from,
                table_no=reading.table.number,
                row_no=None if reading.turned else record.row + 1,
                activity_no=record.text("no").strip(" .") or (number.printed if number else ""),
                activity=number.rest.strip() if number else name,
                budget_thb=_amount(record, "budget", reading, problems),
                remaining_thb=_amount(record, "remaining", reading, problems),
                **{quarter: record.text(quarter) for quarter in QUARTERS},
            ),
            problems,
        )


def _amount(record: Record, part: str, reading: TableReading, problems: list[Issue]) -> Decimal | None:
    """The baht of a cell; None with an issue where a cell has figures that are no amount."""
    printed = record.text(part)
    amount = amount_thb(printed)
    if amount is None and any(c.isdigit() for c in arabic(printed)):
        cell = record.cell(part)
        problems.append(
            issue(
                "W_NUMBER_UNREADABLE",
                table="activities",
                row_ref=f"{reading.table.number}/{record.row + 1}",
                printed=printed,
                page=cell.page if cell else None,
            )
        )
    return amount
