"""The indicator that a longer text, a heading or a sentence, speaks of."""

from __future__ import annotations

import re
from functools import cache

from extractors.names.framework_names import NUMBER_SCORE, indicators
from extractors.names.matching import Match
from extractors.thai.bones import Bones, bones_of
from extractors.thai.codes import indicator_codes
from extractors.thai.text import skeleton
from schemas.framework import Framework

# What may touch a name from the left without making it another name. แผนปฏิบัติการป้องกันการทุจริต is none.
_TOUCHING_BEFORE = tuple(
    skeleton(word)
    for word in (
        *("ด้าน", "ตัวชี้วัด", "ตัวชี้วัดที่", "เรื่อง", "ประเด็น", "คือ", "ได้แก่", "และ"),
        *("ปรับปรุง", "พัฒนา", "ส่งเสริม", "ยกระดับ"),
    )
)
# What may touch it from the right. การเปิดเผยข้อมูลสาธารณะ is the instrument OIT.
_TOUCHING_AFTER = (
    *("ของ", "มี", "ได้", "โดย", "ใน", "ตาม", "ให้", "ที่", "ปี", "และ", "เพื่อ"),
    *("คะแนน", "พบ", "อยู่", "ดังนี้", "เป็น"),
)


def find_indicator(text: str, framework: Framework) -> Match | None:
    """The one indicator that the text speaks of, by ``ตัวชี้วัดที่ N`` first and by a contained name second.

    None where it speaks of none or of several. Where number and name disagree the number counts, with a low
    score, and ``conflict`` holds the code of the name.
    """
    names = indicators(framework)
    numbers = {code.partition(".")[0] for code in indicator_codes(text)} & set(names.name_of)
    found = _contained(text, framework)
    if len(numbers) == 1:
        code = numbers.pop()
        if code in found:
            return Match(code, names.name_of[code], 1.0, "exact")
        conflict = next(iter(found), "")
        return Match(code, names.name_of[code], 0.5 if conflict else NUMBER_SCORE, "number", conflict)
    if len(found) != 1 or numbers:
        return None
    code = next(iter(found))
    return Match(code, names.name_of[code], 0.95, "skeleton")


def _contained(text: str, framework: Framework) -> dict[str, None]:
    """Codes of the indicators whose names stand in the text as names of their own, in order."""
    bones = bones_of(text)
    names = indicators(framework).skeletons
    codes: dict[str, None] = {}
    for match in _pattern(framework).finditer(bones.text):
        if _begins_name(bones, match.start()) and _ends_name(bones, match.end()):
            codes[names[match[0]]] = None
    return codes


def _begins_name(bones: Bones, start: int) -> bool:
    return bones.begins_word(start) or bones.text.endswith(_TOUCHING_BEFORE, 0, start)


def _ends_name(bones: Bones, end: int) -> bool:
    return bones.ends_word(end) or bones.source.startswith(_TOUCHING_AFTER, bones.span(end - 1, end)[1])


@cache
def _pattern(framework: Framework) -> re.Pattern[str]:
    longest_first = sorted(indicators(framework).skeletons, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
