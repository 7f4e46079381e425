"""Mentions of education-area offices in running text, whatever their spelling: full, short, wrapped, former.

Offices that do not exist are mentions too: whoever decides whose report it is must see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.names.office_lookup import (
    by_key,
    only_with,
    province_names,
    province_pattern,
    provinces,
    spellings,
)
from extractors.thai.bones import Bones, bones_of
from extractors.thai.text import squeeze
from schemas.offices import Office, OfficeType, offices

_LIKELY = re.compile(r"ส\s*\.?\s*พ\s*\.?\s*[ปม]|เ\s*ข\s*ต\s*พ")  # before the slower reading of every letter

_AREA = re.compile(r"(?P<word>เขต(?:พนทการศกษา)?(?:ท)?)(?P<area>[0-9]{1,2})(?![0-9])")
_BARE_AREA = re.compile(r"[1-9](?![0-9])")
_FAR_AREA = re.compile(rf"(?P<name>[^0-9|]{{3,18}}?){_AREA.pattern}")
_HEAD = re.compile(
    r"(?:(?:สานกงาน)?เขตพนทการศกษา(?:(?P<primary>ประถมศกษา)|มธยมศกษา)|สพ(?P<letter>[ปม]))(?:จงหวด)?"
)


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """One mention: ``printed`` is ``text[span[0]:span[1]]``. ``office`` is None where no such office exists.

    ``province`` and ``area_no`` are as parsed; several provinces are joined by a space.
    """

    printed: str
    span: tuple[int, int]
    office: Office | None
    type: OfficeType
    province: str
    area_no: str


def match_office(text: str) -> list[OfficeMention]:
    """Every mention of an area office that names its province (or former number), in order."""
    return list(_mentions(text)) if _LIKELY.search(text) else []


@lru_cache(maxsize=2048)
def _mentions(text: str) -> tuple[OfficeMention, ...]:
    """The mentions, remembered: several finders ask for the same paragraph."""
    bones = bones_of(text)
    found: list[OfficeMention] = []
    for head in _HEAD.finditer(bones.text):
        kind: OfficeType = "สพป." if head["primary"] or head["letter"] == "ป" else "สพม."
        is_short = head["letter"] is not None
        if is_short and not bones.begins_word(head.start()) and bones.text[head.start() - 1] in "เแโใไ":
            continue
        mention = (
            _former(bones, head)
            if kind == "สพม." and _AREA.match(bones.text, head.end())
            else _with_province(bones, head, kind, is_short) or _misread(bones, head, kind)
        )
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _with_province(
    bones: Bones, head: re.Match[str], kind: OfficeType, is_short: bool
) -> OfficeMention | None:
    names: list[str] = []
    end = head.end()
    while match := province_pattern().match(bones.text, end):
        is_initials = match.lastgroup == "initials"
        if is_initials and not (is_short and _closes(bones, match.end())):
            break
        name = provinces()[match[str(match.lastgroup)]]
        if not is_initials and not _spelled(bones, match, name):
            break
        names.append(name)
        end = match.end()
        if kind == "สพป.":
            break
    if not names:
        return None
    area, area_end = _area(bones, end)
    for name_count, number, stop in _readings(names, area, end, area_end, kind):
        if office := by_key().get((kind, frozenset(name_count), number)):
            return _mention(bones, head.start(), stop, office, kind, " ".join(name_count), number)
    if kind == "สพม." and not area and (office := only_with(names)):
        return _mention(bones, head.start(), end, office, kind, " ".join(names), "")
    bare = not bones.text.startswith("เขต", end)
    stop, area = (end, "") if bare else (area_end, area)
    return _mention(bones, head.start(), stop, None, kind, " ".join(names), area)


def _readings(
    names: list[str], area: str, end: int, area_end: int, kind: OfficeType
) -> Iterator[tuple[list[str], str, int]]:
    """The name with its area; without it only where no เขต claims the number (``สพป.กระบี่ 1. ...``)."""
    yield names, area, area_end
    if area and area_end - end <= 2:
        yield names, "", end


def _former(bones: Bones, head: re.Match[str]) -> OfficeMention | None:
    """A secondary area of the 42 before 2564: ``สพม.เขต 11``, ``... มัธยมศึกษา เขต 11 (สุราษฎร์ธานี ชุมพร)``."""
    area, end = _area(bones, head.end())
    named: list[str] = []
    stop = end
    while (match := province_pattern().match(bones.text, stop)) and match.lastgroup == "full":
        named.append(provinces()[match["full"]])
        stop = match.end()
    heirs = [office for office in offices() if area in office.former_numbers]
    if named:
        heirs = [office for office in heirs if set(office.provinces) == set(named)]
    office = heirs[0] if len(heirs) == 1 and (named or heirs[0].former_confirmed) else None
    return _mention(bones, head.start(), stop, office, "สพม.", " ".join(named), area)


def _misread(bones: Bones, head: re.Match[str], kind: OfficeType) -> OfficeMention | None:
    """A province with a misread letter, if เขต and a number bound it and one province is clearly nearest."""
    match = _FAR_AREA.match(bones.text, head.end())
    if match is None:
        return None
    start, stop = bones.span(match.start("name"), match.end("name"))
    nearest = province_names().match(bones.source[start:stop])
    if nearest is None:
        return None
    office = by_key().get((kind, frozenset([nearest.name]), match["area"]))
    return _mention(bones, head.start(), match.end("area"), office, kind, nearest.name, match["area"])


def _area(bones: Bones, end: int) -> tuple[str, int]:
    """The area number after a province and where it ends; a number without เขต must stand by itself."""
    if match := _AREA.match(bones.text, end):
        return match["area"].lstrip("0"), match.end("area")
    match = _BARE_AREA.match(bones.text, end)
    if match and bones.ends_word(match.end()):
        _, last = bones.span(match.start(), match.end())
        if bones.source[last : last + 1] not in {")", ".", ",", "/"}:
            return match[0], match.end()
    return "", end


def _closes(bones: Bones, end: int) -> bool:
    after = bones.text[end : end + 3]
    return bones.ends_word(end) or after[:1].isdigit() or after == "เขต"


def _spelled(bones: Bones, match: re.Match[str], name: str) -> bool:
    """Printed as it is spelled, or set off from the next word: สพป.ตรงตาม... is not ตรัง."""
    start, stop = bones.span(match.start(), match.end())
    if squeeze(bones.source[start:stop]) in spellings(name):
        return True
    return _closes(bones, match.end())


def _mention(
    bones: Bones, start: int, end: int, office: Office | None, kind: OfficeType, province: str, area: str
) -> OfficeMention:
    span = bones.span(start, end)
    return OfficeMention(bones.source[slice(*span)], span, office, kind, province, area)
