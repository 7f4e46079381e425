"""What a sentence says that a figure is of: the names before it, those listed after it, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.facts.scores.marks import Landmark
from extractors.facts.scores.stated import OVERALL, Entity
from extractors.facts.scores.words import words
from extractors.thai.codes import item_codes
from extractors.thai.digits import Number
from extractors.thai.text import squeeze
from schemas.rows import Subject

OVERALL_REACH = 260
"""How far after its name a figure may still be the whole score: the office's name and the year stand between."""
TARGET_REACH = 24

_LISTED = re.compile(
    r"\s*(?:คะแนน)?\s*\)?\s*(?:(?:มี)?\s*จำนวน\s*\d+\s*(?:ข้อ|ตัวชี้วัด|รายการ))?"
    r"\s*(?:คือ|ใน|(?P<such_as>ได้แก่|เช่น))\s*(?:ข้อ\s*)?"
)
_THOSE_WITH = re.compile(r"(?:ข้อ|ตัวชี้วัด(?:ย่อย)?|รายการ)\s*ที่\s*(?:ได้|มี)\s*(?:คะแนน)?(?:เต็ม)?\s*(?:ร้อยละ)?\s*$")
"""What stands before a figure that those share which are listed after it: "ข้อที่ได้ 0 คะแนน ได้แก่ O26 O28"."""
_ITEMS = re.compile(r"(?:[Oo0]\s?\d{1,2}(?!\d)(?:[\s,]|และ)*)+")
_MEAN = re.compile(r"(?:ค่า)?คะแนนเฉลี่ย\D{0,40}$")
_OF_OFFICES = re.compile(
    r"\s*(?:ของสำนักงานเขตพื้นที่การศึกษา|ของ\s*สพท\.?)?\s*(?:ทั้งหมด|\d+\s*เขต)?\s*(?:ใน|ประจำ)?(?:ปี\S*\s*(?:พ\.\s?ศ\.\s*)?\d{2,4})?"
    r"\s*(?:เท่ากับ|อยู่ที่|คือ|ได้|[:=])?\s*(?:ร้อยละ)?\s*"
)
_AND = re.compile(r"^(?:[\s,)]|และ|กับ|ข้อ|ตัวชี้วัดที่|ตัวชี้วัด)*$")


class NamesSaid:
    """The names of one paragraph, for its figures."""

    def __init__(self, text: str, marks: Sequence[Landmark]) -> None:
        self.text = text
        self.marks = marks

    def before(self, number: Number) -> tuple[list[Entity], int]:
        """The entities named last before the figure (several when joined by "และ"), and where the name ends."""
        names: list[Entity] = []
        end = 0
        for mark in self.marks:
            if mark.start >= number.start:
                break
            if mark.reset:
                names = []
            if mark.entity is None:
                continue
            joined = names and names != [OVERALL] and _AND.match(self.text[end : mark.start])
            names = [*names, mark.entity] if joined else [mark.entity]
            end = mark.end
        return names, end

    def listed_after(self, number: Number) -> tuple[list[Entity], bool]:
        """The entities listed after the figure: "คือ ตัวชี้วัดที่ 9 ... และตัวชี้วัดที่ 10 ...", "เช่น O14, 020".

        The flag says that a list of examples is announced, whether its names are known or not.
        """
        announced = _LISTED.match(self.text, number.end)
        if announced is None:
            return [], False
        return self._row_from(announced.end()), announced["such_as"] is not None

    def _row_from(self, start: int) -> list[Entity]:
        if items := _ITEMS.match(self.text, start):
            return [Entity("item", code) for code in item_codes(items.group())]
        names: list[Entity] = []
        end = start
        for mark in self.marks:
            if mark.entity is None or mark.start < start:
                continue
            if not _AND.match(self.text[end : mark.start]):
                break
            names.append(mark.entity)
            end = mark.end
        return names

    def shared(self, number: Number, left: str) -> list[Entity]:
        """The entities that share the figure, where the words ``left`` of it say so and they are listed after it."""
        return self.listed_after(number)[0] if _THOSE_WITH.search(left) else []

    def subject(self, number: Number) -> Subject:
        """Whose the figure is: of the last one named before it."""
        before = [m.subject for m in self.marks if m.subject is not None and m.start < number.start]
        return before[-1] if before else "office"

    def own_office_since(self, start: int, number: Number) -> int:
        """Where the last mention of this office ends that stands between ``start`` and the figure; 0 for nowhere."""
        ends = [m.end for m in self.marks if m.subject is not None and start <= m.start and m.end <= number.start]
        return ends[-1] if ends and self.subject(number) == "office" else 0

    def is_whole_of_the_country(self, number: Number, start: int) -> bool:
        """Whether a mean of the country stands alone: "คะแนนเฉลี่ยระดับประเทศ เท่ากับ 91.52 คะแนน"."""
        nation = [m for m in self.marks if m.subject is not None and start <= m.start and m.end <= number.start]
        if not nation or nation[-1].subject != "national":
            return False
        before, between = self.text[start : nation[-1].start], self.text[nation[-1].end : number.start]
        mean = _MEAN.search(before)
        compared = mean is not None and before[: mean.start()].rstrip().endswith(("กว่า", "กับ", "จาก"))
        return mean is not None and not compared and _OF_OFFICES.fullmatch(between) is not None

    def is_target(self, number: Number) -> bool:
        """Whether the words before the name say that its score is only hoped for: "เป้าหมายผลการประเมิน ITA คือ 95"."""
        starts = [m.start for m in self.marks if m.entity is not None and m.start < number.start]
        before = squeeze(self.text[max(0, starts[-1] - TARGET_REACH) : starts[-1]]) if starts else ""
        return any(word in before for word in words().refuse_name)

    def is_out_of_reach(self, number: Number, names: list[Entity], names_end: int) -> bool:
        """Whether too much stands between the name of the whole score, or the office after it, and the figure."""
        offices = (m.end for m in self.marks if m.subject == "office" and names_end <= m.end <= number.start)
        return names == [OVERALL] and number.start - max(names_end, *offices, 0) > OVERALL_REACH
