"""Which item a row is about."""

import pytest

from extractors.facts.item_rows import item_rows
from extractors.facts.items import full_code, leading_code, named
from extractors.tables import understand
from schemas.framework import framework
from tests.build import table


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("๐๑ โครงสร้าง", "O1", "โครงสร้าง"),
        ("O14 คู่มือ", "O14", "คู่มือ"),
        ("ข้อ O๔๓. การดำเนินการ", "O43", "การดำเนินการ"),
        ("- 0๙ Social Network", "O9", "Social Network"),
        ("1. มาตรการ", "", "1. มาตรการ"),
        ("O99 อะไร", "", "O99 อะไร"),
        ("02-123-4567", "", "02-123-4567"),
    ],
)
def test_a_code_in_front_of_a_name(text: str, code: str, name: str) -> None:
    assert leading_code(text) == (code, name)


def test_a_number_alone_is_a_code_only_where_codes_are_numbers() -> None:
    assert full_code("๗") == "O7"
    assert full_code("๗", bare=False) == ""
    assert full_code("0๗", bare=False) == "O7"


def test_a_code_that_a_narrow_column_wrapped_is_whole() -> None:
    assert full_code("๐๑ ๕", bare=False) == "O15"
    assert full_code("O\n12", bare=False) == "O12"
    assert full_code("1 5", bare=True) != "O15"


def test_the_name_decides_before_the_number() -> None:
    item = named("O17", "E-Service", framework(2566))
    assert (item.code, item.name) == ("O17", "E-Service")
    assert item.expected == "รายงานผลการสำรวจความพึงพอใจการให้บริการ"
    assert named("O17", "E-Service", framework(2565)).expected == ""


def test_every_row_of_a_list_says_what_it_is() -> None:
    reading = understand(
        table(
            "ข้อ | ข้อมูล | ผู้รับผิดชอบ\n"
            "ข้อมูลพื้นฐาน | < | <\n"
            "O1 | โครงสร้าง | นายสมชาย ใจดี\n"
            " | | นางมานี มีนา\n"
            " | 1) ส่วนย่อย | นายปิติ ชูใจ\n"
            "ข้อ | ข้อมูล | ผู้รับผิดชอบ\n"
            "การบริหารงาน | |\n"
            "O2 | ข้อมูลผู้บริหาร |"
        )
    )
    found = list(item_rows(reading, range(3), [2], framework(2565)))
    assert [(row.row, row.kind) for row in found] == [
        (1, "section"),
        (2, "items"),
        (3, "more"),
        (4, "part"),
        (6, "section"),
        (7, "items"),
    ]


def test_codes_may_be_plain_numbers_padded_with_zeros() -> None:
    reading = understand(table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\n๐๑ | ก | ข\n๐๙ | ค | ง\n๑๐ | จ | ฉ\n๔๓ | ช | ซ"))
    rows = item_rows(reading, range(3), [2], framework(2565))
    assert [item.code for row in rows for item in row.items] == ["O1", "O9", "O10", "O43"]


def test_a_number_that_a_page_end_left_of_a_code_is_no_other_item() -> None:
    reading = understand(table("ข้อ | ข้อมูล | ผู้รับผิดชอบ\n๐๒๕ | นโยบาย | ก\n๐๒๖ | การดำเนินการ | ข\n๗ | บุคคล | ค"))
    assert [[item.code for item in row.items] for row in item_rows(reading, range(3), [2], framework(2565))][
        -1
    ] == []
