"""Embedded font programs: TrueType, OpenType, bare CFF or Type 1, all read as glyphs with boxes and outlines."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field
from typing import Any

from extractors.glyphs.outlines import Bounds, Polygon, bounds, polygons
from extractors.glyphs.testimony import told_by_names, told_by_tables


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph with ink. ``box`` and ``advance`` are in thousandths of the em; ``text`` is what the font's own
    tables say it is, or "" where they are silent or stripped."""

    name: str
    box: Bounds
    advance: float
    text: str = ""


@dataclass(slots=True)
class Program:
    """The glyphs of a font program that leave ink; outlines are drawn only when asked for."""

    glyphs: tuple[Glyph, ...]
    scale: float = 1.0
    _drawings: Any = field(default=None, repr=False)

    def with_box(self, box: Bounds, tolerance: float) -> list[Glyph]:
        """The glyphs whose ink has exactly this box: nearly always one.

        In composite fonts PDFium makes every box higher by a 64th of its top.
        """
        x0, y0, x1, y1 = box
        return [
            glyph
            for glyph in self.glyphs
            if abs(glyph.box[0] - x0) <= tolerance
            and abs(glyph.box[1] - y0) <= tolerance
            and abs(glyph.box[2] - x1) <= tolerance
            and min(abs(glyph.box[3] - y1), abs(glyph.box[3] * 65 / 64 - y1)) <= tolerance
        ]

    def outline(self, glyph: Glyph) -> list[Polygon]:
        """The glyph's polygons in thousandths of the em."""
        return [
            [(x * self.scale, y * self.scale) for x, y in polygon] for polygon in polygons(self._drawings, glyph.name)
        ]


def read_program(content: bytes) -> Program | None:
    """The glyphs of an embedded font program; None for one that cannot be read: the text layer stays as it is."""
    import fontTools  # noqa: F401  (a missing library is a broken installation, not a damaged font)

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # subset fonts break many of its expectations
    try:
        if content[:4] in (b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf"):
            return _from_sfnt(content)
        return _from_cff(content) if content[:1] == b"\x01" else _from_type1(content)
    except Exception:  # fontTools raises whatever a damaged table leads to, struct.error and AssertionError included
        return None


def _from_sfnt(content: bytes) -> Program:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content), lazy=True, fontNumber=0)
    told = told_by_tables(font)
    scale = 1000 / font["head"].unitsPerEm
    drawings = font.getGlyphSet()
    if "glyf" not in font:
        return _drawn(drawings, scale, told)
    shapes, widths = font["glyf"], font["hmtx"].metrics
    found = []
    for name in font.getGlyphOrder():
        shape = shapes[name]
        if shape.numberOfContours:
            advance, left = widths[name]  # renderers put the glyph where its bearing says, whatever its points say
            box = (left, shape.yMin, left + shape.xMax - shape.xMin, shape.yMax)
            x0, y0, x1, y1 = (edge * scale for edge in box)
            found.append(Glyph(name, (x0, y0, x1, y1), advance * scale, told.get(name, "")))
    return Program(tuple(found), scale, drawings)


def _from_cff(content: bytes) -> Program:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(content), None)
    drawings = fonts[0].CharStrings
    scale = 1000 * (getattr(fonts[0], "FontMatrix", None) or [0.001])[0]
    return _drawn(drawings, scale, told_by_names(drawings.keys()))


def _from_type1(content: bytes) -> Program:
    from fontTools.t1Lib import T1Font

    font = T1Font.__new__(T1Font)
    font.data, font.encoding = content, "ascii"
    font.parse()
    drawings = font.getGlyphSet()
    return _drawn(drawings, 1000 * font["FontMatrix"][0], told_by_names(drawings.keys()))


def _drawn(drawings: Any, scale: float, told: dict[str, str]) -> Program:
    """A program whose boxes are known only by drawing every glyph."""
    found = []
    for name in drawings.keys():  # noqa: SIM118  (fontTools glyph sets are not iterable)
        outline = polygons(drawings, name)
        if outline:
            x0, y0, x1, y1 = bounds(outline)
            width = float(getattr(drawings[name], "width", 0) or 0)
            box = (x0 * scale, y0 * scale, x1 * scale, y1 * scale)
            found.append(Glyph(name, box, width * scale, told.get(name, "")))
    return Program(tuple(found), scale, drawings)
