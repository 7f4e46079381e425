"""The fonts that figures are drawn in: which are for the training, which are kept for measuring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDERS = (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts/opentype"))
FAMILIES = (
    "Garuda", "Kinnari", "Laksaman", "Loma", "Norasi", "Purisa", "Sawasdee", "TlwgMono", "TlwgTypewriter", "TlwgTypist",
    "TlwgTypo", "Umpush", "Waree", "ArundinaSans", "ArundinaSansMono", "ArundinaSerif", "NotoSansThai",
    "NotoSansThaiUI", "NotoLoopedThai", "NotoSerifThai", "NotoSans", "NotoSerif", "FreeSans", "FreeSerif", "FreeMono",
    "LiberationSans", "LiberationSansNarrow", "LiberationSerif", "LiberationMono", "DejaVuSans", "DejaVuSansMono",
    "DejaVuSansCondensed", "DejaVuSerif", "DejaVuSerifCondensed", "OpenSans", "Lato", "Inter", "Andika", "CharisSIL",
    "GentiumPlus", "Carlito", "Caladea", "LinLibertine", "Sarabun", "Anuphan", "BaiJamjuree", "ChakraPetch", "Fahkwang",
    "IbmPlexSansThai", "K2d", "Kanit", "Prompt", "Taviraj",
)  # fmt: skip
UNSEEN = ("Kinnari", "Umpush", "Waree", "ArundinaSerif", "NotoSerifThai", "DejaVuSerif", "LiberationSerif")
"""Families that are kept for measuring.

Umpush has the Arabic digits of Loma, Waree nearly those of DejaVu Sans; their Thai digits are their own.
"""
UNSEEN_TOO = ("Taviraj", "K2d", "BaiJamjuree", "Prompt", "Carlito", "Caladea")
"""More of them, of newer make; Carlito was drawn after Lato."""
_NO_PRINT = re.compile("Math|Purisa-Oblique|ExtraLight|Hairline|_M|_D|Z")
_FAMILY = re.compile(r"[A-Za-z0-9]+?(?=(?:Bold|Italic|Oblique)*[-_.])")


def by_family(more: Path | None = None) -> dict[str, list[Path]]:
    """The font files of each family, in a fixed order; ``more`` is a folder of fonts that are not Debian's."""
    found: dict[str, list[Path]] = {family: [] for family in FAMILIES}
    for folder in (*FOLDERS, *([more] if more else [])):
        for path in sorted((*folder.rglob("*.ttf"), *folder.rglob("*.otf")), key=lambda path: path.name):
            family = _FAMILY.match(path.name)
            if not family or family[0] not in found or _NO_PRINT.search(path.name):
                continue
            if all(path.name != other.name for other in found[family[0]]):  # Debian has some of them twice
                found[family[0]].append(path)
    return {family: paths for family, paths in found.items() if paths}


def is_unseen(family: str, kept: Iterable[str] = (*UNSEEN, *UNSEEN_TOO)) -> bool:
    return family.startswith(tuple(kept))


@cache
def letters_of(path: Path) -> frozenset[str]:
    """The characters that the font draws; for any other it would draw a box."""
    return frozenset(map(chr, TTFont(path, lazy=True).getBestCmap()))
