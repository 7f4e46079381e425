"""How much one file may ask for. Each limit has its default, the issue that names it, and words for people.

A reader asks at the place where the cost arises: ``refuse_above`` gives the file up, ``allows`` leaves a remark
and lets the reader go on with less. Which limits hold is set around the reading by ``within``; they are ambient,
because every layer of every reader would else hand them down.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from typing import Any

from extractors.document import Remark
from extractors.readers.errors import UnreadableFile
from extractors.readers.progress import step


def _limit(default: int, code: str, meaning_th: str, meaning_en: str) -> Any:
    return field(default=default, metadata={"code": code, "th": meaning_th, "en": meaning_en})


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is allowed, in the unit of the name; a value that equals its limit is allowed."""

    file_mb: int = _limit(300, "E_LIMIT_FILE_SIZE", "ขนาดไฟล์ (MB)", "size of a file, MB")
    pages: int = _limit(2_000, "E_LIMIT_PAGES", "จำนวนหน้าของ PDF", "pages of a PDF")
    page_objects: int = _limit(
        50_000, "W_LIMIT_PAGE_OBJECTS", "วัตถุในหนึ่งหน้า (เส้น ภาพ ข้อความ)", "objects on a page: lines, pictures, texts"
    )
    page_characters: int = _limit(100_000, "W_LIMIT_PAGE_TEXT", "ตัวอักษรในหนึ่งหน้า", "characters on a page")
    characters: int = _limit(3_000_000, "E_LIMIT_TEXT", "ตัวอักษรในไฟล์ข้อความ", "characters of a text or web page")
    inflated_mb: int = _limit(200, "E_LIMIT_INFLATED", "ขนาดหลังขยายไฟล์บีบอัด (MB)", "inflated size of a package, MB")
    inflation: int = _limit(200, "E_LIMIT_INFLATION", "อัตราการบีบอัดของไฟล์ย่อย (เท่า)", "inflation of one member, times")
    members: int = _limit(5_000, "E_LIMIT_MEMBERS", "จำนวนไฟล์ใน ZIP หรือ DOCX", "members of a ZIP or DOCX")
    table_cells: int = _limit(500_000, "E_LIMIT_TABLE", "ช่องในหนึ่งตาราง", "places of a table, rows x columns")
    table_columns: int = _limit(1_000, "E_LIMIT_COLUMNS", "คอลัมน์ในหนึ่งตาราง", "columns of a table")
    nesting: int = _limit(12, "W_LIMIT_NESTING", "ชั้นของตารางซ้อนตาราง", "tables inside one another")
    picture_megapixels: int = _limit(120, "W_LIMIT_PICTURE", "ขนาดภาพ (ล้านพิกเซล)", "size of a picture, megapixels")
    picture_s: int = _limit(
        60, "W_LIMIT_PICTURE_TIME", "เวลาอ่านหนึ่งภาพหรือหนึ่งหน้าสแกน (วินาที)", "seconds for a picture or scanned page"
    )
    memory_mb: int = _limit(2_048, "E_LIMIT_MEMORY", "หน่วยความจำต่อไฟล์ (MB)", "memory for a file, MB")
    stall_s: int = _limit(180, "E_LIMIT_STALL", "เวลาที่ไม่คืบหน้า (วินาที)", "seconds without progress")
    total_s: int = _limit(1_800, "E_LIMIT_TIME", "เวลารวมต่อไฟล์ (วินาที)", "seconds for a file")


CODES = {limit.name: str(limit.metadata["code"]) for limit in fields(Limits)}
"""The issue code of each limit."""

@dataclass(slots=True)
class _Holding:
    limits: Limits
    remarks: list[Remark] = field(default_factory=list)
    page: int | None = None


_holding: ContextVar[_Holding | None] = ContextVar("holding", default=None)


@contextmanager
def within(limits: Limits) -> Iterator[list[Remark]]:
    """Lets these limits hold for the reading inside; the list fills with what ``allows`` had to remark."""
    holding = _Holding(limits)
    token = _holding.set(holding)
    try:
        yield holding.remarks
    finally:
        _holding.reset(token)


def limits() -> Limits:
    """The limits that hold here: those of ``within``, else the defaults."""
    holding = _holding.get()
    return holding.limits if holding else Limits()


def turn_to(page: int) -> None:
    """The reader has come to this page: a sign of progress, and the page that remarks from now on are about."""
    holding = _holding.get()
    if holding:
        holding.page = page
    step()


def refuse_above(name: str, value: float) -> None:
    """Raises UnreadableFile with the limit's code where ``value`` is more than the limit ``name`` allows."""
    most = getattr(limits(), name)
    if value > most:
        raise UnreadableFile(CODES[name], may_retry=False, **_figures(value, most))


def allows(name: str, value: float) -> bool:
    """Whether ``value`` is within the limit; where it is not, the document gets a remark that says so."""
    most = getattr(limits(), name)
    if value <= most:
        return True
    holding = _holding.get()
    if holding:
        remark = Remark(CODES[name], holding.page, arguments=tuple(_figures(value, most).items()))
        if not any((said.code, said.page) == (remark.code, remark.page) for said in holding.remarks):
            holding.remarks.append(remark)
    return False


def _figures(value: float, most: float) -> dict[str, str]:
    return {"value": f"{value:,.0f}", "limit": f"{most:,.0f}"}
