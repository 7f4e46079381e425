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
from tests.extractors.readers.pdf_maker import PageMaker, pdf

needs_tesseract = pytest.mark.skipif(not installed(), reason="needs Tesseract")

PX_PER_PT = 2.0
LINES = ["The office shall report what was done about each measure"] * 3


def page_picture(lines: bool = True) -> Grey:
    """A page of text with a table of figures below it; without the lines of text nothing needs Tesseract."""
    text, table = text_picture(*LINES, width=1100), table_picture("98.79|100|46.25", "87.50|0|99.02")
    page = np.full((900, 1100), 255, np.uint8)
    if lines:
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


def scanned_in_strips(grey: Grey, heights: list[int]) -> bytes:
    """A page whose scan is stored as strips of these heights in pixels."""
    document, written = pypdfium2.PdfDocument.new(), BytesIO()
    page = document.new_page(grey.shape[1] / PX_PER_PT, grey.shape[0] / PX_PER_PT)
    top = 0
    for height in heights:
        strip = grey[top : top + height]
        top += height
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.fromarray(strip)))
        below = (grey.shape[0] - top) / PX_PER_PT
        matrix = pypdfium2.PdfMatrix().scale(grey.shape[1] / PX_PER_PT, height / PX_PER_PT).translate(0, below)
        image.set_matrix(matrix)
        page.insert_obj(image)
    page.gen_content()
    document.save(written)
    return written.getvalue()


def scan_over_words(grey: Grey, words: str, y: float) -> bytes:
    """A page with words of its own at a height in points from the foot, all of it under a scan."""
    document, written = pypdfium2.PdfDocument(pdf(PageMaker().write(words, 60, y))), BytesIO()
    page = document[0]
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.fromarray(grey)))
    image.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
    page.insert_obj(image)
    page.gen_content()
    document.save(written)
    return written.getvalue()


@needs_tesseract
def test_a_scan_stored_as_strips_is_one_picture() -> None:
    picture = page_picture(lines=False)
    document = read(scanned_in_strips(picture, [350, 100, 450]), "ตัวอย่าง.pdf")
    (note,) = document.pictures
    assert (note.decision, note.width_px, note.height_px) == ("grid", 1100, 900)
    assert figures(document) == [["98.79", "100", "46.25"], ["87.50", "0", "99.02"]]


@needs_tesseract
def test_the_name_of_the_scanning_program_at_the_foot_does_not_hide_the_scan() -> None:
    content = scan_over_words(page_picture(lines=False), "Scanned with some scanning program", 12)
    document = read(content, "ตัวอย่าง.pdf")
    assert [note.decision for note in document.pictures] == ["grid"]
    assert document.pages[0].text_source == "ocr"
    assert figures(document)[0] == ["98.79", "100", "46.25"]


def test_a_scan_with_a_text_layer_over_it_is_left_to_its_text_layer() -> None:
    document = read(scan_over_words(page_picture(lines=False), "Words in the middle of the page", 400), "ตัวอย่าง.pdf")
    assert [(note.decision, note.reason) for note in document.pictures] == [("left", "covered")]
    assert document.pages[0].text_source == "text_layer"
