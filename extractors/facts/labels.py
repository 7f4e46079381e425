"""Labels in running text: ``ผู้รับผิดชอบ กลุ่มอำนวยการ``; the words stand in ``labels.toml``.

``label`` says what a line begins with, ``cut`` also finds a label in the middle of a line. The word alone is
no label: what stands around it must fit (``ผู้รับผิดชอบข้อมูลมีการประสานงาน`` is a sentence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.facts.numbering import numbering
from extractors.facts.wording import (
    LONGEST_MARK,
    LONGEST_WORD,
    any_field,
    bones,
    fields,
    names_holder,
    pattern,
    unnumbered,
)
from extractors.thai.dates import period
from extractors.thai.text import skeleton

LONGEST_HOLDER = 160
ANY_YEAR = 2566
"""Quarters are periods whatever the year."""

IN_LINE = ("responsible", "progress")
"""The labels that may stand in the middle of a line."""

_SEPARATOR = re.compile(r"[\s*]*(?P<colon>[:：])?[\s*]*")
_AMOUNT = re.compile(r"[0-9๐-๙][0-9๐-๙,.]*\s*บาท|ไม่ใช้")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found: which part of a measure it stands for, and what the line says after it."""

    field: str
    rest: str


@lru_cache(maxsize=4096)
def label(line: str) -> Label | None:
    """The label that a line begins with, behind a bullet or number; None for a sentence that looks so."""
    text = unnumbered(line)
    if (announced := _announced(text)) is not None:
        return Label("steps", announced)
    if not any_field(fields()).match(text):  # most lines begin with none of them
        return None
    for field in fields():
        match = pattern("fields", field).match(text)
        if match is None:
            continue
        rest = _said(field, text, match.end())
        if rest is not None and not (numbering(line) and _may_be_step(field, text, match.end())):
            return Label(field, rest)
    return None


def begins_part(line: str) -> bool:
    """Whether a printed line inside a paragraph surely begins with a label, and not only with its word."""
    text = unnumbered(line)
    if match := pattern("fields", "responsible").match(text):
        return _named(text, match.end()) is not None
    found = label(line)
    return found is not None and (found.field in ("progress", "steps") or _before_colon(found.field, text))


def _before_colon(field: str, text: str) -> bool:
    match = pattern("fields", field).match(text) if field in fields() else None
    return match is not None and _separated(text, match.end())[0]


def ends_in_label(line: str) -> bool:
    """Whether a printed line ends in a label that counts inside a line: what it says stands below."""
    text = line.rstrip(" *:：")
    return any(match.end() == len(text) for match in pattern("inline", "progress").finditer(text))


def cut(line: str) -> Iterator[Label]:
    """The line in parts: text (field ``""``) and labels with what they say, those inside the line too."""
    first = label(line)
    if first is None:
        yield from _cut_inside(line)
    elif first.field in ("steps", "responsible"):
        inner = list(_cut_inside(first.rest))
        yield Label(first.field, inner[0].rest)
        yield from inner[1:]
    else:
        yield first


def _cut_inside(line: str) -> Iterator[Label]:
    if not any_field(IN_LINE).search(line):  # most lines have none
        yield Label("", line)
        return
    places = sorted(
        (match.start(), match.end(), field)
        for field in IN_LINE
        for match in pattern("fields", field).finditer(line)
        if re.search(r"[\s*(]\Z", line[: match.start()]) and _stands_inside(field, line, match.end())
    )
    kept = [place for i, place in enumerate(places) if i == 0 or place[0] >= places[i - 1][1]]
    yield Label("", line[: kept[0][0]].rstrip(" *(") if kept else line)
    for i, (start, end, field) in enumerate(kept):
        stop = kept[i + 1][0] if i + 1 < len(kept) else len(line)
        said = _rest(line[end:stop]).rstrip(" *")
        yield Label(field, said.rstrip(") ") if line[:start].rstrip(" *").endswith("(") else said)


def _stands_inside(field: str, line: str, end: int) -> bool:
    """Whether the word that ends at ``end`` is a label in the middle of its line."""
    if field == "responsible":
        return _named(line, end) is not None
    distinct = skeleton(line[max(0, end - LONGEST_WORD) : end]).endswith(bones("inline", field))
    return distinct and (not line[end:].strip(" *") or line[end] in " :\n*")


def _said(field: str, text: str, end: int) -> str | None:
    """What the line says after a label that ends at ``end``; None when the word is no label there."""
    colon, gap = _separated(text, end)
    rest = _rest(text[end:])
    if field == "responsible":
        short = gap and len(rest) <= LONGEST_HOLDER // 2
        fits = not rest or colon or short or _named(text, end) is not None
        return rest if fits and len(rest) <= 2 * LONGEST_HOLDER else None
    if field == "progress":
        return rest if not rest or colon else _tail(rest)
    if field == "period":
        stated = bool(rest) and (colon or (gap and any(period(rest, ANY_YEAR))))
        return rest if stated and len(rest) <= LONGEST_MARK else None
    if field == "budget":
        return rest if colon or _AMOUNT.match(rest) else None
    return rest if colon or gap or not rest else None


def _may_be_step(field: str, text: str, end: int) -> bool:
    """Whether a numbered line is rather a step: ``3. รายงานผลการดำเนินงาน``, ``4. การกำกับติดตาม งบประมาณ``."""
    colon, _ = _separated(text, end)
    return not colon and (field in ("monitoring", "reporting", "evidence") or text.startswith("รายงาน"))


def _named(text: str, end: int) -> str | None:
    """Who is named after the word that ends at ``end``: a unit, body or person, and not a whole sentence."""
    rest = _rest(text[end:])
    apart = any(_separated(text, end))
    return rest if apart and names_holder(rest) and len(rest) <= LONGEST_HOLDER else None


def _tail(rest: str) -> str | None:
    """``""`` where what follows a label of progress is only the rest of the label, else None."""
    match = pattern("tails", "progress").match(rest)
    return "" if match is not None and not _rest(rest[match.end() :]) else None


def _announced(text: str) -> str | None:
    """What an announcement of steps says on its line: nothing, or words after a colon; else None."""
    match = pattern("steps").match(text)
    if match is None:
        return None
    rest = _rest(text[match.end() :])
    return rest if not rest or _separated(text, match.end())[0] else None


def _separated(text: str, end: int) -> tuple[bool, bool]:
    """(whether a colon, whether anything at all parts the word that ends at ``end`` from what follows)."""
    separator = _SEPARATOR.match(text, end)
    return (bool(separator["colon"]), separator.end() > end) if separator else (False, False)


def _rest(text: str) -> str:
    return text.strip().lstrip("*:： ").strip().strip("*").strip()
