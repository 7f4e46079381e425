"""Codes that stand for Thai characters by convention: private-use forms, and TIS-620 bytes read as Latin-1."""

from __future__ import annotations

import re

# Forms shifted left (after ป ฝ ฟ), lowered (where no vowel stands above) or without their lower part, as fonts
# for Windows number them from F700 and fonts for the Mac from F884; both lists are those of HarfBuzz's Thai shaper.
_TONES, _UPPER, _LOWER = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", "\u0e34\u0e35\u0e36\u0e37", "\u0e38\u0e39\u0e3a"
_RUNS = {
    0xF700: "ฐ" + _UPPER + _TONES + _TONES + "ญ\u0e31\u0e4d\u0e47" + _TONES + _LOWER,
    0xF71E: "\u0e4d\u0e47\u0e4e",
    0xF884: "\u0e31" + _UPPER + "\u0e47" + "".join(tone * 3 for tone in _TONES) + "\u0e4dญ" + _LOWER + "ฐ",
}
PRIVATE_USE: dict[int, str] = {start + i: c for start, run in _RUNS.items() for i, c in enumerate(run)}
_FROM_PRIVATE_USE = str.maketrans(PRIVATE_USE)
_ANY_PRIVATE_USE = re.compile("[\uf700-\uf8ff]")

# A Latin-1 letter where TIS-620 has a Thai one; four in a row that also make sense as Thai are no foreign word.
_LATIN_RUN = re.compile(r"[\u00a1-\u00da\u00df-\u00fb][\u00a0-\u00da\u00df-\u00fb]{2,}")


def plain(text: str) -> str:
    """The text with private-use forms as the characters they are forms of. One character stays one."""
    return text.translate(_FROM_PRIVATE_USE) if _ANY_PRIVATE_USE.search(text) else text


def from_latin(text: str) -> str:
    """Runs of TIS-620 bytes that were read as Latin-1 (``ÊÓ¹Ñ¡§Ò¹``) as Thai. Other Latin letters stay."""
    return _LATIN_RUN.sub(_thai_run, text)


def _thai_run(run: re.Match[str]) -> str:
    thai = "".join(chr(ord(c) - 0xA0 + 0xE00) if c != "\u00a0" else " " for c in run[0])
    return thai if _is_sound(thai) else run[0]


def _is_sound(thai: str) -> bool:
    """Whether a reading as Thai has a consonant, and no mark without one under it."""
    from extractors.thai.repair.signs import IMPOSSIBLE

    return bool(re.search("[ก-ฮ]", thai)) and not IMPOSSIBLE.search(thai)
