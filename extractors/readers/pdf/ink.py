"""What one PDF page shows, from PDFium's raw interface: words, ruling lines, pictures, links.

Calls through ctypes cost more than what is done with their answers, so each thing is asked once, in bulk where
PDFium has a bulk call, and only what every page needs. What few pages need (a character's angle, whether its
font knows its Unicode) is asked only where it matters. All coordinates are those of the page as displayed.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import degrees
from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.glyphs import Decoder
from extractors.grids.cells import Link
from extractors.grids.edges import Edges
from extractors.grids.words import Characters, Word, words_of
from extractors.readers.limits import allows
from extractors.readers.pdf.paths import Image, drawing_of

UNREADABLE = "\ufffd"  # stands for a character whose font does not say what it is

_HYPHEN = "\ufffe"  # PDFium's mark for a hyphen at a line end
_SECOND_HALF = "\U0010ffff"  # keeps the place of the second half of a character beyond 16 bits
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MAYBE_BARE_CODE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f!-\u00ff]")
_MOST_LINKS = 2_000


@dataclass(frozen=True, slots=True)
class Ink:
    """One page as displayed. ``blank`` is true where it shows nothing at all."""

    width_pt: float
    height_pt: float
    characters: Characters
    words: list[Word]
    edges: Edges
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    blank: bool


class Frame:
    """The page's own space and how it is displayed: ``rotation`` in quarter turns clockwise."""

    def __init__(self, page: Any) -> None:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, rect)
        self.left, self.bottom, self.right, self.top = rect.left, rect.bottom, rect.right, rect.top
        self.rotation = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
        self.width_pt, self.height_pt = self.right - self.left, self.top - self.bottom
        if self.rotation % 2:
            self.width_pt, self.height_pt = self.height_pt, self.width_pt

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the PDF's own space as a reader sees it."""
        if self.rotation == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.rotation == 1:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 2:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)


def ink_of(document: Any, page: Any, decoder: Decoder) -> Ink:
    """The ink of a page (raw FPDF_DOCUMENT and FPDF_PAGE), which may be closed afterwards.

    ``decoder`` is the document's own: it reads glyphs where fonts give a wrong text.
    """
    frame = Frame(page)
    drawing = drawing_of(page, frame.place)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise ValueError("no text page")
    try:
        characters = _characters(text_page, frame, decoder)
        words = words_of(characters)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return Ink(
        frame.width_pt,
        frame.height_pt,
        characters,
        words,
        drawing.edges,
        drawing.images,
        _links(document, page, frame),
        blank=not words and not drawing.images and not drawing.path_count,
    )


def _characters(text_page: Any, frame: Frame, decoder: Decoder) -> Characters:
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
    size = ctypes.sizeof(pdfium.FS_RECTF)
    rects = (pdfium.FS_RECTF * count)()
    start, page = ctypes.addressof(rects), ctypes.cast(text_page, ctypes.c_void_p).value
    places = range(start, start + size * count, size)
    deque(map(_loose_char_box(), repeat(page), range(count), places), maxlen=0)
    sides: list[float] = list(memoryview(rects).cast("B").cast("f")) if count else []
    left, top, right, bottom = (sides[n::4] for n in range(4))
    return left, right, bottom, top


@cache
def _loose_char_box() -> Callable[[int | None, int, int], int]:
    """FPDFText_GetLooseCharBox taking plain addresses: checking typed pointers costs as much as the call."""
    plain = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return plain(ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)


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
    bare = [
        match.start()
        for match in _MAYBE_BARE_CODE.finditer(text)
        if pdfium.FPDFText_HasUnicodeMapError(text_page, match.start()) == 1
    ]
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


def _links(document: Any, page: Any, frame: Frame) -> tuple[Link, ...]:
    if pdfium.FPDFPage_GetAnnotCount(page) < 1:
        return ()
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    links: list[Link] = []
    while len(links) < _MOST_LINKS and pdfium.FPDFLink_Enumerate(page, position, link):
        address = _address(document, link)
        if address and pdfium.FPDFLink_GetAnnotRect(link, rect):
            links.append(Link(frame.place(rect.left, rect.bottom, rect.right, rect.top), address))
    return tuple(links)


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.raw[: length - 1].decode("utf-8", "replace")
