"""The Report: everything that one file yielded, as it is written to ``<report_id>.json``."""

from __future__ import annotations

from pydantic import Field

from schemas.rows import (
    Activity,
    CommitteeMember,
    Finding,
    Issue,
    ItemStatus,
    Measure,
    MeasureStep,
    Mention,
    PageText,
    PictureFigure,
    PictureNote,
    RawTable,
    Repair,
    Responsibility,
    Row,
    Score,
    ScoreHistory,
    Source,
    Statement,
)


class Report(Row):
    """One record per file, whatever was in it. Lists are in the order of the document."""

    report: Source
    scores: tuple[Score, ...] = ()
    mentions: tuple[Mention, ...] = ()
    score_history: tuple[ScoreHistory, ...] = ()
    measures: tuple[Measure, ...] = ()
    measure_steps: tuple[MeasureStep, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    committee_members: tuple[CommitteeMember, ...] = ()
    item_status: tuple[ItemStatus, ...] = ()
    activities: tuple[Activity, ...] = ()
    findings: tuple[Finding, ...] = ()
    statements: tuple[Statement, ...] = ()
    pages: tuple[PageText, ...] = ()
    pictures: tuple[PictureNote, ...] = ()
    picture_figures: tuple[PictureFigure, ...] = ()
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()
    tables: tuple[RawTable, ...] = Field(default=(), description="every table of the document, recognised or not")
