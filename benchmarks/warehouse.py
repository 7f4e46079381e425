"""Loading simulated reports into DuckDB: seconds and peak memory, a reload, and the panel of all.

``python benchmarks/warehouse.py [REPORTS]``: each of 245 offices has reports of several years, made from a
seeded generator: scores of every level with their history, 40 measures, two people for every item, raw tables.
Seconds are those of the clock; on a machine that is busy look at the seconds of processor.
"""

from __future__ import annotations

import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.sinks.json_reports import as_json
from schemas.offices import Office, offices
from schemas.report import Report
from schemas.rows import CommitteeMember, Issue, Measure, RawTable, Responsibility, Source, TableCell
from tests.pipeline.audit.synthetic_reports import EVERYTHING, fault_free

REPORTS = 3000
MEASURES = 40
TABLES = 12
UNITS = ("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "กลุ่มบริหารงานบุคคล", "หน่วยตรวจสอบภายใน")
GIVEN = ("สมชาย", "สมหญิง", "มานะ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมศรี")
FAMILY = ("ใจดี", "รักเรียน", "มีสุข", "ทองคำ", "แสนดี", "พากเพียร")


def simulated(number: int) -> Iterator[Report]:
    """Reports of all offices in turn, twelve years round, always the same."""
    everyone = offices()
    for index in range(number):
        r = random.Random(index)
        base, _, _ = fault_free(r, EVERYTHING)
        yield _report(r, index, base, everyone[index % len(everyone)], 2567 + index // len(everyone) % 2)


def _report(r: random.Random, index: int, base: Report, office: Office, year: int) -> Report:
    source = Source(
        report_id=f"r_{index:016x}", source_name=f"report{index}.pdf", source_sha256=f"{index:064x}",
        media_type="application/pdf", page_count=30, text_source="text_layer", document_kind="measures",
        title="มาตรการส่งเสริมคุณธรรมและความโปร่งใส", office_id=office.office_id, office_name=office.name_full,
        office_type=office.type, province=office.province, area_no=office.area_no, fiscal_year=year,
        fiscal_year_ce=year - 543, framework="ITA 2566", pipeline_version="0.1.0", processed_at="2024-01-01T00:00:00",
    )  # fmt: skip
    scores = tuple(
        s.model_copy(update={"check": r.choice(("verified", "unchecked")), "bbox": (72.0, 100.5, 200.0, 120.5)})
        for s in base.scores
    )
    return base.model_copy(
        update={
            "report": source,
            "scores": scores,
            "measures": tuple(_measure(r, n) for n in range(MEASURES)),
            "responsibilities": tuple(_responsible(r, f"O{n // 2 + 1}") for n in range(86)),
            "committee_members": tuple(
                CommitteeMember(seq=str(n), person=_name(r), position="นักวิชาการศึกษา") for n in range(20)
            ),
            "issues": 5 * (Issue(severity="info", code="I_PAGES_UNUSED", message_th="ตัวอย่าง", message_en="example"),),
            "tables": tuple(_table(r, n) for n in range(1, TABLES + 1)),
        }
    )


def _measure(r: random.Random, number: int) -> Measure:
    return Measure(
        measure_id=f"m{number}", indicator_code=str(r.randint(1, 10)), text="จัดทำคู่มือการปฏิบัติงานและเผยแพร่ " * 6,
        responsible=r.choice(UNITS), responsible_units=(r.choice(UNITS),), period="ต.ค. 2565 - ก.ย. 2566",
        progress="ดำเนินการแล้ว " * 8, budget_thb=Decimal(r.randint(1, 99999)), page=3, table_no=2, row_no=number + 2,
        bbox=(72.0, 100.5, 500.0, 130.25),
    )  # fmt: skip


def _responsible(r: random.Random, item: str) -> Responsibility:
    given, family = r.choice(GIVEN), r.choice(FAMILY)
    return Responsibility(
        fiscal_year=2566, item_code=item, role=r.choice(("owner", "supervisor")), assignee=f"นาย{given} {family}",
        person=f"นาย{given} {family}", title="นาย", given_name=given, family_name=family, position="นักวิชาการศึกษา",
        unit=r.choice(UNITS), page=5, table_no=4, row_no=3,
    )  # fmt: skip


def _name(r: random.Random) -> str:
    return f"นาย{r.choice(GIVEN)} {r.choice(FAMILY)}"


def _table(r: random.Random, number: int) -> RawTable:
    cells = tuple(
        TableCell(row=row, column=column, text=f"ข้อความในตาราง {r.randint(1, 999)}")
        for row in range(15)
        for column in range(5)
    )
    return RawTable(table_no=number, page_from=number, page_to=number, rows=15, columns=5, cells=cells)


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    from pipeline.panels import panel, panel_conflicts
    from pipeline.warehouse.duckdb import load
    from pipeline.warehouse.places import report_files
    from pipeline.warehouse.runs import read_reports

    number = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    output = Path(tempfile.mkdtemp())
    try:
        (output / "reports").mkdir()
        for report in simulated(number):
            (output / "reports" / f"{report.report.report_id}.json").write_text(as_json(report), encoding="utf-8")
        size_mb = sum(path.stat().st_size for path in (output / "reports").iterdir()) / 2**20
        print(f"{number} reports, {size_mb:.0f} MB of JSON; memory before the load {peak_mb():.0f} MB")
        database = output / "ita.duckdb"
        for name in ("load", "reload"):
            begin, cpu = time.perf_counter(), time.process_time()
            print(load(read_reports(report_files(output), {}), database))
            seconds, cpu_s = time.perf_counter() - begin, time.process_time() - cpu
            print(f"{name:16} {seconds:6.1f} s   ({cpu_s:.1f} s of processor)   peak {peak_mb():5.0f} MB")
        import pandas  # noqa: F401  # its import is not the panel's

        for name, frame_of in (("panel", panel), ("panel_conflicts", panel_conflicts)):
            begin, cpu = time.perf_counter(), time.process_time()
            rows = len(frame_of(output))
            seconds, cpu_s = time.perf_counter() - begin, time.process_time() - cpu
            print(f"{name:16} {seconds:6.1f} s   ({cpu_s:.1f} s of processor)   {rows} rows")
        print(f"warehouse {database.stat().st_size / 2**20:.0f} MB; peak of all {peak_mb():.0f} MB")
    finally:
        shutil.rmtree(output)


if __name__ == "__main__":
    main()
