"""A Report without names of people: each is replaced by a token that only the holder of a key can tell.

The same name has the same token in every report and run under one key (HMAC-SHA256), so people can still be
counted and followed; another key gives other tokens. Positions, units and everything else stay. Names are found in the
columns for persons and wherever a title (นาย, นาง, ว่าที่ร้อยตรี...) stands before one; a name found once is replaced
wherever it stands, with or without title, also over line breaks. A name that never stands with a title is not
found: see ``docs/personal-data.md``.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.thai.people import people
from extractors.thai.people.vocabulary import LETTERS, title_pattern
from extractors.thai.text import clean, squeeze
from schemas.report import Report
from schemas.rows import CommitteeMember, Responsibility, Row, TableCell

TOKEN = "person-{}"
TOKEN_DIGITS = 12
"""Hex digits: among a hundred thousand people two share a token with a chance of 2 in 100,000."""

SURE_LENGTH = 8
"""Letters from which a whole name is told from other words even without title and space."""

CONNECTING = re.compile(r"(ให้|โดย|ของ|จาก|แก่|ต่อ|หรือ|ถึง|คุณ|มี|เชิญ|เป็น|ว่า|แทน|ตั้ง|หมาย|คณะ)(?=นาย|นาง|น\.ส\.|ว่าที่|ดร\.)")
"""Words that prose writes onto a title; a space between lets the title be seen."""

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
MOBILE = re.compile(r"(?<![\d.,])[0๐][689๖๘๙]\d[- ]?\d{3}[- ]?\d{4}(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without title; ``family`` is empty where only the given name stands."""

    given: str
    family: str = ""

    @property
    def whole(self) -> str:
        return squeeze(self.given + self.family)


def pseudonymised(report: Report, key: bytes) -> Report:
    """The report with tokens for names, and without the titles, e-mail addresses and mobile numbers of people."""
    names = _names(report)
    veil = _Veil(names, key)
    lists = {field: veil.value(value) for field, value in report}
    return report.model_copy(update=lists)


def token(name: str, key: bytes) -> str:
    """The token of a name, whatever spaces it is written with."""
    digest = hmac.new(key, squeeze(name).encode(), hashlib.sha256).hexdigest()
    return TOKEN.format(digest[:TOKEN_DIGITS])


class _Veil:
    """Replaces the given names wherever they stand."""

    def __init__(self, names: Iterable[Name], key: bytes) -> None:
        self.key = key
        whole = sorted({n for n in names if n.family}, key=lambda n: (-len(n.whole), n.whole))
        self.whole = [(n.whole, _pattern(n), token(n.whole, key)) for n in whole]
        by_given: dict[str, set[str]] = {}
        for name in whole:
            by_given.setdefault(squeeze(name.given), set()).add(name.whole)
        alone = {squeeze(n.given) for n in names}
        sole = {given: next(iter(wholes)) for given, wholes in by_given.items() if len(wholes) == 1}
        self.given = {given: token(sole.get(given, given), key) for given in alone}
        self.family = {squeeze(n.family): token(n.family, key) for n in whole}

    def value(self, value: Any) -> Any:
        """A field of a row, a row, or a tuple of either; what holds no name comes back itself."""
        match value:
            case str():
                return self.text(value)
            case Responsibility() | CommitteeMember() | TableCell():
                return self.changed(self.with_name_alone(value))
            case Row():
                return self.changed(value)
            case tuple():
                veiled = tuple(self.value(item) for item in value)
                return veiled if any(new is not old for new, old in zip(veiled, value, strict=True)) else value
            case _:
                return value

    def changed(self, row: Row) -> Row:
        updates = {
            field: veiled for field, value in row if (veiled := self.value(value)) is not value and veiled != value
        }
        return row.model_copy(update=updates) if updates else row

    def with_name_alone(self, row: Row) -> Row:
        """The row, where a field holds nothing but a name or a part of one."""
        match row:
            case Responsibility() if row.given_name:
                whole = token(Name(row.given_name, row.family_name).whole, self.key)
                whole = whole if row.family_name else self.given[squeeze(row.given_name)]
                fields = {"person": whole, "given_name": whole, "family_name": "", "title": ""}
                return row.model_copy(update=fields)
            case TableCell() if part := self._part(row.text):
                return row.model_copy(update={"text": part})
            case CommitteeMember() if part := self._part(row.person):
                return row.model_copy(update={"person": part})
        return row

    def _part(self, text: str) -> str:
        alone = squeeze(text)
        return self.given.get(alone) or self.family.get(alone, "")

    def text(self, text: str) -> str:
        """The text with tokens; itself where it has nothing of a person."""
        veiled = text
        if any(letter > "\u0e00" for letter in text):
            veiled = self._without_names(text)
        if "@" in veiled:
            veiled = EMAIL.sub("[e-mail]", veiled)
        return MOBILE.sub("[phone]", veiled)

    def _without_names(self, text: str) -> str:
        bare = "".join(text.split())
        tidy = squeeze(text)
        for whole, pattern, its_token in self.whole:
            if whole in bare or whole in tidy:
                text = pattern.sub(its_token, text if whole in bare else clean(text))
        text = _titled_given().sub(self._given, text)
        return _titled_token().sub("", text) if "person-" in text else text

    def _given(self, match: re.Match[str]) -> str:
        return self.given.get(squeeze(match["word"]), match[0])


def _names(report: Report) -> set[Name]:
    """Everybody whom the report names."""
    found = {Name(r.given_name, r.family_name) for r in report.responsibilities if r.given_name}
    title = title_pattern()
    for text in set(_texts(report)):
        if title.search(text):
            spaced = CONNECTING.sub(r"\1 ", text)
            found.update(Name(p.given_name, p.family_name) for p in people(spaced) if p.title and p.given_name)
    return found


def _texts(value: Any) -> Iterator[str]:
    """Every text of a report, a row or a tuple."""
    match value:
        case str():
            yield value
        case Row():
            for _, inner in value:
                yield from _texts(inner)
        case tuple():
            for item in value:
                yield from _texts(item)


def _pattern(name: Name) -> re.Pattern[str]:
    """The name with its title if it has one; white space may stand between any letters, as lines wrap."""
    given, family = (r"\s*".join(map(re.escape, squeeze(part))) for part in (name.given, name.family))
    title = title_pattern().pattern
    if len(name.whole) >= SURE_LENGTH:
        return re.compile(rf"{given}\s*{family}")
    return re.compile(rf"(?:{title})\s*{given}\s*{family}|(?<!{LETTERS}){given}\s+{family}(?!{LETTERS})")


@cache
def _titled_given() -> re.Pattern[str]:
    """A title and the whole word after it."""
    return re.compile(rf"(?:{title_pattern().pattern})\s*(?P<word>{LETTERS}+)")


@cache
def _titled_token() -> re.Pattern[str]:
    """The title that still stands before a token."""
    return re.compile(rf"(?:{title_pattern().pattern})\s*(?={TOKEN.format('')}[0-9a-f])")
