"""PDFs with an embedded font whose text layer says whatever a test wants it to say.

The font's glyphs are drawn from the project's own reference shapes, square by square, so that no font file is
needed. Character codes are glyph numbers; the font program has no character map and no glyph names.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from extractors.glyphs.outlines import SIDE, Polygon
from extractors.glyphs.shapes import references

CONSONANT_HEIGHT = 500
SIZE_PT = 20
MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d")


def squares(character: str, scale: float = CONSONANT_HEIGHT) -> list[Polygon]:
    """The outline of a reference shape of the character, its left edge at 0; ``scale`` is the consonants' height."""
    shapes, texts = references()
    shape = shapes[texts.index(character)]
    bottom, top, width = (float(x) * scale for x in shape[SIDE * SIDE :])
    across, up = width / SIDE, (top - bottom) / SIDE
    outline = []
    for place in range(SIDE * SIDE):
        row, column, inked = place // SIDE, place % SIDE, float(shape[place])
        # The corners keep the box whole where a reference has no ink in them.
        if inked > 0.03:
            x0, y0 = column * across, bottom + row * up
            x1, y1 = x0 + across * inked, y0 + up
            outline.append([(x0, y0), (x0, y1), (x1, y1), (x1, y0)])
    return outline


def font(characters: str, names: Mapping[str, str] | None = None) -> bytes:
    """A TrueType font whose glyph i + 1 looks like ``characters[i]``; marks hang over what stands before them."""
    order = [".notdef", *(f"g{i}" for i in range(len(characters)))]
    glyphs, metrics = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (500, 0)}
    for name, character in zip(order[1:], characters, strict=True):
        pen = TTGlyphPen(None)
        outline = squares(character) if character != " " else []
        width = max((x for polygon in outline for x, _ in polygon), default=200.0)
        shift = -width - 60 if character in MARKS else 20
        for polygon in outline:
            pen.moveTo((round(polygon[0][0] + shift), round(polygon[0][1])))
            for x, y in polygon[1:]:
                pen.lineTo((round(x + shift), round(y)))
            pen.closePath()
        glyphs[name] = pen.glyph()
        metrics[name] = (0 if character in MARKS else round(width) + 40, round(shift))
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=1000, descent=-300)
    builder.setupPost(keepGlyphNames=False)
    file = io.BytesIO()
    builder.font.save(file)
    return file.getvalue()


def pdf(characters: str, shown: str, says: Mapping[str, str]) -> bytes:
    """One page that shows ``shown`` and says of each of ``characters`` what ``says`` has for it, else the truth.

    ``says[c] = ""`` leaves the character without any mapping.
    """
    program = font(characters)
    code_of = {character: i + 1 for i, character in enumerate(characters)}
    said = {code: says.get(character, character) for character, code in code_of.items()}
    mapped = [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for code, text in said.items() if text]
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(mapped)} beginbfchar {' '.join(mapped)} endbfchar "
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    widths = " ".join(f"{code} [{_advance(c)}]" for c, code in code_of.items())
    content = f"BT /F1 {SIZE_PT} Tf 50 500 Td <{''.join(f'{code_of[c]:04X}' for c in shown)}> Tj ET"
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            _stream(content.encode()),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Liar /Encoding /Identity-H"
            b" /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Liar /FontDescriptor 7 0 R /DW 500"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            b" /CIDToGIDMap /Identity /W [" + widths.encode() + b"] >>",
            b"<< /Type /FontDescriptor /FontName /ABCDEF+Liar /Flags 4 /FontBBox [-500 -300 1000 1000]"
            b" /ItalicAngle 0 /Ascent 1000 /Descent -300 /CapHeight 700 /StemV 80 /FontFile2 8 0 R >>",
            _stream(program),
            _stream(to_unicode.encode()),
        ]
    )


def _advance(character: str) -> int:
    if character in MARKS:
        return 0
    width = max((x for p in squares(character) for x, _ in p), default=200.0) if character != " " else 200.0
    return round(width) + 40


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
