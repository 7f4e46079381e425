"""What header words mean."""

import pytest

from extractors.headers import concept, kind_of


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("คะแนน", "score"),
        ("คะแนนเต็ม", "full_score"),
        ("คะแนนหลังถ่วงน้ำหนัก", "weighted_score"),
        ("คะแนนที่ได้ (ร้อยละ)", "score"),
        ("ตัวชี้วัดที่", "indicator_no"),
        ("ตัวชี้วัด", "indicator"),
        ("ตัวชี้วัดย่อย", "subindicator"),
        ("ผู้รับผิดชอบ", "responsible"),
        ("ผู้จัดเก็บข้อมูล", "data_keeper"),
        ("ผู้กำกับดูแล", "supervisor"),
        ("ไตรมาสที่ ๒", "q2"),
    ],
)
def test_a_header_means_its_first_word_in_its_longest_form(words: str, meaning: str) -> None:
    assert concept(words) == meaning


def test_a_word_late_in_a_long_phrase_only_qualifies_it() -> None:
    assert concept("แผนงาน/กิจกรรม ที่จะปรับปรุงตามผลคะแนน ผู้รับผิดชอบ และระยะเวลา") == "measure"


def test_a_part_after_a_stroke_counts_when_the_beginning_means_nothing() -> None:
    assert concept("แง่มุม/ตัวชี้วัด") == "indicator"


def test_a_short_word_counts_only_as_the_whole_cell() -> None:
    assert concept("ข้อ") == "item_code"
    assert concept("ข้อสังเกตทั่วไป") == ""


def test_spaces_marks_and_thai_digits_do_not_matter() -> None:
    assert concept("ผู้ รับ ผิดชอบ") == concept("ผู\u0e49รับผิดชอบ") == "responsible"
    assert concept("ไตรมาส ๑") == "q1"


def test_an_indicator_name_is_no_header_word() -> None:
    assert concept("การปฏิบัติหน้าที่") == ""
    assert concept("การใช้อำนาจ") == ""


def test_text_is_no_header() -> None:
    assert concept("คะแนน" * 60) == ""
    assert concept("") == ""


def test_the_first_kind_that_fits_names_the_table() -> None:
    assert kind_of(frozenset({"year", "score", "change"})) == "history"
    assert kind_of(frozenset({"indicator", "score", "grade"})) == "scores"
    assert kind_of(frozenset({"item_code", "item_name", "responsible"})) == "responsibilities"
    assert kind_of(frozenset({"indicator", "method", "responsible", "period"})) == "measures"
    assert kind_of(frozenset({"grade", "score", "result"})) == "legend"
    assert kind_of(frozenset({"no", "responsible"})) == ""
