"""What a font's own tables say about its glyphs: character map, glyph names, substitutions.

Subset fonts often keep none of them; then only the shape is left. A character map of the private-use area is
read by the convention that Thai fonts have shared since Windows 95.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from extractors.thai.repair.codes import PRIVATE_USE

_UNICODE_NAME = re.compile(r"(?:uni|u)([0-9A-Fa-f]{4})(?![0-9A-Fa-f])")
_SINGLE, _ALTERNATE, _EXTENSION = 1, 3, 7


def told_by_tables(font: Any) -> dict[str, str]:
    """Glyph name -> text for a fontTools ``TTFont``, from its Unicode character map, names and GSUB."""
    told = told_by_names(font.getGlyphOrder()) if _has_real_names(font) else {}
    if "cmap" in font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                told.update({name: text for code, name in table.cmap.items() if (text := _text_of(code))})
    if "GSUB" in font:
        _follow_substitutions(font["GSUB"].table, told)
    return told


def told_by_names(names: Iterable[str]) -> dict[str, str]:
    """Glyph name -> text by the naming rules of the Adobe Glyph List: ``uni0E48.low`` is U+0E48."""
    told = {}
    for name in names:
        match = _UNICODE_NAME.match(name)
        if match and (text := _text_of(int(match[1], 16))):
            told[name] = text
    return told


def _text_of(code: int) -> str:
    """The text of a code that says something about Thai or ASCII; "" for private codes without a convention."""
    if code in PRIVATE_USE:
        return PRIVATE_USE[code]
    return chr(code) if 0x20 < code < 0x7F or 0x0E01 <= code <= 0x0E5B else ""


def _has_real_names(font: Any) -> bool:
    return "CFF " in font or ("post" in font and font["post"].formatType == 2.0)


def _follow_substitutions(table: Any, told: dict[str, str]) -> None:
    """A glyph that stands in for a known glyph is the same text: single and alternate substitutions."""
    for lookup in table.LookupList.Lookup if table.LookupList else ():
        for subtable in lookup.SubTable:
            plain = subtable.ExtSubTable if lookup.LookupType == _EXTENSION else subtable
            if plain.LookupType == _SINGLE:
                pairs = [(old, [new]) for old, new in plain.mapping.items()]
            elif plain.LookupType == _ALTERNATE:
                pairs = list(plain.alternates.items())
            else:
                continue
            for old, news in pairs:
                for new in news:
                    if old in told:
                        told.setdefault(new, told[old])
