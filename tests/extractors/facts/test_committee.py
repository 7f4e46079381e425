"""Members of committees in orders: tables with and without headers, lines, page ends, dates."""

import pytest

from extractors.document import Table
from extractors.facts.committee import find
from extractors.facts.committee.orders import committee_heading
from extractors.facts.committee.roles import is_role, part_role
from schemas.rows import CommitteeMember
from tests.build import context, table

ORDER = """คำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
ที่ ๑๒ / ๒๕๖๕
เรื่อง แต่งตั้งคณะทำงานขับเคลื่อน ITA
"""
SIGNED = "สั่ง ณ วันที่ ๑๐ มิถุนายน พ.ศ. ๒๕๖๕"
ADVISERS = "1. คณะที่ปรึกษา มีหน้าที่ ให้คำปรึกษา ประกอบด้วย\n"


def rows(*blocks: str | Table) -> list[CommitteeMember]:
    return [row for row in find(context(*blocks)).rows if isinstance(row, CommitteeMember)]


def said(*blocks: str | Table) -> list[tuple[str, str, str, str]]:
    return [(row.seq, row.person, row.position, row.role) for row in rows(*blocks)]


@pytest.mark.parametrize(
    "words",
    [
        "ประธานกรรมการ",
        "รองประธานคณะทำงาน",
        "กรรมการ",
        "กรรมการและเลขานุการ",
        "คณะทำงาน และผู้ช่วยเลขานุการ",
        "กรรมการ/เลขานุการ",
        "ที่ปรึกษา",
    ],
)
def test_words_that_are_roles(words: str) -> None:
    assert is_role(words)


@pytest.mark.parametrize(
    "words", ["", "ผู้อำนวยการกลุ่มอำนวยการ", "งานสารบรรณ", "คณะทำงานรวบรวมข้อมูล", "นายสมชาย ใจดี"]
)
def test_words_that_are_no_roles(words: str) -> None:
    assert not is_role(words)


def test_a_role_is_parted_from_the_end_of_a_line() -> None:
    assert part_role("1.1 นายสมชาย ใจดี นิติกร กรรมการ และเลขานุการ") == (
        "1.1 นายสมชาย ใจดี นิติกร",
        "กรรมการ และเลขานุการ",
    )
    assert part_role("นายสมชาย ใจดี ........ ประธาน") == ("นายสมชาย ใจดี", "ประธาน")
    assert part_role("รวบรวมเอกสาร") == ("รวบรวมเอกสาร", "")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1. คณะทำงานที่ปรึกษา มีหน้าที่ ให้คำปรึกษา ประกอบด้วย", "คณะทำงานที่ปรึกษา"),
        ("๔. คณะทำงานการเงินและพัสดุ หน้าที่ จัดซื้อจัดจ้าง", "คณะทำงานการเงินและพัสดุ"),
        ("2) ฝ่ายประชาสัมพันธ์ ประกอบด้วย", "ฝ่ายประชาสัมพันธ์"),
        ("คณะกรรมการอำนวยการ", "คณะกรรมการอำนวยการ"),
        ("3. ผู้ดูแลระบบ ITA Online ประกอบด้วย", "ผู้ดูแลระบบ ITA Online"),
        ("1. คณะทำงานติดตาม (Open Data : OIT) มีหน้าที่ ติดตาม", "คณะทำงานติดตาม (Open Data : OIT)"),
        ("1. รวบรวมเอกสารและรายงานผล", ""),
        ("ในการนี้ จึงแต่งตั้งคณะกรรมการ ดังนี้", ""),
    ],
)
def test_a_heading_names_its_committee_without_the_duties(heading: str, name: str) -> None:
    assert committee_heading(heading) == name


def test_a_table_without_headers_one_row_a_member() -> None:
    found = rows(
        ORDER + ADVISERS,
        table(
            "--- 60\n1.1 นายสมชาย ใจดี | ผู้อำนวยการสำนักงาน | ประธานที่ปรึกษา\n"
            "1.2 นางสมหญิง รักงาน | รองผู้อำนวยการ | ที่ปรึกษา\n1.3 ผู้อำนวยการกลุ่มทุกกลุ่ม | | ที่ปรึกษา"
        ),
        SIGNED,
    )
    assert [(r.seq, r.person, r.position, r.role, r.page) for r in found] == [
        ("1.1", "นายสมชาย ใจดี", "ผู้อำนวยการสำนักงาน", "ประธานที่ปรึกษา", 60),
        ("1.2", "นางสมหญิง รักงาน", "รองผู้อำนวยการ", "ที่ปรึกษา", 60),
        ("1.3", "ผู้อำนวยการกลุ่มทุกกลุ่ม", "", "ที่ปรึกษา", 60),
    ]
    assert {(r.order_no, r.order_date, r.committee) for r in found} == {
        ("12/2565", "2022-06-10", "คณะที่ปรึกษา")
    }


def test_a_table_with_headers_in_any_order() -> None:
    assert said(
        ORDER + "1. คณะกรรมการอำนวยการ",
        table(
            "หน้าที่ | ลำดับ | ชื่อ-สกุล | ตำแหน่ง\nประธานกรรมการ | ๑ | นายสมชาย ใจดี | ผอ.สพป.ตัวอย่าง เขต 1\n"
            "กรรมการและเลขานุการ | ๒ | นางมานี มีนา | นิติกร"
        ),
    ) == [
        ("1", "นายสมชาย ใจดี", "ผอ.สพป.ตัวอย่าง เขต 1", "ประธานกรรมการ"),
        ("2", "นางมานี มีนา", "นิติกร", "กรรมการและเลขานุการ"),
    ]


def test_the_halves_of_a_table_over_a_page_end_are_one_committee() -> None:
    found = rows(
        ORDER + ADVISERS,
        table("- | 1.1 นายสมชาย ใจดี | นิติกร | ประธานคณะทำงาน\n- /1.2 นางมานี... | | |"),
        "/1.2 นางมานี...",
        table("1.2 นางมานี มีนา | ลูกจ้าง | คณะทำงาน\n | ชั่วคราว |"),
        SIGNED,
    )
    assert [(r.committee, r.seq, r.person, r.position) for r in found] == [
        ("คณะที่ปรึกษา", "1.1", "นายสมชาย ใจดี", "นิติกร"),
        ("คณะที่ปรึกษา", "1.2", "นางมานี มีนา", "ลูกจ้าง ชั่วคราว"),
    ]


def test_lines_aligned_by_tabs_spaces_or_dots() -> None:
    assert said(
        ORDER
        + ADVISERS
        + "1.1 นายสมชาย ใจดี\tผู้อำนวยการสำนักงาน\tประธานที่ปรึกษา\n"
        + "1.2 นางสมหญิง รักงาน ผู้อำนวยการกลุ่มอำนวยการ ที่ปรึกษา\n"
        + "/1.3 นายปิติ...\n"
        + "๑.๓ นายปิติ ชูใจ   รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา   คณะทำงาน¶ประถมศึกษาตัวอย่าง\n"
        + "(4) ผู้อำนวยการกลุ่มทุกกลุ่ม ........ คณะทำงาน\n"
        + "มีหน้าที่ ดังนี้\n1. รวบรวมเอกสาร เสนอ คณะทำงาน\n"
        + SIGNED
    ) == [
        ("1.1", "นายสมชาย ใจดี", "ผู้อำนวยการสำนักงาน", "ประธานที่ปรึกษา"),
        ("1.2", "นางสมหญิง รักงาน", "ผู้อำนวยการกลุ่มอำนวยการ", "ที่ปรึกษา"),
        ("1.3", "นายปิติ ชูใจ", "รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา ประถมศึกษาตัวอย่าง", "คณะทำงาน"),
        ("4", "ผู้อำนวยการกลุ่มทุกกลุ่ม", "", "คณะทำงาน"),
    ]


def test_members_printed_as_lines_of_one_paragraph() -> None:
    assert [person for _, person, *_ in said(
        ORDER + ADVISERS + "1.1 นายสมชาย ใจดี นิติกร กรรมการ¶1.2 นางมานี มีนา ครู กรรมการ¶นายปิติ ชูใจ ครู เลขานุการ"
    )] == ["นายสมชาย ใจดี", "นางมานี มีนา", "นายปิติ ชูใจ"]  # fmt: skip


def test_name_and_position_in_one_cell() -> None:
    assert said(ORDER, table("1) นายสมชาย ใจดี นิติกร | ประธานกรรมการ\n2) นางมานี มีนา ครู | กรรมการ"))[1] == (
        "2", "นางมานี มีนา", "ครู", "กรรมการ",
    )  # fmt: skip


def test_each_member_belongs_to_the_order_above_and_a_committee_without_heading_to_its_subject() -> None:
    members = "1. นายสมชาย ใจดี นิติกร ประธานกรรมการ\n"
    found = rows(
        ORDER + members + SIGNED + "\n" + ORDER.replace("๑๒", "๑๓") + members + SIGNED.replace("๑๐", "๑๑")
    )
    assert [(r.order_no, r.order_date, r.committee) for r in found] == [
        ("12/2565", "2022-06-10", "คณะทำงานขับเคลื่อน ITA"),
        ("13/2565", "2022-06-11", "คณะทำงานขับเคลื่อน ITA"),
    ]


def test_a_list_attached_behind_the_signature_belongs_to_the_order() -> None:
    list_of_names = table("1 | นายสมชาย ใจดี | นิติกร | ประธานกรรมการ\n2 | นางมานี มีนา | ครู | กรรมการ")
    assert {r.order_no for r in rows(ORDER + SIGNED + "\nบัญชีรายชื่อแนบท้ายคำสั่ง", list_of_names)} == {"12/2565"}
    assert {r.order_no for r in rows(ORDER + SIGNED + "\nผลการดำเนินงาน", list_of_names)} == {""}


def test_a_date_that_does_not_exist_is_left_out_and_told() -> None:
    result = find(context(ORDER + "1. นายสมชาย ใจดี นิติกร กรรมการ\nสั่ง ณ วันที่ ๓๑ มิถุนายน ๒๕๖๕"))
    assert [row.order_date for row in result.rows if isinstance(row, CommitteeMember)] == [""]
    assert [(each.code, each.printed) for each in result.issues] == [
        ("W_ORDER_DATE_UNREADABLE", "31 มิถุนายน 2565")
    ]


def test_a_list_of_staff_is_no_committee() -> None:
    staff = table("ชื่อ-สกุล | ตำแหน่ง | งานประจำ\nนายสมชาย ใจดี | นิติกร | งานวินัย\nนางมานี มีนา | ธุรการ | งานสารบรรณ")
    assert not rows(staff)
    assert not rows(ORDER + SIGNED, staff)


def test_a_table_of_items_in_an_order_is_no_committee() -> None:
    assert not rows(ORDER + ADVISERS, table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\nO1 | โครงสร้าง | นายสมชาย ใจดี"))


def test_headings_inside_a_table_name_the_committees_below_them() -> None:
    found = rows(
        ORDER,
        table(
            "ลำดับ | ชื่อ-สกุล | ตำแหน่ง | หน้าที่\n"
            "1. คณะกรรมการอำนวยการ | < | < | <\n1 | นายสมชาย ใจดี | ผอ. | ประธานกรรมการ\n"
            "2. คณะทำงานข้อมูล | < | < | <\n1 | นางมานี มีนา | ครู | คณะทำงาน"
        ),
    )
    assert [(r.committee, r.person) for r in found] == [
        ("คณะกรรมการอำนวยการ", "นายสมชาย ใจดี"),
        ("คณะทำงานข้อมูล", "นางมานี มีนา"),
    ]


def test_a_word_like_a_role_does_not_make_a_committee_of_things() -> None:
    assert not rows(ORDER + ADVISERS, table("งาน | ช่องทาง\nเว็บไซต์ | ประชาสัมพันธ์\nเสียงตามสาย | ประชาสัมพันธ์"))


FIRST_COLUMN = "ประธานกรรมการ | 1 | นายสมชาย ใจดี | ผอ.สพป.\nกรรมการ | 2 | นางมานี มีนา | ครู\n{} | 3 | นางชูใจ เลิศล้ำ | นิติกร"


@pytest.mark.parametrize("below", ["^", "กรรมการ"])
def test_the_role_may_stand_in_the_first_column_over_several_rows(below: str) -> None:
    assert [(r.seq, r.person, r.position, r.role) for r in rows(ORDER, table(FIRST_COLUMN.format(below)))] == [
        ("1", "นายสมชาย ใจดี", "ผอ.สพป.", "ประธานกรรมการ"),
        ("2", "นางมานี มีนา", "ครู", "กรรมการ"),
        ("3", "นางชูใจ เลิศล้ำ", "นิติกร", "กรรมการ"),
    ]


def test_a_blank_below_a_role_goes_on_with_it_where_nothing_shows_merged_cells() -> None:
    drawing = FIRST_COLUMN.format("")
    plain = find(context(ORDER, table(drawing, ruled=False), text_source="text")).rows
    assert [row.role for row in plain if isinstance(row, CommitteeMember)][-1] == "กรรมการ"
    assert rows(ORDER, table(drawing))[-1].role == ""


def test_a_first_column_of_role_words_without_persons_is_no_committee() -> None:
    assert not rows(ORDER + ADVISERS, table("คณะทำงาน | เดือน\nคณะทำงาน | มกราคม\nกรรมการ | มีนาคม"))


def test_a_role_that_touches_the_position_of_a_numbered_person_is_parted_from_it() -> None:
    found = rows(ORDER + "1. คณะทำงาน\n1.1 นางมานี มีนา นักจัดการงานทั่วไปคณะทำงาน\n1.2 นายปิติ ยินดี ผอ.กลุ่มอำนวยการรองประธานคณะทำงาน")
    assert [(r.person, r.position, r.role) for r in found] == [
        ("นางมานี มีนา", "นักจัดการงานทั่วไป", "คณะทำงาน"),
        ("นายปิติ ยินดี", "ผอ.กลุ่มอำนวยการ", "รองประธานคณะทำงาน"),
    ]


def test_a_position_that_only_speaks_of_a_committee_holds_no_role() -> None:
    assert not rows(ORDER + "1. คณะทำงาน\n1.1 นางมานี มีนา ครูที่ปรึกษา\n1.2 นายปิติ ยินดี ผู้แทนจากคณะกรรมการ")
    assert not rows(ORDER + "1. คณะทำงาน\nนางมานี มีนา นักจัดการงานทั่วไปคณะทำงาน")
