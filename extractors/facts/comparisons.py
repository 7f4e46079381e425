"""Years that are named only to be compared with: "เมื่อเทียบกับปีงบประมาณ พ.ศ. 2565 ..."."""

from __future__ import annotations

import re

_REACH = 60
_COMPARED = re.compile(
    r"(?:เทียบ(?:กับ|จาก)?|(?:ลดลง|เพิ่มขึ้น|สูงขึ้น|ต่ำลง|สูงกว่า|ต่ำกว่า)\s*(?:จาก)?)\s*(?:ผลการประเมิน|ผลคะแนน|คะแนน)?\s*"
    r"(?:ใน|ของ)?\s*(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.)?\s*$"
)


def is_compared(text: str, start: int) -> bool:
    """Whether the words before ``start``, where a year begins, say that the text's own year is compared with it."""
    return bool(_COMPARED.search(text, max(0, start - _REACH), start))
