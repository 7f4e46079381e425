"""Embedded font programs: TrueType, OpenType, bare CFF or Type 1, all read as glyphs with names and outlines."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field
from typing import Any

from extractors.glyphs.outlines import Bounds, Polygon, bounds, polygons




@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph with ink. ``box`` and ``advance`` are in thousandths of the em; ``text`` is what the font's own
    tables say it is, or "" where they are silent or stripped; ``outline`` is in the font's own units."""

    name: str
    box: Bounds
    advance: float
    outline: list[Polygon] = field(repr=False, compare=False)
    text: str = ""
    units_per_thousandth: float = 1.0


@dataclass(frozen=True, slots=True)
class Program:
    """A font program's glyphs that leave ink."""

    glyphs: tuple[Glyph, ...]

    def with_box(self, box: Bounds, tolerance: float) -> list[Glyph]:
        """The glyphs whose ink has exactly this box: nearly always one."""
        return [g for g in self.glyphs if all(abs(a - b) <= tolerance for a, b in zip(g.box, box, strict=True))]


def read_program(content: bytes) -> Program | None:
    """The glyphs of an embedded font program; None for one that cannot be read: the text layer stays as it is."""
    import fontTools  # noqa: F401  (a missing library is a broken installation, not a damaged font)

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # subset fonts break many of its expectations
    try:
        glyphs, scale, told = _open(content)
        return Program(tuple(_glyphs(glyphs, scale, told)))
    except Exception:  # fontTools raises whatever a damaged table leads to, struct.error and AssertionError included
        return None


def _open(content: bytes) -> tuple[Any, float, dict[str, str]]:
    """Glyph set, thousandths of the em per font unit, and what the tables tell of each glyph."""
    from extractors.glyphs.testimony import told_by_names, told_by_tables

    if content[:4] in (b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf"):
        from fontTools.ttLib import TTFont

        font = TTFont(io.BytesIO(content), lazy=True, fontNumber=0)
        return font.getGlyphSet(), 1000 / font["head"].unitsPerEm, told_by_tables(font)
    if content[:1] == b"\x01":
        from fontTools.cffLib import CFFFontSet

        cff = CFFFontSet()
        cff.decompile(io.BytesIO(content), None)
        top = cff[0]
        matrix = getattr(top, "FontMatrix", None) or [0.001]
        return top.CharStrings, 1000 * matrix[0], told_by_names(top.CharStrings.keys())
    from fontTools.t1Lib import T1Font

    type1 = T1Font.__new__(T1Font)
    type1.data, type1.encoding = content, "ascii"
    type1.parse()
    strings = type1.getGlyphSet()
    return strings, 1000 * type1["FontMatrix"][0], told_by_names(strings.keys())


def _glyphs(glyphs: Any, scale: float, told: dict[str, str]) -> list[Glyph]:
    found = []
    for name in glyphs.keys():  # noqa: SIM118  (fontTools glyph sets are not iterable)
        outline = polygons(glyphs, name)
        if not outline:
            continue
        x0, y0, x1, y1 = bounds(outline)
        found.append(
            Glyph(
                name=name,
                box=(x0 * scale, y0 * scale, x1 * scale, y1 * scale),
                advance=float(getattr(glyphs[name], "width", 0) or 0) * scale,
                outline=outline,
                text=told.get(name, ""),
                units_per_thousandth=1 / scale,
            )
        )
    return found
