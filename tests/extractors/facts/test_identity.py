"""Whose report it is and for which year, by the document as a whole."""

from extractors.facts.context import Identity
from extractors.facts.identity import identify
from extractors.readings import read_tables
from tests.build import document, table

COVER = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2\nประจำปีงบประมาณ พ.ศ. 2567"


def identity(*blocks: object) -> Identity:
    whole = document(*blocks)  # type: ignore[arg-type]
    return identify(whole, read_tables(whole))[0]


def codes(*blocks: object) -> list[str]:
    whole = document(*blocks)  # type: ignore[arg-type]
    return [issue.code for issue in identify(whole, read_tables(whole))[1]]


def test_the_cover_names_office_and_year() -> None:
    found = identity(COVER)
    assert found.office_name == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2"
    assert (found.office_type, found.province, found.area_no) == ("สพป.", "ตรัง", "2")
    assert (found.fiscal_year, found.document_kind) == (2567, "measures")


def test_a_misread_office_is_outvoted_by_the_document() -> None:
    found = identity(COVER, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 1", "สพป.ตรัง เขต 2 ได้ดำเนินการ", "สพป.ตรัง เขต ๒ มีแผน")
    assert found.office_name.endswith("ตรัง เขต 2")


def test_an_office_that_does_not_exist_is_nobody() -> None:
    assert "W_OFFICE_UNKNOWN" in codes("มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตราด เขต 9")


def test_the_assessed_year_is_that_of_the_results() -> None:
    found = identity(
        COVER,
        "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566 ได้คะแนน 94.67",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ปีงบประมาณ พ.ศ. 2566 ได้คะแนน 99.02",
    )
    assert (found.fiscal_year, found.assessed_year) == (2567, 2566)


def test_the_year_may_stand_in_a_later_title_than_the_covers() -> None:
    found = identity(
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nสพป.ตรัง เขต 2",
        "คำนำ",
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ของ สพป.ตรัง เขต 2 ประจำปี ๒๕๖๖",
    )
    assert (found.fiscal_year, found.document_kind) == (2566, "progress")


def test_offices_in_tables_count_too() -> None:
    found = identity("รายงานผลการดำเนินงาน ปีงบประมาณ 2566", table("มาตรการ | ผู้รับผิดชอบ\nสพป.ตรัง เขต 2 จัดทำแผน | กลุ่มอำนวยการ"))
    assert found.province == "ตรัง"


def test_a_text_about_something_else_is_no_ita_report() -> None:
    assert "E_NOT_ITA_REPORT" in codes("รายงานการประชุมครูประจำเดือนพฤษภาคม เรื่องการแข่งขันกีฬา")
    assert "E_NOT_ITA_REPORT" not in codes(COVER)
