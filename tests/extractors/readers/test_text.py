import pytest

from extractors.document import Document, Paragraph, Table
from extractors.readers import read


def _read(text: str) -> Document:
    return read(text.encode(), "report.txt")


def _texts(text: str, role: str = "body") -> list[str]:
    return [paragraph.text for paragraph in _read(text).paragraphs(role)]


def _rows(text: str) -> list[list[str]]:
    (table,) = _read(text).tables()
    return [[table.text_at(row, column) for column in range(table.columns)] for row in range(table.rows)]


def test_lines_with_tabs_are_a_table_and_empty_cells_stay_empty() -> None:
    assert _rows("ลำดับ\tตัวชี้วัด\tคะแนน\tเครื่องมือ\n1\tการปฏิบัติหน้าที่\t99.12\tIIT\n2\tการใช้งบประมาณ\t95.47\t") == [
        ["ลำดับ", "ตัวชี้วัด", "คะแนน", "เครื่องมือ"],
        ["1", "การปฏิบัติหน้าที่", "99.12", "IIT"],
        ["2", "การใช้งบประมาณ", "95.47", ""],
    ]


def test_a_short_row_is_filled_up() -> None:
    assert _rows("a\tb\tc\n1\t2\n3\t4\t5") == [["a", "b", "c"], ["1", "2", ""], ["3", "4", "5"]]


def test_a_title_between_rows_of_tabs_covers_the_whole_width() -> None:
    text = "ข้อ\tข้อมูล\tคะแนน\nO1\tโครงสร้าง\t100\nตัวชี้วัดย่อย 9.2\nO10\tแผนดำเนินงาน\t100"
    assert _rows(text)[2] == ["ตัวชี้วัดย่อย 9.2"] * 3


def test_rows_of_tabs_set_with_blank_lines_between_are_one_table() -> None:
    text = "ตัวชี้วัด\tคะแนน\tระดับ\n\nการใช้อำนาจ\t95.11\tAA\n\nการใช้งบประมาณ\t93.02\tA\n\nจบ"
    assert [row[1] for row in _rows(text)] == ["คะแนน", "95.11", "93.02"]


def test_a_row_that_repeats_one_text_in_every_cell_is_a_title() -> None:
    text = "ข้อ\tข้อมูล\tผล\n9.1 ข้อมูลพื้นฐาน\t9.1 ข้อมูลพื้นฐาน\t9.1 ข้อมูลพื้นฐาน\nO1\tโครงสร้าง\tผ่าน"
    (table,) = _read(text).tables()
    assert [cell.column_span for cell in table.cells if cell.row == 1] == [3]


def test_one_line_with_one_tab_is_no_table() -> None:
    assert _texts("ที่ ศธ 04001\tวันที่ 5 มกราคม 2566") == ["ที่ ศธ 04001\tวันที่ 5 มกราคม 2566"]


def test_indented_lines_are_no_table() -> None:
    assert _texts("\tด้วยสำนักงาน\n\tจึงเรียนมา") == ["ด้วยสำนักงาน จึงเรียนมา"]


def test_two_tables_without_a_line_between_are_two_where_all_rows_get_wider() -> None:
    tables = list(_read("a\tb\n1\t2\nc\td\te\tf\n3\t4\t5\t6").tables())
    assert [(table.rows, table.columns) for table in tables] == [(2, 2), (2, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|:-:|\n| 1 | 2 |",
        "| a | b |\n| 1 | 2 |",
        "- | a | b |\n|---|---|\n| 1 | 2 |",
        "a | b\n--|--\n1 | 2",
        "a | b\n1 | 2",
        "| | |\n|---|---|\n| a | b |\n| 1 | 2 |",
        "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+",
        "┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘",
        "a\tb\n---\t---\n1\t2",
        "<table><tr><th>a<th>b<tr><td>1</td><td>2</td></table>",
    ],
)
def test_every_way_to_write_a_table_is_the_same_table(text: str) -> None:
    assert _rows(text) == [["a", "b"], ["1", "2"]]


def test_wide_gaps_make_a_table_of_lines_with_as_many_cells() -> None:
    assert _rows("ลำดับ   ตัวชี้วัด    คะแนน\n1   การใช้อำนาจ   96.80\n2   การใช้งบประมาณ   95.47")[2] == [
        "2",
        "การใช้งบประมาณ",
        "95.47",
    ]


def test_an_escaped_pipe_is_a_letter() -> None:
    assert _rows("| a \\| b | c |\n|---|---|\n| 1 | 2 |")[0] == ["a | b", "c"]


def test_a_row_of_pipes_broken_inside_a_cell_is_one_row() -> None:
    assert _rows("| ที่ | ผู้รับผิดชอบ |\n|---|---|\n| 1 | นายสมชาย ใจดี\nนางสมหญิง ใจงาม |\n| 2 | ทุกกลุ่ม |") == [
        ["ที่", "ผู้รับผิดชอบ"],
        ["1", "นายสมชาย ใจดี\nนางสมหญิง ใจงาม"],
        ["2", "ทุกกลุ่ม"],
    ]


def test_a_row_of_single_dashes_is_a_row() -> None:
    assert _rows("ปี\tพัฒนาการ\tผลต่าง\n2558\t-\t-\n-\t-\t-")[2] == ["-", "-", "-"]


def test_two_tables_of_pipes_without_a_line_between_are_two() -> None:
    tables = list(_read("| a | b |\n|---|---|\n| 1 | 2 |\n| c | d |\n|---|---|\n| 3 | 4 |").tables())
    assert [[cell.text for cell in table.cells] for table in tables] == [
        ["a", "b", "1", "2"],
        ["c", "d", "3", "4"],
    ]


def test_one_line_with_pipes_in_prose_is_prose() -> None:
    assert _texts("งานประชาสัมพันธ์ | 60/1 ถนนตัวอย่าง | โทร. 0") == ["งานประชาสัมพันธ์ | 60/1 ถนนตัวอย่าง | โทร. 0"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>ตัวชี้วัด 6</p> <p>คุณภาพ</p>", "ตัวชี้วัด 6\nคุณภาพ"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ('<ol start="3"><li>a</li><li>4. b</li></ol>', "3. a\n4. b"),
        ("<ul> ○ แสดงแผน ○ มีข้อมูล", "○ แสดงแผน\n○ มีข้อมูล"),
        ("<ol> 1.ควบคุม 2.รายงาน 3 ครั้ง 3.ติดตาม", "1.ควบคุม\n2.รายงาน 3 ครั้ง\n3.ติดตาม"),
        ("<b>Q&amp;A</b> &lt;คลิก&gt;", "Q&A <คลิก>"),
        ("**หนา** *เอน* `รหัส`", "หนา เอน รหัส"),
        ("กลับ <<หน้าก่อน <คลิก>", "กลับ <<หน้าก่อน <คลิก>"),
    ],
)
def test_marks_left_in_a_cell_become_what_they_show(cell: str, text: str) -> None:
    assert _rows(f"a\tb\tc\n1\t{cell}\t2")[1][1] == text


@pytest.mark.parametrize(
    ("line", "text", "links"),
    [
        (
            "จาก <https://example.go.th/o13/> หรือ [คลิก](#)",
            "จาก https://example.go.th/o13/ หรือ คลิก",
            ["https://example.go.th/o13/"],
        ),
        ("[ประกาศ](https://example.go.th/a_(1).pdf)", "ประกาศ", ["https://example.go.th/a_(1).pdf"]),
        (
            "ดู https://example.go.th/?page_id=25&copy=2, และ",
            "ดู https://example.go.th/?page_id=25&copy=2, และ",
            ["https://example.go.th/?page_id=25&copy=2"],
        ),
        ("(https://example.go.th/x)", "(https://example.go.th/x)", ["https://example.go.th/x"]),
        ("เว็บ https://example.go.thและ", "เว็บ https://example.go.thและ", ["https://example.go.th"]),
        ('<a href="https://example.go.th/">เว็บ</a>', "เว็บ", ["https://example.go.th/"]),
    ],
)
def test_links_give_their_targets_and_keep_their_text(line: str, text: str, links: list[str]) -> None:
    (paragraph,) = _read(line).paragraphs()
    assert paragraph.text == text
    assert list(paragraph.links) == links


def test_wrapped_lines_are_one_paragraph_and_each_is_a_line() -> None:
    (paragraph,) = _read("ได้คะแนน\nร้อยละ 97.86\n").paragraphs()
    assert paragraph.text == "ได้คะแนน ร้อยละ 97.86"
    assert len(paragraph.lines) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_all_kinds_of_line_ends_are_line_ends(end: str) -> None:
    assert _texts(f"หนึ่ง{end}{end}สอง") == ["หนึ่ง", "สอง"]


@pytest.mark.parametrize("mark", ["1.", "๒)", "(3)", "1.2 ", "10.12 ", "- ", "• ", "ก. ", "(ข) "])
def test_a_list_mark_begins_a_new_paragraph(mark: str) -> None:
    assert len(_texts(f"ขั้นตอน\n{mark}จัดทำคู่มือ")) == 2


@pytest.mark.parametrize("line", ["95.47 คะแนน", "2566 ได้", "100 คะแนน", "9.05 และ"])
def test_a_wrapped_figure_is_no_list_mark(line: str) -> None:
    assert len(_texts(f"ผลการประเมิน\n{line}")) == 1


def test_headings_and_bold_labels_stand_alone() -> None:
    text = "# มาตรการ\nข้อความ\n**ผู้รับผิดชอบ** กลุ่มอำนวยการ\n**ความก้าวหน้า**\nดำเนินการแล้ว"
    assert _texts(text) == ["มาตรการ", "ข้อความ", "ผู้รับผิดชอบ กลุ่มอำนวยการ", "ความก้าวหน้า", "ดำเนินการแล้ว"]


def test_a_bold_heading_over_several_lines_is_one_paragraph() -> None:
    assert _texts("**รายงานผล\nการดำเนินการ\nปี 2566**\nต่อมา") == ["รายงานผล การดำเนินการ ปี 2566", "ต่อมา"]


def test_page_numbers_between_pages_are_running_feet() -> None:
    text = "จบหน้าแรก\n\n- 12 -\n\f\nหน้าสอง\n\n๑๓\n"
    assert _texts(text) == ["จบหน้าแรก", "หน้าสอง"]
    assert _texts(text, "foot") == ["- 12 -", "๑๓"]


def test_the_media_type_says_whether_the_text_is_markdown() -> None:
    assert _read("ข้อความ").media_type == "text/plain"
    assert _read("# หัวข้อ\nข้อความ").media_type == "text/markdown"
    assert _read("ข้อความ").text_source == "text"


def test_a_table_tag_without_its_other_half_leaves_the_rest_of_the_text_alone() -> None:
    pipes, tabs = "| a | b |\n|---|---|\n| 1 | 2 |", "c\td\te\n3\t4\t5"
    tables = list(_read(f"</table>\n{pipes}\n<table><tr><td>x\n\n{tabs}").tables())
    assert [[cell.text for cell in table.cells] for table in tables] == [
        ["a", "b", "1", "2"],
        ["x"],
        ["c", "d", "e", "3", "4", "5"],
    ]


def test_text_around_tables_keeps_its_place() -> None:
    document = _read("ก่อน\na\tb\tc\n1\t2\t3\nหลัง\n<table><tr><td>x</td></tr></table>ท้าย")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph, Table, Paragraph]
