"""Scanned PDF pages: turned, told in the page's own places, and never in the way of other pages."""

import subprocess
import time
from collections.abc import Sequence
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors.document import Box, Document
from extractors.ocr import installed, turned
from extractors.ocr.raster import Grey
from extractors.readers import read
from extractors.readers.limits import Limits, within
from extractors.readers.pdf.turning import Turn
from tests.extractors.ocr.pictures import table_picture, text_picture

needs_tesseract = pytest.mark.skipif(not installed(), reason="needs Tesseract")

PX_PER_PT = 2.0
LINES = ["The office shall report what was done about each measure"] * 3


def page_picture() -> Grey:
    """A page of text with a table of figures below it."""
    text, table = text_picture(*LINES, width=1100), table_picture("98.79|100|46.25", "87.50|0|99.02")
    page = np.full((900, 1100), 255, np.uint8)
    page[: text.shape[0]] = text
    page[400 : 400 + table.shape[0], 200 : 200 + table.shape[1]] = table
    return page


def scanned(*pages: Grey) -> bytes:
    """A PDF whose pages are nothing but pictures."""
    document, written = pypdfium2.PdfDocument.new(), BytesIO()
    for grey in pages:
        height, width = grey.shape[0] / PX_PER_PT, grey.shape[1] / PX_PER_PT
        page = document.new_page(width, height)
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.fromarray(grey)))
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page.insert_obj(image)
        page.gen_content()
    document.save(written)
    return written.getvalue()


def figures(document: Document) -> list[list[str]]:
    (table,) = document.tables()
    return [[table.text_at(row, column) for column in range(table.columns)] for row in range(table.rows)]


@given(
    st.integers(0, 3),
    st.tuples(*[st.integers(0, 300)] * 2, *[st.integers(301, 600)] * 2).map(lambda at: Box(*map(float, at))),
)
def test_a_place_comes_back_to_where_it_was(quarters: int, box: Box) -> None:
    turn = Turn(quarters, 600.0, 800.0)
    assert turn.back(turn.on(box)) == box


def test_a_page_turned_clockwise_has_its_left_edge_on_top() -> None:
    assert Turn(1, 600, 800).on(Box(0, 100, 10, 300)) == Box(500, 0, 700, 10)


@needs_tesseract
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_scan_is_read_whichever_way_up_it_lies_and_each_cell_is_told_where_the_page_shows_it(quarters: int) -> None:
    picture = turned(page_picture(), -quarters)
    document = read(scanned(picture), "ตัวอย่าง.pdf")
    assert figures(document) == [["98.79", "100", "46.25"], ["87.50", "0", "99.02"]]
    (note,) = document.pictures
    assert (note.decision, note.reason, note.turned_degrees) == ("grid", "cells", 90 * quarters)
    assert (document.pages[0].width_pt, document.pages[0].height_pt) == (picture.shape[1] / 2, picture.shape[0] / 2)
    (table,) = document.tables()
    cell = table.at(0, 2)
    upright = Box((200 + 420) / PX_PER_PT, 420 / PX_PER_PT, (200 + 620) / PX_PER_PT, 476 / PX_PER_PT)
    shown = Turn(-quarters % 4, 1100 / PX_PER_PT, 900 / PX_PER_PT).on(upright)
    assert cell is not None and cell.box == pytest.approx(shown, abs=2.0)


@needs_tesseract
def test_a_page_on_which_reading_hangs_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.ocr import tesseract

    run, asked = subprocess.run, []

    def hanging(command: Sequence[str], **settings: object) -> object:
        asked.append(command)
        if len(asked) == 1:
            command = ["sleep", "60"]
        return run(command, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr("extractors.readers.pdf.pictures._turn", lambda page, shown, scan: None)
    monkeypatch.setattr(tesseract.subprocess, "run", hanging)
    begun = time.monotonic()
    with within(Limits(picture_s=3)):
        document = read(scanned(page_picture(), page_picture()), "ตัวอย่าง.pdf")
    assert time.monotonic() - begun < 30
    assert [(note.page, note.decision, note.reason) for note in document.pictures] == [
        (1, "left", "slow"),
        (2, "grid", "cells"),
    ]
    assert [page.text_source for page in document.pages] == ["none", "ocr"]
    assert [(r.code, r.page) for r in document.remarks if r.code.startswith("W_")] == [
        ("W_LIMIT_PICTURE_TIME", 1),
        ("W_PAGE_WITHOUT_TEXT", 1),
    ]


def test_without_tesseract_one_remark_names_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.ocr.installed", lambda: False)
    monkeypatch.setattr("extractors.readers.pdf.pictures._turn", lambda page, shown, scan: None)
    document = read(scanned(*[page_picture()] * 3), "ตัวอย่าง.pdf")
    (remark,) = [remark for remark in document.remarks if remark.code == "W_OCR_NOT_INSTALLED"]
    assert dict(remark.arguments) == {"packages": "tesseract-ocr tesseract-ocr-tha", "count": "3", "pages": "1-3"}
