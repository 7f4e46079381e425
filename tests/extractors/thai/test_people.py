import pytest
from hypothesis import given

from extractors.thai.people import Person, people
from extractors.thai.text import squeeze
from tests.extractors.thai.strategies import thai_text


def persons(text: str) -> list[str]:
    return [each.person for each in people(text)]


def the_one(text: str) -> Person:
    (person,) = people(text)
    return person


@pytest.mark.parametrize(
    "text",
    [
        "1. นายสมชาย ใจดี\n2. นางสมหญิง ใจงาม",
        "1) นายสมชาย ใจดี 2) นางสมหญิง ใจงาม",
        "- นายสมชาย ใจดี\n- นางสมหญิง ใจงาม",
        "นายสมชาย ใจดี, นางสมหญิง ใจงาม",
        "นายสมชาย ใจดี/นางสมหญิง ใจงาม",
        "นายสมชาย ใจดี และนางสมหญิง ใจงาม",
        "นายสมชาย ใจดีและนางสมหญิง ใจงาม",
        "นายสมชาย ใจดี นางสมหญิง ใจงาม",
        "นาย สมชาย\nใจดี\nนาง สมหญิง ใจงาม",
    ],
)
def test_several_people_in_one_cell_are_told_apart(text: str) -> None:
    assert persons(text) == ["นายสมชาย ใจดี", "นางสมหญิง ใจงาม"]
    assert all(each.position == "" for each in people(text))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("นายสมชาย ใจดี นักวิชาการศึกษาชำนาญการ", "นักวิชาการศึกษาชำนาญการ"),
        ("นายสมชาย ใจดี ตำแหน่ง นักวิชาการศึกษาชำนาญการ", "นักวิชาการศึกษาชำนาญการ"),
        ("นายสมชาย ใจดี (ผอ.กลุ่มอำนวยการ)", "ผอ.กลุ่มอำนวยการ"),
        ("นายสมชาย ใจดี\nผู้อำนวยการกลุ่มอำนวยการ", "ผู้อำนวยการกลุ่มอำนวยการ"),
        ("(นายสมชาย ใจดี)\nผู้อำนวยการ", "ผู้อำนวยการ"),
        ("นายสมชาย ใจดีเจ้าหน้าที่บันทึกข้อมูล", "เจ้าหน้าที่บันทึกข้อมูล"),
        ("นายสมชาย ใจดี ผู้กำกับ", "ผู้กำกับ"),
        ("นายสมชาย ใจดี รก. ผอ.กลุ่มกฎหมายและคดี", "รก. ผอ.กลุ่มกฎหมายและคดี"),
        ("นายสมชาย ใจดี ศึกษานิเทศก์ชำนาญการพิเศษ โทร. 081-2345678", "ศึกษานิเทศก์ชำนาญการพิเศษ"),
    ],
)
def test_a_position_belongs_to_the_person_it_follows(text: str, position: str) -> None:
    person = the_one(text)
    assert (person.person, person.family_name, person.position) == ("นายสมชาย ใจดี", "ใจดี", position)


def test_the_unit_of_a_position_is_named_as_the_official_list_names_it() -> None:
    assert the_one("นายสมชาย ใจดี ศึกษานิเทศก์ กลุ่มนิเทศฯ").unit == "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา"


@pytest.mark.parametrize(
    ("text", "title", "given_name"),
    [
        ("นางสาวหญิง ใจงาม", "นางสาว", "หญิง"),
        ("นาง สาว หญิง ใจงาม", "นางสาว", "หญิง"),
        ("น.ส.หญิง ใจงาม", "น.ส.", "หญิง"),
        ("ว่าที่ร้อยตรี เอก ใจงาม", "ว่าที่ร้อยตรี", "เอก"),
        ("ว่าที่ร้อยตรีหญิง เอก ใจงาม", "ว่าที่ร้อยตรีหญิง", "เอก"),
        ("ว่าที่ ร.ต.เอก ใจงาม", "ว่าที่ ร.ต.", "เอก"),
        ("จ.ส.อ. เอก ใจงาม", "จ.ส.อ.", "เอก"),
        ("พ.ต.ท. เอก ใจงาม", "พ.ต.ท.", "เอก"),
        ("จ่าสิบเอก เอก ใจงาม", "จ่าสิบเอก", "เอก"),
        ("ผศ. ดร.เอก ใจงาม", "ผศ.ดร.", "เอก"),
        ("นาย ดร.เอก ใจงาม", "นายดร.", "เอก"),
        ("นายกรกฎ ใจงาม", "นาย", "กรกฎ"),
    ],
)
def test_titles_single_combined_and_wrapped(text: str, title: str, given_name: str) -> None:
    person = the_one(text)
    assert (person.title, person.given_name, person.family_name) == (title, given_name, "ใจงาม")
    assert person.person == f"{title}{given_name} ใจงาม"


def test_a_family_name_of_two_words_with_na_is_whole() -> None:
    assert the_one("นายสมชาย ณ ตัวอย่าง").family_name == "ณ ตัวอย่าง"


def test_a_name_printed_without_a_space_is_not_cut_by_guessing() -> None:
    assert (the_one("นายสมชายใจดี").given_name, the_one("นายสมชายใจดี").family_name) == ("สมชายใจดี", "")


def test_bodies_stand_for_themselves_and_beside_people() -> None:
    assert persons("ผู้อำนวยการกลุ่มทุกกลุ่ม นางสาวหญิง ใจงาม") == ["ผู้อำนวยการกลุ่มทุกกลุ่ม", "นางสาวหญิง ใจงาม"]
    assert persons("นางสาวหญิง ใจงาม\nผู้อำนวยการกลุ่มทุกกลุ่ม") == ["นางสาวหญิง ใจงาม", "ผู้อำนวยการกลุ่มทุกกลุ่ม"]
    assert persons("ผู้อำนวยการกลุ่มทุกกลุ่ม\nเจ้าหน้าที่ธุรการกลุ่มทุกกลุ่ม") == [
        "ผู้อำนวยการกลุ่มทุกกลุ่ม",
        "เจ้าหน้าที่ธุรการกลุ่มทุกกลุ่ม",
    ]
    assert the_one("กลุ่มอำนวยการ") == Person("กลุ่มอำนวยการ", "กลุ่มอำนวยการ", unit="กลุ่มอำนวยการ")


def test_words_that_begin_like_a_title_are_no_person() -> None:
    assert [each.title for each in people("นายกเทศมนตรีตำบลตัวอย่าง")] == [""]
    assert [each.title for each in people("สำนักงานนายทะเบียน")] == [""]


@pytest.mark.parametrize("text", ["", "-", " – ", "1."])
def test_an_empty_cell_names_nobody(text: str) -> None:
    assert people(text) == []


@given(thai_text)
def test_nothing_stops_the_reading_and_no_name_is_invented(text: str) -> None:
    source = squeeze(text)
    for person in people(text):
        assert person.person
        assert squeeze(person.given_name) in source
        assert squeeze(person.family_name) in source
