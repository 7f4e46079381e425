import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.codes import indicator_code, indicator_codes, instrument, item_code, item_codes
from tests.extractors.thai.strategies import thai_text

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    "printed",
    [
        "O14",
        "๐14",
        "0๑๔",
        "o 14",
        "ข้อ O14",
        "OIT14",
        "OIT 14",
        "O-14",
        "014",
        "ο14",
        "О14",
        "O14 คู่มือ",
        "1) O14 คู่มือ",
        "คู่มือ (O14)",
        "๐๑๔",
        "O๑๔",
        "O14 100.00",
        "O14 คู่มือ ตามข้อ O13",
    ],
)
def test_every_spelling_of_an_item_code_is_read(printed: str) -> None:
    assert item_code(printed) == "O14"


@pytest.mark.parametrize("printed", ["14", "14.", "ข้อ 14", "014", "๑๔", "O14", "ข้อที่ 14"])
def test_a_bare_number_counts_in_a_column_of_item_codes(printed: str) -> None:
    assert item_code(printed, bare=True) == "O14"


def test_a_zero_with_one_digit_is_a_code_only_in_such_a_column() -> None:
    assert [item_code(cell, bare=True) for cell in ("0 1", "๐๑", "01", "1")] == ["O1"] * 4
    assert [item_code(cell) for cell in ("0 1", "๐๑", "01", "1")] == [None] * 4


@pytest.mark.parametrize(
    "text",
    [
        "2566",
        "0.14",
        "043-123456",
        "043 123456",
        "02-288-5511",
        "CO2",
        "No 14",
        "O49",
        "O0",
        "O1O",
        "08:30",
        "100",
        "",
        "ที่ ศธ 04014/2566",
        "O1, O2",
    ],
)
def test_telephones_years_decimals_and_words_are_no_item_codes(text: str) -> None:
    assert item_code(text) is None


def test_the_highest_item_is_the_callers() -> None:
    assert (item_code("O44", highest=43), item_code("O44", highest=48)) == (None, "O44")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("O1 - O4", "O1 O2 O3 O4"),
        ("O1-4", "O1 O2 O3 O4"),
        ("๐๑ - ๐๐๓", "O1 O2 O3"),
        ("๐๑๔, ๐๒๐ และ ๐๔๓", "O14 O20 O43"),
        ("๐๑๔,๐๒๐,๐๒๑", "O14 O20 O21"),
        ("ข้อ O29-O31, O33", "O29 O30 O31 O33"),
        ("O3/O4", "O3 O4"),
        ("O14 - 20 คะแนน", "O14"),
        ("013 100 014 100", "O13 O14"),
        ("โทร 043-041123 ปี 2566 ได้ 99.10", ""),
        ("จำนวน 1,014 คน", ""),
    ],
)
def test_codes_of_a_list_or_range(text: str, codes: str) -> None:
    assert item_codes(text) == tuple(codes.split())


@given(st.integers(1, 48), st.sampled_from("Oo0๐ΟО"), st.booleans())
def test_every_item_is_read_with_any_first_character_and_digits(
    number: int, first: str, thai: bool
) -> None:
    digits = f"{number:02d}".translate(THAI) if thai else f"{number:02d}"
    assert item_code(f"{first}{digits}") == f"O{number}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ตัวชี้วัดที่ 6", "6"),
        ("ตัวชี้วัด 6)", "6"),
        ("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต", "10"),
        ("ด้านที่ 3 การใช้อำนาจ", "3"),
        ("6.", "6"),
        ("๖", "6"),
        ("6. คุณภาพ", "6"),
        ("9.1", "9.1"),
        ("ตัวชี้วัดย่อยที่ 10.2", "10.2"),
        ("9.1 ข้อมูลพื้นฐาน", "9.1"),
        ("6 เดือน", None),
        ("I6", None),
        ("O6", None),
        ("99.1", None),
        ("9.10", None),
        ("11", None),
        ("ตัวชี้วัดที่ 6, 7 และ 8", None),
        ("ตัวชี้วัดที่ 1-10", None),
        ("ตัวชี้วัด O14", None),
    ],
)
def test_the_indicator_that_a_heading_begins_with(text: str, code: str | None) -> None:
    assert indicator_code(text) == code


def test_the_indicators_that_a_sentence_names() -> None:
    assert indicator_codes("ตัวชี้วัดที่ 6, 7 และ 8 ได้ 99 คะแนน") == ("6", "7", "8")
    assert indicator_codes("ตัวชี้วัดที่ 1-3 และตัวชี้วัดย่อยที่ 9.2") == ("1", "2", "3", "9.2")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("IIT", "IIT"),
        ("๐IT", "OIT"),
        ("แบบวัด EIT", "EIT"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "IIT"),
        ("ผู้มีส่วนได้เสียภายนอก (EIT)", "EIT"),
        ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ", "OIT"),
        ("แบบสำรวจ EBIT", "EBIT"),
        ("การเปิดเผยข้อมูล", None),
        ("ผู้มีส่วนได้ส่วนเสียภายในและภายนอก", None),
        ("IIT และ EIT", None),
        ("unit", None),
    ],
)
def test_instruments_by_code_and_by_name(text: str, code: str | None) -> None:
    assert instrument(text) == code


@given(thai_text, st.booleans())
def test_no_text_stops_the_reading_of_codes(text: str, bare: bool) -> None:
    codes = item_codes(text, bare=bare)
    assert len(codes) == len(set(codes))
    assert {int(code[1:]) for code in codes} <= set(range(1, 49))
    assert item_code(text) is None or item_code(text) in item_codes(text)
    indicator_code(text)
    indicator_codes(text)
    assert instrument(text) in {None, "IIT", "EIT", "OIT", "EBIT"}
