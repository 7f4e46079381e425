"""What running text speaks of at each point: indicators, instruments, years, offices, the country.

``landmarks`` lists them in order; ``extractors.facts.scores.prose`` decides which figure belongs to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.facts.scores.stated import OVERALL, Entity
from extractors.facts.scores.words import words
from extractors.names import match_office
from extractors.thai.dates import FiscalYear, fiscal_years
from extractors.thai.text import squeeze
from schemas.framework import Framework
from schemas.rows import Subject

CITATION_REACH = 140


@dataclass(frozen=True, slots=True)
class Landmark:
    """A stretch of the text that sets what follows: exactly one of ``entity``, ``subject``, ``year``, or a reset."""

    start: int
    end: int
    entity: Entity | None = None
    subject: Subject | None = None
    year: int | None = None
    reset: bool = False

    @property
    def between(self) -> bool:
        """Whether it may stand between a name and its figure: an office or a year."""
        return self.year is not None or self.subject == "office"


_NUMBERED = re.compile(
    r"ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*(?P<code>\d{1,2}(?:\.\d)?)(?!\d)(?P<range>\s*[-–—]\s*\d{1,2})?\s*[).:]?\s*"
)
_MORE_NUMBERS = re.compile(
    r"\s*(?:,|และ(?:ตัวชี้วัด(?:ที่)?)?)\s*(?P<code>\d{1,2})(?![\d.]|\s*(?:คะแนน|%|ตัวชี้วัด|ข้อ))"
)
_LIST_ENTRY = re.compile(r"(?:^|\n)\s*(?:\(?\d{1,2}[.)]+\s*|[-–•*]\s*)?")
_INSTRUMENT = re.compile(r"[IEO]IT(?<![A-Za-z]...)(?![A-Za-z])")
_QUESTION = re.compile(r"[IiEe](?<![A-Za-z0-9].)[ .]?\d{1,2}(?![0-9A-Za-z]|\.\d)")
"""The code of a survey question: what follows is its score, not that of the indicator."""
_ITEM = re.compile(r"O(?<![A-Za-z0-9.].)\s?([0-9]{1,2})(?![0-9.]|,\d)")
_OVERALL = re.compile(
    r"(?=[ผคกป])(?:(?:ผล|คะแนน|ผลคะแนน)?(?:การ)?ประเมิน\s*คุณธรรม\s*และ\s*ความ\s*โปร่งใส"
    r"|(?:ผลคะแนน|คะแนน|ผลการประเมิน)(?:การประเมิน|รวม|เฉลี่ย)?\s*ITA(?![A-Za-z])|(?:คะแนน|ผลการประเมิน|ผลคะแนน)(?:เฉลี่ย)?(?:ใน)?ภาพรวม)"
)


def landmarks(text: str, framework: Framework, office_name: str) -> list[Landmark]:
    """The landmarks of a paragraph (Arabic digits, clean marks), by their start; longer ones hide those inside."""
    found = [
        *_numbered(text, framework),
        *_named(text, framework),
        *(Landmark(m.start(), m.end(), Entity("instrument", m.group())) for m in _INSTRUMENT.finditer(text)),
        *_items(text, framework),
        *(Landmark(m.start(), m.end(), OVERALL) for m in _OVERALL.finditer(text)),
        *_subjects(text, office_name),
        *(Landmark(y.start, y.end, year=y.year) for y in fiscal_years(text) if not _is_of_a_law(text, y)),
        *(Landmark(m.start(), m.end(), reset=True) for m in _reset().finditer(text)),
        *(Landmark(m.start(), m.end(), reset=True) for m in _QUESTION.finditer(text)),
    ]
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Landmark] = []
    for mark in found:
        inside = kept and mark.start < kept[-1].end and mark.entity is not None and kept[-1].entity is not None
        if not inside:
            kept.append(mark)
    return kept


def says_overall(text: str) -> bool:
    """Whether a heading speaks of the whole score, and of no part of it."""
    return bool(_OVERALL.search(text)) and not _NUMBERED.search(text) and not _INSTRUMENT.search(text)


def _is_of_a_law(text: str, year: FiscalYear) -> bool:
    """Whether a year is that of a law or plan that the text cites: "พระราชบัญญัติ ... พ.ศ. 2560"."""
    cited = squeeze(text[max(0, year.start - CITATION_REACH) : year.start])
    places = [cited.rfind(word) for word in words().laws]
    return year.kind in ("era", "bare") and max(places) >= 0 and "คะแนน" not in cited[max(places) :]


def _numbered(text: str, framework: Framework) -> Iterator[Landmark]:
    codes = {i.code for i in framework.indicators} | {s.code for s in framework.subindicators}
    for m in _NUMBERED.finditer(text):
        if m["range"] or m["code"] not in codes:
            continue
        entity = Entity("subindicator" if "." in m["code"] else "indicator", m["code"])
        name = _names(framework).match(text, m.end())
        end = name.end() if name else m.end()
        yield Landmark(m.start(), end, entity)
        while (more := _MORE_NUMBERS.match(text, end)) and more["code"] in codes:
            yield Landmark(more.start("code"), more.end(), Entity("indicator", more["code"]))
            end = more.end()


def _named(text: str, framework: Framework) -> Iterator[Landmark]:
    """Names without a number: after "ตัวชี้วัด", "ด้าน", "ได้แก่" or "คือ", or as the beginning of an entry of a list."""
    by_name = _codes_by_name(framework)
    for before in (re.finditer(r"(?:ตัวชี้วัด|ด้าน|ได้แก่|คือ)\s*", text), _LIST_ENTRY.finditer(text)):
        for m in before:
            if name := _names(framework).match(text, m.end()):
                yield Landmark(name.start(), name.end(), Entity("indicator", by_name[squeeze(name.group())]))


def _items(text: str, framework: Framework) -> Iterator[Landmark]:
    names = {item.code: item.name for item in framework.items}
    for m in _ITEM.finditer(text):
        code = f"O{int(m.group(1))}"
        after = text[m.end() :].lstrip()
        name = names.get(code, "")
        named = bool(name) and after.startswith(name)
        end = len(text) - len(after) + len(name) if named else m.end()
        yield Landmark(m.start(), end, Entity("item", code))


def _subjects(text: str, office_name: str) -> Iterator[Landmark]:
    for m in _national().finditer(text):
        yield Landmark(m.start(), m.end(), subject="national")
    for m in _others().finditer(text):
        yield Landmark(m.start(), m.end(), subject="other")
    for mention in match_office(text):
        if mention.office is not None:
            mine = not office_name or mention.office.name_full == office_name
            yield Landmark(*mention.span, subject="office" if mine else "other")


@cache
def _national() -> re.Pattern[str]:
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words().national))


@cache
def _others() -> re.Pattern[str]:
    """Scores said of others than the office: "คะแนนเฉลี่ยของโรงเรียนในสังกัด", "โรงเรียนบ้านทุ่ง ได้คะแนน"."""
    bodies = "|".join(r"\s*".join(map(re.escape, word)) for word in words().others)
    return re.compile(
        rf"(?:คะแนน|ผลการประเมิน|ร้อยละ)[^\s\d]{{0,20}}\s?(?:{bodies})|โรงเรียน\S{{2,40}}\s+(?:ได้|มี)(?:รับ)?(?:ผล)?คะแนน"
    )


@cache
def _reset() -> re.Pattern[str]:
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words().reset))


@cache
def _codes_by_name(framework: Framework) -> dict[str, str]:
    return {squeeze(name): i.code for i in framework.indicators for name in (i.name, *i.variants)}


@cache
def _names(framework: Framework) -> re.Pattern[str]:
    """Any name of an indicator, however it is spaced, the longest first."""
    names = sorted(_codes_by_name(framework), key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in names))
