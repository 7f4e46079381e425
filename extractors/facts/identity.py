"""Whose report it is, for which year, and which year's scores it analyses: what the document as a whole supports.

No single line decides. The office is voted: every mention of an existing office counts, those near the
beginning more. The year comes from the title; the assessed year from the sentences and captions that speak of
results.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from extractors.document import Document, Paragraph
from extractors.facts.comparisons import own_years
from extractors.facts.context import Identity
from extractors.names import match_office
from extractors.tables import TableReading, body_blocks
from extractors.thai.dates import fiscal_years
from extractors.thai.text import clean, squeeze
from schemas.issues import issue
from schemas.offices import Office
from schemas.rows import Issue

BEGINNING = 12
"""How many paragraphs are the document's beginning, where its own name stands."""
BEGINNING_VOTE = 3
TITLE_VOTE = 10
"""For a mention in the title, or as a line of its own at the beginning."""
ALONE = 0.8
LONGEST_COVER_LINE = 120
LEAST_SHARE = 0.4
"""An office needs this share of all votes (and more than any other) to be the document's."""
TITLE_SEARCH = 60
"""How many paragraphs from the beginning may hold the title."""
LONGEST_TITLE_LINE = 220
TITLE_LINES = 6
TITLE_START = 4
"""A title's word begins within this many letters of its line: "1. รายงานผล..." counts, "เรื่อง รายงานผล..." does not."""

_FIGURE = re.compile(r"\d{2,3}\.\d")


@cache
def _words() -> dict[str, object]:
    return tomllib.loads(files("extractors.facts").joinpath("identity.toml").read_text(encoding="utf-8"))


def identify(document: Document, readings: Sequence[TableReading]) -> tuple[Identity, list[Issue]]:
    """The identity that the whole document supports, and an issue for each part that it does not settle."""
    paragraphs = [b for b in body_blocks(document) if isinstance(b, Paragraph) and b.text.strip()]
    issues: list[Issue] = []
    if not _is_about_ita(document):
        issues.append(issue("E_NOT_ITA_REPORT"))
    title = _title(paragraphs)
    office = _office(paragraphs, title, readings)
    if office is None:
        issues.append(issue("W_OFFICE_UNKNOWN"))
    fiscal_year = _fiscal_year(title, paragraphs)
    if fiscal_year is None:
        issues.append(issue("W_FISCAL_YEAR_UNKNOWN"))
    text = " ".join(clean(p.text).replace("\n", " ") for p in title)
    identity = Identity(
        office_id=office.office_id if office else "",
        office_name=office.name_full if office else "",
        office_type=office.type if office else "",
        province=office.province if office else "",
        area_no=office.area_no if office else "",
        fiscal_year=fiscal_year,
        assessed_year=_assessed_year(paragraphs, readings, fiscal_year),
        title=re.sub(r"\s+", " ", text).strip(),
        document_kind=_kind(text, title),
    )
    return identity, issues


def _is_about_ita(document: Document) -> bool:
    about = [squeeze(word) for word in _words()["about"]]  # type: ignore[attr-defined]
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for c in getattr(block, "cells", ())]
        if any(word in squeezed for text in texts if (squeezed := squeeze(text)) for word in about):
            return True
    return False


# --- office --------------------------------------------------------------------------------------------------


def _office(
    paragraphs: Sequence[Paragraph], title: Sequence[Paragraph], readings: Sequence[TableReading]
) -> Office | None:
    votes: Counter[Office] = Counter()
    for number, paragraph in enumerate(paragraphs):
        in_title = any(paragraph is part for part in title)
        vote = BEGINNING_VOTE if number < BEGINNING else 1
        for mention in match_office(paragraph.text):
            alone = number < BEGINNING and len(mention.printed) >= ALONE * len(paragraph.text.strip())
            if mention.office is not None:
                votes[mention.office] += TITLE_VOTE if in_title or alone else vote
    cover = "\n".join(p.text for p in paragraphs[:BEGINNING] if len(p.text) <= LONGEST_COVER_LINE)
    for mention in match_office(cover):
        if mention.office is not None and "\n" in mention.printed.strip():
            votes[mention.office] += TITLE_VOTE  # a cover parts the name where its lines end
    for reading in readings:
        for cell in reading.table.cells:
            for mention in match_office(cell.text):
                if mention.office is not None:
                    votes[mention.office] += 1
    if not votes:
        return None
    (first, most), *others = votes.most_common(2)
    tied = others and others[0][1] == most
    return None if tied or most < LEAST_SHARE * votes.total() else first


# --- title and years -----------------------------------------------------------------------------------------


def _title(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the title: from the first short one that begins like a title, short ones that follow it."""
    start = next((i for i, p in enumerate(paragraphs[:TITLE_SEARCH]) if _begins_title(p.text)), None)
    if start is None:
        return []
    title = [paragraphs[start]]
    for paragraph in paragraphs[start + 1 : start + TITLE_LINES]:
        if len(paragraph.text) > LONGEST_TITLE_LINE or squeeze(paragraph.text) in ("คำนำ", "สารบัญ"):
            break
        title.append(paragraph)
        if fiscal_years(paragraph.text):
            break
    return title


def _begins_title(text: str) -> bool:
    if len(text) > LONGEST_TITLE_LINE:
        return False
    words = [squeeze(word) for word in _words()["title"]]  # type: ignore[attr-defined]
    squeezed = squeeze(text)
    return any(0 <= squeezed.find(word) <= TITLE_START for word in words)


def _fiscal_year(title: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> int | None:
    """The year of the title; else of the first later title that names one; else the year named most."""
    for paragraph in title:
        if years := [y.year for y in fiscal_years(paragraph.text)]:
            return years[-1]
    for paragraph in paragraphs:
        if _begins_title(paragraph.text) and (years := [y.year for y in fiscal_years(paragraph.text) if y.worded]):
            return years[-1]
    counts = Counter(y.year for p in paragraphs for y in fiscal_years(p.text) if y.worded)
    return counts.most_common(1)[0][0] if counts else None


def _assessed_year(
    paragraphs: Sequence[Paragraph], readings: Sequence[TableReading], fiscal_year: int | None
) -> int | None:
    """The year most often named with figures of results; never later than the document's own year."""
    votes: Counter[int] = Counter()
    texts = [p.text for p in paragraphs if "คะแนน" in p.text or "ผลการประเมิน" in p.text]
    texts += [p.text for reading in readings if reading.kind == "scores" for p in reading.caption[-2:]]
    for text in texts:
        for year in set(own_years(text)):
            votes[year] += 2 if _FIGURE.search(text) else 1
    if fiscal_year is not None:
        votes = Counter({year: n for year, n in votes.items() if fiscal_year - 2 <= year <= fiscal_year})
    if not votes:
        return fiscal_year
    most = max(votes.values())
    return max(year for year, n in votes.items() if n == most)


def _kind(text: str, title: Sequence[Paragraph]) -> str:
    if not title:
        return "other"
    squeezed = squeeze(text)
    for entry in _words()["kinds"]:  # type: ignore[attr-defined]
        if any(squeeze(word) in squeezed for word in entry["words"]):
            return str(entry["kind"])
    return "other"
