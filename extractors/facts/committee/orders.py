"""Orders (คำสั่ง) in a document: their number, their date, and the headings that name a committee."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.document import Paragraph
from extractors.facts.committee.roles import words
from extractors.thai.dates import thai_date
from extractors.thai.digits import arabic
from extractors.thai.text import clean, squeeze

LONGEST_ORDER_HEAD = 400
HEAD_PARAGRAPHS = 4
"""The number and the subject of an order stand in the first so many of its paragraphs."""

LONGEST_NAME = 400
LONGEST_BARE_HEADING = 90
"""A heading without number and without "ประกอบด้วย" is a short line."""

_HEAD = re.compile(r"\W*(?:\(?สำเนา\)?\W*)?คำสั่ง\s*(?:ของ)?\s*(?:สำนักงาน|สพป|สพม|กระทรวง|เขต|ที่|คณะ|โรงเรียน|$)")
_NUMBER = re.compile(r"ที่\s*(?P<no>[0-9]{1,5})\s*/\s*(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])")
_SUBJECT = re.compile(r"เรื่อง\s*(?:การ)?\s*(?:แต่งตั้ง|มอบหมาย)?\s*(?P<name>\S.*)", re.DOTALL)
_SIGNED = re.compile(r"\W*(?:สั่ง|ประกาศ)\s*ณ\s*(?:วันที่)?(?P<date>.*)", re.DOTALL)
_ATTACHED = re.compile(r"\W*(?:เอกสาร|บัญชี|รายชื่อ|รายละเอียด)\S*\s*แนบท้าย|แนบท้ายคำสั่ง")
_HEADING = re.compile(r"\s*(?:(?P<no>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*[.)]?\s*)?(?P<name>\S.*)", re.DOTALL)


@dataclass
class Order:
    """An order as far as it was read; ``date_printed`` is filled in when its last line is reached."""

    number: str = ""
    committee: str = ""
    date: str = ""
    date_printed: str = ""
    page: int | None = None
    paragraphs: int = 0
    closed: bool = False

    def read(self, paragraph: Paragraph) -> None:
        """Takes from one more paragraph of the order what it says of the order itself."""
        text = arabic(clean(paragraph.text))
        self.paragraphs += 1
        if self.paragraphs <= HEAD_PARAGRAPHS:
            self._read_head(text)
        if (signed := _SIGNED.match(text)) and re.search(r"[0-9]", signed["date"]):
            self.date_printed, self.date = signed["date"].strip(), thai_date(signed["date"])
            self.closed, self.page = True, paragraph.page
        elif self.closed and _ATTACHED.match(text):
            self.closed = False

    def _read_head(self, text: str) -> None:
        if not self.number and (number := _NUMBER.search(text)):
            self.number = f"{number['no']}/{number['year']}"
        if not self.committee and (subject := _SUBJECT.search(text)):
            self.committee = _name(subject["name"])


def begins_order(paragraph: Paragraph) -> bool:
    """Whether an order begins here: its heading stands at the beginning of a short paragraph."""
    text = clean(paragraph.text)
    return len(text) <= LONGEST_ORDER_HEAD and bool(_HEAD.match(text))


def committee_heading(text: str) -> str:
    """The committee that a heading names, without its number and duties; ``""`` where the text is none.

    ``1. คณะทำงานที่ปรึกษา มีหน้าที่ ให้คำปรึกษา ... ประกอบด้วย`` -> ``คณะทำงานที่ปรึกษา``. A numbered line that names
    no body counts when it says that a list of members follows.
    """
    match = _HEADING.match(arabic(clean(text)).replace("\n", " "))
    if match is None:
        return ""
    name, whole = _name(match["name"]), squeeze(match["name"])
    if not name or len(name) > LONGEST_NAME:
        return ""
    names_body = squeeze(name).startswith(words("bodies"))
    announces = "ประกอบด้วย" in whole or "มีหน้าที่" in whole
    is_short = len(whole) <= LONGEST_BARE_HEADING
    return (
        name if (match["no"] or announces or is_short) and (names_body or (match["no"] and announces)) else ""
    )


def _name(text: str) -> str:
    """The text up to the word, outside brackets, that begins the duties or the list."""
    plain = " ".join(text.split())
    places = (match.start() for match in _name_end().finditer(plain))
    end = next((place for place in places if place and _outside(plain, place)), len(plain))
    return plain[:end].strip()


def _outside(text: str, place: int) -> bool:
    return text.count("(", 0, place) <= text.count(")", 0, place)


@cache
def _name_end() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("name_ends"))))
