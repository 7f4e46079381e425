"""The words of ``roles.toml``: what is a role in a committee, and where one begins at the end of a line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from extractors.thai.text import skeleton

MOST_WORDS_OF_A_ROLE = 6
"""More words after spaces than this are no role any more (คณะทำงาน และ ผู้ช่วย เลขานุการ has four)."""

WIDE_GAP = re.compile(r"\s*(?:\t|\n| {2,}|\.{4,}|…{2,}|_{3,})[\s.…]*")
"""What parts the columns of a line that was aligned by tabs, spaces or dot leaders."""


@cache
def words(kind: str) -> tuple[str, ...]:
    """One list of ``roles.toml``, as printed there."""
    entries = tomllib.loads(
        files("extractors.facts.committee").joinpath("roles.toml").read_text(encoding="utf-8")
    )
    return tuple(entries[kind])


@cache
def _role() -> re.Pattern[str]:
    role, joint = _any_of(words("roles")), _any_of(words("joints"))
    return re.compile(rf"{role}(?:{joint}?{role})*")


def _any_of(printed: Iterable[str]) -> str:
    bones = sorted({skeleton(word) for word in printed if skeleton(word)}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, bones))})"


def is_role(text: str) -> bool:
    """Whether the whole text is a role: ``คณะทำงานและเลขานุการ``."""
    return bool(_role().fullmatch(skeleton(text)))


def part_role(text: str) -> tuple[str, str]:
    """A line parted into what stands before the role at its end, and the role, ``""`` where there is none."""
    gaps = list(WIDE_GAP.finditer(text))
    if gaps and is_role(text[gaps[-1].end() :]):
        return text[: gaps[-1].start()].strip(), text[gaps[-1].end() :].strip()
    spaces = [match.start() for match in re.finditer(r"\s+", text)][-MOST_WORDS_OF_A_ROLE:]
    start = next((place for place in spaces if is_role(text[place:])), None)
    return (text.strip(), "") if start is None else (text[:start].strip(), text[start:].strip())


def part_touching_role(text: str) -> tuple[str, str]:
    """The same for a role that touches the word before it: ``นักจัดการงานทั่วไปคณะทำงาน``."""
    last = text.rstrip()
    begin = last.rfind(" ") + 1
    for start in range(begin + 1, len(last)):
        role, before = last[start:], last[:start]
        if role.startswith(words("touching")) and is_role(role):
            return (text.strip(), "") if before.endswith(words("not_before")) else (before.strip(), role)
    return text.strip(), ""
