"""Which year a sentence says of a figure: the one that follows at once, else the last before it that is no other's.

A year that is only compared with ("เมื่อเทียบกับปีงบประมาณ พ.ศ. 2565") holds for its own figure, not for the next name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.facts.comparisons import is_compared
from extractors.facts.scores.marks import Landmark
from extractors.thai.digits import Number
from extractors.thai.text import squeeze

LEFT = 60
"""How many characters before a figure may say that it is an earlier year's."""
YEAR_REACH = 30
"""How far from a figure its year may begin."""
NEXT_YEAR_REACH = 60
"""How far behind a score the year of the next one may begin, where nothing else is named between."""

FROM_TO = re.compile(
    r"^(?:คะแนน)?(?:ใน|เมื่อ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?(?:\d{4})?(?:เพิ่มขึ้น|ลดลง)?(?:มา)?(?:เป็น|เหลือ)(?:เพียง)?(?:คะแนน)?(?:ร้อยละ)?$"
)
"""What stands between the earlier and the later of two figures."""
_FROM = re.compile(
    r"(?:ลดลง|เพิ่มขึ้น|สูงขึ้น|ต่ำลง|เปลี่ยนแปลง)\s*(?:(?:เพียง)?เล็กน้อย|มาก|อย่าง\S{2,16}?)?\s*(?:มา)?จาก\s*(?:เดิม)?"
    r"\s*(?:คะแนน|ร้อยละ|ที่ได้|\s)*$"
)
"""What stands before the earlier of two figures, or before its year."""
_PLAIN_FROM = re.compile(r"จาก\s*(?:เดิม)?\s*(?:คะแนน|ร้อยละ|\s)*$")
_TO = re.compile(r"\s*(?:คะแนน|%)?\s*(?:เพิ่มขึ้น|ลดลง)?\s*(?:มา)?(?:เป็น|เหลือ)(?:เพียง)?\s*(?:คะแนน|ร้อยละ|\s)*\d")
"""A plain "จาก" says as much where the later figure follows: "จาก 100.00 คะแนน เหลือ 95.00 คะแนน"."""
_AND = re.compile(r"\s*(?:,|และ|กับ)\s*(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.\s?ศ\.)?\s*")
_OF_COMPARED = re.compile(
    r"^\s*(?:(?:ซึ่ง|ที่|โดย)\s*(?:ได้|มี)(?:รับ)?\s*(?:ผล)?(?:การประเมิน|คะแนน)?(?:เฉลี่ย)?\s*(?:เท่ากับ|อยู่ที่)?\s*(?:ร้อยละ)?"
    r"|(?P<aside>\()\s*(?:ได้)?\s*(?:ร้อยละ|คะแนน)?)\s*$"
)
"""What stands between a year that is compared with and its own figure: "ลดลงจากปี 2565 ซึ่งได้ร้อยละ 86.20"."""
_YEAR_AFTER = re.compile(r"^\s*(?:คะแนน)?\s*(?:\(|ใน|เมื่อ|ของ)\s*(?:ปี|พ\.ศ)")


class YearsSaid:
    """The years of one paragraph, for its figures."""

    def __init__(self, text: str, marks: Sequence[Landmark]) -> None:
        self.text = text
        self.marks = marks

    def of(self, number: Number, last_end: int) -> int | None:
        """The year that the words say of a figure; ``last_end`` is where the figure before it ends."""
        if (after := self._year_after(number)) is not None:
            return after
        before = [m for m in self.marks if m.year is not None and m.start < number.start]
        if not before:
            return None
        compared = is_compared(self.text, before[-1].start)
        if FROM_TO.match(squeeze(self.text[last_end : number.start])):
            return (before[-1].year or 0) + 1 if compared else None
        if compared and not self._is_from(number) and self._names_between(before[-1].end, number.start):
            return next((m.year for m in reversed(before) if not is_compared(self.text, m.start)), None)
        return before[-1].year

    def row_before(self, number: Number) -> list[int]:
        """The years named last before the figure, all that only "และ" or a comma parts."""
        row: list[Landmark] = []
        for mark in self.marks:
            if mark.year is None or mark.end > number.start:
                continue
            goes_on = row and _AND.fullmatch(self.text, row[-1].end, mark.start)
            row = [*row, mark] if goes_on else [mark]
        return [mark.year for mark in row if mark.year is not None]

    def is_of_compared(self, number: Number, last: Decimal | None) -> bool:
        """Whether a figure is said to be the score of a year that the text's own year is compared with.

        One in brackets may be the difference; it is taken where it is nearer to the ``last`` score than to none.
        """
        before = [m for m in self.marks if m.year is not None and m.end <= number.start]
        if not before or not is_compared(self.text, before[-1].start):
            return False
        between = _OF_COMPARED.match(self.text[before[-1].end : number.start])
        if between is None:
            return False
        return not between["aside"] or (last is not None and number.value * 2 > last)

    def _year_after(self, number: Number) -> int | None:
        """The year that follows a figure at once: "94.39 ในปีงบประมาณ พ.ศ. 2566"."""
        after = next((m for m in self.marks if m.year is not None and m.start >= number.end), None)
        near = after is not None and after.start - number.end < YEAR_REACH
        return after.year if after and near and _YEAR_AFTER.match(self.text[number.end :]) else None

    def _is_from(self, number: Number) -> bool:
        """Whether the figure is that of an earlier year, from which another one is said to differ."""
        before = self.text[max(0, number.start - LEFT) : number.start]
        return bool(_FROM.search(before) or (_PLAIN_FROM.search(before) and _TO.match(self.text, number.end)))

    def is_unsaid(self, number: Number) -> bool:
        """Whether the figure is that of an earlier year which the words do not name."""
        if not self._is_from(number) or self._year_after(number) is not None:
            return False
        before = [m for m in self.marks if m.year is not None and m.start < number.start]
        return not before or not is_compared(self.text, before[-1].start)

    def _names_between(self, start: int, end: int) -> bool:
        return any(m.entity is not None and start <= m.start < end for m in self.marks)
