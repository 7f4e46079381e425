"""Entities in prose, found offline."""

import socket

import pytest

from extractors.entities import entities

pytest.importorskip("spacy_pythainlp")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def found(text: str) -> list[tuple[str, str]]:
    return [(entity.label, entity.text) for entity in entities(text)]


def test_a_person_a_position_and_a_unit_stand_side_by_side() -> None:
    assert found("มอบหมายให้นายสมชาย ใจดี ผู้อำนวยการกลุ่มอำนวยการ เป็นผู้รับผิดชอบ") == [
        ("PERSON", "นายสมชาย ใจดี"),
        ("POSITION", "ผู้อำนวยการ"),
        ("UNIT", "กลุ่มอำนวยการ"),
    ]


def test_a_name_ends_where_a_position_begins_without_a_space() -> None:
    assert found("นางสาวมะลิ สมมตินักประชาสัมพันธ์ชำนาญการ") == [
        ("PERSON", "นางสาวมะลิ สมมติ"),
        ("POSITION", "นักประชาสัมพันธ์ชำนาญการ"),
    ]


def test_an_office_is_known_by_its_id_whatever_its_form() -> None:
    long, short = entities("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพะเยา เขต 2 หรือ สพป.พะเยา เขต 2 จัดประชุม")
    assert (long.label, short.label) == ("OFFICE", "OFFICE")
    assert long.name == short.name == "56020000"


def test_a_short_form_of_a_unit_is_known_by_its_official_name() -> None:
    (unit,) = entities("ติดต่อกลุ่ม DLICT ได้ทุกวัน")
    assert unit.name == "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"


def test_an_indicator_is_known_by_its_number() -> None:
    text = "ตัวชี้วัดคุณภาพการดำเนินงานได้คะแนนสูงสุด"
    (indicator,) = entities(text)
    assert (indicator.label, indicator.name) == ("INDICATOR", "6")
    assert text[indicator.start : indicator.end] == indicator.text == "คุณภาพการดำเนินงาน"


@pytest.mark.parametrize("text", ["", "ดำเนินการแล้วเสร็จ", "นายกรัฐมนตรีมอบนโยบาย", "ปรึกษาทนายความ"])
def test_words_that_only_look_like_names_are_left(text: str) -> None:
    assert found(text) == []
