"""The characters of a PDF page with their places, asked of PDFium in as few calls as it allows."""

from __future__ import annotations

import ctypes
import re
from collections import deque
from functools import cache
from itertools import chain, repeat
from math import degrees
from typing import Any

import pypdfium2.raw as pdfium

from extractors.glyphs import Decoder
from extractors.grids.words import Characters
from extractors.readers.limits import allows
from extractors.readers.pdf.frame import Frame
from extractors.readers.pdf.plain import Room, handle, plain

UNREADABLE = "\ufffd"  # stands for a character whose font does not say what it is

_loose_char_box = plain(pdfium.FPDFText_GetLooseCharBox)
_has_map_error = plain(pdfium.FPDFText_HasUnicodeMapError)

_AT_ONCE = 2048  # places that PDFium fills at once
_HYPHEN = "\ufffe"  # PDFium's mark for a hyphen at a line end
_SECOND_HALF = "\U0010ffff"  # keeps the place of the second half of a character beyond 16 bits
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MAYBE_BARE_CODES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f!-\u00ff]+")


def characters_of(text_page: Any, frame: Frame, decoder: Decoder) -> Characters:
    """The characters of a raw FPDF_TEXTPAGE in content order. ``angle_of`` works as long as that is open."""
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    if not allows("page_characters", count):
        raise ValueError("ตัวอักษรมากเกินกำหนด / too many characters")
    text, indices = _text(text_page, count, decoder)
    lefts, rights, bottoms, tops = _boxes(text_page, count)
    if indices is not None:
        lefts, rights, bottoms, tops = ([side[i] for i in indices] for side in (lefts, rights, bottoms, tops))
    if frame.rotation == 0:
        left, top = frame.left, frame.top
        x0 = [x - left for x in lefts] if left else lefts
        x1 = [x - left for x in rights] if left else rights
        y0, y1 = [top - y for y in tops], [top - y for y in bottoms]
    else:
        placed = list(map(frame.place, lefts, bottoms, rights, tops))
        x0, y0, x1, y1 = ([box[side] for box in placed] for side in range(4))

    def angle_of(place: int) -> float:
        index = place if indices is None else indices[place]
        angle = degrees(float(pdfium.FPDFText_GetCharAngle(text_page, index)))
        return float(-angle - 90 * frame.rotation) % 360

    return Characters(text, x0, y0, x1, y1, angle_of)


def _boxes(text_page: Any, count: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """Left, right, bottom and top of each character: its advance, and the glyph where it reaches further."""
    page, room = handle(text_page), _boxes_at_once()
    values = memoryview(room.values).cast("B").cast("f")
    left: list[float] = []
    top: list[float] = []
    right: list[float] = []
    bottom: list[float] = []
    for first in range(0, count, _AT_ONCE):
        end = min(_AT_ONCE, count - first)
        room.clear()  # what cannot be told has no place
        deque(map(_loose_char_box, repeat(page, end), range(first, first + end), room.references), maxlen=0)
        for number, side in enumerate((left, top, right, bottom)):
            side += values[number : 4 * end : 4].tolist()
    return left, right, bottom, top


@cache
def _boxes_at_once() -> Room:
    return Room(pdfium.FS_RECTF, _AT_ONCE)


def _text(text_page: Any, count: int, decoder: Decoder) -> tuple[str, list[int] | None]:
    """The page's text, and for each of its characters PDFium's index where that is not its place."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) != count:  # characters beyond 16 bits are two to PDFium; some others GetText leaves out
        text = _one_by_one(text_page, count)
    text = text.replace(_HYPHEN, "-")
    indices: list[int] | None = None
    decoded = decoder.correct(text_page, text)
    if decoded is not None:
        text, indices = decoded
        text = _CONTROL.sub(UNREADABLE, text)
    else:
        text = _without_bare_codes(text_page, text)
    if _SECOND_HALF in text:
        kept = [place for place, character in enumerate(text) if character != _SECOND_HALF]
        indices = kept if indices is None else [indices[place] for place in kept]
        text = text.replace(_SECOND_HALF, "")
    return text, indices


def _without_bare_codes(text_page: Any, text: str) -> str:
    """The text without the codes of fonts that do not tell their Unicode: they only look like characters."""
    page = handle(text_page)
    runs = chain.from_iterable(range(*match.span()) for match in _MAYBE_BARE_CODES.finditer(text))
    bare = [place for place in runs if _has_map_error(page, place) == 1]
    if not bare:
        return text
    characters = list(text)
    for place in bare:
        characters[place] = UNREADABLE
    return "".join(characters)


def _one_by_one(text_page: Any, count: int) -> str:
    """One character for each index; the second half of one beyond 16 bits is ``_SECOND_HALF``."""
    codes = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    characters: list[str] = []
    for index, code in enumerate(codes):
        if 0xDC00 <= code < 0xE000 and index and 0xD800 <= codes[index - 1] < 0xDC00:
            characters[-1] = chr(0x10000 + (codes[index - 1] - 0xD800) * 0x400 + code - 0xDC00)
            characters.append(_SECOND_HALF)
        else:
            characters.append(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else UNREADABLE)
    return "".join(characters)
