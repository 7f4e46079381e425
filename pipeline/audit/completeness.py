"""What is missing: indicators, the total, people, responsible parties, members."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.audit.case import Case
from schemas.issues import issue
from schemas.rows import CommitteeMember, Issue, Measure, Responsibility

MOSTLY = 0.5
"""A list that has more than this share of its codes is meant to be whole; fewer is a selection."""


def check(case: Case) -> Iterator[Issue]:
    yield from _indicators(case)
    yield from _people(case.report.responsibilities)
    yield from _measures(case.report.measures)
    yield from _members(case.report.committee_members)


def _indicators(case: Case) -> Iterator[Issue]:
    in_history = {row.fiscal_year for row in case.report.score_history if row.score is not None}
    for sheet in case.office_sheets():
        known = {score.code: score for score in sheet.of_level("indicator")}
        expected = sheet.rules.indicators
        missing = gaps(known, expected)
        if missing:
            first = next(iter(known.values()))
            yield issue(
                "W_INDICATOR_MISSING", table="scores", row_ref=first.score_key, expected=", ".join(missing),
                page=first.page, year=sheet.fiscal_year, missing=", ".join(missing),
            )  # fmt: skip
        whole = known and not missing and len(known) == len(expected)
        if whole and sheet.value("overall", "ITA") is None and sheet.fiscal_year not in in_history:
            first = next(iter(known.values()))
            yield issue(
                "W_TOTAL_MISSING",
                table="scores",
                row_ref=first.score_key,
                page=first.page,
                year=sheet.fiscal_year,
            )


def gaps(known: Collection[str], expected: Sequence[str]) -> list[str]:
    """The expected codes that are missing, where most are there; none where only a selection is meant."""
    there = [code for code in expected if code in known]
    return [] if len(there) <= MOSTLY * len(expected) else [code for code in expected if code not in known]


def _people(rows: Iterable[Responsibility]) -> Iterator[Issue]:
    nameless = [row for row in rows if not row.person.strip()]
    for (table_no, role), group in groupby(nameless, key=lambda row: (row.table_no, row.role)):
        members = list(group)
        codes = ", ".join(dict.fromkeys(row.item_code for row in members))
        yield issue(
            "W_PERSON_MISSING",
            table="responsibilities",
            row_ref=f"{codes} {role}",
            printed=members[0].assignee,
            page=members[0].page,
            bbox=members[0].bbox,
            number=len(members),
            codes=codes,
            table_no=table_no or "-",
        )


def _measures(measures: Iterable[Measure]) -> Iterator[Issue]:
    """Measures without a responsible party, a row for each table; one note where nobody is named at all."""
    rows = list(measures)
    alone = [row for row in rows if not row.responsible.strip()]
    code = "I_NOBODY_RESPONSIBLE" if len(alone) == len(rows) else "W_RESPONSIBLE_MISSING"
    by_table: dict[int | None, list[Measure]] = {}
    for row in alone:
        by_table.setdefault(None if code.startswith("I_") else row.table_no, []).append(row)
    for members in by_table.values():
        yield issue(
            code,
            table="measures",
            row_ref=", ".join(row.measure_id for row in members),
            page=members[0].page,
            bbox=members[0].bbox,
            number=len(members),
        )


def _members(members: Iterable[CommitteeMember]) -> Iterator[Issue]:
    """Gaps in the numbering of a committee (1, 2, 4), the last part of ``1.2`` counting."""
    groups: dict[tuple[str, str, str], list[tuple[int, CommitteeMember]]] = {}
    for member in members:
        prefix, _, last = member.seq.rpartition(".")
        if last.isdigit():
            groups.setdefault((member.order_no, member.committee, prefix), []).append((int(last), member))
    for (_, committee, prefix), found in groups.items():
        numbers = [number for number, _ in found]
        for number in range(min(numbers) + 1, max(numbers)):
            if number not in numbers:
                seq = f"{prefix}.{number}".lstrip(".")
                yield issue(
                    "W_MEMBER_MISSING",
                    table="committee_members",
                    row_ref=seq,
                    expected=seq,
                    page=found[0][1].page,
                    committee=committee,
                )
