import pytest
from hypothesis import given
from pythainlp.corpus import thai_words

from extractors.thai.text import clean, skeleton, squeeze
from tests.extractors.thai.strategies import thai_text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ทำา", "ทำ"),
        ("ก่่อน", "ก่อน"),
        ("ท้\u0e39", "ท\u0e39้"),
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
        ("ท\u0e35\u0e35\u0e48", "ท\u0e35\u0e48"),
        ("เเละ", "และ"),
        ("สพ\u200bป.", "สพป."),
        ("ปี\u00a02566", "ปี 2566"),
        ("ก  ข \n  ค ", "ก ข\nค"),
        ("ก\r\nข", "ก\nข"),
    ],
)
def test_what_looks_the_same_gets_one_spelling(broken: str, whole: str) -> None:
    assert clean(broken) == whole


def test_correct_thai_is_unchanged() -> None:
    changed = [word for word in thai_words() if clean(word) != word]
    assert changed == []


@given(thai_text)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert squeeze(squeeze(text)) == squeeze(text)


@given(thai_text)
def test_a_squeezed_text_has_no_white_space(text: str) -> None:
    assert not any(letter.isspace() for letter in squeeze(text))


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("ส านกงานเขต", "สำนักงานเขต"),
        ("คู่มือ / การให้บริการ", "คูมือการใหบริการ"),
        ("Q & A", "q&a"),
        ("ต่าง ๆ", "ต่าง"),
        ("ปี ๒๕๖๖", "ปี 2566"),
    ],
)
def test_a_skeleton_survives_lost_marks_and_spaces(damaged: str, whole: str) -> None:
    assert skeleton(damaged) == skeleton(whole) != ""


def test_different_consonants_have_different_skeletons() -> None:
    assert skeleton("ด้านการใช้อำนาจ") != skeleton("ด้านการใช้อำนวย")
