"""The offices by what a mention can name: provinces in every spelling, area numbers."""

from __future__ import annotations

import re
from functools import cache

from extractors.names.matching import NameList
from extractors.thai.text import skeleton
from schemas.offices import Office, offices


@cache
def by_key() -> dict[tuple[str, frozenset[str], str], Office]:
    return {(office.type, frozenset(office.provinces), office.area_no): office for office in offices()}


@cache
def _only_server() -> dict[str, Office]:
    found: dict[str, list[Office]] = {}
    for office in offices():
        if office.type == "สพม.":
            for province in office.provinces:
                found.setdefault(province, []).append(office)
    return {province: those[0] for province, those in found.items() if len(those) == 1}


def only_with(names: list[str]) -> Office | None:
    """The one secondary office that serves all these provinces."""
    those = {_only_server().get(name) for name in names}
    return those.pop() if len(those) == 1 else None


@cache
def spellings(province: str) -> frozenset[str]:
    return frozenset({province, *(s for o in offices() if o.province == province for s in o.province_short)})


@cache
def provinces() -> dict[str, str]:
    """Skeleton of a province, its initials or short name -> its name."""
    names: dict[str, str] = {}
    for office in offices():
        for short in office.province_short:
            names[skeleton(short)] = office.province
    for office in offices():
        for province in office.provinces:
            names[skeleton(province)] = province
    return names


@cache
def province_names() -> NameList:
    return NameList((name, name, ()) for name in sorted(set(provinces().values())))


@cache
def province_pattern() -> re.Pattern[str]:
    initials = {skeleton(short) for office in offices() for short in office.province_short if len(short) <= 3}
    full = sorted(set(provinces()) - initials, key=len, reverse=True)
    by_length = "|".join(sorted(initials, key=len, reverse=True))
    return re.compile(rf"(?:และ)?(?:(?P<full>{'|'.join(full)})|(?P<initials>{by_length}))")
