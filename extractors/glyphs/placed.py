"""Characters of a PDFium text page with the place of their ink, and marks that stand with the wrong letter."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from extractors.glyphs.outlines import Bounds
from extractors.thai.repair.signs import MARKS

_MARKS = frozenset(MARKS)
_SAME_LINE = 0.3  # of the size: how far a mark may be raised above the line of its letter


@dataclass(frozen=True, slots=True)
class PlacedCharacter:
    """``box`` is the ink's, from the character's origin in thousandths of the em, y upwards; ``origin`` in points.

    ``font`` tells fonts of one document apart; ``handle`` is PDFium's, alive as long as its page.
    """

    index: int
    text: str
    font: int
    box: Bounds
    origin: tuple[float, float]
    size_pt: float
    handle: Any = field(repr=False, compare=False)


def placed_characters(text_page: Any) -> list[PlacedCharacter]:
    """Every character of the page that was drawn (spaces that PDFium inferred are left out)."""
    import pypdfium2.raw as raw

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    found = []
    for index in range(raw.FPDFText_CountChars(text_page)):
        text_object = raw.FPDFText_GetTextObject(text_page, index)
        if not text_object or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text_page, index)
        font = raw.FPDFTextObj_GetFont(text_object)
        if not font or not code:
            continue
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        size = raw.FPDFText_GetFontSize(text_page, index)
        box = _in_em(matrix, size, x.value, y.value, (left.value, bottom.value, right.value, top.value))
        if box is not None:
            address = ctypes.cast(font, ctypes.c_void_p).value or 0
            size_pt = size * abs(matrix.a or matrix.b)
            found.append(PlacedCharacter(index, chr(code), address, box, (x.value, y.value), size_pt, font))
    return found


def _in_em(matrix: Any, size: float, x: float, y: float, box: Bounds) -> Bounds | None:
    """A page box seen from the character: moved, turned and scaled back. None for text of no size."""
    scale = size / 1000
    a, b, c, d = matrix.a * scale, matrix.b * scale, matrix.c * scale, matrix.d * scale
    determinant = a * d - b * c
    if abs(determinant) < 1e-12:
        return None
    xs, ys = [], []
    for px, py in ((box[0] - x, box[1] - y), (box[2] - x, box[3] - y)):
        xs.append((d * px - c * py) / determinant)
        ys.append((a * py - b * px) / determinant)
    return min(xs), min(ys), max(xs), max(ys)


def misplaced_marks(characters: list[PlacedCharacter], corrected: dict[int, str]) -> dict[int, str]:
    """Corrections that put each mark behind the letter that it stands over, where the text layer has it elsewhere.

    Producers that place marks by themselves draw them after the run, so the letter may stand anywhere on the
    mark's line. Only upright text. A mark whose own letter is under it stays, and so does one with no other
    letter there; of several letters the nearest in the content has it.
    """
    moved: dict[int, str] = {}
    texts = [corrected.get(c.index, c.text) for c in characters]
    letters: dict[int, list[int]] | None = None
    for place, character in enumerate(characters):
        if texts[place] not in _MARKS:
            continue
        own = place - 1
        while own >= 0 and texts[own] in _MARKS:
            own -= 1
        if own >= 0 and _is_under(characters[own], texts[own], character):
            continue
        if letters is None:
            letters = _letters_by_height(characters, texts)
        level, reach = round(character.origin[1]), ceil(_SAME_LINE * character.size_pt)
        heights = range(level - reach, level + reach + 1)
        near = sorted((i for height in heights for i in letters.get(height, ())), key=lambda i: abs(i - place))
        under = next((i for i in near if _is_under(characters[i], texts[i], character)), None)
        if under is not None:
            letter = characters[under]
            moved[letter.index] = moved.get(letter.index, texts[under]) + texts[place]
            moved[character.index] = ""
    return moved


def _letters_by_height(characters: list[PlacedCharacter], texts: list[str]) -> dict[int, list[int]]:
    """The places of the consonants by the height of their line, in whole points."""
    letters: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        if "ก" <= text <= "ฮ":
            letters.setdefault(round(characters[place].origin[1]), []).append(place)
    return letters


def _is_under(letter: PlacedCharacter, text: str, mark: PlacedCharacter) -> bool:
    """Whether ``letter`` is a consonant on the mark's line with the middle of the mark over its ink."""
    if not ("ก" <= text <= "ฮ") or abs(letter.origin[1] - mark.origin[1]) > _SAME_LINE * mark.size_pt:
        return False
    em = mark.size_pt / 1000
    middle = mark.origin[0] + (mark.box[0] + mark.box[2]) / 2 * em
    slack = 0.1 * mark.size_pt
    return letter.origin[0] + letter.box[0] * em - slack <= middle <= letter.origin[0] + letter.box[2] * em + slack
