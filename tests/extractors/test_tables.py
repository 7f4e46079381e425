"""How tables are understood: header rows, the meaning of columns, direction, records."""

from extractors.tables import understand
from tests.build import table

SCORES = "ตัวชี้วัดที่ | ประเด็นตัวชี้วัด | คะแนน | ระดับ\n1 | การปฏิบัติหน้าที่ | 99.02 | AA\n2 | การใช้งบประมาณ | 94.90 | A"


def test_columns_are_known_by_their_meaning() -> None:
    reading = understand(table(SCORES))
    assert reading.header_rows == 1
    assert reading.columns == ("indicator_no", "indicator", "score", "grade")
    assert reading.kind == "scores"


def test_a_table_with_headers_down_its_first_column_is_turned() -> None:
    upright = "ปีงบประมาณ | 2563 | 2564 | 2565\nผลคะแนน ITA | 85.15 | 95.57 | 96.53\nพัฒนาการ | เพิ่มขึ้น | เพิ่มขึ้น | เพิ่มขึ้น"
    reading = understand(table(upright))
    assert reading.turned
    assert reading.kind == "history"
    assert [r.text("score") for r in reading.records()] == ["85.15", "95.57", "96.53"]


def test_a_group_header_spans_the_headers_under_it() -> None:
    reading = understand(
        table(
            "กิจกรรม | งบประมาณ | ผลการใช้จ่ายงบประมาณ | < | < | < | คงเหลือ\n"
            "^ | ^ | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 3 | ไตรมาส 4 | ^\n"
            "อบรม | 5,000 | | | 2,000 | | 3,000"
        )
    )
    assert reading.header_rows == 2
    assert reading.columns == ("activity", "budget", "q1", "q2", "q3", "q4", "remaining")
    assert reading.kind == "activities"


def test_a_title_row_over_all_columns_stands_above_the_headers() -> None:
    reading = understand(table("ผลการประเมินของหน่วยงาน | < | < | <\n" + SCORES))
    assert reading.header_rows == 2
    assert [r.text("score") for r in reading.records()] == ["99.02", "94.90"]


def test_a_title_row_in_the_body_is_the_section_of_the_rows_below() -> None:
    reading = understand(
        table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\nข้อมูลพื้นฐาน | < | <\nO1 | โครงสร้าง | นายสมชาย ใจดี\nการให้บริการ | |\nO14 | คู่มือ | นางสมหญิง ใจงาม")
    )
    assert [(r.section, r.text("item_code")) for r in reading.records()] == [("ข้อมูลพื้นฐาน", "O1"), ("การให้บริการ", "O14")]


def test_a_merged_cell_stands_in_every_row_it_covers() -> None:
    reading = understand(table("ข้อ | ข้อมูล | ผู้กำกับดูแล\nO1 | โครงสร้าง | นายสมชาย ใจดี\nO2 | ข้อมูลผู้บริหาร | ^"))
    assert [r.text("supervisor") for r in reading.records()] == ["นายสมชาย ใจดี"] * 2


def test_a_column_of_item_codes_is_one_whatever_its_header_says() -> None:
    reading = understand(table("ปี | คะแนน | ปี | คะแนน\nO1 | 100 | O3 | 0\nO2 | 100 | O4 | 100"))
    assert reading.columns == ("item_code", "score", "item_code", "score")


def test_a_table_without_headers_has_none() -> None:
    reading = understand(table("กลุ่มหนึ่ง | จำนวน 17 คน\nกลุ่มสอง | จำนวน 9 คน"))
    assert reading.header_rows == 0
    assert reading.kind == ""


def test_a_page_list_is_contents() -> None:
    assert understand(table("เรื่อง | หน้า\nคำนำ | ก\nส่วนที่ 1 | 1")).kind == "contents"


def test_a_header_repeated_as_text_heads_the_columns_named_below_it() -> None:
    reading = understand(table("ข้อ | ผู้รับผิดชอบ | ผู้รับผิดชอบ | รายการ\n | ชื่อ-สกุล | โทร | \nO1 | นายสมชาย ใจดี | 101 | โครงสร้าง"))
    assert reading.header_rows == 2


def test_a_repeated_header_over_a_body_row_is_one_row_of_headers() -> None:
    reading = understand(table("ข้อ | ผู้รับผิดชอบ | ผู้รับผิดชอบ\nO1 | นายสมชาย ใจดี | นางมานี มีนา\nO2 | นายสมชาย ใจดี | นางมานี มีนา"))
    assert reading.header_rows == 1
