"""Titles and the words that positions and bodies begin with, from ``titles.toml`` and ``positions.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LETTERS = "[ก-ฮะ-ฺเ-ๅ็-๎\u0e81-\u0ecd]"
"""What a name consists of, with the Lao letters that OCR takes for Thai ones."""


@dataclass(frozen=True, slots=True)
class Words:
    """``touching`` finds a position inside a word, ``next_body`` the gap between a body and the next one."""

    positions: tuple[str, ...]
    touching: re.Pattern[str]
    bodies: tuple[str, ...]
    not_titles: tuple[str, ...]
    next_body: re.Pattern[str]


@cache
def words() -> Words:
    entries = {**_read("positions.toml"), **_read("titles.toml")}
    strong = sorted(entries["positions"], key=len, reverse=True)
    every = "|".join(rf"(?<={word})" for word in ("ทุกกลุ่ม", "ทุกหน่วย", "/หน่วย"))
    return Words(
        positions=(*strong, *entries["positions_apart"]),
        touching=re.compile("|".join(map(re.escape, strong))),
        bodies=tuple(entries["bodies"]),
        not_titles=tuple(entries["not_titles"]),
        next_body=re.compile(rf"(?:{every})\s+(?={LETTERS})"),
    )


@cache
def title_pattern() -> re.Pattern[str]:
    """One or more titles: ``นาย``, ``ว่าที่ ร้อยตรีหญิง``, ``ผศ. ดร.``"""
    spelled = (
        r"\s*".join(re.escape(part).replace(r"\.", r"\.\s?") for part in title.split())
        for title in sorted(_read("titles.toml")["titles"], key=len, reverse=True)
    )
    one = "|".join(spelled)
    return re.compile(rf"(?:{one})(?:\s*(?:{one}))*")


@cache
def _read(name: str) -> dict[str, list[str]]:
    return tomllib.loads(files("extractors.thai.people").joinpath(name).read_text(encoding="utf-8"))
