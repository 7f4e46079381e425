"""Everybody whom a report names: in the columns for persons, and wherever a title stands before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.thai.people import people
from extractors.thai.people.vocabulary import LETTERS, title_pattern, words
from extractors.thai.text import squeeze
from schemas.offices import offices
from schemas.report import Report
from schemas.rows import Row

CONNECTING = re.compile(r"(ให้|โดย|ของ|จาก|แก่|ต่อ|หรือ|ถึง|คุณ|มี|เชิญ|เป็น|ว่า|แทน|ตั้ง|หมาย|คณะ)(?=นาย|นาง|น\.ส\.|ว่าที่|ดร\.)")
"""Words that prose writes onto a title; a space between lets the title be seen."""

WITHOUT_TITLE = re.compile(rf"(?P<given>{LETTERS}{{2,}})\s+(?P<family>(?:ณ\s+)?{LETTERS}{{2,}})")

OF_BODIES = re.compile("กลุ่ม|หน่วย|สำนัก|ฝ่าย|ศูนย์|โรงเรียน|กรรมการ|คณะ|ผู้แทน|ตัวแทน|ชุมชน")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without title; ``family`` is empty where only the given name stands."""

    given: str
    family: str = ""

    @property
    def whole(self) -> str:
        return squeeze(self.given + self.family)


def names_in(report: Report) -> set[Name]:
    found = {Name(r.given_name, r.family_name) for r in report.responsibilities if r.given_name}
    columns = [r.person for r in report.responsibilities if not r.given_name]
    for person in (*columns, *(member.person for member in report.committee_members)):
        found.update(_without_title(person))
    title = title_pattern()
    for text in set(_texts(report)):
        if title.search(text):
            spaced = CONNECTING.sub(r"\1 ", text.replace("_", " "))
            found.update(Name(p.given_name, p.family_name) for p in people(spaced) if p.title and p.given_name)
    return found


@cache
def words_of_the_language() -> frozenset[str]:
    """Words and provinces: a given or family name that is one of these says nothing when it stands alone."""
    from pythainlp.corpus import thai_words

    return frozenset(thai_words()) | {name for office in offices() for name in (office.province, *office.provinces)}


def _without_title(person: str) -> Iterator[Name]:
    """A name in a column for persons that lacks its title: two words that begin no position, body or unit."""
    match = WITHOUT_TITLE.fullmatch(person.strip())
    if match is None or title_pattern().match(person) or OF_BODIES.search(person):
        return
    if person.startswith((*words().positions, *words().bodies)):
        return
    if not {match["given"], match["family"]} <= words_of_the_language():
        yield Name(match["given"], match["family"])


def _texts(value: Any) -> Iterator[str]:
    """Every text of a report, a row or a tuple."""
    match value:
        case str():
            yield value
        case Row():
            for _, inner in value:
                yield from _texts(inner)
        case tuple():
            for item in value:
                yield from _texts(item)
