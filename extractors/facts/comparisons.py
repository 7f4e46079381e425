"""Years that a text names without speaking of them: those it compares with, and those it has aims for."""

from __future__ import annotations

import re

from extractors.thai.dates import FiscalYear, fiscal_years

_REACH = 60
_AIM_REACH = 40
_COMPARED = re.compile(
    r"(?:เทียบ(?:กับ|จาก)?|(?:ลดลง|เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ต่ำลง|แย่ลง|สูงกว่า|ต่ำกว่า|มากกว่า|น้อยกว่า)\s*(?:จาก)?)\s*(?:ผลการประเมิน|ผลคะแนน|คะแนน)?\s*"
    r"(?:ใน|ของ)?\s*(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.)?\s*$"
)
_AIMED = re.compile(r"(?:เป้าหมาย|คาดหวัง|คาดการณ์|คาดว่า|ตั้งเป้า)[^\d\n]*$")
_PLANNED = re.compile(r"(?:มาตรการ|แนวทาง|แผน|พัฒนา|ยกระดับ|ปรับปรุง|แก้ไข)[^\d\n]{0,30}$")
_AIM_AFTER = re.compile(r"\s*\(?\s*(?:ค่า)?(?:เป้าหมาย|คาดหวัง|คาดการณ์)")


def is_compared(text: str, start: int) -> bool:
    """Whether the words before ``start``, where a year begins, say that the text's own year is compared with it."""
    return bool(_COMPARED.search(text, max(0, start - _REACH), start))


def is_aimed_at(text: str, year: FiscalYear) -> bool:
    """Whether the words around a year say that its figures are only hoped for: "เป้าหมายปีงบประมาณ พ.ศ. 2567"."""
    before = text[max(0, year.start - _AIM_REACH) : year.start]
    return bool(_AIMED.search(before) or _AIM_AFTER.match(text, year.end))


def is_planned_for(text: str, year: FiscalYear) -> bool:
    """Whether a year is that of measures, which follow the results: "ต้องกำหนดมาตรการพัฒนาในปีงบประมาณ พ.ศ. 2567"."""
    return _PLANNED.search(text[max(0, year.start - _AIM_REACH) : year.start]) is not None


def own_years(text: str) -> list[int]:
    """The years whose results a text speaks of, named in words, in order."""
    others = (is_aimed_at, is_planned_for)
    years = (year for year in fiscal_years(text) if year.worded and not is_compared(text, year.start))
    return [year.year for year in years if not any(is_other(text, year) for is_other in others)]
