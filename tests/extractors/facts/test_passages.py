"""Passages: the same whatever a reader takes for a paragraph."""

from __future__ import annotations

from extractors.document import Box, Line, Paragraph
from extractors.facts.passages import passages
from tests.build import document


def texts(*paragraphs: Paragraph) -> list[tuple[str, bool]]:
    return [(p.text, p.opens) for p in passages(document(*paragraphs))]


def test_wrapped_lines_are_one_passage() -> None:
    assert texts(Paragraph((Line("จัดทำคู่มือการ"), Line("ให้บริการ")), ("",))) == [("จัดทำคู่มือการให้บริการ", True)]


def test_an_intended_line_end_parts_passages() -> None:
    assert texts(Paragraph((Line("1. จัดทำคู่มือ"), Line("ภาพกิจกรรม")), ("\n",)), Paragraph((Line("ก\nข"),))) == [
        ("1. จัดทำคู่มือ", True),
        ("ภาพกิจกรรม", True),
        ("ก", True),
        ("ข", True),
    ]


def test_a_label_or_number_at_a_line_beginning_parts_a_paragraph() -> None:
    lines = (Line("1. จัดทำคู่มือ"), Line("ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย"), Line("2. จัดอบรม"), Line("ผู้รับผิดชอบข้อมูลทราบ"))
    assert texts(Paragraph(lines, ("", "", ""))) == [
        ("1. จัดทำคู่มือ", True),
        ("ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย", False),
        ("2. จัดอบรมผู้รับผิดชอบข้อมูลทราบ", False),
    ]


def test_running_heads_are_left_out() -> None:
    assert texts(Paragraph((Line("- 3 -"),), role="foot")) == []


def test_a_passage_has_the_box_of_its_lines_on_its_first_page() -> None:
    first, second = Line("ก", 1, Box(10, 700, 50, 712)), Line("ข", 1, Box(5, 714, 60, 726))
    paragraph = Paragraph((first, second, Line("ค", 2, Box(0, 10, 90, 22))), (" ", " "))
    (passage,) = passages(document(paragraph))
    assert (passage.page, passage.box) == (1, Box(5, 700, 60, 726))


def test_what_stands_below_a_label_at_a_line_end_is_a_passage_of_its_own() -> None:
    lines = (Line("2. จัดอบรม ความก้าวหน้า/ผลการดำเนินงาน"), Line("สำนักงานเขตจัดอบรมแล้ว"))
    assert texts(Paragraph(lines, ("",))) == [
        ("2. จัดอบรม ความก้าวหน้า/ผลการดำเนินงาน", True),
        ("สำนักงานเขตจัดอบรมแล้ว", False),
    ]
