"""Tesseract's Thai put into the spelling of the house, and its doubles of single letters put right in known words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.thai.text import clean


def spelled(text: str) -> str:
    """The text of a line as it is most likely printed; the same number of words."""
    text = clean(text) if text.strip() else text
    return _known().sub(lambda match: _words()[_folded(match[0])], text) if _known().search(text) else text


def _folded(text: str) -> str:
    return text.translate(_table())


@cache
def _entries() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads(
        files("extractors.ocr").joinpath("confusions.toml").read_text(encoding="utf-8")
    )
    return found


@cache
def _table() -> dict[int, str]:
    return {ord(letter): group[0] for group in _entries()["alike"] for letter in group}


@cache
def _words() -> dict[str, str]:
    """The known words by what is left of them when letters that look alike are one."""
    return {_folded(word): word for word in _entries()["words"]}


@cache
def _known() -> re.Pattern[str]:
    """Any known word with any of its letters exchanged for one that looks like it."""
    groups = {letter: f"[{group}]" for group in _entries()["alike"] for letter in group}
    words = sorted(_entries()["words"], key=len, reverse=True)
    return re.compile("|".join("".join(groups.get(letter, re.escape(letter)) for letter in word) for word in words))
