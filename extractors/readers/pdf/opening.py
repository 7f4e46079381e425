"""A PDF's bytes -> an open PDFium document, or the reason why not, in the words of the issue catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from extractors.readers.errors import UnreadableFile, damaged

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY: an encryption PDFium does not know


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document; raises UnreadableFile E_PASSWORD, E_FILE_DAMAGED or E_NO_PAGES."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            raise UnreadableFile("E_PASSWORD") from error
        raise damaged("โครงสร้าง PDF เสียหาย / broken PDF structure") from error
    try:
        if len(document) == 0:
            raise UnreadableFile("E_NO_PAGES")
        yield document
    finally:
        document.close()
