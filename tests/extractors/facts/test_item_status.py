"""Follow-up of items, in words or by ticks."""

import pytest

from extractors.document import Table
from extractors.facts.item_status import find, says_done
from schemas.rows import ItemStatus
from tests.build import context, table


def rows(*blocks: str | Table) -> list[ItemStatus]:
    return [row for row in find(context(*blocks)).rows if isinstance(row, ItemStatus)]


def said(*blocks: str | Table) -> list[tuple[str, str, bool | None]]:
    return [(row.item_code, row.status, row.done) for row in rows(*blocks)]


@pytest.mark.parametrize(
    "words",
    [
        "ดำเนินการแล้ว",
        "เรียบร้อย",
        "ครบถ้วน",
        "มี",
        "✓",
        "/",
        "เผยแพร่แล้ว",
        "ปรับปรุงข้อมูลเรียบร้อยแล้ว",
        "ไม่มีข้อแก้ไข",
        "ครบถ้วน ไม่มีข้อเสนอแนะ",
    ],
)
def test_words_that_say_it_is_done(words: str) -> None:
    assert says_done(words) is True


@pytest.mark.parametrize(
    "words",
    ["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ไม่มี", "✗", "x", "ให้เพิ่มเติมข้อมูล", "เพิ่มเติมข้อมูลผู้บริหาร", "ยังไม่ครบถ้วน",
     "ดำเนินการแล้ว แต่ไม่ครบ", "ดำเนินการแล้ว ให้เพิ่มเติมรูปภาพ", "ให้แสดงเป็นรายเดือน", "ปรับปรุงข้อมูล"],
)  # fmt: skip
def test_words_that_say_it_is_not_done(words: str) -> None:
    assert says_done(words) is False


@pytest.mark.parametrize("words", ["", "-", "รายละเอียดตามลิงก์", "กลุ่มอำนวยการ", "…"])
def test_words_that_say_neither(words: str) -> None:
    assert says_done(words) is None


def test_items_with_their_codes_in_front_of_the_name_under_a_merged_indicator() -> None:
    found = rows(
        table(
            "--- 7\nตัวชี้วัด | ตัวชี้วัดย่อย | ผลการนิเทศ กำกับติดตาม\n"
            "๙. การเปิดเผยข้อมูล | ๐๑ โครงสร้าง | ดำเนินการแล้ว\n"
            "^ | 0๒ ข้อมูลผู้บริหาร | เพิ่มเติมข้อมูลเบอร์โทรศัพท์\n"
            "--- 8\n^ | ๐๑๗ E-service |"
        )
    )
    assert [(r.item_code, r.item_name, r.status, r.done) for r in found] == [
        ("O1", "โครงสร้าง", "ดำเนินการแล้ว", True),
        ("O2", "ข้อมูลผู้บริหาร", "เพิ่มเติมข้อมูลเบอร์โทรศัพท์", False),
        ("O17", "E-Service", "", None),
    ]
    assert [(r.page, r.table_no, r.row_no) for r in found] == [(7, 1, 2), (7, 1, 3), (8, 1, 4)]


def test_two_columns_to_tick_say_it_by_their_headers() -> None:
    assert said(
        table(
            "ข้อ | รายการข้อมูล | ดำเนินการแล้ว | ยังไม่ดำเนินการ | หมายเหตุ\n"
            "ข้อมูลพื้นฐาน | < | < | < | <\n"
            "1 | โครงสร้าง | ✓ | |\n"
            "2 | ข้อมูลผู้บริหาร | | / | รอรูป\n"
            "3 | อำนาจหน้าที่ | | - |\n"
            "4 | แผนยุทธศาสตร์ | ✓ | x |\n"
            "5 | ข้อมูลการติดต่อ | ✓ | ✓ |"
        )
    ) == [
        ("O1", "ดำเนินการแล้ว", True),
        ("O2", "ยังไม่ดำเนินการ", False),
        ("O3", "", None),
        ("O4", "ดำเนินการแล้ว", True),
        ("O5", "ดำเนินการแล้ว / ยังไม่ดำเนินการ", None),
    ]


def test_columns_to_tick_under_a_group_header() -> None:
    assert said(
        table("ข้อ | ข้อมูล | สถานะ | <\n^ | ^ | มี | ไม่มี\nO1 | โครงสร้าง | ✓ |\nO2 | ข้อมูลผู้บริหาร | | ✓")
    ) == [("O1", "มี", True), ("O2", "ไม่มี", False)]


def test_a_merged_status_counts_for_every_item_it_covers() -> None:
    assert said(table("สถานะ | ข้อ\nเรียบร้อย | O1\n^ | O2")) == [
        ("O1", "เรียบร้อย", True),
        ("O2", "เรียบร้อย", True),
    ]


def test_a_status_that_goes_on_in_the_next_row_is_one_status() -> None:
    assert said(table("ข้อ | ข้อมูล | ผลการติดตาม\nO1 | โครงสร้าง | เพิ่มเติมข้อมูล\n | | ผู้บริหาร")) == [
        ("O1", "เพิ่มเติมข้อมูล ผู้บริหาร", False)
    ]


def test_a_list_of_those_responsible_may_have_a_column_of_states() -> None:
    assert said(table("ข้อ | ข้อมูล | ผู้รับผิดชอบ | สถานะ\nO1 | โครงสร้าง | นายสมชาย ใจดี | เผยแพร่แล้ว")) == [
        ("O1", "เผยแพร่แล้ว", True)
    ]


def test_headers_down_the_first_column() -> None:
    found = rows(table("ข้อ | O1 | O2\nข้อมูล | โครงสร้าง | ข้อมูลผู้บริหาร\nผลการติดตาม | มี | ไม่มี"))
    assert [(r.item_code, r.done) for r in found] == [("O1", True), ("O2", False)]


def test_scores_and_measures_are_no_follow_up() -> None:
    assert not rows(
        table("ข้อ | ข้อมูล | คะแนน\nO1 | โครงสร้าง | 100"),
        table("มาตรการ | ผู้รับผิดชอบ | ผลการดำเนินการ\nเพิ่มช่องทาง | กลุ่มอำนวยการ | ดำเนินการแล้ว"),
    )


ROUNDS = "ข้อ | รายการ | ครั้งที่ 1 | < | ครั้งที่ 2 | <\n^ | ^ | มี | ไม่มี | มี | ไม่มี\n"


def test_of_two_rounds_the_later_one_counts() -> None:
    drawing = f"{ROUNDS}O1 | โครงสร้าง |  | ✓ | ✓ | \nO2 | ข้อมูลผู้บริหาร | ✓ |  |  | ✓"
    assert said(table(drawing)) == [("O1", "มี", True), ("O2", "ไม่มี", False)]


def test_what_a_later_round_leaves_blank_the_earlier_one_said() -> None:
    assert said(table(f"{ROUNDS}O1 | โครงสร้าง | ✓ |  |  | \nO2 | ข้อมูลผู้บริหาร |  | ✓ |  | ✓")) == [
        ("O1", "มี", True),
        ("O2", "ไม่มี", False),
    ]


def test_opposite_ticks_that_are_no_rounds_say_neither() -> None:
    drawing = "ข้อ | รายการ | ข้อมูล | < | ลิงก์ | <\n^ | ^ | มี | ไม่มี | มี | ไม่มี\nO1 | โครงสร้าง | ✓ |  |  | ✓"
    assert said(table(drawing)) == [("O1", "มี / ไม่มี", None)]


def test_a_text_repeats_the_header_over_several_columns() -> None:
    drawing = "รายการ | ข้อ | ครั้งที่ 1 | ครั้งที่ 1 | ครั้งที่ 2 | ครั้งที่ 2 | หมายเหตุ\n | | มี | ไม่มี | มี | ไม่มี | \nโครงสร้าง | O1 |  | ✓ | ✓ | | "
    assert said(table(drawing)) == [("O1", "มี", True)]


@pytest.mark.parametrize("header", ["ความสำเร็จ (ร้อยละ)", "ร้อยละความคืบหน้า", "ความก้าวหน้า (%)"])
def test_of_a_percentage_only_the_whole_is_done(header: str) -> None:
    drawing = f"ข้อ | ข้อมูล | {header}\nO1 | โครงสร้าง | 100\nO2 | ข้อมูลผู้บริหาร | 60\nO3 | อำนาจหน้าที่ | -"
    assert said(table(drawing)) == [("O1", "100", True), ("O2", "60", False), ("O3", "-", None)]


@pytest.mark.parametrize("header", ["ร้อยละ", "คะแนน (ร้อยละ)", "ผลการประเมิน (ร้อยละ)"])
def test_a_percentage_that_is_a_score_follows_nothing_up(header: str) -> None:
    assert not rows(table(f"ข้อ | ข้อมูล | {header}\nO1 | โครงสร้าง | 100\nO2 | ข้อมูลผู้บริหาร | 0"))
