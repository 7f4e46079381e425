"""What of the document was used: pages and tables without a fact, a kind of document without its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.audit.case import Case
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue

PLACED = (
    "scores", "mentions", "score_history", "measures", "responsibilities", "committee_members", "item_status",
    "activities", "findings", "statements",
)  # fmt: skip
FACTS = (
    "scores", "score_history", "measures", "responsibilities", "committee_members", "item_status",
    "activities", "findings",
)  # fmt: skip
EXPECTED = {
    "measures": ("measures",),
    "progress": ("measures", "item_status", "activities"),
    "analysis": ("scores", "score_history"),
    "order": ("committee_members", "responsibilities"),
}
"""Of these lists a document of the kind has at least one."""
KIND_TH = {
    "measures": "มาตรการส่งเสริมคุณธรรมฯ",
    "progress": "รายงานผลการดำเนินการตามมาตรการ",
    "analysis": "รายงานวิเคราะห์ผลการประเมิน",
    "order": "คำสั่ง",
}


def check(case: Case) -> Iterator[Issue]:
    report = case.report
    kind = report.report.document_kind
    if has_facts(report) and not any(getattr(report, name) for name in EXPECTED.get(kind, FACTS)):
        yield issue(
            "W_NOTHING_OF_KIND", table=EXPECTED[kind][0], printed=kind, kind_th=KIND_TH[kind], kind_en=kind
        )
    unused = [table for table in report.tables if not table.recognised and table.kind != "contents"]
    if unused:
        numbers = ", ".join(str(table.table_no) for table in unused)
        page = unused[0].page_from
        yield issue(
            "I_TABLE_UNUSED", table="tables", row_ref=numbers, page=page, number=len(unused), numbers=numbers
        )
    pages = _pages_unused(report)
    if pages:
        yield issue(
            "I_PAGES_UNUSED",
            table="tables",
            row_ref=pages,
            page=int(pages.split("-")[0].split(",")[0]),
            pages=pages,
        )


def has_facts(report: Report) -> bool:
    return any(getattr(report, name) for name in FACTS)


def _pages_unused(report: Report) -> str:
    """Pages of which neither a fact nor a table came, as ``3-5, 9``; empty where nothing was found at all."""
    if not report.report.page_count or not has_facts(report):
        return ""
    used = {row.page for name in PLACED for row in getattr(report, name) if row.page is not None}
    for table in report.tables:
        if table.page_from is not None:
            used.update(range(table.page_from, (table.page_to or table.page_from) + 1))
    return _ranges(page for page in range(1, report.report.page_count + 1) if page not in used)


def _ranges(numbers: Iterable[int]) -> str:
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
