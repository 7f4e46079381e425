"""The same facts in the layouts that offices choose: any column order, direction, header words, and prose."""

from extractors.document import Table
from extractors.facts.responsibilities import find
from schemas.rows import Responsibility
from tests.build import context, table


def rows(*blocks: str | Table, text_source: str = "text_layer") -> list[Responsibility]:
    result = find(context(*blocks, text_source=text_source))
    return [row for row in result.rows if isinstance(row, Responsibility)]


def said(*blocks: str | Table) -> list[tuple[str, str, str]]:
    return [(row.item_code, row.role, row.person) for row in rows(*blocks)]


def test_columns_in_another_order_with_units_beside_the_people() -> None:
    found = rows(
        table(
            "กลุ่มที่รับผิดชอบ | รายการข้อมูล | ข้อที่ | เจ้าของเรื่อง\n"
            "กลุ่มอำนวยการ | โครงสร้าง | ๑ | นายสมชาย ใจดี\n"
            "^ | ข้อมูลผู้บริหาร | ๒ | นางมานี มีนา"
        )
    )
    assert [(r.item_code, r.person, r.unit) for r in found] == [
        ("O1", "นายสมชาย ใจดี", "กลุ่มอำนวยการ"),
        ("O2", "นางมานี มีนา", "กลุ่มอำนวยการ"),
    ]


def test_units_alone_are_the_owners() -> None:
    assert said(table("ข้อ | ข้อมูล | หน่วยงานที่รับผิดชอบ\nO4 | แผนยุทธศาสตร์ | กลุ่มนโยบายและแผน")) == [
        ("O4", "owner", "กลุ่มนโยบายและแผน")
    ]


def test_items_without_codes_are_known_by_their_names() -> None:
    found = rows(
        table(
            "ข้อมูลที่ต้องเผยแพร่ | ผู้รับผิดชอบ | ตำแหน่ง\n"
            "ข้อมูลพื้นฐาน | < | <\n"
            "โครงสร้าง | นายสมชาย ใจดี | นักจัดการงานทั่วไป\n"
            "ข้อมูลผู้บริหาร | ^ | ^\n"
            "ข่าวประชาสัมพันธ์ | |\n"
            "ข่าวประชาสัมพันธ์ | นางมานี มีนา | นักประชาสัมพันธ์"
        )
    )
    assert [(r.item_code, r.person, r.position) for r in found] == [
        ("O1", "นายสมชาย ใจดี", "นักจัดการงานทั่วไป"),
        ("O2", "นายสมชาย ใจดี", "นักจัดการงานทั่วไป"),
        ("O7", "นางมานี มีนา", "นักประชาสัมพันธ์"),
    ]


def test_a_name_that_is_no_item_is_told_and_gets_nobody() -> None:
    result = find(context(table("ข้อมูล | ผู้รับผิดชอบ\nโครงสร้าง | นายสมชาย ใจดี\nตารางเวรยาม | นางมานี มีนา")))
    assert [each.code for each in result.issues] == ["W_NAME_UNMATCHED"]
    assert len(result.rows) == 1


def test_two_lists_side_by_side() -> None:
    assert said(
        table(
            "ข้อ | รายการ | ผู้รับผิดชอบ | ข้อ | รายการ | ผู้รับผิดชอบ\n"
            "O1 | โครงสร้าง | นายสมชาย ใจดี | O3 | อำนาจหน้าที่ | นางมานี มีนา\n"
            "O2 | ข้อมูลผู้บริหาร | นายปิติ ชูใจ | O4 | แผนยุทธศาสตร์ | ^"
        )
    ) == [
        ("O1", "owner", "นายสมชาย ใจดี"),
        ("O2", "owner", "นายปิติ ชูใจ"),
        ("O3", "owner", "นางมานี มีนา"),
        ("O4", "owner", "นางมานี มีนา"),
    ]


def test_headers_down_the_first_column() -> None:
    found = rows(
        table(
            "ข้อ | O1 | O2\n"
            "ข้อมูล | โครงสร้าง | ข้อมูลผู้บริหาร\n"
            "ผู้กำกับดูแล | นายสมชาย ใจดี | <\n"
            "ผู้รับผิดชอบ | นางมานี มีนา | นายปิติ ชูใจ"
        )
    )
    assert [(r.item_code, r.role, r.person, r.row_no) for r in found] == [
        ("O1", "supervisor", "นายสมชาย ใจดี", 3),
        ("O1", "owner", "นางมานี มีนา", 4),
        ("O2", "supervisor", "นายสมชาย ใจดี", 3),
        ("O2", "owner", "นายปิติ ชูใจ", 4),
    ]


def test_roles_as_group_headers_over_names_and_positions() -> None:
    found = rows(
        table(
            "ที่ | รายการข้อมูล | ผู้รับผิดชอบ | < | ผู้กำกับติดตาม | <\n"
            "^ | ^ | ชื่อ-สกุล | ตำแหน่ง | ชื่อ-สกุล | ตำแหน่ง\n"
            "1 | โครงสร้าง | นายสมชาย ใจดี | นิติกร | นางมานี มีนา | รอง ผอ.\n"
            "2 | ข้อมูลผู้บริหาร | นายปิติ ชูใจ¶นางสาวชูใจ เลิศล้ำ | ครู¶ธุรการ | ^ | ^\n"
            "3 | อำนาจหน้าที่ | นายปิติ ชูใจ | ครู | ^ | ^"
        )
    )
    assert [(r.item_code, r.role, r.person, r.position) for r in found if r.item_code == "O2"] == [
        ("O2", "owner", "นายปิติ ชูใจ", "ครู"),
        ("O2", "owner", "นางสาวชูใจ เลิศล้ำ", "ธุรการ"),
        ("O2", "supervisor", "นางมานี มีนา", "รอง ผอ."),
    ]


def test_codes_in_front_of_names_and_a_supervisor_merged_over_a_page_end() -> None:
    found = rows(
        table(
            "--- 3\nตัวชี้วัดย่อย | ข้อมูล | ผู้กำกับ | ผู้จัดทำ\n"
            "9.1 ข้อมูลพื้นฐาน | ๐๑ โครงสร้าง | นายสมชาย ใจดี | 1. นายปิติ ชูใจ (นิติกร) 2. นางมานี มีนา (ครู)\n"
            "--- 4\n^ | ๐๒ ข้อมูลผู้บริหาร | ^ | นางมานี มีนา"
        )
    )
    assert [(r.item_code, r.role, r.person, r.position, r.page) for r in found] == [
        ("O1", "supervisor", "นายสมชาย ใจดี", "", 3),
        ("O1", "data_keeper", "นายปิติ ชูใจ", "นิติกร", 3),
        ("O1", "data_keeper", "นางมานี มีนา", "ครู", 3),
        ("O2", "supervisor", "นายสมชาย ใจดี", "", 3),
        ("O2", "data_keeper", "นางมานี มีนา", "", 4),
    ]


def test_one_row_for_a_person_with_several_items() -> None:
    found = said(table("ผู้รับผิดชอบ | ข้อ OIT\nนายสมชาย ใจดี | O1, O2 และ O5\nกลุ่มอำนวยการ | O21 - O23"))
    assert [code for code, *_ in found] == ["O1", "O2", "O5", "O21", "O22", "O23"]


def test_a_column_of_plain_numbers_counts_where_it_numbers_the_items() -> None:
    known = "ลำดับ | ข้อมูล | ผู้รับผิดชอบ\n1 | โครงสร้าง | นายสมชาย ใจดี\n2 | ข้อมูลผู้บริหาร | นายสมชาย ใจดี\n"
    numbered = known + "3 | อำนาจหน้าที่ | นายสมชาย ใจดี\n5 | เบอร์โทรและแผนที่ | นางมานี มีนา"
    assert said(table(numbered))[-1] == ("O5", "owner", "นางมานี มีนา")
    other = known.replace("2 |", "9 |").replace("1 |", "8 |") + "3 | เบอร์โทรและแผนที่ | นางมานี มีนา"
    assert [code for code, *_ in said(table(other))] == ["O1", "O2"]


def test_codes_without_headers_of_roles_but_with_names_of_people_are_owners() -> None:
    assert said(table("ข้อ | ชื่อ-สกุล | ตำแหน่ง\nO1 | นายสมชาย ใจดี | นิติกร")) == [("O1", "owner", "นายสมชาย ใจดี")]


def test_prose_counts_where_it_is_clear() -> None:
    assert said(
        "O1 โครงสร้าง ผู้รับผิดชอบ นายสมชาย ใจดี นักจัดการงานทั่วไป\n"
        "O2 ข้อมูลผู้บริหาร ผู้กำกับดูแล: นางมานี มีนา ผู้จัดเก็บข้อมูล: กลุ่มอำนวยการ\n"
        "O3 อำนาจหน้าที่\n"
        "ผู้รับผิดชอบ : นายปิติ ชูใจ"
    ) == [
        ("O1", "owner", "นายสมชาย ใจดี"),
        ("O2", "supervisor", "นางมานี มีนา"),
        ("O2", "data_keeper", "กลุ่มอำนวยการ"),
        ("O3", "owner", "นายปิติ ชูใจ"),
    ]


def test_prose_about_the_responsible_is_no_assignment() -> None:
    assert not said(
        "O14 คู่มือหรือมาตรฐานการให้บริการ ซึ่งมีรายละเอียดและผู้รับผิดชอบการให้บริการ\n"
        "ผู้รับผิดชอบ กลุ่มอำนวยการ\n"
        "O5 ข้อมูลการติดต่อ ผู้รับผิดชอบได้ปรับปรุงแล้ว"
    )


def test_a_title_row_names_the_supervisor_of_the_items_below_it() -> None:
    drawing = (
        "รหัส | ข้อมูล | ผู้จัดเก็บข้อมูล\n"
        "ผู้กำกับดูแล : นายวิชัย กล้าหาญ รอง ผอ.สพป. | < | <\nO1 | โครงสร้าง | นางมานี มีนา\n"
        "ตัวชี้วัดย่อยที่ 9.2 | < | <\nO11 | แผนดำเนินงาน | นางชูใจ เลิศล้ำ\n"
        "ตัวชี้วัดย่อยที่ 9.3 | < | <\nผู้กำกับดูแล นางปิติ ยินดี | < | <\nตัวชี้วัดย่อย | < | <\nO19 | แผนการจัดซื้อจัดจ้าง | นางมานี มีนา"
    )
    assert [each for each in said(table(drawing)) if each[1] == "supervisor"] == [
        ("O1", "supervisor", "นายวิชัย กล้าหาญ"),
        ("O19", "supervisor", "นางปิติ ยินดี"),
    ]


def test_a_title_row_adds_nobody_to_a_role_with_a_column_of_its_own() -> None:
    drawing = "รหัส | ข้อมูล | ผู้กำกับดูแล\nผู้กำกับดูแล : นายวิชัย กล้าหาญ | < | <\nO1 | โครงสร้าง | นางมานี มีนา"
    assert said(table(drawing)) == [("O1", "supervisor", "นางมานี มีนา")]


def test_an_order_gives_items_to_persons_in_its_text() -> None:
    text = """1. นางมานี มีนา นักประชาสัมพันธ์ชำนาญการ รับผิดชอบข้อ O5 ข้อ O7 และข้อ O9
    ๒. นายสมชาย ใจดี และนางชูใจ เลิศล้ำ เป็นผู้รับผิดชอบข้อมูล O11 - O12 ทั้งนี้ ให้รายงานทุกวันศุกร์
    3. นายวิชัย กล้าหาญ กำกับดูแล O1 โครงสร้าง และ O2 ข้อมูลผู้บริหาร"""
    assert said(text) == [
        ("O5", "owner", "นางมานี มีนา"),
        ("O7", "owner", "นางมานี มีนา"),
        ("O9", "owner", "นางมานี มีนา"),
        ("O11", "owner", "นายสมชาย ใจดี"),
        ("O12", "owner", "นายสมชาย ใจดี"),
        ("O11", "owner", "นางชูใจ เลิศล้ำ"),
        ("O12", "owner", "นางชูใจ เลิศล้ำ"),
        ("O1", "supervisor", "นายวิชัย กล้าหาญ"),
        ("O2", "supervisor", "นายวิชัย กล้าหาญ"),
    ]


def test_a_sentence_that_says_more_than_a_list_of_items_gives_nobody_any() -> None:
    assert not said("นางมานี มีนา รับผิดชอบข้อ O5 ยกเว้นข้อ O7")
    assert not said("นางมานี มีนา รับผิดชอบข้อ O5 และส่งข้อมูลให้กลุ่มอำนวยการก่อนเผยแพร่ข้อ O7")
    assert not said("นางมานี มีนา รับผิดชอบข้อ O5 ทั้งนี้ ไม่รวมข้อ O7")
    assert not said("ผู้ที่ได้รับมอบหมายรับผิดชอบข้อ O5")
    assert not said("กลุ่มอำนวยการรับผิดชอบงานสารบรรณ 5 - 7 เรื่อง")


def test_the_items_may_stand_in_the_line_below_the_person() -> None:
    assert said("1. นางมานี มีนา ตำแหน่ง นิติกร\nรับผิดชอบ O5 และ O7\n2. ผู้ที่ได้รับมอบหมาย\nรับผิดชอบ O9") == [
        ("O5", "owner", "นางมานี มีนา"),
        ("O7", "owner", "นางมานี มีนา"),
    ]
