"""Budgeted activities with their quarters."""

from __future__ import annotations

from extractors.facts.activities import find
from schemas.rows import Activity
from tests.build import context, table

HEAD = (
    "กิจกรรม | งบประมาณ | ผลการใช้จ่ายงบประมาณ | < | < | < | งบประมาณคงเหลือ\n"
    "^ | ^ | ไตรมาสที่ 1 | ไตรมาสที่ 2 | ไตรมาสที่ 3 | ไตรมาสที่ 4 | ^\n"
)


def activities(notation: str) -> list[Activity]:
    return [row for row in find(context(table(notation))).rows if isinstance(row, Activity)]


def test_a_group_and_a_total_are_no_activities() -> None:
    rows = activities(
        HEAD + "1. การสร้างวัฒนธรรมองค์กร | | | | | |\n"
        "1.1 กิจกรรมจิตอาสา | 15,000 | | | กำลังดำเนินการ | | 15,000\n"
        "๑.๒ อบรมวินัย | ไม่ได้ใช้งบประมาณ | ดำเนินการแล้ว | | | | -\n"
        "รวมทั้งสิ้น | 15,000 | | | | | 15,000"
    )
    assert [(a.activity_no, a.activity, a.budget_thb, a.q1, a.q3, a.remaining_thb) for a in rows] == [
        ("1.1", "กิจกรรมจิตอาสา", 15000, "", "กำลังดำเนินการ", 15000),
        ("1.2", "อบรมวินัย", None, "ดำเนินการแล้ว", "", None),
    ]
    assert rows[0].row_no == 4


def test_columns_in_another_order_with_words_around_the_amount() -> None:
    rows = activities(
        "ที่ | คงเหลือ | โครงการ | วงเงิน | ไตรมาส 1 | ไตรมาส 2\n"
        "1 | 0 | จัดทำคู่มือการให้บริการ | ๕,๐๐๐ บาท | 5,000 | -\n"
        "2 | 1,200.50 | อบรมผู้ให้บริการ | จำนวน 2,000 บาทถ้วน | | 799.50"
    )
    assert [(a.activity_no, a.activity, str(a.budget_thb), a.q1, str(a.remaining_thb)) for a in rows] == [
        ("1", "จัดทำคู่มือการให้บริการ", "5000", "5,000", "0"),
        ("2", "อบรมผู้ให้บริการ", "2000", "", "1200.50"),
    ]


def test_an_amount_that_cannot_be_read_is_absent_with_a_reason() -> None:
    found = find(context(table(HEAD + "1. อบรม | 5,00O | | | | | 10")))
    assert [row.budget_thb for row in found.rows if isinstance(row, Activity)] == [None]
    assert [(issue.code, issue.printed, issue.table) for issue in found.issues] == [
        ("W_NUMBER_UNREADABLE", "5,00O", "activities")
    ]


def test_a_numbered_activity_whose_name_begins_with_the_word_for_a_sum_is_no_sum() -> None:
    rows = activities(
        "ที่ | คงเหลือ | โครงการ | วงเงิน | ไตรมาส 1 | ไตรมาส 2\n"
        "1 | 0 | รวมพลังจิตอาสา | 5,000 | 5,000 | -\n"
        " | 0 | รวมกลุ่มอำนวยการ | 5,000 | 5,000 | -\n"
        " | 0 | รวม 1 โครงการ | 5,000 | 5,000 | -"
    )
    assert [a.activity for a in rows] == ["รวมพลังจิตอาสา"]
