import pytest

from extractors.document import Document, Paragraph, Picture
from extractors.readers.errors import UnreadableFile
from extractors.readers.pdf import read
from tests.extractors.readers.pdf_maker import PageMaker, pdf

PROSE = "These words of running text fill the whole line of the page up to its very right edge and even"


def document(*pages: PageMaker) -> Document:
    return read(pdf(*pages), "made.pdf")


def texts(*pages: PageMaker, role: str = "body") -> list[str]:
    return [paragraph.text for paragraph in document(*pages).paragraphs(role)]


def test_a_line_knows_its_page_and_its_place_from_the_top_left() -> None:
    (paragraph,) = document(PageMaker().write("Hello world", 50, 100)).paragraphs()
    line = paragraph.lines[0]
    assert (line.text, line.page) == ("Hello world", 1)
    assert line.box is not None
    assert line.box.x0 == pytest.approx(50, abs=1)
    assert line.box.top < 100 < line.box.bottom


def test_thai_marks_stay_with_their_letters() -> None:
    assert texts(PageMaker().thai("เพื่อที่ปรึกษา น้ำใจ ผู้รู้", 50, 100)) == ["เพื่อที่ปรึกษา น้ำใจ ผู้รู้"]


def test_a_mark_printed_after_its_letter_as_a_piece_of_its_own_is_bound_to_it() -> None:
    page = PageMaker()
    page.ops.append("BT /F2 12 Tf 1 0 0 1 50 700 Tm <0e17> Tj <0e350e48> Tj <0e1b0e23> Tj ET")
    assert texts(page) == ["ที่ปร"]


def test_wrapped_lines_are_one_paragraph() -> None:
    page = PageMaker().write(PROSE, 50, 100).write("end here.", 50, 116).write("Another one.", 50, 132)
    assert texts(page) == [PROSE + " end here.", "Another one."]


def test_wrapped_thai_is_joined_without_a_space() -> None:
    line = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่างเขตหนึ่งดำเนินการประเมินคุณธรรมและความโปร่งใสใน"
    page = PageMaker().thai(line, 50, 100).thai("หน่วยงานของรัฐ", 50, 116)
    assert texts(page) == [line + "หน่วยงานของรัฐ"]


def test_a_paragraph_goes_on_over_the_page_end() -> None:
    first = PageMaker().write(PROSE, 50, 600)
    second = PageMaker().write("ends on the next page.", 50, 120)
    (paragraph,) = document(first, second).paragraphs()
    assert [line.page for line in paragraph.lines] == [1, 2]
    assert paragraph.text == PROSE + " ends on the next page."


def test_entries_of_a_list_are_paragraphs() -> None:
    page = PageMaker().write("1. " + PROSE[:80], 50, 100).write("2. Second entry", 50, 116)
    assert [text[:2] for text in texts(page)] == ["1.", "2."]


def test_a_score_at_a_line_start_is_no_list_number() -> None:
    line = "ผลการประเมินของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่างเขตหนึ่งในปีงบประมาณนี้ได้คะแนน"
    page = PageMaker().thai(line, 50, 100).thai("๖๘.๗๕ คะแนน", 50, 116)
    assert texts(page) == [line + " ๖๘.๗๕ คะแนน"]


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    page = PageMaker()
    for i in range(8):
        page.write(f"Left column of running text, line {i}", 50, 100 + 15 * i, 11)
        page.write(f"Right column of running text, line {i}", 320, 100 + 15 * i, 11)
    whole = " ".join(texts(page))
    assert whole.index("Left column of running text, line 7") < whole.index("Right column of running text, line 0")


@pytest.mark.parametrize(("rotate", "turn"), [(90, 90), (270, 270), (180, 180)])
def test_a_rotated_page_is_read_as_it_is_displayed(rotate: int, turn: int) -> None:
    page = PageMaker(rotate=rotate)
    places = {90: [(100, 700), (120, 700)], 270: [(400, 100), (380, 100)], 180: [(400, 700), (400, 680)]}[rotate]
    for (x, y), line in zip(places, ("First line", "Second line"), strict=True):
        page.write(line, x, y, turn=turn)
    read_back = document(page)
    assert [p.text for p in read_back.paragraphs()] == ["First line", "Second line"]
    width, height = (842, 595) if rotate != 180 else (595, 842)
    assert (read_back.pages[0].width_pt, read_back.pages[0].height_pt) == (width, height)


def test_shadow_text_is_read_once() -> None:
    assert texts(PageMaker().write("Shadow", 100, 100, 20).write("Shadow", 101, 101, 20)) == ["Shadow"]


def test_a_watermark_does_not_mix_with_the_lines_it_crosses() -> None:
    page = PageMaker().write("Body text that stands here", 50, 300)
    page.ops.append("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 60 520 Tm (COPY) Tj ET")
    assert texts(page) == ["Body text that stands here", "COPY"]


def test_running_heads_and_page_numbers_have_their_roles() -> None:
    pages = [
        PageMaker().write("Report of the office", 200, 40).write(f"Text {n}.", 50, 150).write(f"- {n} -", 280, 810)
        for n in range(1, 5)
    ]
    assert texts(*pages, role="head") == ["Report of the office"] * 4
    assert texts(*pages, role="foot") == ["- 1 -", "- 2 -", "- 3 -", "- 4 -"]
    assert texts(*pages) == ["Text 1.", "Text 2.", "Text 3.", "Text 4."]


def test_a_title_that_comes_again_on_few_of_the_pages_is_no_running_head() -> None:
    pages = [PageMaker().write(f"Text {n} stands here.", 50, 200 + 10 * n) for n in range(12)]
    for n in (0, 5, 11):
        pages[n].write("Plan of the group", 50, 60)
    assert texts(*pages, role="head") == []


def test_dot_leaders_make_an_entry_of_contents() -> None:
    page = PageMaker().write("Foreword .................... 1", 50, 100).write("Results ..................... 12", 50, 120)
    page.write("Appendix .................... 30", 50, 140)
    assert len(texts(page, role="contents")) == 3


def test_a_page_that_is_only_a_picture_is_named() -> None:
    read_back = document(PageMaker().write("Text", 50, 50), PageMaker().picture(0, 0, 595, 842))
    assert [page.text_source for page in read_back.pages] == ["text_layer", "none"]
    assert [(remark.code, remark.page) for remark in read_back.remarks] == [("W_PAGE_WITHOUT_TEXT", 2)]


def test_a_scan_with_a_page_number_is_still_only_a_picture() -> None:
    read_back = document(PageMaker().picture(0, 0, 595, 842).write("12", 290, 820))
    assert read_back.pages[0].text_source == "none"


def test_an_empty_page_is_not_a_picture() -> None:
    assert document(PageMaker().write("Text", 50, 50), PageMaker()).remarks == ()


def test_a_picture_stands_between_the_text_around_it() -> None:
    page = PageMaker().write("Above", 50, 100).picture(50, 150, 200, 250).write("Below", 50, 300)
    kinds = [block.text if isinstance(block, Paragraph) else block for block in document(page).blocks]
    assert kinds[0] == "Above" and kinds[2] == "Below"
    picture = kinds[1]
    assert isinstance(picture, Picture)
    assert (picture.width_px, picture.height_px) == (2, 1)
    assert picture.box is not None
    assert picture.box.top == pytest.approx(150, abs=1)


def test_a_link_belongs_to_the_line_under_it() -> None:
    page = PageMaker().write("See here", 50, 100).write("Not here", 50, 200).link(50, 88, 100, 103, "https://example.org/o1")
    assert [p.links for p in document(page).paragraphs()] == [("https://example.org/o1",), ()]


def test_a_font_without_unicode_does_not_pass_its_codes_off_as_characters() -> None:
    page = PageMaker()
    page.ops.append("BT /F2 12 Tf 1 0 0 1 50 700 Tm <0e010003> Tj ET")  # 0003 stands in no map of the font
    (text,) = texts(page)
    assert text == "ก\ufffd"


def test_a_character_beyond_16_bits_is_one_character() -> None:
    page = PageMaker()
    page.ops.append("BT /F2 12 Tf 1 0 0 1 50 700 Tm <0e01f0000e02> Tj ET")
    assert texts(page) == ["ก🌐ข"]


def encrypted(content: bytes) -> bytes:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    name = b"<" + b"41" * 16 + b">"
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock + b"/ID [" + name + name + b"]")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (encrypted(pdf(PageMaker().write("Hello", 50, 50))), "E_PASSWORD"),
        (pdf(), "E_NO_PAGES"),
        (pdf(PageMaker().write("Hello", 50, 50))[:400], "E_FILE_DAMAGED"),
        (b"%PDF-1.7 and nothing else", "E_FILE_DAMAGED"),
        (b"", "E_FILE_DAMAGED"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(content)
    assert refusal.value.code == code


def test_no_pages_is_told_apart_even_after_a_locked_file() -> None:
    for content in (encrypted(pdf(PageMaker())), pdf()):
        with pytest.raises(UnreadableFile) as refusal:
            read(content)
    assert refusal.value.code == "E_NO_PAGES"


def test_one_bad_page_does_not_lose_the_others() -> None:
    content = pdf(PageMaker().write("First", 50, 50), PageMaker().write("Second", 50, 50))
    second = content.rindex(b"/Type /Page /Parent")
    broken = content[:second] + b"/Type /Pogo/Parent" + content[second + len(b"/Type /Page /Parent") :].replace(b"/MediaBox", b"/MediaBax", 1)
    read_back = read(broken)
    assert "First" in [p.text for p in read_back.paragraphs()]
    assert len(read_back.pages) == 2


def test_the_same_bytes_give_the_same_document() -> None:
    content = pdf(PageMaker().cells([50, 150, 250], [50, 80, 110], [["a", "b"], ["c", "d"]]).write("Text", 50, 200))
    assert read(content) == read(content)
