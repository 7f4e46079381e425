import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.dates import fiscal_years, period, thai_date
from tests.extractors.thai.strategies import thai_text

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
FULL = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
DAYS = st.dates(datetime.date(1999, 1, 1), datetime.date(2042, 12, 31))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ. 2566", [(2566, "fiscal")]),
        ("ปีงบประมาณ\nพ.ศ. ๒๕๖๖", [(2566, "fiscal")]),
        ("ปีงบ 66", [(2566, "fiscal")]),
        ("ปี 66", [(2566, "year")]),
        ("ปี 65 คน", []),
        ("ทุกปี 65", []),
        ("ปี 60.5", []),
        ("ปีงบประมาณ พ.ศ. 2565 และ 2566", [(2565, "fiscal"), (2566, "fiscal")]),
        ("ประจำปี พ.ศ.2566", [(2566, "year")]),
        ("ปี ๒๕๖๕", [(2565, "year")]),
        ("ITA 2023", [(2566, "year")]),
        ("ค.ศ. 2023", [(2566, "year")]),
        ("พระราชบัญญัติ พ.ศ. 2540", [(2540, "era")]),
        ("2565", [(2565, "bare")]),
        ("2564-2566", [(2564, "bare"), (2566, "bare")]),
        ("20 มิถุนายน 2566", []),
        ("ตุลาคม พ.ศ. 2565", []),
        ("ปีการศึกษา 2566", []),
        ("คำสั่งที่ 123/2566", []),
        ("2566.50 คะแนน", []),
        ("โทร 0812566123", []),
    ],
)
def test_fiscal_years_of_a_text_say_how_sure_they_are(text: str, years: list[tuple[int, str]]) -> None:
    assert [(year.year, year.kind) for year in fiscal_years(text)] == years


def test_only_a_year_without_any_word_is_unworded() -> None:
    assert [year.worded for year in fiscal_years("ปี 2566 กับ คะแนน 2565")] == [True, False]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("20 มิถุนายน 2566", "2023-06-20"),
        ("๑ ต.ค. ๖๕", "2022-10-01"),
        ("วันที่ ๒ เดือน มิถุนายน พ.ศ. ๒๕๖๔", "2021-06-02"),
        ("ณ วันที่ 5 ม.ค.2567", "2024-01-05"),
        ("สั่ง ณ วันที่ 9\nธันวาคม 2565", "2022-12-09"),
        ("29 ก.พ. 2567", "2024-02-29"),
        ("20/06/2566", "2023-06-20"),
        ("29 ก.พ. 2566", ""),
        ("31 กุมภาพันธ์ 2566", ""),
        ("20/13/2566", ""),
        ("มิถุนายน 2566", ""),
        ("ตามหนังสือ ก.ค.ศ. 2566", ""),
        ("", ""),
    ],
)
def test_a_thai_date_becomes_iso(text: str, iso: str) -> None:
    assert thai_date(text) == iso


@given(DAYS, st.sampled_from([FULL, SHORT]), st.booleans(), st.booleans())
def test_every_day_comes_back(
    day: datetime.date, months: tuple[str, ...], short_year: bool, thai: bool
) -> None:
    year = day.year + 543
    printed = (
        f"{day.day} {months[day.month - 1]} {year % 100 if short_year and 2540 <= year < 2600 else year}"
    )
    assert thai_date(printed.translate(THAI) if thai else printed) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ต.ค. 65 – ก.ย. 66", "2022-10-01 2023-09-30"),
        ("ต.ค.65-ก.ย.66", "2022-10-01 2023-09-30"),
        ("ต.ค. – ธ.ค. 65", "2022-10-01 2022-12-31"),
        ("พฤศจิกายน - กุมภาพันธ์ 2567", "2023-11-01 2024-02-29"),
        ("ตุลาคม 2565 - มิถุนายน 2566", "2022-10-01 2023-06-30"),
        ("ตุลาคม 2565 ถึง\nกันยายน 2566", "2022-10-01 2023-09-30"),
        ("เดือนตุลาคม 2566 - เดือนกันยายน 2567", "2023-10-01 2024-09-30"),
        ("16 กุมภาพันธ์ - 20 มีนาคม 2566", "2023-02-16 2023-03-20"),
        ("1-16 มิถุนายน 2566", "2023-06-01 2023-06-16"),
        ("มิ.ย. 66", "2023-06-01 2023-06-30"),
        ("ไตรมาสที่ 1-2 ปีงบประมาณ 2567", "2023-10-01 2024-03-31"),
        ("ไตรมาส 1/2566", "2022-10-01 2022-12-31"),
        ("ไตรมาส 2, 3 และ 4 ปีงบประมาณ 2566", "2023-01-01 2023-09-30"),
        ("ไตรมาส 3 ของปีงบประมาณ พฤษภาคม – มิถุนายน 2567", "2024-05-01 2024-06-30"),
        ("ต.ค. – ธ.ค. ปีงบประมาณ 2566", "2022-10-01 2022-12-31"),
        ("ตลอดปีงบประมาณ พ.ศ. 2566", "2022-10-01 2023-09-30"),
        ("ปีงบประมาณ ๒๕๖๖", "2022-10-01 2023-09-30"),
    ],
)
def test_a_period_with_its_year_is_read_without_the_documents_year(text: str, span: str) -> None:
    assert period(text, None) == tuple(span.split())


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ไตรมาส 3", "2023-04-01 2023-06-30"),
        ("ทุกไตรมาส", "2022-10-01 2023-09-30"),
        ("ดำเนินการต่อเนื่อง ทุกไตรมาส", "2022-10-01 2023-09-30"),
        ("ตลอดปี", "2022-10-01 2023-09-30"),
        ("ต.ค. - ธ.ค.", "2022-10-01 2022-12-31"),
        ("ตุลาคม - มีนาคม", "2022-10-01 2023-03-31"),
    ],
)
def test_a_period_without_a_year_needs_the_documents_year(text: str, span: str) -> None:
    assert period(text, 2566) == tuple(span.split())
    assert period(text, None) == ("", "")


def test_a_deadline_is_only_an_end_and_a_beginning_only_a_start() -> None:
    assert period("ภายใน 20 มิถุนายน 2566", None) == ("", "2023-06-20")
    assert period("ภายในเดือนมีนาคม 2567", None) == ("", "2024-03-31")
    assert period("ตั้งแต่เดือนตุลาคม 2566 เป็นต้นไป", None) == ("2023-10-01", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "มี.ค. 66 และ ก.ย. 66",
        "ไตรมาส 1 และ 3",
        "ปีงบประมาณ พ.ศ. 2566 - 2570",
        "ตลอดปีการศึกษา 2566",
        "20 มีนาคม 2566 - 16 กุมภาพันธ์ 2566",
        "รอบ 6 เดือน",
        "31 กุมภาพันธ์ 2566",
    ],
)
def test_what_is_no_one_period_is_empty(text: str) -> None:
    assert period(text, 2566) == ("", "")


@given(DAYS, DAYS, st.sampled_from([FULL, SHORT]), st.sampled_from([" - ", "–", " ถึง ", "-"]))
def test_every_span_of_days_comes_back(
    first: datetime.date, last: datetime.date, months: tuple[str, ...], dash: str
) -> None:
    first, last = sorted((first, last))
    printed = dash.join(f"{day.day} {months[day.month - 1]} {day.year + 543}" for day in (first, last))
    assert period(printed, None) == (first.isoformat(), last.isoformat())


@given(thai_text, st.none() | st.integers(2550, 2580))
def test_no_text_stops_the_reading_of_dates(text: str, fiscal_year: int | None) -> None:
    start, end = period(text, fiscal_year)
    for day in (start, end, thai_date(text)):
        assert day == "" or re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
    assert not (start and end) or start <= end
    for year in fiscal_years(text):
        assert 2540 <= year.year <= 2642
