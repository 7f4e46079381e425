"""Replaces the names of people in every text of a report.

A known name is found with or without title, in either order, over line breaks, hyphens, dots and invisible spaces, in
cells of its own and in addresses of the web. A part of it that stands alone goes too, unless it is also a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import unquote

from extractors.thai.people.vocabulary import LETTERS, title_pattern
from extractors.thai.text import clean, squeeze
from pipeline.pseudonyms.names import Name, words_of_the_language
from pipeline.pseudonyms.tokens import PERSON, file_token, token
from schemas.issues import catalogue
from schemas.rows import CommitteeMember, Issue, Repair, Responsibility, Row, TableCell

SURE_LENGTH = 8
"""Letters from which a whole name is told from other words even without title and space."""

LONE_LENGTH = 3
"""Letters from which a part of a name is looked for alone."""

INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff"
GAP = rf"[\s_{INVISIBLE}\-‐]*"
"""What may stand between two letters of one word: a line break, with its hyphen."""

BETWEEN = rf"[\s_{INVISIBLE}\-‐–.…·,/+]"
"""What may stand between given and family name."""

SEPARATORS = re.compile(rf"{BETWEEN}+")
POLITE = r"คุณ|คุณครู|ครู|ผอ\.|ศน\."
"""What people are called by besides titles."""

EMAIL = re.compile(r"[^\s@<>()\[\],;:\"']+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
MOBILE = re.compile(r"(?<![\d.,])[0๐][689๖๘๙]\d[- ]?\d{3}[- ]?\d{4}(?![\d.,])")
ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


class Veil:
    """Replaces the names of people wherever they stand, and the file's name in messages that have it."""

    def __init__(self, names: Iterable[Name], key: bytes, file_name: str) -> None:
        self.key = key
        self.file_name = file_name
        known = set(names)
        whole = sorted({n for n in known if n.family}, key=lambda n: (-len(n.whole), n.whole))
        self.whole = [(_told_by(n), _pattern(n), token(n.whole, key)) for n in whole]
        by_given: dict[str, set[str]] = {}
        for name in whole:
            by_given.setdefault(squeeze(name.given), set()).add(name.whole)
        alone = {squeeze(n.given) for n in known}
        sole = {given: next(iter(wholes)) for given, wholes in by_given.items() if len(wholes) == 1}
        self.given = {given: token(sole.get(given, given), key) for given in alone}
        self.family = {squeeze(n.family): token(n.family, key) for n in whole}
        parts = {**self.family, **self.given}
        self.lone = {p: t for p, t in parts.items() if len(p) >= LONE_LENGTH and p not in words_of_the_language()}

    def value(self, value: Any) -> Any:
        """A field of a row, a row, or a tuple of either; what holds no name comes back itself."""
        match value:
            case str():
                return self.text(value)
            case Responsibility() | CommitteeMember() | TableCell() | Issue() | Repair():
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
        """The row, where a field holds nothing but a name, a part of one, or the file's name."""
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
            case Repair() if (part := self._part(row.repaired) or self.text(row.repaired)) != row.repaired:
                return row.model_copy(update={"printed": part, "repaired": part})
            case Issue() if row.code in _naming_files():
                named, own = self.file_name, file_token(self.file_name, self.key)
                words = {name: getattr(row, name).replace(named, own) for name in ("message_th", "message_en")}
                return row.model_copy(update=words)
        return row

    def _part(self, text: str) -> str:
        alone = squeeze(text)
        return self.given.get(alone) or self.family.get(alone, "")

    def text(self, text: str) -> str:
        """The text with tokens; itself where it has nothing of a person."""
        veiled = text
        if "%E0%B" in text.upper():
            plain = ESCAPED.sub(lambda match: unquote(match[0]), text)
            veiled = text if (without := self._without_names(plain)) == plain else without
        elif any(letter > "\u0e00" for letter in text):
            veiled = self._without_names(text)
        if "@" in veiled:
            veiled = EMAIL.sub("[e-mail]", veiled)
        return MOBILE.sub("[phone]", veiled)

    def _without_names(self, text: str) -> str:
        bare = SEPARATORS.sub("", text)
        tidy = squeeze(text)
        for told_by, pattern, its_token in self.whole:
            if any(whole in bare for whole in told_by):
                text = pattern.sub(its_token, text)
            elif any(whole in tidy for whole in told_by):
                text = pattern.sub(its_token, clean(text))
        text = _titled_given().sub(self._given, text)
        if any(part in text for part in self.lone):
            text = _word().sub(self._lone, text)
        return _titled_token().sub("", text) if PERSON in text else text

    def _given(self, match: re.Match[str]) -> str:
        return self.given.get(squeeze(match["word"]), match[0])

    def _lone(self, match: re.Match[str]) -> str:
        return self.lone.get(match[0], match[0])


def _told_by(name: Name) -> tuple[str, str]:
    """The name's letters without separators, in both orders."""
    given, family = (SEPARATORS.sub("", squeeze(part)) for part in (name.given, name.family))
    return given + family, family + given


def _pattern(name: Name) -> re.Pattern[str]:
    """The name with its title if it has one, in either order; a line may break between any letters."""
    given, family = (GAP.join(map(re.escape, squeeze(part))) for part in (name.given, name.family))
    title = title_pattern().pattern
    if len(name.whole) >= SURE_LENGTH:
        return re.compile(rf"{given}{BETWEEN}*{family}|{family}{BETWEEN}+{given}")
    titled = rf"(?:{title}|{POLITE}){BETWEEN}*{given}{BETWEEN}*{family}"
    apart = rf"{given}{BETWEEN}+{family}|{family}{BETWEEN}+{given}"
    return re.compile(rf"{titled}|(?<!{LETTERS})(?:{apart})(?!{LETTERS})")


@cache
def _naming_files() -> frozenset[str]:
    """Codes of issues whose messages name the file."""
    return frozenset(code for code, kind in catalogue().items() if "{name}" in kind.message_en)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{LETTERS}+")


@cache
def _titled_given() -> re.Pattern[str]:
    """A title and the whole word after it."""
    return re.compile(rf"(?:{title_pattern().pattern}|{POLITE})\s*(?P<word>{LETTERS}+)")


@cache
def _titled_token() -> re.Pattern[str]:
    """The title that still stands before a token."""
    return re.compile(rf"(?:{title_pattern().pattern})\s*(?={PERSON}[0-9a-f])")
