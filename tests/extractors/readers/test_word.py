import struct
import zlib
from io import BytesIO

import docx as python_docx

from extractors.document import Document, Paragraph, Picture, Table
from extractors.readers import word
from tests.extractors.readers.docx_maker import docx, field, p, r, table, tbl, tc, text_box, tr


def _read(*blocks: str, **options: str) -> Document:
    return word.read(docx(*blocks, **options))  # type: ignore[arg-type]


def _grey_png(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes(width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _texts(document: Document, role: str = "body") -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs(role)]


def test_blocks_come_in_the_order_of_the_body() -> None:
    document = _read(p("before"), table("a|b"), p("after"))
    kinds = [type(block) for block in document.blocks]
    assert kinds == [Paragraph, Table, Paragraph]
    assert document.text_source == "docx"


def test_inserted_and_moved_here_text_counts_and_deleted_text_does_not() -> None:
    line = (
        f"{r('ได้ ')}<w:ins>{r('95.47')}</w:ins><w:del><w:r><w:delText>84.37</w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('gone')}</w:moveFrom><w:moveTo>{r(' คะแนน')}</w:moveTo>"
    )
    assert _texts(_read(p(line))) == ["ได้ 95.47 คะแนน"]


def test_a_deleted_paragraph_mark_joins_the_text_to_the_next_paragraph() -> None:
    assert _texts(_read(p(r("one "), "<w:rPr><w:del/></w:rPr>"), p("two"))) == ["one two"]


def test_hidden_text_is_not_shown_text() -> None:
    assert _texts(_read(p(r("seen") + r("hidden", "<w:vanish/>") + r("!", '<w:vanish w:val="0"/>')))) == [
        "seen!"
    ]


def test_text_of_a_hidden_character_style_is_not_shown_text() -> None:
    style = '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert _texts(_read(p(r("a") + r("b", '<w:rStyle w:val="Note"/>')), styles=style)) == ["a"]


def test_tabs_breaks_and_hyphens_are_the_characters_that_they_show() -> None:
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t>"
    assert _texts(_read(p(f"<w:r>{run}</w:r>"))) == ["a\tb\nc-d"]


def test_a_tick_drawn_with_a_symbol_font_is_a_tick() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    typed = r("P", '<w:rFonts w:ascii="Wingdings 2"/>')
    assert _texts(_read(p(tick), p(typed), p(r("P", '<w:rFonts w:ascii="Sarabun"/>')))) == ["✓", "✓", "P"]


def test_a_check_box_of_a_form_is_drawn() -> None:
    def box(state: str) -> str:
        form = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
        begin = f'<w:fldChar w:fldCharType="begin">{form}</w:fldChar>'
        return f'<w:r>{begin}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    ticked, empty = box("<w:checked/>"), box('<w:default w:val="0"/>')
    assert _texts(_read(p(ticked + r(" ปฏิบัติ")), p(empty + r(" ไม่ปฏิบัติ")))) == ["☑ ปฏิบัติ", "☐ ไม่ปฏิบัติ"]


def test_a_link_keeps_its_text_and_gives_its_target() -> None:
    link = f'<w:hyperlink r:id="link0">{r("เข้าถึงได้จากที่นี่")}</w:hyperlink>'
    document = word.read(docx(p(link), links=("https://example.go.th/o13",)))
    (paragraph,) = document.paragraphs()
    assert paragraph.text == "เข้าถึงได้จากที่นี่"
    assert paragraph.links == ("https://example.go.th/o13",)


def test_a_link_field_shows_its_result_and_gives_its_target() -> None:
    (paragraph,) = _read(p(field(' HYPERLINK "https://example.go.th/?a=1" \\o "tip"', "คลิก"))).paragraphs()
    assert (paragraph.text, paragraph.links) == ("คลิก", ("https://example.go.th/?a=1",))


def test_a_link_into_the_document_itself_has_no_target() -> None:
    (paragraph,) = _read(p(field('HYPERLINK \\l "_Toc1"', "บทที่ 1"))).paragraphs()
    assert (paragraph.text, paragraph.links) == ("บทที่ 1", ())


def test_a_field_that_never_ends_does_not_hide_the_rest_of_the_document() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert _texts(_read(p(broken), p("คะแนน 95.47"))) == ["คะแนน 95.47"]


def test_entries_of_a_contents_field_are_contents_and_the_text_after_it_is_not() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entry = "<w:r><w:t>คะแนนรายตัวชี้วัด</w:t><w:tab/><w:t>4</w:t></w:r>"
    document = _read(p(begin + entry), p(entry), p(end + r("ตัวชี้วัดที่ 1 ได้ 99.12 คะแนน")))
    assert _texts(document, "contents") == ["คะแนนรายตัวชี้วัด\t4"] * 2
    assert _texts(document) == ["ตัวชี้วัดที่ 1 ได้ 99.12 คะแนน"]


def test_paragraphs_of_a_contents_style_are_contents() -> None:
    style = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="toc 1"/></w:style>'
    document = _read(p("คำนำ", '<w:pStyle w:val="a1"/>'), styles=style)
    assert _texts(document, "contents") == ["คำนำ"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    document = _read(p(r("anchor") + text_box(p("in the box"), table("x|y"))), p("next"))
    assert _texts(document) == ["anchor", "in the box", "next"]
    assert [table.rows for table in document.tables()] == [1]


def test_content_controls_are_looked_through_at_every_level() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    document = _read(
        control(p("block")),
        p(control(r("run"))),
        tbl(
            control(
                tr(tc("row"), control(tc("cell"))),
            )
        ),
    )
    assert _texts(document) == ["block", "run"]
    (only,) = document.tables()
    assert [cell.text for cell in only.cells] == ["row", "cell"]


def test_running_heads_and_feet_are_told_from_the_body_and_come_once() -> None:
    made = python_docx.Document(BytesIO(docx(p("body"))))
    for _ in range(2):
        section = made.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "มาตรการ ITA"
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = "สพป.ตัวอย่าง เขต 1"
    saved = BytesIO()
    made.save(saved)
    document = word.read(saved.getvalue())
    assert _texts(document, "head") == ["มาตรการ ITA"]
    assert _texts(document, "foot") == ["สพป.ตัวอย่าง เขต 1"]
    assert _texts(document) == ["body"]


def test_a_picture_is_a_block_with_its_size_also_in_a_cell() -> None:
    made = python_docx.Document()
    png = _grey_png(3, 2)
    made.add_picture(BytesIO(png))
    made.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("แผนภูมิ").add_picture(BytesIO(png))
    saved = BytesIO()
    made.save(saved)
    blocks = word.read(saved.getvalue()).blocks
    assert [type(block) for block in blocks] == [Picture, Table, Picture]
    first = blocks[0]
    assert isinstance(first, Picture)
    assert (first.width_px, first.height_px, first.name) == (3, 2, "word/media/image1.png")
