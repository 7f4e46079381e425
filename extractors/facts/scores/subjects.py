"""Whose results words speak of: this office's, the country's, or somebody else's."""

from __future__ import annotations

import re
from functools import cache

from extractors.facts.scores.words import words
from extractors.names import match_office
from extractors.tables import TableReading
from extractors.thai.dates import only_year
from extractors.thai.digits import decimal, numbers
from extractors.thai.text import squeeze
from schemas.rows import Subject

LONGEST_CAPTION = 240
"""A longer paragraph above a table is running text, which may speak of much else."""

SHORTEST_CAPTION = 12
"""A shorter one (``หน่วย : ร้อยละ``) names nothing; the paragraph above it does."""


_EXAMPLE = re.compile(r"สมมติ|สมมุติ|^\W*ตัวอย่าง|(?<!กลุ่ม)ตัวอย่างการ(?:คิด|คำนวณ)|สำนักงาน ก(?![ก-๙])")


def subject_in(text: str, office_name: str) -> Subject:
    """Whose score the words speak of; this office's where they do not say."""
    squeezed = squeeze(text)
    if any(word in squeezed for word in words().others):
        return "other"
    if any(word in squeezed for word in words().national):
        return "national"
    offices = {mention.office.name_full for mention in match_office(text) if mention.office is not None}
    return "other" if offices and office_name not in offices else "office"


def is_foreign(reading: TableReading, office_name: str) -> bool:
    """Whether the caption of a table says that its figures are not of this office's ITA."""
    near = next((p.text for p in reversed(reading.caption) if len(squeeze(p.text)) >= SHORTEST_CAPTION), "")
    if not near or len(near) > LONGEST_CAPTION:
        return False
    if is_example(near) or _surveys().search(squeeze(near)) or any(word in squeeze(near) for word in words().others):
        return True
    of_other = bool(office_name) and subject_in(near, office_name) == "other"
    return of_other and not _compares_own(near, reading, office_name)


def _compares_own(caption: str, reading: TableReading, office_name: str) -> bool:
    """Whether the text states a figure of the table, and names other offices only to compare with it.

    "ได้คะแนน 94.25 คะแนน เมื่อเปรียบเทียบกับ สพป.แพร่ เขต 1 (96.02 คะแนน)", above a table that ends in 94.25.
    """
    others = (m.span[0] for m in match_office(caption) if m.office is not None and m.office.name_full != office_name)
    compared = caption.rfind("เทียบ", 0, min(others, default=0))
    said = {number.value for number in numbers(caption[: max(compared, 0)]) if "." in number.printed}
    view = reading.view
    cells = (view.text_at(row, column) for row in range(view.rows) for column in range(view.columns))
    return bool(said) and any(decimal(text) in said for text in cells)


def is_example(text: str) -> bool:
    """Whether a text only shows how scores are made: "ตัวอย่าง สมมติว่าสำนักงาน ก ได้คะแนนดังตาราง"."""
    return ("ตัวอย่าง" in text or "สมม" in text or "งาน ก" in text) and _EXAMPLE.search(text) is not None


def own_columns(reading: TableReading, office_name: str) -> frozenset[int]:
    """The columns whose headers name this office: its own ones in a table of others."""
    return frozenset(
        number
        for number, path in enumerate(reading.paths)
        if any(m.office is not None and m.office.name_full == office_name for h in path for m in match_office(h))
    )


def sure_scores(reading: TableReading) -> frozenset[int]:
    """The columns that surely hold results in a table of measures: their headers say the year, or they are the zeros
    and hundreds of items."""
    columns = (number for number, name in enumerate(reading.columns) if name == "score")
    return frozenset(n for n in columns if only_year(" ".join(reading.paths[n])) or _holds_item_scores(reading, n))


def _holds_item_scores(reading: TableReading, column: int) -> bool:
    values = [decimal(reading.view.text_at(row, column)) for row in range(reading.header_rows, reading.view.rows)]
    return reading.has("item_code") and bool(values) and all(value in (0, 100) for value in values)


@cache
def _surveys() -> re.Pattern[str]:
    """Words of another survey; Latin ones only where they stand alone."""
    latin = r"(?<![A-Za-z]){}(?![A-Za-z])"
    return re.compile("|".join(latin.format(re.escape(w)) if w.isascii() else re.escape(w) for w in words().surveys))
