"""The words of ``labels.toml``: what a line of a report begins with, whatever its marks and spaces.

``heads``, ``closes``, ``finding_kind`` and the like each answer one question about one line.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.facts.numbering import numbering
from extractors.thai.text import skeleton

LONGEST_MARK = 140
"""A longer line is a sentence, not a closing line."""

LONGEST_TITLE = 240
"""A heading may run over several printed lines."""

_MARKS = r"[\s*_ัิ-ฺ็-๎]*"


def heads(line: str) -> str:
    """The heading word that a short line begins with (``มาตรการ``, ``ตัวชี้วัด``), ``""`` when none."""
    text = unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    return next((word for word in words("headings") if begins_with((word,), text)), "")


def without_lead(title: str) -> str:
    """The title without the words before its name: ``1. มาตรการด้านการใช้งบประมาณ`` -> ``การใช้งบประมาณ``."""
    text = unnumbered(title)
    while (match := pattern("headings", "lead").match(text)) and match.end() < len(text):
        text = text[match.end() :].lstrip(" :")
    return text


def closes(line: str) -> bool:
    """Whether the line closes the measure above it: a heading of another part of the report."""
    return len(line) <= LONGEST_MARK and begins_with(words("ends"), unnumbered(line))


def names_holder(text: str) -> bool:
    """Whether the text begins as those who are responsible are named."""
    return begins_with(words("holders"), text)


def goes_on(text: str) -> bool:
    """Whether the text begins in the middle of a sentence."""
    return begins_with(words("continuing"), text)


def finding_kind(line: str) -> str:
    """``strength``, ``weakness`` or ``to_develop`` for a line that opens a list of findings, else ``""``."""
    text = unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    kinds = ("to_develop", "strength", "weakness")
    return next((kind for kind in kinds if begins_with(words("findings", kind), text)), "")


def says_none(text: str) -> bool:
    """Whether the whole text only says that there is nothing."""
    bare = text.strip(" .")
    return not bare.strip("-–") or (len(bare) <= 30 and begins_with(words("findings", "none"), bare))


def unnumbered(line: str) -> str:
    """The line without the number, bullet or bold stars before it."""
    text = line.strip().strip("*").strip()
    number = numbering(text)
    return (number.rest if number else text.lstrip("-–•● ")).lstrip("* ")


def begins_with(of: tuple[str, ...], text: str) -> bool:
    bones = skeleton(text[:80])
    return any(bones.startswith(bare) for word in of if (bare := skeleton(word)))


@cache
def words(section: str, name: str = "words") -> tuple[str, ...]:
    """One list of ``labels.toml``, as printed there."""
    return tuple(_vocabulary()[section][name])


@cache
def fields() -> tuple[str, ...]:
    """The parts of a measure that have labels, in the order of the file."""
    return tuple(_vocabulary()["fields"])


@cache
def pattern(section: str, name: str = "words") -> re.Pattern[str]:
    """A pattern for any word of a list, the longest first, with any marks and spaces between the letters."""
    longest_first = sorted(words(section, name), key=lambda word: -len(skeleton(word)))
    return re.compile("|".join(_loose(word) for word in longest_first))


@cache
def _vocabulary() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("extractors.facts").joinpath("labels.toml").read_text(encoding="utf-8"))


def _loose(word: str) -> str:
    letters = [re.escape(c) for c in re.sub(r"[\sัิ-ฺ็-๎]", "", word.replace("ำ", "า"))]
    return _MARKS.join("[าำ]" if c == "า" else c for c in letters) + r"[*_ัิ-ฺ็-๎]*"
