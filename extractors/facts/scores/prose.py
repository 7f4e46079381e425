"""Scores stated in running text: "ตัวชี้วัดที่ 6 ... ได้คะแนนเท่ากับร้อยละ 97.86".

A figure is a score only where the words right before it (since the last figure or name) say so, and no word
there makes it a target, a threshold, a rank, a count or a difference. What it is of, whose and of which year
are the last landmarks before it; a year that follows at once ("94.39 ในปีงบประมาณ พ.ศ. 2566") comes first.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.document import Paragraph
from extractors.facts.comparisons import is_compared
from extractors.facts.scores.cues import says_score
from extractors.facts.scores.labels import entity_of
from extractors.facts.scores.landmarks import landmarks, says_overall
from extractors.facts.scores.marks import Landmark
from extractors.facts.scores.names_said import NamesSaid
from extractors.facts.scores.running import Running
from extractors.facts.scores.stated import OVERALL, Entity, Place, Quantity, Stated
from extractors.facts.scores.subjects import is_example
from extractors.facts.scores.sums_said import SumsSaid
from extractors.facts.scores.words import words
from extractors.facts.scores.years_said import FROM_TO, NEXT_YEAR_REACH, YearsSaid
from extractors.thai.digits import Number, numbers
from extractors.thai.text import squeeze
from schemas.framework import Framework

LEFT = 60
"""How many characters before a figure may say what it is ..."""
RIGHT = 30
"""... and how many after it."""
GRADE_REACH = 90
QUOTE = 90

_WORTH_READING = re.compile(r"คะแนน|ร้อยละ|ประเมิน|\d\.\d\d")
_COUNTS_RESPONDENTS = re.compile(r"\A(?!.*คะแนน).*(?:จำนวน|ร้อยละ|สัดส่วน)(?:ของ)?ผู้(?:ตอบ|มีส่วนได้ส่วนเสีย)", re.DOTALL)
_YEAR_ENTRY = re.compile(r"[\s\-–•●*]*(?:\(?\d{1,2}[.)])?\s*(?:ใน|ประจำ)?ปี")
_SCORE_ENTRY = re.compile(
    r"[\s\-–•●*]*(?:ผล)?คะแนน(?:ที่ได้|ประเมิน|เฉลี่ย)?\s*(?:ใน)?(?:ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.)?\s*\d{2,4})?\s*[:：=]"
)
"""An entry of a block of keys and values, which speaks of the name that heads the block."""
_SUM_ENTRY = re.compile(
    r"[\s\-–•●*]*(?:มี|ได้)?(?:ผล)?คะแนน(?:เฉลี่ย)?รวม(?:ทั้งสิ้น|ทั้งหมด)?\s*(?:ได้|เท่ากับ|คือ|เป็น)?\s*[:：=]?\s*(?:ร้อยละ)?\s*\d{1,2}\.\d"
)
"""An entry of the sum, below a line that speaks of the whole score."""
_LEVEL = r"(AA(?![A-Za-z])|[A-F](?![A-Za-z])|ผ่านดีเยี่ยม|ผ่านดี|ผ่าน(?!เกณฑ์)|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง)"
_GRADE_AFTER = re.compile(
    rf"ระดับ\s*(?:คุณภาพ|ผลการประเมิน|คะแนน)?\s*(?:เป็น|ที่|คือ|[:=])?\s*[“\"]?{_LEVEL}"
)
_GRADE_AT_ONCE = re.compile(r"\s*(?:คะแนน|%)?\s*(?:\(|อยู่ใน|ซึ่งอยู่ใน|,)?\s*ระดับ")
_GRADE_LINE = re.compile(
    rf"\W*(?:ระดับ)?ผลการประเมิน(?:ใน)?(?:ภาพรวม|โดยรวม)?(?:อยู่ใน)?\s*(?:ระดับ)?\s*[:：=]?\s*{_LEVEL}\W*"
)
_GRADE_BEFORE = re.compile(
    r"ระดับ\s*(AA|[A-F])\s*(?:\([^()]*\))?\s*(?:โดย|ซึ่ง)?\s*(?:มี|ได้)?(?:ผล)?คะแนน(?:เฉลี่ย|รวม|ภาพรวม|เท่ากับ|ร้อยละ|\s)*$"
)
_UNIT = re.compile(r"^\s*(?:คะแนน|%)(?=\s*\()")
_NEXT_FIGURE = re.compile(r"^(?:[\s,]|คะแนน|ร้อยละ|และ)+$")
_IN_TURN = re.compile(r"^\s*(?:คะแนน)?\s*ตามลำดับ")


def stated_in(
    paragraph: Paragraph, block: int, framework: Framework, office_name: str, heading: str = ""
) -> list[Stated]:
    """The scores a paragraph states, in order. ``heading`` is the line above: what an entry of years speaks of."""
    text = paragraph.text
    if not _WORTH_READING.search(text) or _COUNTS_RESPONDENTS.search(text) or is_example(text):
        return []
    running = Running(paragraph)
    figures = [n for n in numbers(running.text) if 0 <= n.value <= 100]
    if not figures:
        return _grade_alone(running, block)
    marks = landmarks(running.text, framework, office_name)
    if (_YEAR_ENTRY.match(running.text) or _SUM_ENTRY.match(running.text)) and says_overall(heading):
        marks.insert(0, Landmark(0, 0, OVERALL))
    elif _SCORE_ENTRY.match(running.text) and (part := entity_of(heading, "", framework)):
        marks.insert(0, Landmark(0, 0, part))
    return _Reader(running, figures, marks, block, framework).read()


def _grade_alone(running: Running, block: int) -> list[Stated]:
    """The grade of the whole score on a line of its own, as it stands under a table."""
    said = _GRADE_LINE.fullmatch(running.text)
    if said is None:
        return []
    line = running.line_at(0)
    place = Place(block, line.page, box=line.box)
    return [
        Stated(OVERALL, "office", "grade", said.group(1), None, None, f"block {block}", place, running.text, "prose")
    ]


class _Reader:
    """Walks the figures of one paragraph from left to right."""

    def __init__(
        self, running: Running, figures: list[Number], marks: list[Landmark], block: int, framework: Framework
    ) -> None:
        self.running = running
        self.text = running.text
        self.marks = marks
        self.names = NamesSaid(self.text, marks)
        self.years = YearsSaid(self.text, marks)
        self.sums = SumsSaid(self.text, marks, {i.code: i.weight for i in framework.instruments})
        taken = [(mark.start, mark.end) for mark in marks if mark.subject != "national" and not mark.reset]
        self.figures = [n for n in figures if not any(start <= n.start < end for start, end in taken)]
        self.block = block
        self.found: list[Stated] = []

    def read(self) -> list[Stated]:
        last_end, last_entities = 0, list[Entity]()
        figures = list(self.figures)
        while figures:
            group = self._group(figures)
            del figures[: len(group)]
            if self.sums.is_factor(group[0], last_end):  # what follows is still said of the figure before
                last_end = group[-1].end
                continue
            entities = self._entities(group, last_end, last_entities)
            if self.names.subject(group[0]) == "other":
                entities = []
            pairs = self._pairs(entities, group)
            if not pairs and len(group) == 1:
                self._state_points_aside(group[0], last_end, last_entities)
            if len(entities) == 1 and len(group) > 1:
                self._state_year_by_year(entities[0], group)
            for entity, number in pairs:
                self._state(entity, number, last_end if number is group[0] else number.start)
            last_entities = entities if len(group) == 1 and pairs else []
            last_end = group[-1].end
        return self.found

    def _group(self, figures: list[Number]) -> list[Number]:
        """The first figure, with those that only "," or "และ" parts from it."""
        end = 1
        while end < len(figures) and _NEXT_FIGURE.match(self.text[figures[end - 1].end : figures[end].start]):
            end += 1
        return figures[:end]

    def _pairs(self, entities: list[Entity], group: list[Number]) -> list[tuple[Entity, Number]]:
        """Which figure is whose: one for all, or one each "ตามลำดับ"; nothing where that is not said."""
        if len(group) == 1:
            return [(entity, group[0]) for entity in entities]
        if len(entities) == len(group) and _IN_TURN.match(self.text[group[-1].end :]):
            return list(zip(entities, group, strict=True))
        return []

    # --- is it a score, and of what? ---------------------------------------------------------------------

    def _entities(self, group: list[Number], last_end: int, last_entities: list[Entity]) -> list[Entity]:
        """What the first of the figures is a score of; empty when the words do not say that it is a score."""
        number = group[0]
        since_figure = squeeze(self.text[last_end : number.start])
        if last_entities and (FROM_TO.match(since_figure) or self._percent_of(since_figure, last_entities)):
            return last_entities
        if last_entities and self._says_score_of_next_year(number, last_end):
            return last_entities
        names, names_end = self.names.before(number)
        if self.sums.is_addend(number):
            return []
        if not names and (own := self.names.own_office_since(last_end, number)) and self._says_whole(own, number):
            return [OVERALL]
        if names in ([], [OVERALL]) and self.names.is_whole_of_the_country(number, last_end):
            return [OVERALL]
        if self.sums.is_result(number, last_end):
            return [OVERALL] if self.sums.is_sum_of_all(number) else []
        if self.years.is_of_compared(number, self._last_amount()):
            return names
        if names == [OVERALL] and (own := self.names.own_office_since(last_end, number)):
            names_end = max(names_end, own)  # "... ส่วน สพป.ลำปาง เขต 2 ได้ 93.82 คะแนน"
        named = bool(names) and names_end >= last_end
        if named:  # the office and the year may stand between the name and its figure
            between = (m.end for m in self.marks if m.between and names_end <= m.end <= number.start)
            names_end = max([names_end, *between])
        left = self.text[max(last_end, names_end, number.start - LEFT) : number.start]
        if last_end > max(names_end, number.start - LEFT):
            left = _UNIT.sub("", left)  # that of the figure before
        if shared := self.names.shared(number, left):
            return shared
        end = group[-1].end  # behind the last stands what they are: "87.25 และ 91.04 คะแนน ตามลำดับ"
        is_zero_or_full = bool(names) and names[-1].level == "item" and self._is_zero_or_full(number)
        if not is_zero_or_full and not says_score(left, number.printed, self.text[end : end + RIGHT], named=named):
            return []
        listed, are_examples = self.names.listed_after(number)
        if listed or are_examples:
            return listed
        if self.names.is_target(number) or self.names.is_out_of_reach(number, names, names_end):
            return []
        return names

    def _last_amount(self) -> Decimal | None:
        return next((s.amount for s in reversed(self.found) if s.amount is not None), None)

    def _says_score_of_next_year(self, number: Number, last_end: int) -> bool:
        """Whether only a year stands between the last score and this one: "ปี 2565 ได้ 92.11 ปี 2566 ได้ 97.01"."""
        between = [mark for mark in self.marks if last_end <= mark.start < number.start]
        if len(between) != 1 or between[0].year is None or between[0].start - last_end > NEXT_YEAR_REACH:
            return False
        if is_compared(self.text, between[0].start):  # "เพิ่มขึ้นจากปี 2565 ร้อยละ 2.10"
            return False
        left, right = self.text[between[0].end : number.start], self.text[number.end : number.end + RIGHT]
        return says_score(left, number.printed, right, named=True)

    def _percent_of(self, since_figure: str, last: list[Entity]) -> bool:
        return since_figure in ("คิดเป็นร้อยละ", "คะแนนคิดเป็นร้อยละ") and last[0].level == "instrument"

    # --- stating it --------------------------------------------------------------------------------------

    def _state(self, entity: Entity, number: Number, last_end: int) -> None:
        if self.years.is_unsaid(number):
            return
        left = squeeze(self.text[max(last_end, number.start - LEFT) : number.start])
        quantity = self._quantity(entity, number.value, left)
        if quantity is None:
            return
        self._add(entity, quantity, number, number.value, number.printed, self.years.of(number, last_end))
        if quantity != "score" or entity.level not in ("overall", "instrument", "indicator"):
            return
        right = self.text[number.end : number.end + GRADE_REACH]
        if entity.level == "instrument" and not _GRADE_AT_ONCE.match(right):
            return  # a sentence may end with the grade of the whole
        following = next((n.start - number.end for n in self.figures if n.start >= number.end), GRADE_REACH)
        if grade := _GRADE_AFTER.search(right[:following]) or _GRADE_BEFORE.search(self.text[last_end : number.start]):
            self._add(entity, "grade", number, None, grade.group(1), self.years.of(number, last_end))

    def _state_year_by_year(self, entity: Entity, group: list[Number]) -> None:
        """One figure for each year named last: "ปี 2565 และ 2566 เท่ากับ 87.25 และ 91.04 ตามลำดับ"."""
        years = self.years.row_before(group[0])
        if len(years) == len(group) and _IN_TURN.match(self.text[group[-1].end :]):
            for year, number in zip(years, group, strict=True):
                self._add(entity, "score", number, number.value, number.printed, year)

    def _is_zero_or_full(self, number: Number) -> bool:
        """Whether words behind an item's code say its score, whatever stands between: "O21 ... ได้ 0 คะแนน"."""
        before, after = self.text[: number.start].rstrip(), self.text[number.end :].lstrip()
        return number.value in (0, 100) and before.endswith(("ได้", "ได้คะแนน")) and after.startswith("คะแนน")

    def _says_whole(self, start: int, number: Number) -> bool:
        """Whether the words between the office and the figure say a score, and a grade follows: its whole score."""
        following = next((n.start for n in self.figures if n.start >= number.end), len(self.text))
        graded = _GRADE_AFTER.search(self.text, number.end, min(following, number.end + GRADE_REACH))
        left, right = self.text[start : number.start], self.text[number.end : number.end + RIGHT]
        return graded is not None and "คะแนน" in left + right and says_score(left, number.printed, right, named=True)

    def _state_points_aside(self, number: Number, last_end: int, last_entities: list[Entity]) -> None:
        if len(last_entities) != 1 or not self.found or self.found[-1].entity != last_entities[0]:
            return
        last = self.found[-1]
        if (quantity := self.sums.beside(number, last_end, last)) is not None:
            self._add(last.entity, quantity, number, number.value, number.printed, last.year)

    def _quantity(self, entity: Entity, value: Decimal, left: str) -> Quantity | None:
        """Points out of the weight and the weight itself are told from scores of 100 by word and by size."""
        if entity.level != "instrument":
            return None if left.endswith(words().weight) else "score"
        weight = self.sums.weights.get(entity.code, Decimal(0))
        if left.endswith(words().weight):
            return "weight"
        return "weighted_score" if value <= weight and not left.endswith("คิดเป็นร้อยละ") else "score"

    def _add(
        self, entity: Entity, quantity: Quantity, number: Number, amount: Decimal | None, printed: str, year: int | None
    ) -> None:
        line = self.running.line_at(number.start)
        quote = self.text[max(0, number.start - QUOTE) : number.end + 20].strip()
        self.found.append(
            Stated(
                entity,
                self.names.subject(number),
                quantity,
                printed,
                amount,
                year,
                f"block {self.block}",
                Place(self.block, line.page, box=line.box),
                quote,
                "prose",
            )
        )
