from dataclasses import replace

from extractors.document import Box, Cell, Line, Paragraph, Table
from extractors.grids.stitch import stitch
from extractors.grids.wrapping import Tail

LEFT_PT, WIDTH_PT, HEIGHT_PT = 50.0, 100.0, 20.0


def table(notation: str, page: int | None = None, boxes: bool = True, widths: tuple[float, ...] = ()) -> Table:
    """Rows on lines, cells between bars; ``^`` goes on with the cell above, ``<`` with the cell on the left."""
    rows = [[text.strip() for text in line.split("|")] for line in notation.strip().splitlines()]
    columns = len(rows[0])
    edges = [LEFT_PT]
    for column in range(columns):
        edges.append(edges[-1] + (widths[column] if widths else WIDTH_PT))
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            row_span = next((n for n in range(1, len(rows) - r) if rows[r + n][c] != "^"), len(rows) - r)
            column_span = next((n for n in range(1, columns - c) if row[c + n] != "<"), columns - c)
            box = Box(edges[c], HEIGHT_PT * r, edges[c + column_span], HEIGHT_PT * (r + row_span))
            cells.append(Cell(r, c, text, row_span, column_span, page, box if boxes and page else None))
    return Table(0, len(rows), columns, tuple(cells), page, page)


def paragraph(text: str, page: int | None = None, role: str = "body") -> Paragraph:
    return Paragraph((Line(text, page),), role=role)  # type: ignore[arg-type]


def rows_of(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text if cell else "×" for cell in table.row(r)] for r in range(table.rows)]


HEADER = "ข้อ | ข้อมูล | คะแนน\n"


def test_a_table_goes_on_at_the_top_of_the_next_page() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100\nO2 | ผู้บริหาร | 100", page=1)
    (whole,) = stitch([first, table("O3 | อำนาจหน้าที่ | 0", page=2)])
    assert rows_of(whole)[2:] == [["O2", "ผู้บริหาร", "100"], ["O3", "อำนาจหน้าที่", "0"]]
    assert isinstance(whole, Table)
    assert (whole.page_from, whole.page_to, whole.number) == (1, 2, 1)
    assert [cell.page for cell in whole.cells if cell.column == 0] == [1, 1, 1, 2]


def test_a_header_that_comes_again_is_left_out() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100", page=1)
    (whole,) = stitch([first, table(HEADER + "O2 | ผู้บริหาร | 100", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ข้อ", "O1", "O2"]


def test_a_header_of_two_rows_that_comes_again_is_left_out() -> None:
    header = "ตัวชี้วัด | ปี 2565 | <\n^ | คะแนน | ระดับ\n"
    first = table(header + "การใช้อำนาจ | 95.10 | AA", page=1)
    (whole,) = stitch([first, table(header + "การใช้งบประมาณ | 88.20 | A", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ตัวชี้วัด", "ตัวชี้วัด", "การใช้อำนาจ", "การใช้งบประมาณ"]


def test_a_header_cut_short_or_misprinted_is_still_the_header() -> None:
    first = table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\nO1 | โครงสร้าง | นายสมชาย ใจดี", page=1)
    (whole,) = stitch([first, table("ข้อ | ข้อมูล | ผู้รับผิด\nO2 | ผู้บริหาร | นายสมชาย ใจดี", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ข้อ", "O1", "O2"]


def test_headers_of_different_years_are_not_the_same() -> None:
    first = table("ข้อ | ตัวชี้วัด | ปี 2565\n1 | หน้าที่ | 90.00", page=1, boxes=False)
    second = table("ข้อ | ตัวชี้วัด | ปี 2566\n1 | หน้าที่ | 95.00", page=2, boxes=False)
    assert len(stitch([first, second])) == 2


def test_heads_feet_and_catchwords_do_not_keep_a_table_apart() -> None:
    between = [
        paragraph("- 1 -", 1, role="foot"),
        paragraph("/O2 ผู้บริหาร...", 1),
        paragraph("รายงานของ สพป.ตัวอย่าง เขต 1", 2, role="head"),
    ]
    first = table(HEADER + "O1 | โครงสร้าง | 100", page=1)
    blocks = stitch([first, *between, table("O2 | ผู้บริหาร | 100", page=2)])
    assert [row[0] for row in rows_of(blocks[0])] == ["ข้อ", "O1", "O2"]
    assert list(blocks[1:]) == between


def test_text_between_keeps_tables_apart_whatever_their_headers_say() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100", page=1)
    second = table(HEADER + "O2 | ผู้บริหาร | 100", page=2)
    blocks = stitch([first, paragraph("ตารางที่ 2 ผลคะแนนปี 2566", 2), second])
    assert [block.number for block in blocks if isinstance(block, Table)] == [1, 2]


def test_a_table_with_a_header_of_its_own_is_a_table_of_its_own() -> None:
    first = table("ที่ | ตัวชี้วัด | คะแนน\n1 | หน้าที่ | 98.05\n2 | งบประมาณ | 87.84", page=1)
    second = table("ปี | พัฒนาการ | ผลต่าง\n2564 | เพิ่มขึ้น | +1.20\n2565 | ลดลง | -0.50", page=2)
    assert len(stitch([first, second])) == 2


def test_a_table_with_the_same_header_that_counts_from_one_again_is_another() -> None:
    header = "ที่ | ตัวชี้วัด | คะแนน\n"
    first = table(header + "1 | หน้าที่ | 98.05\n2 | งบประมาณ | 87.84", boxes=False)
    second = table(header + "1 | หน้าที่ | 91.00\n2 | งบประมาณ | 82.00", boxes=False)
    assert len(stitch([first, second])) == 2


def test_without_pages_only_a_repeated_header_makes_a_continuation() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100")
    assert len(stitch([first, table(HEADER + "O2 | ผู้บริหาร | 100")])) == 1
    assert len(stitch([first, table("O2 | ผู้บริหาร | 100")])) == 2


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100\nO2 | ข้อมูลของผู้บริหารและ | 100", page=1)
    (whole,) = stitch([first, table(" | ผู้แทน | \nO3 | อำนาจหน้าที่ | 0", page=2)])
    assert rows_of(whole)[2:] == [["O2", "ข้อมูลของผู้บริหารและผู้แทน", "100"], ["O3", "อำนาจหน้าที่", "0"]]


def test_a_row_cut_twice_is_one_row() -> None:
    first = table(HEADER + "O1 | ก | 1\nO2 | ส่วนแรกของ | 2", page=1)
    blocks = [first, table(" | ข้อความยาว | ", page=2), table(" | ที่จบแล้ว | \nO3 | ค | 3", page=3)]
    (whole,) = stitch(blocks)
    assert rows_of(whole)[2:] == [["O2", "ส่วนแรกของข้อความยาวที่จบแล้ว", "2"], ["O3", "ค", "3"]]


def test_a_list_in_a_cut_cell_goes_on_in_a_new_line() -> None:
    first = table(HEADER + "O1 | ก | 1\nO2 | 1. จัดทำคู่มือ | 2", page=1)
    (whole,) = stitch([first, table(" | 2. เผยแพร่คู่มือ | ", page=2)])
    assert rows_of(whole)[2][1] == "1. จัดทำคู่มือ\n2. เผยแพร่คู่มือ"


def test_a_number_cut_at_its_point_is_whole_again() -> None:
    first = table(HEADER + "O1 | ก | 88.00\nO2 | ข้อมูลของ | 90.", page=1)
    (whole,) = stitch([first, table(" | ผู้บริหาร | 62", page=2)])
    assert rows_of(whole)[2] == ["O2", "ข้อมูลของผู้บริหาร", "90.62"]


def test_figures_that_do_not_belong_together_are_not_glued() -> None:
    first = table(HEADER + "O1 | ก | 1\nO2 | ข้อมูลของ | 10", page=1)
    (whole,) = stitch([first, table(" | ผู้บริหาร | 0", page=2)])
    assert rows_of(whole)[2][2] == "10 0"


def test_figures_of_a_cell_without_room_for_another_are_one_number() -> None:
    first = table(HEADER + "O1 | ก | 1\nO2 | ข้อมูลของ | 10", page=1)
    cut = first.at(2, 2)
    assert cut is not None
    (whole,) = stitch([first, table(" | ผู้บริหาร | 0", page=2)], {(1, cut.box): Tail(2.0, 7.0)})
    assert rows_of(whole)[2][2] == "100"


def test_a_list_number_cut_in_two_is_one_number() -> None:
    first = table("ข้อ | ข้อมูล\n๐๑๑ | ก\n๐๑๒ | ข\n๐๑ | แผนการ", page=1)
    (whole,) = stitch([first, table("๓ | ดำเนินงาน\n๐๑๔ | ง", page=2)])
    assert rows_of(whole)[3:] == [["๐๑๓", "แผนการดำเนินงาน"], ["๐๑๔", "ง"]]


def test_rows_with_their_own_numbers_stay_rows() -> None:
    first = table("ที่ | รายการ\n1 | การจัดทำแผนของ", page=1)
    (whole,) = stitch([first, table("2 | การเผยแพร่\n3 | การรายงาน", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ที่", "1", "2", "3"]


def test_a_heading_between_the_rows_is_not_poured_into_the_row_above() -> None:
    first = table(HEADER + "O1 | ก | 100\nO2 | ข | 100", page=1)
    (whole,) = stitch([first, table("การเปิดเผยข้อมูล | | \nO3 | ค | 100", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ข้อ", "O1", "O2", "การเปิดเผยข้อมูล", "O3"]


def test_a_row_whose_cells_span_other_columns_is_a_row_of_its_own() -> None:
    first = table(HEADER + "O1 | ก | 100\nO2 | ข | 100", page=1)
    (whole,) = stitch([first, table("การเปิดเผยข้อมูล | < | <\nO3 | ค | 100", page=2)], {})
    assert [row[0] for row in rows_of(whole)] == ["ข้อ", "O1", "O2", "การเปิดเผยข้อมูล", "O3"]


def test_a_merged_cell_goes_on_over_the_page_end() -> None:
    first = table("ข้อ | ข้อมูล | ผู้กำกับ\nO1 | ก | นายสมชาย ใจดี\nO2 | ข | ^", page=1)
    (whole,) = stitch([first, table("O3 | ค | \nO4 | ง | ^\nO5 | จ | นางสมหญิง ดีใจ", page=2)])
    supervisors = [row[2] for row in rows_of(whole)]
    assert supervisors == ["ผู้กำกับ", *["นายสมชาย ใจดี"] * 4, "นางสมหญิง ดีใจ"]


def test_a_page_that_shows_fewer_borders_fits_into_the_table() -> None:
    first = table("ข้อ | ข้อมูล | คะแนน\nO1 | ก | 100\nO2 | ข | 100", page=1)
    (whole,) = stitch([first, table("O3 | ไม่มีข้อมูล", page=2, widths=(100.0, 200.0))])
    assert rows_of(whole)[-1] == ["O3", "ไม่มีข้อมูล", "ไม่มีข้อมูล"]


def test_other_columns_are_another_table() -> None:
    first = table(HEADER + "O1 | ก | 100\nO2 | ข | 100", page=1)
    assert len(stitch([first, table("ก | ข | ค", page=2, widths=(40.0, 200.0, 60.0))])) == 2


def test_a_table_two_pages_on_is_another_table() -> None:
    first = table(HEADER + "O1 | ก | 100", page=1)
    assert len(stitch([first, table("O2 | ข | 100", page=3)])) == 2


def test_nested_tables_are_numbered_after_their_own() -> None:
    inner = table("ก | ข")
    outer = table("1 | 2")
    outer = replace(outer, cells=(replace(outer.cells[0], tables=(inner,)), outer.cells[1]))
    blocks = stitch([outer, paragraph("คั่น"), table("3 | 4")])
    first, last = (block for block in blocks if isinstance(block, Table))
    assert (first.number, first.cells[0].tables[0].number, last.number) == (1, 2, 3)


ACTS = "มาตรการ | ขั้นตอน | ระยะเวลา\n"



def with_lines(drawn: Table) -> Table:
    return replace(drawn, cells=tuple(replace(cell, text=cell.text.replace("¶", "\n")) for cell in drawn.cells))


def test_a_row_of_which_nothing_is_left_for_the_next_page_is_no_row() -> None:
    first = table(HEADER + "O1 | โครงสร้าง | 100\nO2 | ผู้บริหาร | 100", page=1)
    (whole,) = stitch([first, table(" | | \nO3 | อำนาจหน้าที่ | 0", page=2)])
    assert [row[0] for row in rows_of(whole)] == ["ข้อ", "O1", "O2", "O3"]


def test_a_list_that_counts_on_over_the_page_end_is_one_cell() -> None:
    first = with_lines(table(ACTS + "ปรับปรุงเว็บไซต์ | 1. ตั้งคณะทำงาน¶2. ทดสอบ | ม.ค. 66\nจัดทำคู่มือ | 1. ประชุม | ก.พ. 66", page=1))
    second = with_lines(table("การให้บริการ | 2. เผยแพร่ | \nอบรม | 1. สำรวจ¶2. อบรม | เม.ย. 66", page=2))
    (whole,) = stitch([first, second])
    assert [row[1] for row in rows_of(whole)][2:] == ["1. ประชุม\n2. เผยแพร่", "1. สำรวจ\n2. อบรม"]


def test_rows_that_count_by_their_names_stay_rows() -> None:
    first = table("ตัวชี้วัด | คะแนน\n1. การปฏิบัติหน้าที่ | 99.02\n2. การใช้งบประมาณ | 96.90", page=1)
    (whole,) = stitch([first, table("3. การใช้อำนาจ | 96.49\n4. การใช้ทรัพย์สินของราชการ | 98.69", page=2)])
    assert [row[1] for row in rows_of(whole)][1:] == ["99.02", "96.90", "96.49", "98.69"]


def test_a_range_that_is_open_at_the_page_end_goes_on() -> None:
    first = table(ACTS + "จัดทำคู่มือ | ประชุม | ม.ค. 66 - ก.พ. 66\nปรับปรุงเว็บไซต์ | ตั้งคณะทำงาน | ต.ค. 65 -", page=1)
    (whole,) = stitch([first, table("ให้ค้นง่าย | และทดสอบ | ก.ย. 66\nอบรม | สำรวจ | เม.ย. 66", page=2)])
    assert [row[2] for row in rows_of(whole)][2:] == ["ต.ค. 65 - ก.ย. 66", "เม.ย. 66"]


def test_a_row_with_a_whole_score_does_not_go_on_with_the_score_above() -> None:
    first = table("แบบวัด | ตัวชี้วัด | น้ำหนัก | คะแนน\nOIT | การเปิดเผยข้อมูล | 40 | 39.60\n^ | การป้องกันการทุจริต | ^ | ^", page=1)
    (whole,) = stitch([first, table("รวม |  | 100 | 94.49", page=2)])
    assert rows_of(whole)[-1] == ["รวม", "", "100", "94.49"]


def test_headers_cut_by_the_page_end_are_whole() -> None:
    first = table("ที่ | เครื่องมือ | น้ำ | คะแนนถ่วงน้ำ | คะแ", page=1)
    rest = table(" | | หนัก | หนัก | นน\n1 | IIT | 30 | 28.82 | 96.05\n2 | EIT | 30 | 28.76 | 95.87", page=2)
    assert rows_of(stitch([first, rest])[0])[0] == ["ที่", "เครื่องมือ", "น้ำหนัก", "คะแนนถ่วงน้ำหนัก", "คะแนน"]


def test_a_row_of_figures_below_headers_that_stand_alone_on_their_page_is_a_row() -> None:
    first = table("ที่ | เครื่องมือ | น้ำหนัก | คะแนนถ่วงน้ำหนัก | คะแนน", page=1)
    rest = table(" | ก | 30 | 28.82 | 96.05\n2 | EIT | 30 | 28.76 | 95.87", page=2)
    assert len(rows_of(stitch([first, rest])[0])) == 3


def test_a_merged_label_is_cut_where_the_figure_merged_beside_it_goes_on() -> None:
    first = table("แบบวัด | ตัวชี้วัด | คะแนน\nIIT (ร้อยละ 30) | ก | 90.10\n^ | ข | ^\nOIT | ค | 96.25", page=1)
    label = first.at(3, 0)
    assert label is not None
    second = table("(ร้อยละ 40) | ง | ", page=2)
    (whole,) = stitch([first, second], {(1, label.box): Tail(2.0, 7.0)})
    assert rows_of(whole)[3:] == [["OIT (ร้อยละ 40)", "ค", "96.25"], ["OIT (ร้อยละ 40)", "ง", "96.25"]]
    (whole,) = stitch([first, second], {(1, label.box): Tail(90.0, 7.0)})
    assert rows_of(whole)[4][0] == "(ร้อยละ 40)"


def test_a_sum_below_merged_cells_is_no_rest_of_theirs() -> None:
    head = "แบบวัด | ตัวชี้วัด | เฉลี่ย | คะแนนที่ได้\n"
    first = table(head + "IIT | ก | 90.10 | 27.03\n^ | ข | ^ | ^\nOIT | ค | 96.25 | 38.50", page=1)
    label = first.at(3, 0)
    assert label is not None
    (whole,) = stitch([first, table("รวม | | | 94.49", page=2)], {(1, label.box): Tail(2.0, 7.0)})
    assert [(row[0], row[3]) for row in rows_of(whole)[3:]] == [("OIT", "38.50"), ("รวม", "94.49")]
