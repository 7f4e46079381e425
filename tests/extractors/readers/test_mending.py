"""A Document's Thai is repaired wherever it stands, and what was done is told."""

from extractors.document import Cell, Document, Line, Paragraph, Table
from extractors.readers.mending import mended
from schemas.issues import issue


def a_document(*texts: str, page: int | None = 1) -> Document:
    lines = tuple(Line(text, page) for text in texts)
    return Document("text/plain", "text", (Paragraph(lines),))


def test_a_clean_document_is_the_same_object() -> None:
    document = a_document("สำนักงานเขตพื้นที่การศึกษา", "คะแนน 92.50")
    assert mended(document) is document


def test_lines_cells_and_nested_tables_are_repaired_in_their_places() -> None:
    inner = Table(2, 1, 1, (Cell(0, 0, "ประจ าปี"),))
    outer = Table(1, 1, 2, (Cell(0, 0, "ส านักงาน"), Cell(0, 1, "92.50", tables=(inner,))))
    table = next(mended(Document("text/plain", "text", (outer,))).tables())
    assert table.text_at(0, 0) == "สำนักงาน"
    assert table.text_at(0, 1) == "92.50"
    nested = table.at(0, 1)
    assert nested is not None and nested.tables[0].text_at(0, 0) == "ประจำปี"


def test_the_remark_shows_the_printed_form_beside_the_repaired_one() -> None:
    (remark,) = mended(a_document("ส านักงาน")).remarks
    told = issue(remark.code, page=remark.page, **dict(remark.arguments))
    assert told.code == "I_TEXT_REPAIRED"
    assert "ส านักงาน → สำนักงาน" in told.message_th


def test_a_page_beyond_repair_is_handed_on() -> None:
    document = a_document("ฆฌฎ\ufffdฐฑ ฌ\ufffdฆ\ufffdฑฬ", page=3)
    assert [(r.code, r.page) for r in mended(document).remarks] == [("W_TEXT_UNREADABLE", 3)]


def test_a_mended_line_keeps_its_page_and_links() -> None:
    line = Line("ส านักงาน", 7, links=("http://example.go.th",))
    (paragraph,) = mended(Document("application/pdf", "text_layer", (Paragraph((line,)),))).paragraphs()
    assert paragraph.lines == (Line("สำนักงาน", 7, links=("http://example.go.th",)),)


def test_what_was_repaired_is_told_with_its_page() -> None:
    line = Line("สำนักงานเขตพื้นท่ีการศึกษา", 3)
    (repair,) = mended(Document("application/pdf", "text_layer", (Paragraph((line,)),))).repairs
    assert (repair.page, repair.why) == (3, "form")
    assert "ท่ี" in repair.printed
    assert "ที่" in repair.repaired
