"""The decoder reads what the page shows, whatever the font's map says of it."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from extractors.glyphs import Decoder
from schemas.issues import issue
from tests.extractors.glyphs.lying_pdf import pdf

SENTENCE = "การดำเนินงานของสำนักงานที่โปร่งใส หน่วยงานได้ให้เจ้าหน้าที่ประจำปีเป็นผู้ดูแลศูนย์"
CHARACTERS = "".join(dict.fromkeys(SENTENCE))

LIES = {
    "private codes": {"่": "\uf70a", "้": "\uf70b", "ั": "\uf710", "็": "\uf712", "์": "\uf70e"},
    "private codes of another family": {"่": "\uf70b", "้": "\uf70a"},
    "no map for tones": {"่": "", "้": ""},
    "Latin letters for marks": {"่": "c", "้": "K", "็": "Ê"},
    "digits and signs for marks": {"่": "1", "้": "&"},
    "replacement characters": {"่": "\ufffd", "้": "\ufffd"},
    "sara am split": {"ำ": " า"},
    "sara am flattened": {"ำ": "า"},
    "sara aa raised": {"า": "ำ"},
    "one tone for another": {"้": "่"},
    "bytes of TIS-620 as Latin": {c: chr(ord(c) - 0xE00 + 0xA0) for c in CHARACTERS if c > "ก"},
}


def raw_text(text_page: pdfium.PdfTextPage) -> str:
    return "".join(chr(raw.FPDFText_GetUnicode(text_page, i)) for i in range(text_page.count_chars()))


def shown_on(content: bytes) -> tuple[str, str]:
    """What the text layer says and what the decoder makes of it, asked as for a page that needs it."""
    document = pdfium.PdfDocument(content)
    text_page = document[0].get_textpage()
    said = raw_text(text_page)
    wrong = Decoder().corrections(text_page)
    return said, "".join(wrong.get(i, c) for i, c in enumerate(said))


@pytest.mark.parametrize("lie", LIES)
def test_the_shapes_of_an_embedded_font_tell_the_truth_behind(lie: str) -> None:
    said, read = shown_on(pdf(CHARACTERS, SENTENCE, LIES[lie]))
    assert said != SENTENCE
    assert read == SENTENCE


def test_an_honest_font_is_not_corrected() -> None:
    said, read = shown_on(pdf(CHARACTERS, SENTENCE, {}))
    assert said == read == SENTENCE


def test_corrected_text_knows_which_character_of_the_text_page_each_came_from() -> None:
    text_page = pdfium.PdfDocument(pdf(CHARACTERS, "สำนักงาน", {"ำ": " า"}))[0].get_textpage()
    corrected = Decoder().correct(text_page, raw_text(text_page))
    assert corrected is not None
    text, places = corrected
    assert text == "สำนักงาน"
    assert [raw_text(text_page)[place] for place in places] == list("สานักงาน")


def test_a_mark_stands_with_the_letter_under_it_even_where_the_text_has_it_later() -> None:
    """Content order ค น ุ on paper as คุน: the file moves back to draw the mark under its own letter."""
    content = pdf("คนุ", "คนุ", {}).replace(b"<000100020003> Tj", b"[<0001> -9 <0002> 519 <0003>] TJ")
    assert shown_on(content)[0] == "คนุ"


def test_a_page_of_clean_text_does_not_need_a_look_at_its_fonts() -> None:
    clean = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1 ได้คะแนน 92.50 (ระดับ A) ข้อ O14\r\n" * 20
    assert not Decoder().needs(clean)


@pytest.mark.parametrize(
    "text",
    ["ส านักงาน", "โปร\uf70aงใส", "เป\ufffdน", "หน\x10วยงาน", "พ\rนที", "คุณ ุ", "ÊÓ¹Ñ¡§Ò¹", "แก4ไข เข4าใจ ผู4รับ ได4รับ ข4อมูล"],
)
def test_a_page_with_a_sign_of_a_lying_font_needs_it(text: str) -> None:
    assert Decoder().needs(text)


def test_every_page_after_a_lying_one_is_looked_at() -> None:
    decoder = Decoder()
    text_page = pdfium.PdfDocument(pdf(CHARACTERS, "ที่นี่", {"่": "\uf70a"}))[0].get_textpage()
    decoder.correct(text_page, raw_text(text_page))
    assert decoder.needs("หน้าถัดไป")


def test_what_was_corrected_is_told_with_examples() -> None:
    decoder = Decoder()
    assert decoder.remark() is None
    text_page = pdfium.PdfDocument(pdf(CHARACTERS, "ที่นี่", {"่": "\uf70a"}))[0].get_textpage()
    decoder.correct(text_page, raw_text(text_page))
    remark = decoder.remark()
    assert remark is not None
    told = issue(remark.code, page=None, **dict(remark.arguments))
    assert "2 ตัว" in told.message_th and "U+F70A → ◌่" in told.message_th


def test_a_font_that_cannot_be_read_leaves_the_text_as_it_is() -> None:
    content = pdf(CHARACTERS, "ทดสอบ".replace("ทดสอบ", "การ"), {})
    broken = content.replace(b"glyf", b"glyx")
    assert shown_on(broken)[1] == shown_on(broken)[0]
