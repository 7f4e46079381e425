"""Glyphs are known by shape and by what their font's tables say."""

import io

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from extractors.glyphs.outlines import bounds, ink
from extractors.glyphs.programs import read_program
from extractors.glyphs.shapes import likeness
from tests.extractors.glyphs.lying_pdf import squares

FRAME = [[(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)], [(2.0, 2.0), (8.0, 2.0), (8.0, 8.0), (2.0, 8.0)]]


def test_a_hole_in_an_outline_leaves_no_ink() -> None:
    picture = ink(FRAME)
    assert picture[0].min() == pytest.approx(1.0)
    assert picture[5][5] == 0.0


def test_bounds_are_those_of_the_ink() -> None:
    assert bounds(FRAME) == (0.0, 0.0, 10.0, 10.0)


@pytest.mark.parametrize("character", "่้๊๋์็ัิีึืุูำาคสห")
def test_a_shape_is_known_at_any_size(character: str) -> None:
    for height in (300.0, 700.0):
        look = likeness(squares(character, height), height)
        assert look.nearest == character
        assert look.distance < 0.05


def test_a_shape_like_nothing_thai_is_not_proven() -> None:
    assert not likeness([[(0.0, 0.0), (0.0, 900.0), (2500.0, 450.0)]], 500.0).proven(0.18, 1.2)


def a_font(names: list[str], codes: dict[int, str], features: str = "") -> bytes:
    pen = TTGlyphPen(None)
    for i, point in enumerate([(0, 0), (0, 500), (300, 500), (300, 0)]):
        (pen.lineTo if i else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap(codes)
    builder.setupGlyf(dict.fromkeys([".notdef", *names], square))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (320, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    file = io.BytesIO()
    builder.font.save(file)
    return file.getvalue()


def told(content: bytes) -> dict[str, str]:
    program = read_program(content)
    assert program is not None
    return {glyph.name: glyph.text for glyph in program.glyphs}


def test_a_glyph_is_what_the_character_map_says() -> None:
    assert told(a_font(["a", "b"], {0x0E48: "a", 0xF70B: "b"})) == {".notdef": "", "a": "่", "b": "้"}


def test_a_glyph_is_what_its_name_says() -> None:
    assert told(a_font(["uni0E48.low", "glyph12"], {}))["uni0E48.low"] == "่"
    assert told(a_font(["uni0E48.low", "glyph12"], {}))["glyph12"] == ""


def test_a_glyph_that_stands_in_for_another_is_the_same_text() -> None:
    font = a_font(["base", "left"], {0x0E34: "base"}, "feature ccmp { sub base by left; } ccmp;")
    assert told(font)["left"] == "ิ"


def test_what_is_no_font_is_no_program() -> None:
    assert read_program(b"\x00\x01\x00\x00 and nothing more") is None
    assert read_program(b"plainly not a font") is None
