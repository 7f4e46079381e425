"""Tables without any line whose rows run over several printed lines."""

from __future__ import annotations

from extractors.grids.gaps import tables_by_gaps
from extractors.grids.lines import PrintedLine
from extractors.grids.words import Word
from extractors.grids.wrapped import wrapped_table

ADVANCE_PT = 6.0
PITCH_PT = 14.0
PAGE_PT = 800.0
STARTS = (0, 110, 290, 420)


def printed(drawing: str, top: float = 100.0, starts: tuple[int, ...] = STARTS) -> list[PrintedLine]:
    """A printed line for each line of the drawing, its parts at ``starts``."""
    lines = []
    for n, row in enumerate(drawing.strip("\n").splitlines()):
        base, words = top + n * PITCH_PT, []
        for start, part in zip(starts, row.split("|"), strict=False):
            x = float(start)
            for word in part.split():
                words.append(Word(word, x, base - 10, x + ADVANCE_PT * len(word), base, base))
                x += ADVANCE_PT * (len(word) + 1)
        lines.append(PrintedLine(words))
    return lines


def cells(lines: list[PrintedLine]) -> list[list[str]]:
    found = tables_by_gaps(lines, 1, PAGE_PT)
    assert len(found) <= 1
    tables = [placed.table for placed, _ in found]
    return [[table.text_at(r, c) for c in range(table.columns)] for table in tables for r in range(table.rows)]


HEADED = """
ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
การใช้งบประมาณ | ประชุมชี้แจงแผนการใช้จ่าย | กลุ่มนโยบายและแผน | ต.ค. 2566
 | งบประมาณแก่บุคลากรทุกคน | |
การใช้อำนาจ | จัดทำหลักเกณฑ์เลื่อนเงิน | กลุ่มบริหารงานบุคคล | พ.ย. 2566
 | เดือนให้ชัดเจน | |
"""


def test_a_row_goes_on_until_the_next_line_that_fills_every_column() -> None:
    assert cells(printed(HEADED)) == [
        ["ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"],
        ["การใช้งบประมาณ", "ประชุมชี้แจงแผนการใช้จ่ายงบประมาณแก่บุคลากรทุกคน", "กลุ่มนโยบายและแผน", "ต.ค. 2566"],
        ["การใช้อำนาจ", "จัดทำหลักเกณฑ์เลื่อนเงินเดือนให้ชัดเจน", "กลุ่มบริหารงานบุคคล", "พ.ย. 2566"],
    ]


def test_text_below_a_blank_begins_a_row() -> None:
    drawing = HEADED + " | และแจ้งเวียนทุกกลุ่ม | กลุ่มอำนวยการ |"
    assert cells(printed(drawing))[-1] == ["", "และแจ้งเวียนทุกกลุ่ม", "กลุ่มอำนวยการ", ""]


def test_a_line_that_may_go_on_or_begin_a_row_leaves_no_table() -> None:
    assert not cells(printed(HEADED.replace("ประชุมชี้แจงแผนการใช้จ่าย", "ประชุม")))


def test_lines_in_columns_below_words_that_mean_none_are_no_table() -> None:
    assert not cells(printed(HEADED.replace("มาตรการ", "ภาพถ่าย").replace("ผู้รับผิดชอบ", "สถานที่").replace("ระยะเวลา", "ดอกไม้")))


def test_running_text_below_a_line_of_headers_is_no_table() -> None:
    assert not cells(printed("ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ | ระยะเวลา\n" + "ข้อความที่ยาวกว่าคอลัมน์แรกของตาราง จึงไม่ใช่แถว\n" * 4))


def test_a_line_below_the_table_and_the_page_number_are_not_taken() -> None:
    assert len(cells(printed(HEADED + "หมายเหตุ\n"))) == 3
    assert len(cells([*printed(HEADED), *printed(" | 7", top=200.0)])) == 3


def test_at_the_foot_of_a_page_a_row_that_may_go_on_is_left_as_text() -> None:
    last = "การให้บริการ | จัดทำแผนผังขั้นตอนการให้บริ | กลุ่มอำนวยการ | ธ.ค. 2566\n"
    assert [row[0] for row in cells(printed(HEADED + last))][-1] == "การให้บริการ"
    assert [row[0] for row in cells(printed(HEADED + last, top=PAGE_PT - 100))][-1] == "การใช้อำนาจ"


COUNTED = """
ประธานกรรมการ | 1 | นายสมชาย ใจดี | ผู้อำนวยการกลุ่ม
 | | | อำนวยการ
กรรมการ | 2 | นางมานี มีนา | ครู
 | 3 | นางชูใจ เลิศล้ำ | นิติกร
เลขานุการ | 4 | นายปิติ ยินดี | ครู
"""


def test_a_column_that_counts_parts_rows_without_headers() -> None:
    assert cells(printed(COUNTED)) == [
        ["ประธานกรรมการ", "1", "นายสมชาย ใจดี", "ผู้อำนวยการกลุ่มอำนวยการ"],
        ["กรรมการ", "2", "นางมานี มีนา", "ครู"],
        ["", "3", "นางชูใจ เลิศล้ำ", "นิติกร"],
        ["เลขานุการ", "4", "นายปิติ ยินดี", "ครู"],
    ]


def test_figures_that_do_not_count_part_no_rows() -> None:
    assert wrapped_table(printed(COUNTED), 0, PAGE_PT) is not None
    assert wrapped_table(printed(COUNTED.replace("| 3 |", "| 7 |")), 0, PAGE_PT) is None


def test_a_full_line_that_may_be_the_rest_of_a_row_in_every_column_leaves_no_table() -> None:
    drawing = """
ข้อ | รายการ | ผู้รับผิดชอบ | ผู้กำกับดูแล
O1 | โครงสร้าง | นางสาวมานีรัตนา | นายสมชายพิพัฒน์
O1 | แผนดำเนินงานและการใช้งบประมาณประจำปี | นางสาวชูใจวัฒนา | นายวิชัยวรวัฒน์
1 | และรายงานการกำกับติดตามการดำเนินงาน | เลิศล้ำกุลวงศ์ไพ | กล้าหาญรุ่งเรือง
"""
    assert wrapped_table(printed(drawing, starts=(0, 25, 260, 365)), 0, PAGE_PT) is None
    assert wrapped_table(printed(drawing.replace("และรายงานการกำกับ", "ก").replace("แผนดำเนินงาน", "ข")), 0, PAGE_PT)


def test_rows_set_apart_by_white_tell_what_the_words_cannot() -> None:
    lines = printed(
        """
ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
การปฏิบัติหน้าที่ | จัดทำคู่มือการให้บริการประ | กลุ่มอำนวยการบริหาร | ต.ค. 2565 -
ของบุคลากรทุกคน | ชนและเผยแพร่บนเว็บไซต์ทุก | งานทั่วไปของสำนักงาน | ธ.ค. 2565
 | เดือน | |
การใช้อำนาจ | เปิดรับฟังความคิดเห็น | กลุ่มบริหารงานบุคคล | ม.ค. 2566
"""
    )
    assert wrapped_table(lines, 0, PAGE_PT) is None
    rows_apart = [[0], [1, 2, 3], [4]]
    moved = [
        PrintedLine([word._replace(base=word.base + 3 * row, top=word.top + 3 * row) for word in lines[n].words])
        for row, numbers in enumerate(rows_apart)
        for n in numbers
    ]
    found = wrapped_table(moved, 0, PAGE_PT)
    assert found is not None and [len(row) for row in found.rows] == [1, 3, 1]
