"""What a score is called when the audit speaks to a person: ``ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ปี 2565``."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.rows import Mention, Placed

LEVELS_TH = {
    "overall": "คะแนนรวม",
    "instrument": "แบบวัด",
    "indicator": "ตัวชี้วัดที่",
    "subindicator": "ตัวชี้วัดย่อยที่",
    "item": "ข้อ",
}
SUBJECTS_TH = {"national": "ค่าเฉลี่ยระดับประเทศ ", "other": "หน่วยงานอื่น "}
SUBJECTS_EN = {"national": "national average ", "other": "another office's "}
QUANTITIES_TH = {
    "score": "คะแนน",
    "full_score": "คะแนนเต็ม",
    "weight": "ค่าน้ำหนัก",
    "weighted_score": "คะแนนถ่วงน้ำหนัก",
    "grade": "ระดับ",
    "result": "ผลการประเมิน",
    "history": "คะแนนในตารางย้อนหลัง",
    "change": "ผลต่างในตารางย้อนหลัง",
}


def label_th(score_key: str, quantity: str = "score", name: str = "") -> str:
    """The score in Thai, with the quantity where it is not the score itself."""
    year, subject, level, code = score_key.split("/")
    words = f"{SUBJECTS_TH.get(subject, '')}{LEVELS_TH[level]} {code} {name}".strip()
    what = "" if quantity == "score" else f"{QUANTITIES_TH[quantity]} "
    return f"{what}{words} ปี {year}"


def label_en(score_key: str, quantity: str = "score") -> str:
    """The score in English: ``indicator 9 of 2565``."""
    year, subject, level, code = score_key.split("/")
    what = "" if quantity == "score" else f"{quantity.replace('_', ' ')} of "
    return f"{what}{SUBJECTS_EN.get(subject, '')}{level} {code} of {year}"


def place_th(row: Placed) -> str:
    """``หน้า 3 ตาราง 2 แถว 5``, as far as known; ``ในเอกสาร`` where nothing is."""
    return _place(row, "หน้า", "ตาราง", "แถว") or "ในเอกสาร"


def place_en(row: Placed) -> str:
    return _place(row, "page", "table", "row") or "in the document"


def _place(row: Placed, page: str, table: str, line: str) -> str:
    parts = ((page, row.page), (table, row.table_no), (line, row.row_no))
    return " ".join(f"{word} {number}" for word, number in parts if number is not None)


def places_th(mentions: Iterable[Mention]) -> str:
    """``97.12 (หน้า 3 ตาราง 2), 97.21 (หน้า 5)``: every printed value with its place."""
    return ", ".join(f"{m.value} ({place_th(m)})" for m in mentions)


def places_en(mentions: Iterable[Mention]) -> str:
    return ", ".join(f"{m.value} ({place_en(m)})" for m in mentions)
