"""The panel against its rules written down once more, over reports of every kind that disagree in every way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from schemas.report import Report
from tests.pipeline.warehouse.made_readings import NAN1, PHAYAO2, past, reading, score
from tests.pipeline.warehouse.warehouses import DuckDB, Warehouse

VALUES = ("80.00", "80.4", "91.25", "59.00")
SEEDS = 10
ENDINGS = ("pdf", "docx", "txt")


@dataclass(frozen=True)
class Stated:
    """One value in one place of a file."""

    key: tuple[str, int, str, str]
    value: Decimal
    report: Report
    page: int | None
    proof: int
    nearness: int

    @property
    def document(self) -> tuple[object, ...]:
        source = self.report.report
        return (source.fiscal_year or source.report_id, source.document_kind)


def disagreeing(seed: int) -> list[Report]:
    """Reports of two offices and of an unknown one, in one to three formats, some without a year."""
    r = random.Random(seed)
    reports = []
    for number in range(r.randint(2, 7)):
        office, year = r.choice((PHAYAO2, PHAYAO2, NAN1, "")), r.choice((2565, 2566, 2567, 2569, None))
        kind = r.choice(("measures", "analysis"))
        for ending in r.sample(ENDINGS, r.randint(1, 3)):
            same = r.random() < 0.7
            rows: list[Any] = []
            for code, level in r.sample([("ITA", "overall"), ("6", "indicator"), ("O14", "item")], r.randint(1, 3)):
                check = r.choice(("verified", "consistent", "unchecked", "conflict"))
                rows.append(score(code, r.choice(VALUES), 2566, level=level, check=check, page=r.randint(1, 9)))
            rows += [past(2566, VALUES[0] if same else r.choice(VALUES))] * r.randint(0, 1)
            reports.append(reading(f"{number}.{ending}", *rows, office=office, year=year, kind=kind))
    return reports


def statements(reports: list[Report]) -> Iterator[Stated]:
    for report in reports:
        office, year = report.report.office_id, report.report.fiscal_year
        if not office:
            continue
        for s in report.scores:
            proof = {"verified": 0, "conflict": 2}.get(s.check, 1)
            near = 0 if year is not None and year - s.fiscal_year in (0, 1) else 1
            yield Stated((office, s.fiscal_year, s.level, s.code), Decimal(s.score or 0), report, s.page, proof, near)
        for h in report.score_history:
            yield Stated((office, h.fiscal_year, "overall", "ITA"), Decimal(h.score or 0), report, h.page, 1, 2)


def by_the_rules(reports: list[Report]) -> dict[tuple[object, ...], tuple[Any, ...]]:
    """For every key: the value, how many files state any and this one, the rule, and the other values' files and pages."""
    panel: dict[tuple[object, ...], tuple[Any, ...]] = {}
    every = list(statements(reports))
    for key in {one.key for one in every}:
        here = [one for one in every if one.key == key]
        support = {v: len({one.document for one in here if one.value == v}) for v in {one.value for one in here}}

        def rank(one: Stated, support: dict[Decimal, int] = support) -> tuple[Any, ...]:
            return (one.proof, one.nearness, -support[one.value], -(one.report.report.fiscal_year or 0))

        best = min(here, key=lambda one: (*rank(one), one.report.report.report_id))
        others = [one for one in here if one.value != best.value]
        rule = "undisputed"
        if others:
            second = min(map(rank, others))
            at = next((place for place, (a, b) in enumerate(zip(rank(best), second, strict=True)) if a < b), 4)
            rule = ("verified" if best.proof == 0 else "uncontradicted", "own_report", "agreement", "newer", "first")[at]
        files = {one.report.report.report_id for one in here}
        agreeing = {one.report.report.report_id for one in here if one.value == best.value}
        conflicts = sorted((one.report.report.source_name, one.page, one.value) for one in others)
        panel[key] = (best.value, len(files), len(agreeing), rule, conflicts)
    return panel


def as_asked(warehouse: Warehouse) -> dict[tuple[object, ...], tuple[Any, ...]]:
    rows, conflicts = warehouse.ask_all(
        "SELECT office_id, fiscal_year, level, code, score, sources, agreeing, decided_by FROM panel",
        "SELECT office_id, fiscal_year, level, code, other_source_name, other_page, other_value FROM panel_conflicts",
    )
    listed: dict[tuple[object, ...], list[tuple[Any, ...]]] = {}
    for row in conflicts:
        listed.setdefault(row[:4], []).append(row[4:])
    return {row[:4]: (*row[4:], sorted(listed.get(row[:4], []))) for row in rows}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_panel_is_what_the_rules_say(seed: int, embedded: DuckDB) -> None:
    reports = disagreeing(seed)
    embedded.load(*reports)
    assert as_asked(embedded) == by_the_rules(reports)


def test_it_is_the_same_on_every_warehouse(warehouse: Warehouse) -> None:
    reports = disagreeing(7) + [reading(f"more {r.report.source_name}", *r.scores, office=r.report.office_id) for r in disagreeing(8)]
    warehouse.load(*reports)
    assert as_asked(warehouse) == by_the_rules(reports)


def test_the_reports_disagree_in_every_way() -> None:
    rules = {row[3] for seed in range(SEEDS) for row in by_the_rules(disagreeing(seed)).values()}
    assert rules == {"undisputed", "verified", "uncontradicted", "own_report", "agreement", "newer", "first"}


def test_no_cell_of_a_panel_is_a_formula(embedded: DuckDB, tmp_path: Any) -> None:
    import openpyxl

    from pipeline.panels import panel, panel_conflicts
    from pipeline.publication.frame_files import write_frames

    evil = '=HYPERLINK("http://x","y")'
    stranger = reading(f"{evil}.pdf", score(), office="x-1")
    stranger = stranger.model_copy(update={"report": stranger.report.model_copy(update={"office_name": evil, "province": "@SUM(A1)"})})
    embedded.load(stranger, reading("+1+1.pdf", score(value="60.00"), office="x-1"))
    frames = {"panel": panel(embedded.database), "panel_conflicts": panel_conflicts(embedded.database)}
    for ending in ("csv", "xlsx"):
        write_frames(tmp_path / f"p.{ending}", frames)
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "p.xlsx") for row in sheet.iter_rows() for cell in row]
    assert evil in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    for name in ("p.csv", "p_conflicts.csv"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        assert not [cell for line in text.splitlines() for cell in line.replace('"', "").split(",") if cell.startswith(("=", "@", "+"))]
