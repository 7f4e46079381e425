import subprocess
import sys
from io import BytesIO

import pytest
from docx import Document as new_document
from PIL import Image

from extractors.document import Document, Picture, Table
from extractors.ocr import tesseract
from extractors.readers import read
from tests.extractors.ocr.pictures import table_picture
from tests.extractors.readers.pdf_maker import PageMaker, pdf

TABLE = table_picture("O12|100|98.79", "O13|0|46.25", "O14|100|1.50")


def docx_with_picture() -> bytes:
    stored, written = BytesIO(), BytesIO()
    Image.fromarray(TABLE).save(stored, "PNG")
    stored.seek(0)
    document = new_document()
    document.add_paragraph("ก่อนภาพ")
    document.add_picture(stored)
    document.add_paragraph("หลังภาพ")
    document.save(written)
    return written.getvalue()


def pdf_with_picture(words: str = "") -> bytes:
    """A page with the picture over its upper half (or only words)."""
    page = PageMaker().write(words or "x", 60, 700)
    if words:
        return pdf(page)
    import pypdfium2

    written = BytesIO()
    document = pypdfium2.PdfDocument(pdf(page))
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.fromarray(TABLE)))
    image.set_matrix(pypdfium2.PdfMatrix().scale(400, 400 * TABLE.shape[0] / TABLE.shape[1]).translate(80, 500))
    shown = document[0]
    shown.insert_obj(image)
    shown.gen_content()
    document.save(written)
    return written.getvalue()


@pytest.fixture
def without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract is there and reads nothing."""
    monkeypatch.setattr("extractors.ocr.installed", lambda: True)
    monkeypatch.setattr(tesseract, "read", lambda lines, languages="", until=0.0: [])


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables()
    return [[table.text_at(row, column) for column in range(table.columns)] for row in range(table.rows)]


@pytest.mark.usefixtures("without_words")
def test_a_table_pasted_into_a_word_file_as_a_picture_stands_where_the_picture_stood() -> None:
    document = read(docx_with_picture(), "ตัวอย่าง.docx")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert rows(document) == [["O12", "100", "98.79"], ["O13", "0", "46.25"], ["O14", "100", "1.50"]]
    assert [remark.code for remark in document.remarks] == ["I_PICTURE_READ_GRID"]
    table = document.blocks[1]
    assert isinstance(table, Table) and table.cells[0].box is None and table.page_from is None


@pytest.mark.usefixtures("without_words")
def test_a_table_pasted_into_a_pdf_as_a_picture_is_read_with_its_place() -> None:
    document = read(pdf_with_picture(), "ตัวอย่าง.pdf")
    assert rows(document) == [["O12", "100", "98.79"], ["O13", "0", "46.25"], ["O14", "100", "1.50"]]
    assert document.text_source == "mixed"
    (table,) = document.tables()
    box = table.cells[0].box
    assert box is not None and 80 <= box.x0 <= 100 and box.x1 < 480


def test_without_tesseract_the_picture_stays_and_one_remark_names_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.ocr.installed", lambda: False)
    document = read(docx_with_picture(), "ตัวอย่าง.docx")
    assert any(isinstance(block, Picture) for block in document.blocks)
    (remark,) = document.remarks
    assert remark.code == "W_OCR_NOT_INSTALLED"
    assert dict(remark.arguments)["packages"] == "tesseract-ocr tesseract-ocr-tha"


def test_a_document_without_pictures_never_imports_ocr() -> None:
    code = (
        "import sys; from extractors.readers import read;"
        "read(sys.stdin.buffer.read(), 'x.pdf'); print([m for m in sys.modules if m.startswith('extractors.ocr')])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pdf_with_picture("words"), capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
