"""Where running text begins to speak of this office, of others, or of the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.facts.scores.marks import Landmark
from extractors.facts.scores.words import words
from extractors.names import match_office


def subjects(text: str, office_name: str) -> Iterator[Landmark]:
    for m in _national().finditer(text):
        yield Landmark(m.start(), m.end(), subject="national")
    for m in _others().finditer(text):
        yield Landmark(m.start(), m.end(), subject="other")
    for m in _own().finditer(text) if "ฯ" in text or "เรา" in text else ():
        yield Landmark(m.start(), m.end(), subject="office")
    for mention in match_office(text):
        if mention.office is not None:
            mine = not office_name or mention.office.name_full == office_name
            yield Landmark(*mention.span, subject="office" if mine else "other")


@cache
def _national() -> re.Pattern[str]:
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words().national))


@cache
def _own() -> re.Pattern[str]:
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words().own))


@cache
def _others() -> re.Pattern[str]:
    """Scores said of others than the office: "คะแนนเฉลี่ยของโรงเรียนในสังกัด", "โรงเรียนบ้านทุ่ง ได้คะแนน"."""
    bodies = "|".join(r"\s*".join(map(re.escape, word)) for word in words().others)
    first = "".join(sorted({word[0] for word in (*words().others, "โ", "ส", "ค", "ผ", "ร", "ก")}))
    return re.compile(
        rf"(?=[{first}])(?:(?<!มี)(?<!มี )(?:{bodies}|โรงเรียน|สถานศึกษา)[^\n]{{0,50}}?(?:เข้า)?(?:รับ|ร่วม)(?:การ)?ประเมิน|"
        rf"(?:คะแนน|ผลการประเมิน|ร้อยละ|การประเมิน(?:\s*ITA)?(?:\s*Online)?)\s?[^\s\d]{{0,20}}\s?(?:{bodies})"
        r"|โรงเรียน\S{2,40}\s+(?:ได้|มี)(?:รับ)?(?:ผล)?คะแนน)"
    )
