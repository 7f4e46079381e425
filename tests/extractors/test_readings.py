"""Tables that go on with the one before, without its headers."""

from extractors.readings import read_tables
from tests.build import document, table

ITEMS = table("ข้อ | รายการ | คะแนน\nO1 | โครงสร้าง | 100\nO2 | ข้อมูลผู้บริหาร | 0")
MEASURES = table("ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\n1. การปฏิบัติหน้าที่ | จัดทำคู่มือ | ทุกกลุ่ม")


def kinds(*blocks: object) -> list[tuple[str, int]]:
    return [(reading.kind, reading.header_rows) for reading in read_tables(document(*blocks))]  # type: ignore[arg-type]


def test_rows_after_a_page_end_have_the_columns_of_the_table_before() -> None:
    rest = table("O3 | อำนาจหน้าที่ | 100\nO4 | แผนพัฒนา | 100")
    assert kinds("ผลคะแนน OIT", ITEMS, rest) == [("scores", 1), ("scores", 0)]
    assert kinds("ผลคะแนน OIT", ITEMS, "- 12 -", rest) == [("scores", 1), ("scores", 0)]
    (_, continued) = read_tables(document("ผลคะแนน OIT", ITEMS, rest))
    assert continued.columns == ("item_code", "item_name", "score")
    assert [paragraph.text for paragraph in continued.caption] == ["ผลคะแนน OIT"]


def test_a_first_row_that_names_an_indicator_is_no_header() -> None:
    rest = table("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน | ขั้นตอนการให้บริการ | ผู้รับผิดชอบงานบริการ\nตัวชี้วัดที่ 7 | ปรับปรุงเว็บไซต์ | กลุ่มอำนวยการ")
    assert kinds(MEASURES, rest)[1] == ("measures", 0)


def test_a_first_row_that_only_ends_a_cell_is_no_header() -> None:
    whole = table("ข้อ | ข้อมูล | รายละเอียด | คะแนน\nO1 | โครงสร้าง | แผนผัง | 100")
    rest = table(" |  | รายงานผลของปีก่อน | \nO2 | ข้อมูลผู้บริหาร | รายชื่อ | 100")
    assert kinds(whole, rest)[1] == ("scores", 0)


def test_text_between_other_columns_or_headers_of_its_own_keep_a_table_apart() -> None:
    rest = table("O3 | อำนาจหน้าที่ | 100\nO4 | แผนพัฒนา | 100")
    assert kinds(ITEMS, "ผลการทดสอบของโรงเรียนในสังกัดมีดังนี้", rest)[1][0] == ""
    assert kinds(ITEMS, table("O3 | อำนาจหน้าที่\nO4 | แผนพัฒนา"))[1][0] == ""
    assert kinds(ITEMS, table("ที่ | ชื่อสายงาน | อัตรากำลัง\n1 | งานธุรการ | 3\n2 | งานพัสดุ | 4"))[1][0] == ""
    assert kinds(ITEMS, table("แผนก | หัวข้อ | ผลสอบ\nก | อ่าน | 50\nข | เขียน | 60"))[1][0] == ""
