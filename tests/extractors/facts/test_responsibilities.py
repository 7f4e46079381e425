"""Responsibilities from item tables: rows, roles, merged and blank cells, people, places, issues."""

from extractors.document import Cell, Paragraph, Table
from extractors.facts.context import Found
from extractors.facts.responsibilities import find
from schemas.rows import Responsibility
from tests.build import context, table

HEADERS = "ข้อ | ข้อมูล | ผู้กำกับดูแล | ผู้จัดเก็บข้อมูล\n"
OWNERS = "ข้อ | ข้อมูล | ผู้รับผิดชอบ\n"


def found(*blocks: str | Paragraph | Table, text_source: str = "text_layer", year: int = 2565) -> Found:
    return find(context(*blocks, text_source=text_source, year=year))


def rows(result: Found) -> list[Responsibility]:
    return [row for row in result.rows if isinstance(row, Responsibility)]


def said(result: Found) -> list[tuple[str, str, str]]:
    return [(row.item_code, row.role, row.person) for row in rows(result)]


def codes(result: Found) -> list[tuple[str, str]]:
    return [(each.code, each.row_ref) for each in result.issues]


def test_every_role_column_gives_a_row_of_its_own() -> None:
    result = found(table(HEADERS + "๐๑ | โครงสร้าง | นายสมชาย ใจดี | นางสาวสมหญิง รักงาน"))
    assert said(result) == [("O1", "supervisor", "นายสมชาย ใจดี"), ("O1", "data_keeper", "นางสาวสมหญิง รักงาน")]
    assert result.used_tables == {1}


def test_a_person_is_parted_into_title_names_position_and_unit() -> None:
    row = rows(found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี ผู้อำนวยการกลุ่มอำนวยการ")))[0]
    assert (row.title, row.given_name, row.family_name) == ("นาย", "สมชาย", "ใจดี")
    assert (row.position, row.unit) == ("ผู้อำนวยการกลุ่มอำนวยการ", "กลุ่มอำนวยการ")
    assert (row.item_name, row.item_name_printed, row.fiscal_year) == ("โครงสร้าง", "โครงสร้าง", 2565)


def test_a_merged_cell_counts_for_every_row_it_covers_even_past_a_title_row() -> None:
    result = found(
        table(
            HEADERS
            + "O1 | โครงสร้าง | นายสมชาย ใจดี | นางมานี มีนา\n"
            + "ข่าวประชาสัมพันธ์ | < | ^ |\n"
            + "O7 | ข่าวประชาสัมพันธ์ | ^ | นายปิติ ชูใจ"
        )
    )
    assert ("O7", "supervisor", "นายสมชาย ใจดี") in said(result)


def test_a_blank_cell_of_a_ruled_table_is_blank_and_told() -> None:
    result = found(
        table(HEADERS + "O1 | โครงสร้าง | นายสมชาย ใจดี | นางมานี มีนา\nO2 | ข้อมูลผู้บริหาร | | นางมานี มีนา")
    )
    assert ("O2", "supervisor", "นายสมชาย ใจดี") not in said(result)
    assert codes(result) == [("I_ITEM_ROLE_EMPTY", "O2")]
    assert "ผู้กำกับดูแล" in result.issues[0].message_th


def test_an_item_that_nobody_has_is_a_warning() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี\nO2 | ข้อมูลผู้บริหาร | -"))
    assert codes(result) == [("W_ITEM_WITHOUT_ASSIGNEE", "O2")]


def test_a_blank_cell_of_a_text_table_continues_the_one_above() -> None:
    result = found(
        table(HEADERS + "O1 | โครงสร้าง | นายสมชาย ใจดี | นางมานี มีนา\nO2 | ข้อมูลผู้บริหาร | | นายปิติ ชูใจ"),
        text_source="text",
    )
    assert ("O2", "supervisor", "นายสมชาย ใจดี") in said(result)
    assert not result.issues


def test_a_blank_cell_continues_nothing_past_a_title_row() -> None:
    result = found(
        table(
            HEADERS + "O1 | โครงสร้าง | นายสมชาย ใจดี | นางมานี มีนา\nข่าว | | |\nO7 | ข่าวประชาสัมพันธ์ | | นายปิติ ชูใจ"
        ),
        text_source="text",
    )
    assert ("O7", "supervisor", "นายสมชาย ใจดี") not in said(result)
    assert codes(result) == [("I_ITEM_ROLE_EMPTY", "O7")]


def test_a_blank_cell_continues_over_a_page_end_with_a_catchword_but_not_over_other_text() -> None:
    first = table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี")
    second = table(OWNERS + "O2 | ข้อมูลผู้บริหาร |")
    assert ("O2", "owner", "นายสมชาย ใจดี") in said(found(first, "/O2 ข้อมูล...", second, text_source="text"))
    assert len(said(found(first, "ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน", second, text_source="text"))) == 1


def test_a_name_that_the_page_end_cut_is_whole_again() -> None:
    first = table(OWNERS + "O1 | โครงสร้าง | นางสาวสมหญิง เลิศ")
    second = table("ชื่อ | ข้อมูล | ผู้รับผิดชอบ\n | | ล้ำ นักวิชาการศึกษา\nO2 | ข้อมูลผู้บริหาร | นายปิติ ชูใจ")
    result = rows(found(first, second, text_source="text"))
    assert [(row.item_code, row.person, row.position) for row in result] == [
        ("O1", "นางสาวสมหญิง เลิศล้ำ", "นักวิชาการศึกษา"),
        ("O2", "นายปิติ ชูใจ", ""),
    ]


def test_people_on_a_row_without_code_belong_to_the_item_above() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี\n | | นางมานี มีนา"))
    assert [person for _, _, person in said(result)] == ["นายสมชาย ใจดี", "นางมานี มีนา"]


def test_people_of_a_part_of_an_item_are_not_the_items_and_are_told() -> None:
    result = found(
        table(
            OWNERS
            + "O43 | การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน | นายสมชาย ใจดี\n"
            + " | 1. มาตรการเผยแพร่ข้อมูล | นางมานี มีนา\n"
            + " | 2. มาตรการป้องกันการรับสินบน | นายสมชาย ใจดี"
        )
    )
    assert said(result) == [("O43", "owner", "นายสมชาย ใจดี")]
    assert [issue.code for issue in result.issues] == ["I_PARTS_OF_ITEM"]


def test_headers_repeated_on_the_next_page_are_no_item() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี\n" + OWNERS + "O2 | ข้อมูลผู้บริหาร | นายปิติ ชูใจ"))
    assert [code for code, *_ in said(result)] == ["O1", "O2"]


def test_a_name_spelled_otherwise_only_in_its_marks_is_the_same_person() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย รักษ์ดี\n | | นายสมชาย รักษดี"))
    assert said(result) == [("O1", "owner", "นายสมชาย รักษ์ดี")]


def test_a_body_after_a_person_is_an_assignee_of_its_own() -> None:
    result = found(table(OWNERS + "O7 | ข่าวประชาสัมพันธ์ | นางมานี มีนา เจ้าหน้าที่ประชาสัมพันธ์ทุกกลุ่ม"))
    assert said(result) == [("O7", "owner", "นางมานี มีนา"), ("O7", "owner", "เจ้าหน้าที่ประชาสัมพันธ์ทุกกลุ่ม")]


def test_persons_between_whom_the_space_was_lost_are_two() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดีนางมานี มีนา\nO2 | ข้อมูลผู้บริหาร | นายสมชาย บุญนายก นิติกร"))
    assert [person for _, _, person in said(result)] == ["นายสมชาย ใจดี", "นางมานี มีนา", "นายสมชาย บุญนายก"]


def test_a_person_without_title_counts_among_bullets_of_persons() -> None:
    result = found(table(OWNERS + "O1 | โครงสร้าง | -นางมานี มีนา นักวิชาการ -สมชาย ใจดี นักวิเคราะห์นโยบายและแผน"))
    assert said(result) == [("O1", "owner", "นางมานี มีนา"), ("O1", "owner", "สมชาย ใจดี")]


def test_a_row_is_placed_by_page_table_row_and_the_box_of_its_people() -> None:
    row = rows(found("คำนำ", table("--- 5\n" + OWNERS + "--- 6\nO1 | โครงสร้าง | นายสมชาย ใจดี")))[0]
    assert (row.page, row.table_no, row.row_no) == (6, 1, 2)


def test_the_year_of_the_list_is_that_of_its_order_and_decides_the_names() -> None:
    order = "เรื่อง แต่งตั้งผู้รับผิดชอบข้อมูล OIT ประจำปีงบประมาณ พ.ศ. 2566"
    items = table(OWNERS + "O10 | | นายปิติ ชูใจ")
    assert [(r.fiscal_year, r.item_name) for r in rows(found(order, items))] == [
        (2566, "นโยบายคุ้มครองข้อมูลส่วนบุคคล")
    ]
    caption = "ส่วนที่ 3 ผู้รับผิดชอบข้อมูล OIT ปีงบประมาณ พ.ศ. 2566"
    assert [r.fiscal_year for r in rows(found("ประจำปีงบประมาณ พ.ศ. 2564", caption, items))] == [2566]
    assert [r.fiscal_year for r in rows(found("เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2563", "ก", "ข", items))] == [2565]
    assert [(r.fiscal_year, r.item_name) for r in rows(found(items))] == [(2565, "แผนดำเนินงานประจำปี")]


def test_a_name_that_is_another_items_counts_before_the_code_and_is_told() -> None:
    result = found(table(OWNERS + "O17 | E-Service | นายปิติ ชูใจ"), year=2566)
    assert [(r.item_code, r.item_name) for r in rows(result)] == [("O17", "E-Service")]
    assert codes(result) == [("I_ITEM_NAME_OF_ANOTHER", "O17")]


def test_measures_and_staff_are_no_items() -> None:
    staff = table("ชื่อ-สกุล | ตำแหน่ง | งานประจำ\nนายสมชาย ใจดี | นิติกร | งานวินัย")
    measures = table("มาตรการ | วิธีการ | ผู้รับผิดชอบ\nเพิ่มช่องทาง | จัดทำเว็บไซต์ | กลุ่มอำนวยการ")
    assert not found(staff, measures).rows


def test_a_list_inside_a_cell_of_another_table_is_read_too() -> None:
    inner = table(OWNERS + "O1 | โครงสร้าง | นายสมชาย ใจดี", number=2)
    outer = Table(1, 1, 1, (Cell(0, 0, "", tables=(inner,)),))
    assert said(found(outer)) == [("O1", "owner", "นายสมชาย ใจดี")]
