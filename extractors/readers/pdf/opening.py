"""A PDF's bytes -> an open PDFium document, or the reason why not, in the words of the issue catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # noqa: F401  (starts the library that pypdfium2.raw calls)
import pypdfium2.raw as pdfium

from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.limits import refuse_above


@contextmanager
def opened(content: bytes) -> Iterator[tuple[Any, int]]:
    """The raw FPDF_DOCUMENT and its number of pages; E_PASSWORD, E_FILE_DAMAGED or E_NO_PAGES otherwise.

    PDFium's own calls and not pypdfium2.PdfDocument, which reports the error of an earlier file for one
    without pages.
    """
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableFile("E_PASSWORD")
        raise damaged("โครงสร้าง PDF เสียหาย / broken PDF structure")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise UnreadableFile("E_NO_PAGES")
        refuse_above("pages", count)
        yield document, count
    finally:
        pdfium.FPDF_CloseDocument(document)
