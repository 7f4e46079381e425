"""One file in, one Report out, whatever its bytes are.

``digitise`` never raises for what a file holds: a file that cannot be read yields a Report with status
``failed`` and an issue that says why, in Thai and English.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.document import Document, Paragraph, Table
from extractors.facts import finders
from extractors.facts.context import Context, Found, Identity
from extractors.facts.identity import identify
from extractors.readers import read
from extractors.readers.errors import UnreadableFile
from extractors.tables import TableReading, read_tables
from pipeline import __version__
from pipeline.audit import audit
from pipeline.inputs import printed_name
from schemas.framework import Framework, nearest
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, RawTable, Row, Source, TableCell

BUDDHIST_ERA = 543
LATEST = 2566
"""The fiscal year whose framework is used when a document names none: the latest that is confirmed."""

LISTS = {
    "Score": "scores",
    "Mention": "mentions",
    "ScoreHistory": "score_history",
    "Measure": "measures",
    "MeasureStep": "measure_steps",
    "Responsibility": "responsibilities",
    "CommitteeMember": "committee_members",
    "ItemStatus": "item_status",
    "Activity": "activities",
    "Finding": "findings",
    "Statement": "statements",
}
"""The list of the Report that rows of each model belong to."""


def digitise(path: Path) -> Report:
    """The Report of the file at ``path``; its ``source_name`` is the file's name without folders."""
    name = printed_name(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return failed(name, None, issue("E_FILE_MISSING", name=name))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return failed(name, None, issue("E_FILE_UNREADABLE", name=name, reason=reason))
    return digitise_bytes(content, name)


def digitise_bytes(content: bytes, name: str) -> Report:
    """The Report of a file's bytes."""
    try:
        return audit(_report(content, name, read(content, name)))
    except UnreadableFile as refusal:
        return failed(name, content, _refused(refusal))
    except Exception as error:  # the one boundary: a fault of ours must not stop the other files
        return failed(name, content, issue("E_PROGRAM_FAULT", reason=f"{type(error).__name__}: {error}"[:200]))


def _refused(refusal: UnreadableFile) -> Issue:
    evidence: dict[str, Any] = dict(refusal.arguments)
    return issue(refusal.code, **evidence)


def failed(name: str, content: bytes | None, *issues: Issue) -> Report:
    """The record of a file of which nothing could be read."""
    source = _source(name, content).model_copy(update={"status": "failed", "error_count": len(issues)})
    return Report(report=source, issues=issues)


def _report(content: bytes, name: str, document: Document) -> Report:
    readings = read_tables(document)
    identity, identity_issues = identify(document, readings)
    framework, framework_issues = _framework(identity)
    context = Context(document, readings, identity, framework)
    lists: dict[str, list[Row]] = {}
    issues: list[Issue] = [*_remarks(document), *identity_issues, *framework_issues]
    used: set[int] = set()
    for _, find in finders():
        found: Found = find(context)
        for row in found.rows:
            lists.setdefault(LISTS[type(row).__name__], []).append(row)
        issues.extend(found.issues)
        used.update(found.used_tables)
    issues.extend(_no_text(document))
    return Report(
        report=_identified(_source(name, content), document, identity, framework.name),
        issues=tuple(issues),
        tables=tuple(_raw(reading, reading.table.number in used) for reading in readings),
        **{name: tuple(rows) for name, rows in lists.items()},  # type: ignore[arg-type]
    )


def _framework(identity: Identity) -> tuple[Framework, list[Issue]]:
    """The framework of the assessed year, or the nearest one with an issue that says so."""
    year = identity.assessed_year or identity.fiscal_year or LATEST
    framework = nearest(year)
    if year in framework.fiscal_years:
        return framework, []
    return framework, [issue("W_FRAMEWORK_UNKNOWN", year=year, used=framework.fiscal_years[-1])]


def _remarks(document: Document) -> list[Issue]:
    return [
        issue(remark.code, page=remark.page, bbox=remark.box, **dict(remark.arguments)) for remark in document.remarks
    ]


def _no_text(document: Document) -> list[Issue]:
    """A document that shows something but has no text must say so: an empty reading is never a success."""
    has_text = any(
        block.text.strip() if isinstance(block, Paragraph) else any(cell.text.strip() for cell in block.cells)
        for block in document.blocks
        if isinstance(block, Paragraph | Table)
    )
    return [] if has_text else [issue("E_NO_TEXT")]


def _source(name: str, content: bytes | None) -> Source:
    """The identity of the file; one that has no bytes to hash (it is missing) is known by its name."""
    digest = hashlib.sha256(name.encode() if content is None else content).hexdigest()
    return Source(
        report_id=f"r_{digest[:16]}",
        source_name=name,
        source_sha256="" if content is None else digest,
        pipeline_version=__version__,
        processed_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _identified(source: Source, document: Document, identity: Identity, framework: str) -> Source:
    year = identity.fiscal_year
    return Source.model_validate(
        source.model_dump()
        | {
            "media_type": document.media_type,
            "page_count": document.page_count,
            "text_source": document.text_source,
            "document_kind": identity.document_kind,
            "title": identity.title,
            "office_id": identity.office_id,
            "office_name": identity.office_name,
            "office_type": identity.office_type,
            "province": identity.province,
            "area_no": identity.area_no,
            "fiscal_year": year,
            "fiscal_year_ce": None if year is None else year - BUDDHIST_ERA,
            "framework": framework,
        }
    )


def _raw(reading: TableReading, used: bool) -> RawTable:
    table = reading.table
    return RawTable(
        table_no=table.number,
        page_from=table.page_from,
        page_to=table.page_to,
        rows=table.rows,
        columns=table.columns,
        kind=reading.kind,
        recognised=used,
        cells=tuple(
            TableCell(row=c.row, column=c.column, row_span=c.row_span, column_span=c.column_span, text=c.text)
            for c in table.cells
        ),
    )
