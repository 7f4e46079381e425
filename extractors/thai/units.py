"""Units of an area office in a cell of those responsible: normalised names, in the order of the text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.thai.bones import Bones, bones_of
from extractors.thai.distance import Pattern, nearby
from extractors.thai.edges import strip_edges
from extractors.thai.text import clean, skeleton

EDIT_LIMIT = 0.2
"""The greatest edit distance, as a share of the longer skeleton, at which a misread unit is the same."""

_EVERY = r"ทกกลม(?:งาน)?(?P<unit>(?:และ)?(?:ทก)?หนวย(?:งาน)?)?(?!ท)"
_SPLIT = re.compile(
    r"[\n,;•●]|(?:^|\s)[-–—*]\s?|(?<!กลุ่ม)(?<!กลุ่ม )/|/(?!\s?หน่วย)|(?<![0-9])[0-9]{1,2}[.)]\s|\sและ\s|ร่วมกับ"
    r"|และ\s?(?=กลุ่ม|หน่วย|ทุก|ศูนย์|ฝ่าย|งาน)|\s(?=กลุ่ม\S|หน่วย\S)"
)
_MARKS = " \n-–—/,;:*•"
_PERSON = re.compile(r"\W*(?:[0-9]+[.)]\s*)?(?:นาย|นาง|น\.ส\.|ว่าที่|ดร\.|[ก-ฮ]\.[ก-ฮ]\.[ก-ฮ]\.)")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """``names``: skeleton -> unit. ``alone``: those without กลุ่ม, which nothing may touch."""

    every: str
    unit_words: tuple[str, ...]
    names: dict[str, str]
    alone: dict[str, str]
    pattern: re.Pattern[str]
    near: tuple[Pattern, ...]


def units(text: str) -> tuple[str, ...]:
    """The units that a cell names, once each: ``กลุ่มนโยบายและแผน/ อำนวยการ`` -> both with กลุ่ม.

    ``กลุ่ม DLICT`` and misread names become the official name. An unknown unit (``กลุ่มวิจัย``) is kept
    as printed, and so is a body that is no unit where the cell names none. A cell with only persons is empty.
    """
    source = clean(text)
    bones = bones_of(source)
    found: list[tuple[int, str]] = []
    position = 0
    for start, end, name in _known(bones):
        found.extend(_unknown(source, position, start))
        found.append((start, name))
        position = end
    found.extend(_unknown(source, position, len(source)))
    if not found and not _PERSON.match(source) and len(whole := _whole(source)) > 2:
        return (whole,)
    return tuple(dict.fromkeys(name for _, name in found))


def is_unit(text: str) -> bool:
    """Whether the whole text is the name of a unit, as the notice or as offices print it."""
    return skeleton(text) in _vocabulary().names


def _known(bones: Bones) -> list[tuple[int, int, str]]:
    words = _vocabulary()
    found = []
    for match in words.pattern.finditer(bones.text):
        start, end = bones.span(*match.span())
        if match["every"]:
            found.append((start, end, words.every if match["unit"] else "ทุกกลุ่ม"))
        elif match["name"] and _ends(bones, match.end(), end):
            found.append((start, end, words.names[match["name"]]))
        elif match["alone"] and bones.begins_word(match.start()) and _ends(bones, match.end(), end):
            found.append((start, end, words.alone[match["alone"]]))
    return found


def _ends(bones: Bones, bones_end: int, end: int) -> bool:
    """Whether the name ends here: nothing touches it but ฯ or the next unit."""
    return bones.ends_word(bones_end) or bones.source.startswith(("ฯ", "และ", "กลุ่ม", "หน่วย", "ทุก"), end)


def _unknown(source: str, start: int, end: int) -> list[tuple[int, str]]:
    """Units among the words between two known ones: near spellings, and what begins like a unit."""
    found = []
    for piece in _SPLIT.split(source[start:end]):
        printed = strip_edges(piece.replace("ฯ", " ") if piece else "", _MARKS, closing=".").strip(" .()")
        if near := _nearest(skeleton(printed)):
            found.append((start, near))
        elif printed.startswith(_vocabulary().unit_words) and len(printed) > len("กลุ่มงาน"):
            found.append((start, printed))
    return found


def _whole(source: str) -> str:
    return strip_edges(source.replace("\n", " "), _MARKS, closing=".")


def _nearest(bones: str) -> str | None:
    if len(bones) < 8:
        return None
    near: dict[str, float] = {}
    for pattern, share in nearby(_vocabulary().near, bones, EDIT_LIMIT):
        name = _vocabulary().names[pattern.text]
        near[name] = min(share, near.get(name, 1.0))
    best = min(near.values(), default=1.0)
    names = [name for name, share in near.items() if share == best]
    return names[0] if len(names) == 1 else None


@cache
def _vocabulary() -> _Vocabulary:
    entries = tomllib.loads(files("extractors.thai").joinpath("units.toml").read_text(encoding="utf-8"))
    names = {skeleton(s): u["name"] for u in entries["units"] for s in (u["name"], *u.get("variants", ()))}
    group = skeleton("กลุ่ม")
    official = [u["name"] for u in entries["units"]]
    alone = {skeleton(name).removeprefix(group): name for name in official}

    def longest_first(bones: dict[str, str]) -> str:
        return "|".join(map(re.escape, sorted(bones, key=len, reverse=True)))

    return _Vocabulary(
        every=entries["every"],
        unit_words=tuple(entries["unit_words"]),
        names=names,
        alone=alone,
        pattern=re.compile(f"(?P<every>{_EVERY})|(?P<name>{longest_first(names)})|(?P<alone>{longest_first(alone)})"),
        near=tuple(Pattern.of(bones) for bones in names if len(bones) >= 8),
    )
