"""Names of people go, everything else stays; the same name has the same token wherever it stands."""

import os
import re
from pathlib import Path

import pytest

from pipeline.pseudonym_key import NoPseudonymKey, pseudonym_key
from pipeline.pseudonyms import file_token, pseudonymised, token
from pipeline.tables import TABLES
from schemas.report import Report
from schemas.rows import CommitteeMember, RawTable, Responsibility, TableCell
from tests.pipeline.made_reports import made, measure, raw_table, score

KEY = b"a key that nobody knows"
SOMCHAI = token("สมชายใจดี", KEY)


def responsible(assignee: str = "นายสมชาย ใจดี ผู้อำนวยการกลุ่มอำนวยการ", **fields: str) -> Responsibility:
    known = {"person": "นายสมชาย ใจดี", "title": "นาย", "given_name": "สมชาย", "family_name": "ใจดี"}
    place = {"position": "ผู้อำนวยการกลุ่มอำนวยการ", "unit": "กลุ่มอำนวยการ"}
    return Responsibility.model_validate({"item_code": "O14", "role": "owner", "assignee": assignee, **known, **place, **fields})


def veiled(report: Report, **lists: object) -> Report:
    return pseudonymised(report.model_copy(update=lists), KEY)


def test_a_person_of_the_list_is_a_token_and_keeps_position_and_unit() -> None:
    (row,) = veiled(made(), responsibilities=(responsible(),)).responsibilities
    assert (row.person, row.given_name, row.family_name, row.title) == (SOMCHAI, SOMCHAI, "", "")
    assert (row.position, row.unit) == ("ผู้อำนวยการกลุ่มอำนวยการ", "กลุ่มอำนวยการ")
    assert row.assignee == f"{SOMCHAI} ผู้อำนวยการกลุ่มอำนวยการ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("มอบหมายให้นายสมชาย ใจดี ดำเนินการ", f"มอบหมายให้{SOMCHAI} ดำเนินการ"),
        ("ผู้รายงาน (สมชาย  ใจดี)", f"ผู้รายงาน ({SOMCHAI})"),
        ("นายสมชาย\nใจดี ผู้อำนวยการ", f"{SOMCHAI} ผู้อำนวยการ"),
        ("นายสมชายใจดี", SOMCHAI),
        ("ดร.สมชาย ใจดี และคณะ", f"{SOMCHAI} และคณะ"),
        ("โดยมีคุณนายสมชาย ใจดี เป็นผู้ส่ง", f"โดยมีคุณ{SOMCHAI} เป็นผู้ส่ง"),
        ("ทุกคนใจดี", "ทุกคนใจดี"),
    ],
)
def test_a_name_known_from_one_place_is_replaced_in_every_text(text: str, expected: str) -> None:
    report = veiled(made("a.pdf", measure(text)), responsibilities=(responsible(),))
    assert report.measures[0].text == expected


@pytest.mark.parametrize("text", ["นายสมชายได้รับมอบหมาย", "นายสมชาย รายงานผล", "นายสมปอง แสนสุขเสนอ"])
def test_where_a_name_ends_unclearly_rather_a_word_too_much_goes_than_a_name_stays(text: str) -> None:
    after = veiled(made("a.pdf", measure(text)), responsibilities=(responsible(),)).measures[0].text
    assert not any(name in after for name in ("สมชาย", "สมปอง", "แสนสุข"))


def test_quotes_titles_cells_and_file_names_have_no_names() -> None:
    quoted = score().model_copy(update={"quote": "นางสาวสมหญิง รักเรียน รายงานคะแนน 99.10"})
    report = made("รายงานของ นางสาวสมหญิง รักเรียน.pdf", quoted, raw_table("สมหญิง รักเรียน", "คะแนน"))
    titled = report.report.model_copy(update={"title": "คำสั่งแต่งตั้ง นางสาวสมหญิง รักเรียน"})
    after = pseudonymised(report.model_copy(update={"report": titled}), KEY)
    assert "สมหญิง" not in after.model_dump_json()
    assert "99.10" in after.scores[0].quote


def test_given_and_family_name_in_cells_of_their_own_are_replaced() -> None:
    cells = tuple(TableCell(row=0, column=n, text=t) for n, t in enumerate(("สมชาย", "ใจดี", "ผู้อำนวยการ")))
    table = RawTable(table_no=1, rows=1, columns=3, cells=cells)
    after = veiled(made(), responsibilities=(responsible(),), tables=(table,))
    texts = [cell.text for cell in after.tables[0].cells]
    assert texts[0] == SOMCHAI
    assert texts[1].startswith("person-")
    assert texts[2] == "ผู้อำนวยการ"


def test_members_of_committees_are_tokens_and_bodies_stay() -> None:
    members = (CommitteeMember(person="นายสมชาย ใจดี", position="ครู"), CommitteeMember(person="ผู้อำนวยการกลุ่มทุกกลุ่ม"))
    after = veiled(made(), committee_members=members).committee_members
    assert [(m.person, m.position) for m in after] == [(SOMCHAI, "ครู"), ("ผู้อำนวยการกลุ่มทุกกลุ่ม", "")]


def test_no_table_of_the_contract_holds_the_name() -> None:
    report = veiled(
        made("a.pdf", measure("ให้นายสมชาย ใจดี เสนอ", responsible="นายสมชาย ใจดี", responsible_units=("กลุ่มอำนวยการ",))),
        responsibilities=(responsible(),),
    )
    cells = [str(value) for table in TABLES for row in table.rows(report) for value in row]
    assert not [cell for cell in cells if "สมชาย" in cell or "ใจดี" in cell]


def test_a_report_without_people_stays_as_it_is() -> None:
    report = made("a.pdf", score(), measure("จัดทำคู่มือการปฏิบัติงาน"), raw_table("นายทะเบียน", "นายกรัฐมนตรี"))
    after = pseudonymised(report, KEY)
    assert after.report.source_name == file_token("a.pdf", KEY)
    assert after.model_copy(update={"report": report.report}) == report


def test_e_mail_and_mobile_number_of_people_go_and_figures_stay() -> None:
    text = "ติดต่อ somchai.j@example.go.th หรือ 081-234-5678 งบประมาณ 0812345678.50 บาท"
    after = veiled(made("a.pdf", measure(text))).measures[0].text
    assert after == "ติดต่อ [e-mail] หรือ [phone] งบประมาณ 0812345678.50 บาท"


def test_a_token_is_stable_under_its_key_and_tells_nothing_without_it() -> None:
    assert token("สมชาย ใจดี", KEY) == SOMCHAI
    assert re.fullmatch("person-[0-9a-f]{12}", SOMCHAI)
    assert token("สมชายใจดี", b"another key, also long") != SOMCHAI


def test_doing_it_twice_changes_nothing_more() -> None:
    once = veiled(made("a.pdf", measure("ให้นายสมชาย ใจดี เสนอ")), responsibilities=(responsible(),))
    assert pseudonymised(once, KEY).measures == once.measures


def test_the_key_comes_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text("from a file, long enough\n")
    monkeypatch.setitem(os.environ, "ITA_PSEUDONYM_KEY", "from the environment")
    assert pseudonym_key() == b"from the environment"
    assert pseudonym_key(file) == b"from a file, long enough"


@pytest.mark.parametrize("key", ["", "short"])
def test_without_a_key_or_with_a_short_one_nothing_is_done(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "ITA_PSEUDONYM_KEY", key)
    with pytest.raises(NoPseudonymKey, match="ITA_PSEUDONYM_KEY"):
        pseudonym_key()
