"""Who is responsible or appointed, as other offices set it."""

from extractors.facts.committee import find as find_committee
from extractors.facts.responsibilities import find as find_responsibilities
from schemas.rows import CommitteeMember, Responsibility
from tests.build import context, table

ORDER = "คำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 2\nที่ 78/2566\nเรื่อง แต่งตั้งคณะกรรมการประเมิน ITA"


def test_units_and_telephones_below_the_word_for_the_role_name_nobody() -> None:
    drawing = table("ข้อ | รายการ | ผู้รับผิดชอบ | < | <\n^ | ^ | ชื่อ - สกุล | กลุ่ม | เบอร์โทร\nO1 | โครงสร้าง | นายสมชาย ใจดี | อำนวยการ | 081-1112222")
    rows = [row for row in find_responsibilities(context(drawing)).rows if isinstance(row, Responsibility)]
    assert [(row.item_code, row.role, row.person) for row in rows] == [("O1", "owner", "นายสมชาย ใจดี")]


def test_the_role_may_stand_in_a_line_of_its_own_below_the_name() -> None:
    text = f"""{ORDER}
    คณะกรรมการอำนวยการ
    1. นายวิชัย กล้าหาญ
    ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา
    ประธานกรรมการ
    2. นางชูใจ เลิศล้ำ นักจัดการงานทั่วไป กรรมการและ
    เลขานุการ"""
    rows = [row for row in find_committee(context(text)).rows if isinstance(row, CommitteeMember)]
    assert [(row.seq, row.person, row.role) for row in rows] == [
        ("1", "นายวิชัย กล้าหาญ", "ประธานกรรมการ"),
        ("2", "นางชูใจ เลิศล้ำ", "กรรมการและ เลขานุการ"),
    ]


def test_duties_below_a_name_without_a_role_are_no_member() -> None:
    text = f"{ORDER}\nคณะกรรมการอำนวยการ\n1. นายวิชัย กล้าหาญ\nมีหน้าที่ให้คำปรึกษา\n2. ติดตามผล\nรายงานต่อคณะกรรมการ"
    assert [row for row in find_committee(context(text)).rows if isinstance(row, CommitteeMember)] == []


def test_a_role_cut_after_its_first_word_goes_on_in_the_line_below() -> None:
    text = f"""{ORDER}
    คณะกรรมการอำนวยการ
    1. นายวิชัย กล้าหาญ ผู้อำนวยการกลุ่มนโยบายและแผน ประธาน

    กรรมการ

    2. นางชูใจ เลิศล้ำ นักจัดการงานทั่วไป กรรมการ

    เลขานุการ"""
    roles = [row.role for row in find_committee(context(*text.split("\n\n"))).rows if isinstance(row, CommitteeMember)]
    assert roles == ["ประธานกรรมการ", "กรรมการ"]
