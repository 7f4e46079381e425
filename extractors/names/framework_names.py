"""Names of indicators, sub-indicators and items as cells and headings print them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractors.names.matching import Match, NameList
from extractors.thai.codes import indicator_code, item_code
from extractors.thai.digits import arabic
from extractors.thai.text import clean, skeleton
from schemas.framework import Framework

LONGEST_NAME = 200
"""A longer text is a description, not a name."""
NUMBER_SCORE = 0.7

_NUMBERED = re.compile(
    r"[\s\-–•*(\[]*(?:(?:ตัวชี้วัด(?:ย่อย|หลัก)?|ตชว\.?|ด้าน)\s*(?:ที่)?\s*[(:]?\s*(?:10|[0-9])(?:\s?\.\s?[0-9])?[ .):\-–]*"
    r"|(?:10|[0-9])(?:\.[0-9])?[.)]?\s+|(?:10|[0-9])[.)]|(?:10|[0-9])\.[0-9])\s*"
)
_WORDS_BEFORE = re.compile(
    r"(?:(?:ตัวชี้วัด(?:ย่อย)?|ตชว\.?|ด้าน|ประเด็น(?:การประเมิน)?|เรื่อง"
    r"|มาตรการ(?=ปรับปรุง|พัฒนา|ส่งเสริม|ยกระดับ|เพื่อ|การ|ด้าน)|แนวทาง(?=การ(?:พัฒนา|ยกระดับ|ปรับปรุง))"
    r"|(?:เพื่อ)?(?:การ)?(?:ยกระดับ|ส่งเสริม|พัฒนา|ปรับปรุง)(?!ระบบ|การทำงาน|ความโปร่งใส))\s*[:\-–]?\s*)+"
)
_SCORE_AFTER = re.compile(
    r"[\s:=\-–]*(?:[(\[]\s*(?:ร้อยละ|คะแนน)?\s*[0-9][0-9.,\s]*(?:%|คะแนน)?\s*[)\]]"
    r"|(?:ได้)?\s*(?:ร้อยละ|คะแนน)\s*[0-9][0-9., ]*|[0-9]{1,3}\s?\.\s?[0-9]{1,2}\s*%?)\s*$"
)
_MAY_HAVE_TAIL = re.compile(r"[0-9.)\]%](?=[\s0-9.,)\]%]*(?:คะแนน)?\s*$)")  # most names end in a letter
_BRACKETS_AFTER = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_YEAR_AFTER = re.compile(r"\s*(?:ของ)?(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[0-9]{2}\s*$")
_SLASH = re.compile(r"(?<=[ก-๙])\s?/\s?(?=[ก-ฮเ-ไ])")
_CODE_BEFORE = re.compile(
    r"[\s\-–•*(\[]*(?:[0-9]{1,2}[.)]\s*)?(?:ข้อ(?:ที่)?\s*)?"
    r"(?:(?:OIT|[OoΟοОо])[ .\-–]{0,2}[0-9]{1,2}|0[0-9]{2}|[0-9]{1,2}(?=[.)\s]))[\s.):\]\-–]*"
)


def match_indicator(text: str, framework: Framework) -> Match | None:
    """The indicator that a whole cell or heading names, whatever number, ด้าน or score is around it.

    A number alone is no name: see `find_indicator`. Where a number of the text contradicts its name, the name
    counts and ``conflict`` holds the number.
    """
    return _numbered(text, indicators(framework))


def match_subindicator(text: str, framework: Framework) -> Match | None:
    """The sub-indicator (9.1 ...) that a whole cell or heading names; as `match_indicator`."""
    return _numbered(text, subindicators(framework))


def match_item(text: str, framework: Framework) -> Match | None:
    """The item that a cell names: by name in this year's list first, by its code only without a name.

    The same O number means another item in another year, so where a known name and the code disagree the name
    counts and ``conflict`` holds the code.
    """
    if len(text) > LONGEST_NAME * 3:
        return None
    names = items(framework)
    if match := names.match(text, edit=False):
        return match
    plain = arabic(clean(text))
    lead = _CODE_BEFORE.match(plain)
    code = item_code(plain) if lead else None
    name_part = plain[lead.end() :] if lead else plain
    if match := _first(names, _without_tails(_SLASH.sub("หรือ", name_part))):
        return replace(match, conflict=code if code and code != match.code else "")
    if code not in names.name_of:
        return None
    if skeleton(name_part).startswith(skeleton(names.name_of[code])):
        return Match(code, names.name_of[code], 0.9, "skeleton")
    return Match(code, names.name_of[code], NUMBER_SCORE, "number")


def _numbered(text: str, names: NameList) -> Match | None:
    if len(text) > LONGEST_NAME:
        return None
    if match := names.match(text, edit=False):
        return match
    plain = arabic(clean(text))
    lead = _NUMBERED.match(plain)
    code = indicator_code(plain)
    rest = plain[lead.end() :] if lead else plain
    candidates = _without_tails(rest)
    if words := _WORDS_BEFORE.match(rest):
        candidates += _without_tails(rest[words.end() :])
    match = _first(names, candidates)
    if match is None or code is None or code == match.code or code not in names.name_of:
        return match
    return replace(match, conflict=code)


def _first(names: NameList, candidates: list[str]) -> Match | None:
    """The first candidate that is a name; only where none is, the nearest to a name."""
    for candidate in candidates:
        if match := names.match(candidate, edit=False):
            return match
    near = [match for candidate in candidates if (match := names.match(candidate))]
    return max(near, key=lambda match: match.score, default=None)


def _without_tails(text: str) -> list[str]:
    """The text, and shorter ones without a score, a year, a remark in brackets or further lines after it."""
    shorter = [text]
    if _MAY_HAVE_TAIL.search(text):
        for tail in (_SCORE_AFTER, _BRACKETS_AFTER):
            shorter.append(tail.sub("", shorter[-1]))
    if year := _YEAR_AFTER.search(shorter[-1]):
        name = shorter[-1][: year.start()]
        shorter += [f"{name}ประจำปี", name, _BRACKETS_AFTER.sub("", name)]
    shorter.append(shorter[-1].partition("\n")[0])
    return [each for each in dict.fromkeys(shorter) if each.strip()]


@cache
def indicators(framework: Framework) -> NameList:
    return NameList((i.code, i.name, i.variants) for i in framework.indicators)


@cache
def subindicators(framework: Framework) -> NameList:
    return NameList((s.code, s.name, s.variants) for s in framework.subindicators)


@cache
def items(framework: Framework) -> NameList:
    return NameList((i.code, i.name, i.variants) for i in framework.items)
