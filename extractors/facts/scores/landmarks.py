"""What running text speaks of at each point: indicators, instruments, years, offices, the country.

``landmarks`` lists them in order; ``extractors.facts.scores.prose`` decides which figure belongs to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.facts.scores.marks import Landmark
from extractors.facts.scores.stated import OVERALL, Entity
from extractors.facts.scores.subject_marks import subjects
from extractors.facts.scores.words import words
from extractors.thai.dates import FiscalYear, fiscal_years
from extractors.thai.text import squeeze
from schemas.framework import Framework

CITATION_REACH = 140


_NUMBERED = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย)?|ตชว\.?)\s*(?:ที่)?\s*(?P<code>\d{1,2}(?:\.\d)?)(?!\d)(?P<range>\s*[-–—]\s*\d{1,2})?\s*[).:]?\s*"
)
_MORE_NUMBERS = re.compile(
    r"\s*(?:,|และ(?:ตัวชี้วัด(?:ที่)?)?)\s*(?P<code>\d{1,2})(?![\d.]|\s*(?:คะแนน|%|ตัวชี้วัด|ข้อ))"
)
_INTRODUCED = re.compile(r"(?:ตัวชี้วัด|ตชว\.?|ด้าน|ได้แก่|คือ)\s*\Z|(?:\A|\n)\s*(?:\(?\d{1,2}[.)]+\s*|[-–•*]\s*)?\Z")
_OWN_NUMBER = re.compile(r"(?<![\d.])(?P<code>\d{1,2}(?:\.\d)?)[.)]?\s*\Z")
_PART = re.compile(r"(?P<code>[0-9](?<![\d.].)[0-9]?\.[0-9])(?![0-9])[.)]?\s*")
LONGEST_PART = 80
"""No name of a part of an indicator is longer."""
_IN_A_ROW = re.compile(r"(?:และ|รวมทั้ง|ส่วน|เช่น|[,;):：])\s*\Z")
_FIGURE_FOLLOWS = re.compile(
    r"\s*(?:ซึ่ง|โดย)?\s*(?:มี|ได้)?\s*(?:ผล)?(?:คะแนน)?(?:เฉลี่ย)?\s*(?:เท่ากับ|อยู่ที่)?\s*\(?\s*(?:ร้อยละ)?\s*\d{1,3}\.\d"
)
_BETWEEN_NAMES = re.compile(r"\s*,?\s*(?:และ|รวมทั้ง|กับ)?\s*")
BEFORE_NAME = 24
"""How much of what stands before a name decides whether the text speaks of it."""
_INSTRUMENT = re.compile(r"[IEO]IT(?<![A-Za-z]...)(?![A-Za-z])")
_QUESTION = re.compile(r"[IiEe](?<![A-Za-z0-9].)[ .]?\d{1,2}(?![0-9A-Za-z]|\.\d)")
"""The code of a survey question: what follows is its score, not that of the indicator."""
_ITEM = re.compile(r"O(?<![A-Za-z0-9.].)\s?([0-9]{1,2})(?![0-9.]|,\d)")
_WHOLE = re.compile(r"(?=[โใภร])(?:โดยรวม|(?:ใน)?ภาพรวม|รวม(?:ทั้งสิ้น|ทั้งหมด)?(?=\s*(?:เท่ากับ|เป็น|ได้)?\s*\d))")
"""Words for the whole: of what was spoken of last."""
WHOLE_REACH = 80
_OPENS = re.compile(r"\W*(?:ใน)?(?:ผล)?")
_OVERALL = re.compile(
    r"(?=[ผคกป])(?:(?:ผล|คะแนน|ผลคะแนน)?(?:การ)?ประเมิน\s*คุณธรรม\s*และ\s*ความ\s*โปร่งใส"
    r"|(?:ผลคะแนน|คะแนน|ผลการประเมิน|การประเมิน)(?:การประเมิน|รวม|เฉลี่ย)?\s*ITA(?![A-Za-z])(?:\s*Online)?|(?:คะแนน|ผลการประเมิน|ผลคะแนน)(?:เฉลี่ย)?(?:ใน)?ภาพรวม"
    r"|ผลการประเมิน(?:ที่ผ่านมา|ย้อนหลัง)(?=\s*(?:ใน|ของ)?\s*ปี))"
)


def landmarks(text: str, framework: Framework, office_name: str) -> list[Landmark]:
    """The landmarks of a paragraph (Arabic digits, clean marks), by their start; longer ones hide those inside."""
    found = [
        *_numbered(text, framework),
        *_named(text, framework),
        *_parts(text, framework),
        *(Landmark(m.start(), m.end(), Entity("instrument", m.group())) for m in _INSTRUMENT.finditer(text)),
        *_items(text, framework),
        *(Landmark(m.start(), m.end(), OVERALL) for m in _OVERALL.finditer(text)),
        *subjects(text, office_name),
        *(Landmark(y.start, y.end, year=y.year) for y in fiscal_years(text) if not _is_of_a_law(text, y)),
        *(Landmark(m.start(), m.end(), reset=True) for m in _reset().finditer(text)),
        *(Landmark(m.start(), m.end(), reset=True) for m in _QUESTION.finditer(text)),
    ]
    found += _wholes(text, found, framework)
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Landmark] = []
    for mark in found:
        inside = kept and mark.start < kept[-1].end and mark.entity is not None and kept[-1].entity is not None
        if not inside:
            kept.append(mark)
    return kept


def _wholes(text: str, found: list[Landmark], framework: Framework) -> Iterator[Landmark]:
    """Words for the whole as landmarks: of the whole score where the text speaks of it, or after all instruments;
    what they are of is not told where a part was named last."""
    instruments = {Entity("instrument", i.code) for i in framework.instruments}
    for m in _WHOLE.finditer(text):
        before = [mark for mark in found if mark.entity is not None and mark.start < m.start()]
        last = max(before, key=lambda mark: mark.start, default=None)
        near = text[max(0, m.start() - WHOLE_REACH) : m.start()]
        if {mark.entity for mark in before} >= instruments:
            yield Landmark(m.start(), m.end(), OVERALL)
        elif last is not None and last.entity != OVERALL:
            if m.group().startswith("รวม"):
                yield Landmark(m.start(), m.end(), reset=True)
        elif (last is not None and m.start() - last.end <= WHOLE_REACH) or "ประเมิน" in near or _OPENS.fullmatch(near):
            yield Landmark(m.start(), m.end(), OVERALL)


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
        end = name.end() if name else m.end() + _length_of_part(m["code"], text[m.end() :], framework)
        yield Landmark(m.start(), end, entity)
        while (more := _MORE_NUMBERS.match(text, end)) and more["code"] in codes:
            yield Landmark(more.start("code"), more.end(), Entity("indicator", more["code"]))
            end = more.end()


def _named(text: str, framework: Framework) -> Iterator[Landmark]:
    """Names where the text speaks of them: after "ตัวชี้วัด", "ด้าน", "ได้แก่" or "คือ", as an entry of a list, after their
    own number, or in a row of names of which one is so or that has figures."""
    by_name = _codes_by_name(framework)
    row: list[Landmark] = []
    spoken_of, end = False, 0
    for m in _names(framework).finditer(text):
        if not _BETWEEN_NAMES.fullmatch(text, end, m.start()):
            yield from row if spoken_of or _has_figures(row, text) else ()
            row, spoken_of = [], False
        code, end = by_name[squeeze(m.group())], m.end()
        before = text[max(0, m.start() - BEFORE_NAME) : m.start()]
        number = _OWN_NUMBER.search(before)
        own = number is not None and number["code"] == code
        start = m.start() - len(before) + number.start("code") if number and own else m.start()
        spoken_of = spoken_of or own or _INTRODUCED.search(before) is not None
        spoken_of = spoken_of or (bool(_IN_A_ROW.search(before)) and bool(_FIGURE_FOLLOWS.match(text, end)))
        row.append(Landmark(start, end, Entity("indicator", code)))
    yield from row if spoken_of or _has_figures(row, text) else ()


def _has_figures(row: list[Landmark], text: str) -> bool:
    """Whether several names in a row have their figures behind them, "ตามลำดับ"."""
    return len(row) > 1 and _FIGURE_FOLLOWS.match(text, row[-1].end) is not None


def _parts(text: str, framework: Framework) -> Iterator[Landmark]:
    """Parts of indicators, known by number and name together: "9.2 การบริหารงาน"."""
    for m in _PART.finditer(text):
        if length := _length_of_part(m["code"], text[m.end() :], framework):
            yield Landmark(m.start(), m.end() + length, Entity("subindicator", m["code"]))


def _length_of_part(code: str, text: str, framework: Framework) -> int:
    """How much of the text the name of this part of an indicator takes at its beginning; 0 for another name."""
    text = text[:LONGEST_PART]
    squeezed = squeeze(text)
    name = next((name for name in _names_of_parts(framework).get(code, ()) if squeezed.startswith(name)), "")
    return next((end for end in range(len(name), len(text) + 1) if name and squeeze(text[:end]) == name), 0)


def _items(text: str, framework: Framework) -> Iterator[Landmark]:
    names = {item.code: item.name for item in framework.items}
    for m in _ITEM.finditer(text):
        code = f"O{int(m.group(1))}"
        after = text[m.end() :].lstrip()
        name = names.get(code, "")
        named = bool(name) and after.startswith(name)
        end = len(text) - len(after) + len(name) if named else m.end()
        yield Landmark(m.start(), end, Entity("item", code))


@cache
def _reset() -> re.Pattern[str]:
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words().reset))


@cache
def _codes_by_name(framework: Framework) -> dict[str, str]:
    return {squeeze(name): i.code for i in framework.indicators for name in (i.name, *i.variants)}


@cache
def _names_of_parts(framework: Framework) -> dict[str, list[str]]:
    """The names of each part of an indicator, longest first."""
    names = {s.code: (squeeze(name) for name in (s.name, *s.variants)) for s in framework.subindicators}
    return {code: sorted(spellings, key=len, reverse=True) for code, spellings in names.items()}


@cache
def _names(framework: Framework) -> re.Pattern[str]:
    """Any name of an indicator, however it is spaced, the longest first."""
    names = sorted(_codes_by_name(framework), key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in names))
