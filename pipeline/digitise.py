"""One file in, one Report out, whatever its bytes are.

``digitise`` never raises for what a file holds: a file that cannot be read yields a Report with status
``failed`` and an issue that says why, in Thai and English.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from extractors.document import Document, Paragraph, Remark, Table
from extractors.document import PictureNote as ReadersNote
from extractors.facts import finders
from extractors.facts.context import Context, Found, Identity
from extractors.facts.identity import identify
from extractors.facts.picture_figures import picture_figures
from extractors.readers import read
from extractors.readers.errors import UnreadableFile
from extractors.readers.limits import Limits, refuse_above, within
from extractors.readers.progress import step
from extractors.readings import read_tables
from extractors.tables import TableReading
from pipeline.audit import audit
from pipeline.inputs import printed_name, regular, unreadable
from pipeline.refusals import refused, source_of
from schemas.framework import Framework, nearest
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Issue, PageText, PictureNote, RawTable, Repair, Row, Source, TableCell

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


def digitise(
    path: Path, limits: Limits | None = None, name: str = "", crops: dict[str, bytes] | None = None
) -> Report:
    """The Report of the file at ``path``; its ``source_name`` is ``name``, else the file's name without folders.

    ``crops``, where given, fills with the crops of its figures that were read from pictures; see ``pipeline.crops``.
    """
    name = name or printed_name(path)
    try:
        content = _content(path, name, limits or Limits())
    except UnreadableFile as refusal:
        return failed(name, None, _refused(refusal))
    return digitise_bytes(content, name, limits, crops)


def _content(path: Path, name: str, limits: Limits) -> bytes:
    try:
        with within(limits):
            refuse_above("file_mb", regular(path, name).st_size / 1_000_000)
        return path.read_bytes()
    except MemoryError as fault:
        raise UnreadableFile("E_LIMIT_MEMORY", limit=f"{limits.memory_mb:,}") from fault
    except FileNotFoundError as fault:
        raise UnreadableFile("E_FILE_MISSING", name=name) from fault
    except OSError as fault:
        raise unreadable(name, fault) from fault


def digitise_bytes(
    content: bytes, name: str, limits: Limits | None = None, crops: dict[str, bytes] | None = None
) -> Report:
    """The Report of a file's bytes; ``crops`` as in ``digitise``."""
    limits = limits or Limits()
    with within(limits) as remarks:
        try:
            document = read(content, name)
            document = replace(document, remarks=(*document.remarks, *remarks))
            report = audit(_report(content, name, document))
            return report if crops is None else _with_crops(report, document, content, crops)
        except Exception as error:  # the one boundary: a fault of ours must not stop the other files
            return failed(name, content, _why(error, limits), *_remarks(remarks))


def _with_crops(report: Report, document: Document, content: bytes, crops: dict[str, bytes]) -> Report:
    """The report with its crops; whatever happens to these, its figures stay."""
    from pipeline.crops import with_crops

    try:
        report, cut = with_crops(report, document, content)
    except Exception as error:
        missing = issue("I_CROPS_MISSING", reason=f"{type(error).__name__}: {error}"[:200])
        return report.model_copy(update={"issues": (*report.issues, missing)})
    crops.update(cut)
    return report


def _why(error: Exception, limits: Limits) -> Issue:
    if _out_of_memory(error):
        return issue("E_LIMIT_MEMORY", limit=f"{limits.memory_mb:,}")
    if isinstance(error, UnreadableFile):
        return _refused(error)
    return issue("E_PROGRAM_FAULT", reason=f"{type(error).__name__}: {error}"[:200])


def _out_of_memory(error: BaseException | None) -> bool:
    """Whether the error, or one that it came from, is that memory ran out."""
    while error is not None and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None


def _refused(refusal: UnreadableFile) -> Issue:
    evidence: dict[str, Any] = dict(refusal.arguments)
    return issue(refusal.code, **evidence)


def failed(name: str, content: bytes | None, *issues: Issue) -> Report:
    """The record of a file of which nothing could be read."""
    return refused(_source(name, content), *issues)


def _report(content: bytes, name: str, document: Document) -> Report:
    readings = read_tables(document)
    identity, identity_issues = identify(document, readings)
    framework, framework_issues = _framework(identity)
    context = Context(document, readings, identity, framework)
    lists: dict[str, list[Row]] = {}
    issues: list[Issue] = [*_remarks(document.remarks), *identity_issues, *framework_issues]
    used: set[int] = set()
    for _, find in finders():
        step()
        found: Found = find(context)
        for row in found.rows:
            lists.setdefault(LISTS[type(row).__name__], []).append(row)
        issues.extend(found.issues)
        used.update(found.used_tables)
    issues.extend(_no_text(document))
    return Report(
        report=_identified(_source(name, content), document, identity, framework.name),
        pages=tuple(
            PageText(page=page.number, text_source=page.text_source, damage=page.damage) for page in document.pages
        ),
        pictures=tuple(map(_picture, document.pictures)),
        picture_figures=tuple(picture_figures((row for rows in lists.values() for row in rows), document)),
        repairs=tuple(
            Repair.model_validate({"page": r.page, "printed": r.printed, "repaired": r.repaired, "why": r.why})
            for r in document.repairs
        ),
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


def _remarks(remarks: Iterable[Remark]) -> list[Issue]:
    return [issue(remark.code, page=remark.page, bbox=remark.box, **dict(remark.arguments)) for remark in remarks]


def _picture(note: ReadersNote) -> PictureNote:
    said = asdict(note)
    return PictureNote(bbox=said.pop("box"), **said)


def _no_text(document: Document) -> list[Issue]:
    """A document that shows something but has no text must say so: an empty reading is never a success."""
    has_text = any(
        block.text.strip() if isinstance(block, Paragraph) else any(cell.text.strip() for cell in block.cells)
        for block in document.blocks
        if isinstance(block, Paragraph | Table)
    )
    return [] if has_text else [issue("E_NO_TEXT")]


def _source(name: str, content: bytes | None) -> Source:
    return source_of(name, "" if content is None else hashlib.sha256(content).hexdigest())


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
