"""Labels in running text: ``ผู้รับผิดชอบ กลุ่มอำนวยการ``; the words stand in ``labels.toml``.

``label`` says what a line begins with, ``cut`` also finds a label in the middle of a line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.facts.numbering import numbering
from extractors.thai.dates import period
from extractors.thai.text import skeleton

LONGEST_HOLDER = 160
ANY_YEAR = 2566
"""Quarters are periods whatever the year."""

LONGEST_MARK = 140
"""A longer line is a sentence, not a closing line."""

LONGEST_TITLE = 240
"""A heading may run over several printed lines."""

_MARKS = r"[\s*_ัิ-ฺ็-๎]*"
_SEPARATOR = re.compile(r"[\s*]*(?P<colon>[:：])?[\s*]*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found: which part of a measure it stands for, and what the line says after it."""

    field: str
    rest: str


def label(line: str) -> Label | None:
    """The label that a line begins with, behind a bullet or number; None for a sentence that only looks so."""
    text = _unnumbered(line)
    if _fits(_steps(), text) is not None and (rest := _announced(text)) is not None:
        return Label("steps", rest)
    for field, pattern in _fields():
        end = _fits(pattern, text)
        if end is not None and (rest := _said(field, text, end, strict=False)) is not None:
            return Label(field, rest)
    return None


def begins_part(line: str) -> bool:
    """Whether a printed line inside a paragraph surely begins with a label, and not only with its word."""
    text = _unnumbered(line)
    for field, pattern in _fields():
        end = _fits(pattern, text) if field in ("responsible", "progress") else None
        if end is not None:
            strict = field == "responsible"
            return _said(field, text, end, strict=strict) is not None
    return _fits(_steps(), text) is not None and _announced(text) is not None


def cut(line: str) -> Iterator[Label]:
    """The line in parts: text (field ``""``) and labels with what they say, also from the middle of a line."""
    if first := label(line):
        if first.rest and first.field in ("steps", "responsible"):
            inner = list(_cut_inside(first.rest))
            yield Label(first.field, inner[0].rest)
            yield from inner[1:]
        else:
            yield first
        return
    yield from _cut_inside(line)


def _cut_inside(line: str) -> Iterator[Label]:
    places = []
    for field, pattern in _fields():
        if field in ("responsible", "progress"):
            for match in pattern.finditer(line):
                rest = _said(field, line, match.end(), strict=True)
                if rest is not None and match.start() and re.search(r"[\s*(]$", line[: match.start()]):
                    places.append((match.start(), match.end(), field))
    places.sort()
    kept: list[tuple[int, int, str]] = []
    for place in places:
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    yield Label("", line[: kept[0][0]].rstrip(" *(") if kept else line)
    for i, (_, end, field) in enumerate(kept):
        stop = kept[i + 1][0] if i + 1 < len(kept) else len(line)
        said = _rest(line[end:stop]).rstrip(" *")
        yield Label(field, said.rstrip(") ") if line[: kept[i][0]].rstrip(" *").endswith("(") else said)


def _said(field: str, text: str, end: int, *, strict: bool) -> str | None:
    """What the line says after a label that ends at ``end``; None when it is no label there."""
    separator = _SEPARATOR.match(text, end)
    colon = bool(separator and separator["colon"])
    gap = bool(separator and separator.end() > end)
    rest = _rest(text[end:])
    if field == "responsible":
        named = _begins(_words("holders", "words"), rest)
        if strict:
            return rest if named and (gap or colon) and len(rest) <= LONGEST_HOLDER else None
        ok = not rest or named and gap or colon or (gap and len(rest) <= LONGEST_HOLDER // 2)
        return rest if ok and len(rest) <= 2 * LONGEST_HOLDER else None
    if field == "progress":
        return _progress(text, end, rest, colon=colon, strict=strict)
    if strict:
        return None
    if field == "period":
        return rest if rest and (colon or gap) and (colon or any(period(rest, ANY_YEAR))) and len(rest) <= LONGEST_MARK else None
    if field == "budget":
        return rest if colon or re.match(r"[0-9๐-๙][0-9๐-๙,.]*\s*บาท|ไม่ใช้", rest) else None
    return rest if colon or (gap and rest) or not rest else None


def _progress(text: str, end: int, rest: str, *, colon: bool, strict: bool) -> str | None:
    if strict:
        word = skeleton(text[max(0, end - 60) : end])
        distinct = any(word.endswith(skeleton(w)) for w in _vocabulary()["inline"]["progress"])
        return rest if distinct and (not rest or text[end : end + 1] in " :\n*") else None
    if not rest or colon:
        return rest
    for tail in sorted(_vocabulary()["tails"]["progress"], key=len, reverse=True):
        after = re.match(_loose(tail), rest)
        if after is not None and not (left := _rest(rest[after.end() :])):
            return left
    return None


def _announced(text: str) -> str | None:
    """What follows an announcement of steps on its line: nothing, or words after a colon."""
    end = _fits(_steps(), text)
    separator = _SEPARATOR.match(text, end or 0)
    rest = _rest(text[end:])
    return rest if not rest or (separator and separator["colon"]) else None


def heads(line: str) -> str:
    """The heading word that a short line begins with (``มาตรการ``, ``ตัวชี้วัด``), ``""`` when none."""
    text = _unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    return next((word for word in _vocabulary()["headings"]["words"] if _begins((word,), text)), "")


def without_lead(title: str) -> str:
    """The title without the words before its name: ``1. มาตรการด้านการใช้งบประมาณ`` -> ``การใช้งบประมาณ``."""
    text = _unnumbered(title)
    pattern = _lead()
    while (match := pattern.match(text)) and match.end() < len(text):
        text = text[match.end() :].lstrip(" :")
    return text


def closes(line: str) -> bool:
    """Whether the line closes the measure above it: a heading of another part of the report."""
    return len(line) <= LONGEST_MARK and _begins(_words("ends", "words"), _unnumbered(line))


def names_holder(text: str) -> bool:
    """Whether the text begins as those who are responsible are named."""
    return _begins(_words("holders", "words"), text)


def goes_on(text: str) -> bool:
    """Whether the text begins in the middle of a sentence."""
    return _begins(_words("continuing", "words"), text)


def finding_kind(line: str) -> str:
    """``strength``, ``weakness`` or ``to_develop`` for a line that opens a list of findings, else ``""``."""
    text = _unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    kinds = ("to_develop", "strength", "weakness")
    return next((kind for kind in kinds if _begins(_words("findings", kind), text)), "")


def says_none(text: str) -> bool:
    """Whether the whole text only says that there is nothing."""
    bare = text.strip(" .")
    return not bare.strip("-–") or (len(bare) <= 30 and _begins(_words("findings", "none"), bare))


def _unnumbered(line: str) -> str:
    text = line.strip().strip("*").strip()
    number = numbering(text)
    return (number.rest if number else text.lstrip("-–•● ")).lstrip("* ")


def _rest(text: str) -> str:
    return text.strip().lstrip("*:： ").strip().strip("*").strip()


def _begins(words: tuple[str, ...], text: str) -> bool:
    bones = skeleton(text[:80])
    return any(bones.startswith(bare) for word in words if (bare := skeleton(word)))


def _fits(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.match(text)
    return match.end() if match else None


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads(files("extractors.facts").joinpath("labels.toml").read_text(encoding="utf-8"))


@cache
def _words(section: str, name: str) -> tuple[str, ...]:
    return tuple(_vocabulary()[section][name])


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, _any_of(words)) for field, words in _vocabulary()["fields"].items())


@cache
def _steps() -> re.Pattern[str]:
    return _any_of(_vocabulary()["steps"]["words"])


@cache
def _lead() -> re.Pattern[str]:
    return _any_of(_vocabulary()["headings"]["lead"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: -len(skeleton(word)))
    return re.compile("|".join(_loose(word) for word in longest_first))


def _loose(word: str) -> str:
    """A pattern for the word with any marks and spaces between its letters."""
    letters = [re.escape(c) for c in re.sub(r"[\sัิ-ฺ็-๎]", "", word.replace("ำ", "า"))]
    return _MARKS.join("[าำ]" if c == "า" else c for c in letters) + r"[*_ัิ-ฺ็-๎]*"
