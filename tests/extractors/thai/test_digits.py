from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.digits import arabic, baht, decimal, numbers
from tests.extractors.thai.strategies import thai_text

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("99.10", "99.10"),
        ("๙๙.๑๐", "99.10"),
        (" 97.86 % ", "97.86"),
        ("97.86 คะแนน", "97.86"),
        ("ร้อยละ 97.86", "97.86"),
        ("-1.63", "-1.63"),
        ("– 1.63", "-1.63"),
        ("−1.63", "-1.63"),
        ("+2.83", "2.83"),
        ("1,234.50", "1234.50"),
        ("99. 10", "99.10"),
        ("100 .00", "100.00"),
        ("99.\n10", "99.10"),
        ("100", "100"),
    ],
)
def test_a_cell_that_is_only_a_number_keeps_its_printed_digits(cell: str, value: str) -> None:
    assert str(decimal(cell)) == value


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-",
        "–",
        "9O.62",
        "เต็ม 100",
        "9.1.2",
        "1,23",
        "99,10",
        "9\n9.1",
        "99 10",
        "6.",
        "O14",
        ".5",
        "95-100",
    ],
)
def test_a_cell_with_anything_else_is_no_number(cell: str) -> None:
    assert decimal(cell) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ได้คะแนนเท่ากับร้อยละ ๙๗.๘๖ จาก 84.37", ["97.86", "84.37"]),
        ("เพิ่มขึ้น (+13.49)", ["13.49"]),
        ("90.95 -1.63", ["90.95", "-1.63"]),
        ("1-16 มิถุนายน", ["1", "16"]),
        ("85.00–94.99", ["85.00", "94.99"]),
        ("พ.ศ.2566 เขต2", ["2566", "2"]),
        ("งบ 10,000 บาท", ["10000"]),
        ("ได้ 99.10.", ["99.10"]),
        ("9O.62", []),
        ("ข้อ O14", []),
        ("1.2.3", []),
        ("1,2,3", []),
        (".50", []),
    ],
)
def test_numbers_of_a_running_text(text: str, values: list[str]) -> None:
    assert [str(number.value) for number in numbers(text)] == values


def test_a_wrapped_number_says_so() -> None:
    (number,) = numbers("ได้ 99. 10 คะแนน")
    assert (number.value, number.printed, number.wrapped) == (Decimal("99.10"), "99. 10", True)


def test_a_list_number_at_the_beginning_of_a_line_is_not_joined_to_the_next_number() -> None:
    assert [str(n.value) for n in numbers("มีผล\n12. 25 คน")] == ["12", "25"]


def test_percent_is_seen_on_either_side() -> None:
    assert [n.percent for n in numbers("ร้อยละ 97.86 และ 84.37% และ 3")] == [True, True, False]


def test_baht_reads_the_usual_endings_of_an_amount() -> None:
    assert [str(baht(cell)) for cell in ("12,000 บาท", "12,000.-", "๑๒,๐๐๐.๐๐ บาทถ้วน")] == [
        "12000",
        "12000",
        "12000.00",
    ]
    assert baht("12,000 คน") is None


@given(st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False))
def test_every_number_is_read_from_both_kinds_of_digits(value: Decimal) -> None:
    for printed in (f"{value:f}", f"{value:,f}"):
        for cell in (printed, printed.translate(THAI)):
            assert str(decimal(cell)) == f"{value:f}"
            assert [str(n.value) for n in numbers(f"ได้ {cell} คะแนน")] == [f"{value:f}"]


@given(thai_text)
def test_a_number_is_always_printed_where_it_says(text: str) -> None:
    decimal(text)
    baht(text)
    assert len(arabic(text)) == len(text)
    for number in numbers(text):
        assert text[number.start : number.end] == number.printed
        assert any(letter.isdigit() for letter in number.printed)
