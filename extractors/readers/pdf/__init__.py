"""The PDF reader: bytes -> Document.

PDFium hands out what is printed (``ink``); ``extractors.grids`` makes words, lines and tables of it; ``sheets``
divides a page, ``roles`` tells running heads and page numbers, ``flow`` joins lines to paragraphs. A page that
cannot be read is reported and the others are kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from extractors.document import Document, Page, PictureNote, Remark
from extractors.glyphs import Decoder
from extractors.grids.stitch import stitch
from extractors.readers.contents import with_contents_marked
from extractors.readers.errors import UnreadableFile
from extractors.readers.limits import turn_to
from extractors.readers.notes import missing_program, summed_up
from extractors.readers.pdf.flow import blocks_of
from extractors.readers.pdf.ink import Ink, ink_of
from extractors.readers.pdf.opening import opened
from extractors.readers.pdf.pictures import PageShown, source_of, with_pictures_read
from extractors.readers.pdf.roles import with_roles
from extractors.readers.pdf.scans import is_covered, is_scan
from extractors.readers.pdf.sheets import Sheet, sheet_of, tails_of
from extractors.readers.pdf.strips import with_strips_joined
from extractors.readers.pdf.turning import Turn, with_turns_undone

if TYPE_CHECKING:
    from extractors.ocr import Figure

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/pdf"


def read(content: bytes, name: str = "") -> Document:
    """The document that the bytes show. Raises UnreadableFile: E_PASSWORD, E_FILE_DAMAGED, E_NO_PAGES.

    ``name`` is only for people. Pages that show but a picture have ``text_source`` ``none`` and a remark.
    """
    pages: list[Page] = []
    sheets: list[Sheet] = []
    remarks: list[Remark] = []
    figures: dict[int | None, list[Figure]] = {}
    notes: list[PictureNote] = []
    turns: dict[int, Turn] = {}
    decoder = Decoder()
    with opened(content) as (document, count):
        for number in range(1, count + 1):
            turn_to(number)
            try:
                shown = _shown(document, number, decoder)
                sheet = sheet_of(shown.ink, number, content)
            except Exception as error:  # whatever is wrong with one page, the others are kept
                pages.append(Page(number, 0.0, 0.0, "none"))
                remarks.append(
                    Remark(
                        "W_PAGE_UNREADABLE",
                        number,
                        arguments=(("reason", str(error) or type(error).__name__),),
                    )
                )
                continue
            pages.append(replace(shown.page, damage=round(decoder.damage, 4)))
            remarks += [*sheet.remarks, *shown.remarks]
            figures[number] = shown.figures
            notes += summed_up(shown.notes)
            if shown.turn:
                turns[number] = shown.turn
            if pages[-1].text_source == "none":
                remarks.append(Remark("W_PAGE_WITHOUT_TEXT", number))
            sheets.append(sheet)
    remarks += missing_program(notes)
    if told := decoder.remark():
        remarks.append(told)
    if not sheets:
        reason = "อ่านไม่ได้แม้แต่หน้าเดียว / not a single page could be read"
        raise UnreadableFile("E_FILE_DAMAGED", reason=reason)
    blocks = blocks_of(with_roles(sheets))
    if any(figures.values()):
        from extractors.ocr import with_doubts

        blocks = with_doubts(blocks, figures)
    blocks = with_turns_undone(stitch(with_contents_marked(blocks), tails_of(sheets)), turns)
    source = source_of(pages, notes)
    return Document(MEDIA_TYPE, source, blocks, tuple(pages), len(pages), tuple(remarks), pictures=tuple(notes))


def _shown(document: object, number: int, decoder: Decoder) -> PageShown:
    """What the page shows, its pictures read."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise ValueError("เปิดหน้าไม่ได้ / the page cannot be opened")
    try:
        ink = ink_of(document, page, decoder)
        ink = replace(ink, images=with_strips_joined(ink.images))
        shown = PageShown(_page(ink, number), ink)
        return with_pictures_read(page, shown) if ink.images else shown
    finally:
        pdfium.FPDF_ClosePage(page)


def _page(ink: Ink, number: int) -> Page:
    """A picture over most of the page with no more text over it than a page number or a stamp is a scan."""
    scanned = any(is_scan(image, ink) and not is_covered(image, ink) for image in ink.images)
    shown = scanned or (not ink.words and not ink.blank)
    return Page(number, ink.width_pt, ink.height_pt, "none" if shown else "text_layer")
