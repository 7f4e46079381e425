"""What one PDF page shows, from PDFium's raw interface: words, ruling lines, pictures, links.

Calls through ctypes cost more than what is done with their answers, so each thing is asked once, in bulk where
PDFium has a bulk call, and only what every page needs. What few pages need (a character's angle, whether its
font knows its Unicode) is asked only where it matters. All coordinates are those of the page as displayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from extractors.glyphs import Decoder
from extractors.grids.cells import Link
from extractors.grids.edges import Edges
from extractors.grids.words import Characters, Word, words_of
from extractors.readers.pdf.characters import characters_of
from extractors.readers.pdf.frame import Frame
from extractors.readers.pdf.links import links_of
from extractors.readers.pdf.paths import Image, drawing_of


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
        characters = characters_of(text_page, frame, decoder)
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
        links_of(document, page, frame),
        blank=not words and not drawing.images and not drawing.path_count,
    )
