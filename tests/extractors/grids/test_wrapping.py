import pytest

from extractors.grids.lines import PrintedLine
from extractors.grids.words import Word
from extractors.grids.wrapping import Measure, Tail, begins_entry, join, joins

ADVANCE_PT = 6.0


def line(text: str, x: float = 0.0, trailing: bool = False) -> PrintedLine:
    words = []
    for n, part in enumerate(parts := text.split(" ")):
        width = ADVANCE_PT * len(part)
        words.append(Word(part, x, 0, x + width, 10, 10, trailing=n < len(parts) - 1 or trailing))
        x += width + ADVANCE_PT
    return PrintedLine(words)


def joined(first: str, second: str, width: float, trailing: bool = False) -> str:
    return first + join(line(first, trailing=trailing), line(second), Measure(0, width)) + second


@pytest.mark.parametrize(
    ("first", "second", "width", "whole"),
    [
        ("การดำเนินงานของ", "สำนักงานเขตพื้นที่", 95, "การดำเนินงานของสำนักงานเขตพื้นที่"),
        ("running text", "goes on", 75, "running text goes on"),
        ("ประจำปีงบประมาณ", "2566", 95, "ประจำปีงบประมาณ 2566"),
        ("99.", "02", 20, "99.02"),
        ("100", ".00", 22, "100.00"),
        ("๙๙.๐", "๒", 26, "๙๙.๐๒"),
        ("98.05", "87.84", 100, "98.05\n87.84"),
        ("98.05", "87.84", 34, "98.05 87.84"),
        ("98", "87", 16, "98 87"),
        ("100", "95", 22, "100 95"),
        ("9", "8.05", 30, "9 8.05"),
        ("10", "0", 16, "100"),
        ("25", "66", 16, "2566"),
        ("๐", "12", 16, "๐12"),
        ("๑", "๐", 9, "๑๐"),
        ("12,0", "00", 28, "12,000"),
        ("https://example.org/reports/", "o14", 175, "https://example.org/reports/o14"),
        ("ผลการดำเนินงาน (", "OIT)", 100, "ผลการดำเนินงาน (OIT)"),
        ("1. จัดทำคู่มือ", "2. เผยแพร่คู่มือ", 90, "1. จัดทำคู่มือ\n2. เผยแพร่คู่มือ"),
        ("กลุ่มอำนวยการ", "กลุ่มนโยบาย", 300, "กลุ่มอำนวยการ\nกลุ่มนโยบาย"),
        ("นายสมชาย ใจดี", "นางสมหญิง ดีใจ", 90, "นายสมชาย ใจดี\nนางสมหญิง ดีใจ"),
    ],
)
def test_what_stood_between_two_lines(first: str, second: str, width: float, whole: str) -> None:
    assert joined(first, second, width) == whole


def test_a_space_at_the_line_end_is_kept_as_one() -> None:
    assert joined("เชียงใหม่", "เขต", 60, trailing=True) == "เชียงใหม่ เขต"


def test_the_space_that_did_not_fit_between_given_and_family_name_is_put_back() -> None:
    assert joined("นายสมชาย", "ใจดี", 50) == "นายสมชาย ใจดี"


@pytest.mark.parametrize("text", ["1. ก", "๒) ข", "(3) ค", "1.2 การใช้", "9.1. ก", "• ก", "- ก", "ก. ข"])
def test_entries_of_lists(text: str) -> None:
    assert begins_entry(text)


@pytest.mark.parametrize("text", ["99.02", "68.75 คะแนน", "9.6 คะแนน", "2566", "- 5", "พ.ศ. 2566", "1.5 ล้านบาท"])
def test_figures_are_no_entries(text: str) -> None:
    assert not begins_entry(text)


def test_a_tail_tells_whether_a_word_would_have_fitted() -> None:
    assert Tail(60, 6).would_hold("ก ขค")
    assert not Tail(10, 6).would_hold("กขค")
    assert Tail(6, 6).is_full


def test_a_score_in_three_pieces_is_one_where_it_is_wider_than_its_cell() -> None:
    pieces = [line("97"), line(".0"), line("1")]
    assert joins(pieces, Measure(0, 14)) == ["", ""]
    assert joins([line("๙"), line("๗.๐๑")], Measure(0, 26)) == [""]
    assert joins([line("9"), line("7.01")], Measure(0, 40)) != [""]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        (["นางมานี", "มีนา", "ผอ.กลุ่มอำนวยการ"], "นางมานี มีนา ผอ.กลุ่มอำนวยการ"),
        (["นางสาว", "มานี", "มีนา", "นิติกร"], "นางสาวมานี มีนา นิติกร"),
        (["นางมานี มีนา", "ผอ.กลุ่มอำนวยการ"], "นางมานี มีนา ผอ.กลุ่มอำนวยการ"),
        (["นายธีรพงษ์", "พิพัฒน์กุล", "ใจงามเลิศ", "ผอ.กลุ่มงาน"], "นายธีรพงษ์พิพัฒน์กุลใจงามเลิศผอ.กลุ่มงาน"),
        (["กลุ่มส่งเสริม", "การจัดการ", "ศึกษา"], "กลุ่มส่งเสริมการจัดการศึกษา"),
    ],
)
def test_the_parts_of_a_person_on_lines_of_their_own_are_divided(printed: list[str], whole: str) -> None:
    lines = [line(text) for text in printed]
    width = 6.0 + max(ADVANCE_PT * len(text) for text in printed)
    marks = joins(lines, Measure(0, width))
    assert "".join(text + mark for text, mark in zip(printed, [*marks, ""], strict=True)).replace("\n", " ") == whole
