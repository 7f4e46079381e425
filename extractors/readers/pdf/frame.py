"""How a PDF page is displayed: from the page's own space to points from the top left corner."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Box


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
