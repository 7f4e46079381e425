"""Numbers of lists, at the beginning of a line and inside one text."""

from __future__ import annotations

import pytest

from extractors.facts.numbering import last_number, listed, numbering


@pytest.mark.parametrize(
    ("line", "style", "parts", "rest"),
    [
        ("1. จัดทำคู่มือ", "N.", (1,), "จัดทำคู่มือ"),
        ("๒.จัดอบรม", "N.", (2,), "จัดอบรม"),
        ("3) จัดอบรม", "N)", (3,), "จัดอบรม"),
        ("(๑๐) จัดอบรม", "(N)", (10,), "จัดอบรม"),
        ("- 1.2 สื่อสาร", "N.N", (1, 2), "สื่อสาร"),
        ("ขั้นตอนที่ 4 ประเมินผล", "ขั้นตอนที่", (4,), "ประเมินผล"),
    ],
)
def test_a_line_begins_with_its_number(line: str, style: str, parts: tuple[int, ...], rest: str) -> None:
    number = numbering(line)
    assert number is not None
    assert (number.style, number.parts, number.rest) == (style, parts, rest)


@pytest.mark.parametrize(
    "line", ["2566 เป็นปี", "16 มิถุนายน", "5.5 บาท", "10,000 บาท", "3 เผยแพร่แผน", "1.", "จัดทำคู่มือ", "1/2566 คำสั่ง"]
)
def test_a_line_without_a_list_number(line: str) -> None:
    assert numbering(line) is None


def test_a_list_inside_one_text() -> None:
    text = "1.จัดประชุม ระหว่างวันที่ 1-2 มกราคม 2566 2. จัดทำคู่มือ ฉบับที่ 3. ของปี\n3.เผยแพร่"
    assert listed(text) == [
        ("1", "จัดประชุม ระหว่างวันที่ 1-2 มกราคม 2566"),
        ("2", "จัดทำคู่มือ ฉบับที่ 3. ของปี"),
        ("3", "เผยแพร่"),
    ]


def test_sub_points_stay_in_their_step() -> None:
    assert listed("๑. ประชุม\n๑.๑ ภายใน\n๑.๒ ภายนอก\n๒. สรุปผล") == [
        ("1", "ประชุม\n๑.๑ ภายใน\n๑.๒ ภายนอก"),
        ("2", "สรุปผล"),
    ]


def test_sub_points_are_the_list_of_a_text_that_has_no_other() -> None:
    assert listed("สร้างความตระหนัก ดังนี้\n1.1 ประชุม\n- 1.2 สื่อสาร") == [("1.1", "ประชุม"), ("1.2", "สื่อสาร")]


@pytest.mark.parametrize("text", ["จัดทำคู่มือ", "จัดทำฉบับ 1.5 และ 2.5", "ประชุมครั้งที่ 1. และสรุปผล", ""])
def test_a_text_without_a_list(text: str) -> None:
    assert listed(text) == []


def test_the_last_number_of_a_list_that_begins_in_the_middle() -> None:
    assert last_number("7. ประกาศ 8. รายงาน") == (2, 8)
    assert last_number("1. ประกาศ\n2. รายงาน ปี 2566\n3. สรุป") == (3, 3)
    assert last_number("ประกาศ") == (0, 0)
