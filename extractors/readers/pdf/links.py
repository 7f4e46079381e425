"""The addresses that lie behind places of a PDF page."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from extractors.grids.cells import Link
from extractors.readers.pdf.frame import Frame

_MOST_LINKS = 2_000


def links_of(document: Any, page: Any, frame: Frame) -> tuple[Link, ...]:
    """The links of a page (raw FPDF_DOCUMENT and FPDF_PAGE), up to a bound."""
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
