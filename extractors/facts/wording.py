"""The words of ``labels.toml``: what a line of a report begins with, whatever its marks and spaces.

``heads``, ``closes``, ``finding_kind`` and the like each answer one question about one line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from extractors.facts.numbering import numbering
from extractors.thai.text import skeleton

LONGEST_MARK = 140
"""A longer line is a sentence, not a closing line."""

LONGEST_TITLE = 240
"""A heading may run over several printed lines."""

SURE_LETTERS = 12
"""Words of so many letters (of the skeleton) at the beginning of a line are a heading."""

_OF_INDICATORS = re.compile(r"\s*\(\s*ตัวชี้วัด")
"""What makes shorter words a heading: "จุดแข็ง (ตัวชี้วัดที่ได้คะแนนตั้งแต่ 90 ขึ้นไป)"."""

LONGEST_WORD = 80
"""No word of the file is longer, with its marks and spaces."""

_MARKS = r"[\W_]*"
"""What may stand between two letters: to Python a Thai mark is no letter. (A class that spells the marks out costs a
tenth of a millisecond to compile, for each letter of each word.)"""
_MARKS_AT_END = r"[*_]*[^\w\s!-/:-@\[-^`{-~]*"


def heads(line: str) -> str:
    """The heading word that a short line begins with (``มาตรการ``, ``ตัวชี้วัด``), ``""`` when none."""
    text = unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    start = _beginning(text)
    found = zip(words("headings"), bones("headings"), strict=True)
    return next((word for word, bare in found if start.startswith(bare)), "")


def without_lead(title: str) -> str:
    """The title without the words before its name: ``1. มาตรการด้านการใช้งบประมาณ`` -> ``การใช้งบประมาณ``."""
    text = unnumbered(title)
    while (match := pattern("headings", "lead").match(text)) and match.end() < len(text):
        text = text[match.end() :].lstrip(" :")
    return text


def closes(line: str) -> bool:
    """Whether the line closes the measure above it: a heading of another part of the report."""
    return len(line) <= LONGEST_MARK and _beginning(unnumbered(line)).startswith(bones("ends"))


def names_holder(text: str) -> bool:
    """Whether the text begins as those who are responsible are named."""
    return _beginning(text).startswith(bones("holders"))


def goes_on(text: str) -> bool:
    """Whether the text begins in the middle of a sentence."""
    return _beginning(text).startswith(bones("continuing"))


def finding_kind(line: str) -> str:
    """``strength``, ``weakness`` or ``to_develop`` for a line that opens a list of findings, else ``""``."""
    text = unnumbered(line)
    if len(text) > LONGEST_TITLE:
        return ""
    start = _beginning(text)
    kinds = ("to_develop", "strength", "weakness")
    return next((kind for kind in kinds if start.startswith(bones("findings", kind))), "")


def surely_finding(line: str) -> bool:
    """Whether a line opens findings even inside a paragraph: its words are too many to be there by chance."""
    text = line.strip()
    if len(text) > LONGEST_MARK:
        return False
    begun = (pattern("findings", kind).match(text) for kind in ("to_develop", "strength", "weakness"))
    return any(m and (len(skeleton(m.group())) >= SURE_LETTERS or _OF_INDICATORS.match(text, m.end())) for m in begun)


def says_none(text: str) -> bool:
    """Whether the whole text only says that there is nothing."""
    said = text.strip(" .-–")
    return not said or (len(said) <= 30 and _beginning(said).startswith(bones("findings", "none")))


def is_total(text: str) -> bool:
    """Whether the text names a row that only sums up the rows above it: ``รวมทั้งสิ้น``, ``รวม ตัวชี้วัดที่ 2``."""
    said = text.strip()
    if len(said) > LONGEST_WORD or not _beginning(said.lower()).startswith(bones("totals")):
        return False
    return _total().fullmatch(said.lower()) is not None


@cache
def _total() -> re.Pattern[str]:
    begins, summed = pattern("totals").pattern, pattern("totals", "summed").pattern
    return re.compile(rf"(?:{begins})(?:{summed}|[\W\d_])*")


@lru_cache(maxsize=4096)
def unnumbered(line: str) -> str:
    """The line without the number, bullet or bold stars before it."""
    text = line.strip().strip("*").strip()
    number = numbering(text)
    return (number.rest if number else text.lstrip("-–•● ")).lstrip("* ")


def _beginning(text: str) -> str:
    return skeleton(text[:LONGEST_WORD])


@cache
def words(section: str, name: str = "words") -> tuple[str, ...]:
    """One list of ``labels.toml``, as printed there."""
    return tuple(_vocabulary()[section][name])


@cache
def bones(section: str, name: str = "words") -> tuple[str, ...]:
    """The skeletons of a list, in its order."""
    return tuple(skeleton(word) for word in words(section, name))


@cache
def fields() -> tuple[str, ...]:
    """The parts of a measure that have labels, in the order of the file."""
    return tuple(_vocabulary()["fields"])


@cache
def pattern(section: str, name: str = "words") -> re.Pattern[str]:
    """A pattern for any word of a list, the longest first, with any marks and spaces between the letters."""
    return _any_of(words(section, name))


@cache
def any_field(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any label of these parts of a measure."""
    return _any_of(word for field in names for word in words("fields", field))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda word: -len(skeleton(word)))
    return re.compile("|".join(_loose(word) for word in longest_first))


@cache
def _vocabulary() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("extractors.facts").joinpath("labels.toml").read_text(encoding="utf-8"))


def _loose(word: str) -> str:
    letters = [re.escape(c) for c in re.sub(r"[\sัิ-ฺ็-๎]", "", word.replace("ำ", "า"))]
    return _MARKS.join("(?:า|ำ)" if c == "า" else c for c in letters) + _MARKS_AT_END
