"""The rows of the output contract: one model per table, fields in the order of the columns.

Everything is strict: a wrong type is a mistake of the program and fails at once. Absent is ``None`` for
numbers and truth values and ``""`` for text; CSV writes both as an empty cell, never as 0. Years are Buddhist
era. Decimals keep the digits that the report printed (``99.10``). Boxes are (x0, top, x1, bottom) in points
from the top left of the page. Each field carries its label and meaning in Thai and English for the data
dictionary.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

Number = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]


def _to_hundredths(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


BBox = Annotated[tuple[float, float, float, float], AfterValidator(_to_hundredths)]
"""A box in points; hundredths, since single precision has the rest."""

Check = Literal["verified", "consistent", "unchecked", "conflict"]
Level = Literal["overall", "instrument", "indicator", "subindicator", "item"]
Subject = Literal["office", "national", "other"]


def said(th: str, en: str, default: Any = ..., **constraints: Any) -> Any:
    """A model field with its Thai label and English meaning."""
    return Field(default, title=th, description=en, **constraints)


class Row(BaseModel):
    """Base of all rows: strict, closed, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Placed(Row):
    """A row with its place in the document. ``row_no`` counts the table's rows from 1, header rows included."""

    page: int | None = said("หน้า", "page, from 1; empty where the format has no pages", None, ge=1)
    table_no: int | None = said("ตารางที่", "number of the table in the document, from 1", None, ge=1)
    row_no: int | None = said("แถวที่", "row of the table, from 1, header rows included", None, ge=1)


class Boxed(Placed):
    bbox: BBox | None = said("ตำแหน่ง", "x0, top, x1, bottom in points from the page's top left", None)


class Score(Boxed):
    """A score as the report states it; one row per ``score_key``."""

    fiscal_year: int = said("ปีงบประมาณ", "fiscal year assessed, Buddhist era")
    subject: Subject = said("ผู้รับการประเมิน", "whose score: this office, the national average, or another")
    level: Level = said("ระดับ", "level of the score")
    code: str = said("รหัส", "ITA; IIT EIT OIT; 1..10; 9.1..10.2; O1..O43")
    name: str = said("ชื่อ", "canonical name in that year's framework", "")
    name_printed: str = said("ชื่อตามเอกสาร", "name as printed", "")
    score: Number | None = said("คะแนน", "score out of 100, as printed", None)
    full_score: Number | None = said("คะแนนเต็ม", "full score, as printed", None)
    weight: Number | None = said("ค่าน้ำหนัก", "weight, as printed", None)
    weighted_score: Number | None = said("คะแนนถ่วงน้ำหนัก", "points out of the weight, as printed", None)
    grade: str = said("ระดับผล", "grade, as printed", "")
    result: str = said("ผลการประเมิน", "pass or fail, as printed", "")
    score_key: str = said("กุญแจคะแนน", "fiscal_year/subject/level/code; unique in a report")
    mentions: int = said("จำนวนครั้งที่ระบุ", "how often the report states it", 1, ge=1)
    check: Check = said("ผลตรวจสอบ", "how far the value is proven", "unchecked")
    confidence: float = said("ความเชื่อมั่น", "0 to 1", 0.0, ge=0, le=1)
    quote: str = said("ข้อความอ้างอิง", "the words around the value", "")


class PictureReading(Row):
    """What a figure in a picture may say."""

    value: str = said("ค่า", "value after digits are normalised")
    probability: float = said("ความน่าจะเป็น", "0 to 1", ge=0, le=1)


class Mention(Boxed):
    """One place where the report states a score; ``Score`` is made of its mentions. Only in the JSON."""

    score_key: str = said("กุญแจคะแนน", "the score it states")
    quantity: Literal["score", "full_score", "weight", "weighted_score", "grade", "result"] = said("ปริมาณ", "what")
    value: str = said("ค่า", "value after digits are normalised")
    printed: str = said("ค่าตามเอกสาร", "value as printed")
    source: Literal["table", "prose"] = said("แหล่ง", "where it stands")
    quote: str = said("ข้อความอ้างอิง", "the words around the value", "")
    readings: tuple[PictureReading, ...] = said(
        "ค่าที่อ่านได้จากภาพ", "what a doubtful figure of a picture may say, the likeliest first; empty where sure", ()
    )
    crop: str = said("ภาพตัด", "its picture below the output folder, where it was read from one and crops are kept", "")


class PictureFigure(Boxed):
    """A figure of another table than the scores that was read from a picture and is not sure. Only in the JSON."""

    table: str = said("ตารางผลลัพธ์", "the output table it stands in")
    row_ref: str = said("แถวอ้างอิง", "fiscal year (history), measure_id, activity_no or indicator", "")
    column: str = said("คอลัมน์", "the column of that table")
    value: str = said("ค่า", "value after digits are normalised")
    readings: tuple[PictureReading, ...] = said(
        "ค่าที่อ่านได้จากภาพ", "what the figure may say, the likeliest first", ()
    )
    crop: str = said("ภาพตัด", "its picture below the output folder, where crops are kept", "")


class ScoreHistory(Placed):
    fiscal_year: int = said("ปีงบประมาณ", "fiscal year, Buddhist era")
    score: Number | None = said("คะแนน", "ITA score of that year, as printed", None)
    trend: Literal["up", "down", "same", ""] = said("พัฒนาการ", "direction the report states", "")
    change_printed: str = said("ผลต่างตามเอกสาร", "change as printed", "")
    change_computed: Number | None = said("ผลต่างที่คำนวณ", "score less the score of the year before", None)


class Measure(Boxed):
    fiscal_year: int | None = said("ปีงบประมาณ", "fiscal year of the document", None)
    measure_id: str = said("รหัสมาตรการ", "stable within the report")
    indicator_code: str = said("รหัสตัวชี้วัด", "indicator 1..10 it serves", "")
    indicator_name: str = said("ตัวชี้วัด", "canonical name of the indicator", "")
    heading: str = said("หัวข้อ", "the measure or issue it stands under", "")
    step_no: str = said("ลำดับ", "number as printed", "")
    text: str = said("มาตรการ", "what is to be done")
    method: str = said("วิธีดำเนินการ", "a second column with steps", "")
    responsible: str = said("ผู้รับผิดชอบ", "as printed; empty where nobody is named", "")
    responsible_units: tuple[str, ...] = said("หน่วยงานรับผิดชอบ", "normalised unit names", ())
    period: str = said("ระยะเวลา", "as printed", "")
    period_start: str = said("วันเริ่ม", "ISO date where the text states it", "")
    period_end: str = said("วันสิ้นสุด", "ISO date where the text states it", "")
    monitoring: str = said("การกำกับติดตาม", "as printed", "")
    reporting: str = said("การรายงานผล", "as printed", "")
    progress: str = said("ความก้าวหน้า", "what the report says was done", "")
    evidence_urls: tuple[str, ...] = said("หลักฐาน", "links", ())
    budget_thb: Number | None = said("งบประมาณ (บาท)", "baht, as printed", None)


class MeasureStep(Row):
    measure_id: str = said("รหัสมาตรการ", "the measure it belongs to")
    step_no: str = said("ลำดับ", "number as printed")
    text: str = said("ขั้นตอน", "text of the step")


Role = Literal["owner", "supervisor", "data_keeper"]


class Responsibility(Boxed):
    fiscal_year: int | None = said("ปีงบประมาณ", "fiscal year of the item list", None)
    item_code: str = said("รหัสข้อ", "O1..")
    item_name: str = said("ชื่อข้อ", "canonical name in that year's framework", "")
    item_name_printed: str = said("ชื่อข้อตามเอกสาร", "as printed", "")
    role: Role = said("บทบาท", "owner, supervisor or keeper of the data")
    assignee: str = said("ผู้ได้รับมอบหมาย", "as printed")
    person: str = said("ชื่อบุคคล", "title and name; for a body, its name", "")
    title: str = said("คำนำหน้า", "title of the person", "")
    given_name: str = said("ชื่อ", "given name", "")
    family_name: str = said("นามสกุล", "family name", "")
    position: str = said("ตำแหน่ง", "position", "")
    unit: str = said("กลุ่ม/หน่วย", "unit", "")


class CommitteeMember(Row):
    order_no: str = said("คำสั่งที่", "number of the order", "")
    order_date: str = said("วันที่สั่ง", "ISO date of the order", "")
    committee: str = said("คณะ", "name of the committee", "")
    seq: str = said("ลำดับ", "number as printed", "")
    person: str = said("ชื่อ", "person or body")
    position: str = said("ตำแหน่ง", "position", "")
    role: str = said("หน้าที่", "role in the committee", "")
    page: int | None = said("หน้า", "page, from 1", None, ge=1)


class ItemStatus(Placed):
    item_code: str = said("รหัสข้อ", "O1..")
    item_name: str = said("ชื่อข้อ", "canonical name", "")
    status: str = said("ผลการติดตาม", "as printed", "")
    done: bool | None = said("ดำเนินการแล้ว", "whether the words say it is done", None)


class Activity(Placed):
    activity_no: str = said("ลำดับกิจกรรม", "number as printed", "")
    activity: str = said("กิจกรรม", "as printed")
    budget_thb: Number | None = said("งบประมาณ (บาท)", "baht, as printed", None)
    q1: str = said("ไตรมาส 1", "as printed", "")
    q2: str = said("ไตรมาส 2", "as printed", "")
    q3: str = said("ไตรมาส 3", "as printed", "")
    q4: str = said("ไตรมาส 4", "as printed", "")
    remaining_thb: Number | None = said("คงเหลือ (บาท)", "baht, as printed", None)


class Finding(Row):
    kind: Literal["strength", "weakness", "to_develop"] = said("ประเภท", "strength, weakness, or to be developed")
    indicator_code: str = said("รหัสตัวชี้วัด", "indicator 1..10", "")
    score: Number | None = said("คะแนน", "score stated with it", None)
    text: str = said("ข้อความ", "as printed")
    page: int | None = said("หน้า", "page, from 1", None, ge=1)


class Issue(Row):
    severity: Literal["error", "warning", "info"] = said("ระดับความรุนแรง", "severity")
    code: str = said("รหัส", "stable code, see the list of codes")
    message_th: str = said("ข้อความ", "message in Thai")
    message_en: str = said("ข้อความ (อังกฤษ)", "message in English")
    score_key: str = said("กุญแจคะแนน", "the score it concerns", "")
    table: str = said("ตารางผลลัพธ์", "the output table it concerns", "")
    row_ref: str = said("แถวอ้างอิง", "the row it concerns", "")
    printed: str = said("ค่าที่พิมพ์", "what is printed", "")
    expected: str = said("ค่าที่ควรเป็น", "what would be expected", "")
    page: int | None = said("หน้า", "page, from 1", None, ge=1)
    bbox: BBox | None = said("ตำแหน่ง", "x0, top, x1, bottom in points", None)


StatementKind = Literal["count", "caption_year", "area_count", "office_mention"]


class Statement(Boxed):
    """Something the report says that the audit can hold against the rows. Only in the JSON.

    ``count``: how many of ``counted`` there are (all, or those that fulfil ``condition``, within ``scope``).
    ``caption_year``: the fiscal year in the caption of table ``table_no``. ``area_count``: how many offices
    were assessed in ``fiscal_year``. ``office_mention``: an office named in the title, a caption or the text.
    """

    kind: StatementKind = said("ชนิด", "what is stated")
    subject: str = said("เรื่อง", "the words around it, as printed", "")
    value: str = said("ค่า", "number, Buddhist year or name of an office; Arabic digits")
    fiscal_year: int | None = said("ปีงบประมาณ", "fiscal year it speaks of, where it says", None)
    counted: Literal["indicator", "item", ""] = said("สิ่งที่นับ", "what is counted", "")
    condition: str = said("เงื่อนไข", "<95, <=95, >95, >=95 (score), a grade, pass or fail; empty for all", "")
    scope: str = said("ขอบเขต", "IIT, EIT or OIT where only its indicators are counted", "")
    source: Literal["title", "caption", "body"] = said("แหล่ง", "where it stands", "body")
    quote: str = said("ข้อความอ้างอิง", "the words around the value", "")


class PageText(Row):
    """Where the text of a page comes from and how damaged it was. Only in the JSON."""

    page: int = said("หน้า", "page, from 1", ge=1)
    text_source: Literal["text_layer", "ocr", "none"] = said("ที่มาของข้อความ", "origin of the text", "text_layer")
    damage: float = said("ความเสียหาย", "share of the text layer's Thai that was wrong, 0 to 1", 0.0, ge=0, le=1)


class PictureNote(Row):
    """What became of a picture of the document, and why. Only in the JSON.

    Pictures of one page that were left for one reason are one row with their ``count``; each that was read has its own.
    """

    page: int | None = said("หน้า", "page, from 1; empty where the format has no pages", None, ge=1)
    bbox: BBox | None = said("ตำแหน่ง", "x0, top, x1, bottom in points from the page's top left", None)
    name: str = said("ชื่อในไฟล์", "name of the stored picture (DOCX)", "")
    width_px: int = said("กว้าง (พิกเซล)", "stored width; 0 where unknown or several", 0, ge=0)
    height_px: int = said("สูง (พิกเซล)", "stored height; 0 where unknown or several", 0, ge=0)
    decision: Literal["grid", "text", "left"] = said("การอ่าน", "read as a table, read as text, or left alone")
    reason: Literal[
        "cells", "lines", "scan", "small", "covered", "plain", "drawing", "photo", "large", "undecodable",
        "no_program", "failed", "slow",
    ] = said(
        "เหตุผล",
        "read: cells, lines, scan; left: small, covered by the text layer, plain panel, drawing (logo, signature, QR "
        "code), photo, large (limit), undecodable, no_program, failed, slow (limit)",
    )  # fmt: skip
    turned_degrees: Literal[0, 90, 180, 270] = said("หมุน (องศา)", "clockwise, before it was read", 0)
    count: int = said("จำนวน", "pictures that this row stands for", 1, ge=1)


class Repair(Row):
    """A word of the text that was repaired, with what the file says. Only in the JSON."""

    page: int | None = said("หน้า", "page, from 1; empty where the format has no pages", None, ge=1)
    printed: str = said("ข้อความในไฟล์", "the word as the file's text has it")
    repaired: str = said("ข้อความที่ซ่อม", "the word as it was read")
    why: Literal["form", "language"] = said("เหตุผล", "impossible form, or the only reading that is a word")


class TableCell(Row):
    row: int = said("แถว", "from 0", ge=0)
    column: int = said("คอลัมน์", "from 0", ge=0)
    row_span: int = said("รวมแถว", "rows covered", 1, ge=1)
    column_span: int = said("รวมคอลัมน์", "columns covered", 1, ge=1)
    text: str = said("ข้อความ", "as printed", "")


class RawTable(Row):
    table_no: int = said("ตารางที่", "number in the document, from 1", ge=1)
    page_from: int | None = said("จากหน้า", "first page", None)
    page_to: int | None = said("ถึงหน้า", "last page", None)
    rows: int = said("จำนวนแถว", "rows", ge=0)
    columns: int = said("จำนวนคอลัมน์", "columns", ge=0)
    kind: str = said("ชนิด", "what the table was understood to be; empty where unknown", "")
    recognised: bool = said("รู้จัก", "whether facts were read from it", False)
    cells: tuple[TableCell, ...] = said("เซลล์", "all cells with their spans", ())


class Source(Row):
    """Identity of the file and of the report: the row of the table ``reports``."""

    report_id: str = said("รหัสรายงาน", "r_ and the first 16 hex digits of the file's SHA-256")
    source_name: str = said("ชื่อไฟล์", "name of the file")
    source_sha256: str = said("SHA-256", "hash of the file", "")
    media_type: str = said("ชนิดสื่อ", "by content, not by ending", "")
    page_count: int | None = said("จำนวนหน้า", "pages; empty where the format has none", None)
    text_source: Literal["text_layer", "ocr", "mixed", "docx", "text", ""] = said("ที่มาของข้อความ", "origin", "")
    document_kind: Literal["measures", "progress", "analysis", "order", "other", ""] = said("ชนิดเอกสาร", "kind", "")
    title: str = said("ชื่อเอกสาร", "title as printed", "")
    office_id: str = said("รหัสเขต", "area code of 8 digits, else a slug", "")
    office_name: str = said("ชื่อสำนักงาน", "full official name, Arabic digits", "")
    office_type: Literal["สพป.", "สพม.", ""] = said("ประเภทเขต", "primary or secondary", "")
    province: str = said("จังหวัด", "province", "")
    area_no: str = said("เขต", "number of the area", "")
    fiscal_year: int | None = said("ปีงบประมาณ", "the year the document is for", None)
    fiscal_year_ce: int | None = said("ปี ค.ศ.", "the same, Gregorian", None)
    framework: str = said("กรอบการประเมิน", "assessment framework applied", "")
    status: Literal["ok", "partial", "needs_review", "failed"] = said("สถานะ", "state of the reading", "ok")
    error_count: int = said("จำนวนข้อผิดพลาด", "issues of severity error", 0, ge=0)
    warning_count: int = said("จำนวนคำเตือน", "issues of severity warning", 0, ge=0)
    pipeline_version: str = said("รุ่นโปรแกรม", "version that read it", "")
    processed_at: str = said("เวลาประมวลผล", "UTC, ISO 8601", "")
