"""Strengths, weaknesses and what should be developed."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Line, Paragraph
from extractors.facts.findings import find
from schemas.rows import Finding
from tests.build import context, table


def findings(*blocks) -> list[Finding]:
    return [row for row in find(context(*blocks)).rows if isinstance(row, Finding)]


def seen(*blocks) -> list[tuple[str, str, str]]:
    return [(f.kind, f.indicator_code, "" if f.score is None else str(f.score)) for f in findings(*blocks)]


def test_items_that_name_their_indicators_under_each_heading() -> None:
    assert seen(
        """2.1 จุดแข็ง (ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ 95) จำนวน 2 ตัวชี้วัด คือ
        (1) ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล โดยรวมได้คะแนนเท่ากับร้อยละ 100 เป็นคะแนนจากการเผยแพร่ข้อมูลใน 5 ประเด็น
        (๒) ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ โดยรวมได้คะแนนเท่ากับร้อยละ ๙๙.๙๗ เป็นคะแนนจากการประเมินการรับรู้
        ปัจจัยที่ส่งผลให้ตัวชี้วัดดังกล่าวเป็นจุดแข็ง
        2.2 จุดอ่อนหรือข้อบกพร่อง
        ไม่มี
        2.3 จุดที่ต้องพัฒนา
        ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน คะแนน 84.37 เป็นตัวชี้วัดที่ประเมินการรับรู้ของผู้รับบริการ"""
    ) == [("strength", "9", "100"), ("strength", "1", "99.97"), ("to_develop", "6", "84.37")]


def test_free_paragraphs_are_findings_without_a_score() -> None:
    rows = findings(
        """จุดที่ควรพัฒนา
        1. ควรเพิ่มช่องทางการสื่อสารให้หลากหลาย เพราะได้คะแนนเพียง 29.35 จาก 30
        2. ควรปรับปรุงขั้นตอนการให้บริการให้ชัดเจนขึ้น
        มาตรการส่งเสริมคุณธรรมและความโปร่งใส
        ข้อความนี้เป็นเรื่องอื่นแล้วและไม่ใช่สิ่งที่ต้องพัฒนา"""
    )
    assert [(f.kind, f.score, f.text) for f in rows] == [
        ("to_develop", None, "ควรเพิ่มช่องทางการสื่อสารให้หลากหลาย เพราะได้คะแนนเพียง 29.35 จาก 30"),
        ("to_develop", None, "ควรปรับปรุงขั้นตอนการให้บริการให้ชัดเจนขึ้น"),
    ]


def test_what_introduces_a_heading_of_the_same_kind_is_no_finding() -> None:
    assert seen(
        """1. จุดแข็ง
        1.1 ผลการประเมินตามแบบวัดการรับรู้ภายใน ได้คะแนนเท่ากับ 29.35 คะแนน
        จุดแข็ง (ตัวชี้วัดที่ได้คะแนนตั้งแต่ร้อยละ 95) คือ
        (1) ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ โดยรวมได้คะแนนเท่ากับร้อยละ 99.02 เป็นคะแนนจากการประเมิน
        2. ข้อเสนอต่อผู้บริหารในการดำเนินงานปีถัดไป
        ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน กล่าวถึงอีกครั้งในตอนท้ายของรายงานฉบับนี้"""
    ) == [("strength", "1", "99.02")]


def test_the_next_heading_number_ends_a_list_and_the_next_item_does_not() -> None:
    assert len(
        findings(
            """2. จุดที่ต้องพัฒนา
            1. ควรเพิ่มช่องทางการสื่อสารให้หลากหลาย
            2. ควรปรับปรุงขั้นตอนการให้บริการ
            3. ควรประชาสัมพันธ์ผลการดำเนินงาน
            3. แผนการดำเนินงานในปีถัดไปของหน่วยงาน"""
        )
    ) == 3


def test_a_table_of_what_should_be_developed() -> None:
    rows = findings(
        table(
            "ประเด็นที่ควรพัฒนา | ตัวชี้วัดที่ต้องพัฒนา | ประเด็นการประเมิน\n"
            "จัดทำคู่มือการให้บริการ | ตัวชี้วัด 6 คุณภาพการดำเนินงาน | การรับรู้\n"
            "เพิ่มช่องทางการติดต่อ | ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร | การเผยแพร่\n"
            "ไม่มี | ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล | -"
        )
    )
    assert [(f.kind, f.indicator_code, f.text) for f in rows] == [
        ("to_develop", "6", "จัดทำคู่มือการให้บริการ"),
        ("to_develop", "7", "เพิ่มช่องทางการติดต่อ"),
    ]


def test_strengths_and_what_should_be_developed_side_by_side() -> None:
    rows = findings(
        table(
            "ตัวชี้วัด | จุดแข็ง | จุดที่ควรพัฒนา\n"
            "การปฏิบัติหน้าที่ | บุคลากรปฏิบัติงานตามขั้นตอน | -\n"
            "คุณภาพการดำเนินงาน | ไม่มี | ควรลดขั้นตอนการให้บริการ"
        )
    )
    assert [(f.kind, f.indicator_code) for f in rows] == [("strength", "1"), ("to_develop", "6")]


def test_a_heading_in_the_last_line_of_a_paragraph_is_found() -> None:
    above = Paragraph((Line("ตัวชี้วัดที่ได้คะแนนน้อยที่สุด คือ ตัวชี้วัดที่ 2"), Line("ประเด็นที่เป็นจุดอ่อนที่จะต้องแก้ไข")), (" ",))
    item = "ตัวชี้วัดที่ 2 การใช้งบประมาณ คะแนน 84.09 เป็นตัวชี้วัดที่ประเมินการรับรู้ของบุคลากรภายใน"
    assert seen(above, item) == [("weakness", "2", "84.09")]


def test_labels_down_the_side_under_a_title_row_for_each_indicator() -> None:
    rows = findings(
        table(
            "ตัวชี้วัดที่ 3 การใช้อำนาจ | <\nจุดแข็ง | มอบหมายงานตามความสามารถ\nจุดอ่อน | ไม่ทราบเกณฑ์\nสิ่งที่ต้องพัฒนา | -\n"
            "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร | <\nจุดแข็ง | เว็บไซต์เป็นปัจจุบัน\nจุดอ่อน | ไม่มี\nสิ่งที่ต้องพัฒนา | ช่องทางสอบถาม"
        )
    )
    assert [(f.kind, f.indicator_code, f.text) for f in rows] == [
        ("strength", "3", "มอบหมายงานตามความสามารถ"),
        ("weakness", "3", "ไม่ทราบเกณฑ์"),
        ("strength", "7", "เว็บไซต์เป็นปัจจุบัน"),
        ("to_develop", "7", "ช่องทางสอบถาม"),
    ]


def test_labels_beside_a_merged_indicator_and_a_row_that_goes_on() -> None:
    rows = findings(
        table(
            "ตัวชี้วัด | ประเด็น | รายละเอียด\nการใช้อำนาจ | จุดแข็ง | มอบหมายงานตามความสามารถ\n^ | จุดอ่อน | ไม่ทราบเกณฑ์\n"
            "^ |  | และไม่มีช่องทางสอบถาม\nการใช้งบประมาณ | จุดแข็ง | เปิดเผยแผน"
        )
    )
    assert [(f.kind, f.indicator_code, f.text) for f in rows] == [
        ("strength", "3", "มอบหมายงานตามความสามารถ"),
        ("weakness", "3", "ไม่ทราบเกณฑ์\nและไม่มีช่องทางสอบถาม"),
        ("strength", "2", "เปิดเผยแผน"),
    ]


def test_one_word_of_findings_down_a_column_is_no_column_of_labels() -> None:
    assert not findings(table("ประเด็น | รายละเอียด\nจุดแข็ง | ก\nงบประมาณ | ข\nบุคลากร | ค"))


def test_weaknesses_have_a_column_beside_the_strengths() -> None:
    drawing = "ตัวชี้วัด | จุดแข็ง | จุดอ่อน | สิ่งที่ต้องพัฒนา\nการใช้อำนาจ | มอบหมายงานชัดเจน | ไม่ทราบเกณฑ์ | สื่อสารเกณฑ์\nการใช้งบประมาณ | - | ไม่มี | เปิดเผยแผน"
    assert seen(table(drawing)) == [("strength", "3", ""), ("weakness", "3", ""), ("to_develop", "3", ""), ("to_develop", "2", "")]


def test_labels_down_the_side_whatever_the_findings_speak_of() -> None:
    drawing = "จุดแข็ง | มีทะเบียนคุมทรัพย์สิน\nจุดอ่อน | ขั้นตอนการยืมไม่ชัดเจน\nจุดที่ควรพัฒนา | จัดทำคู่มือการยืม"
    assert seen("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", table(drawing)) == [
        ("strength", "4", ""),
        ("weakness", "4", ""),
        ("to_develop", "4", ""),
    ]


def test_a_cell_that_lists_indicators_holds_a_finding_of_each() -> None:
    rows = table(
        "จุดแข็ง | จุดอ่อน\nตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้คะแนนเท่ากับ 100.00//ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล | "
        "1) ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ//2) ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"
    )
    cells = tuple(replace(cell, text=cell.text.replace("//", "\n")) for cell in rows.cells)
    assert seen(replace(rows, cells=cells)) == [
        ("strength", "10", "100.00"),
        ("strength", "9", ""),
        ("weakness", "4", ""),
        ("weakness", "8", ""),
    ]


def test_a_line_that_introduces_the_items_does_not_end_their_list() -> None:
    text = """2. ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน
    ตัวชี้วัดที่มีคะแนนต่ำกว่า 85 คะแนน มีจำนวน 2 ตัวชี้วัด ได้แก่
    2.1 การใช้ทรัพย์สินของราชการ (82.09 คะแนน) บุคลากรบางส่วนไม่ทราบแนวปฏิบัติที่ถูกต้อง
    2.2 การใช้งบประมาณ (84.16 คะแนน) บุคลากรรับรู้แผนการใช้จ่ายไม่ทั่วถึง
    3. มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"""
    assert [code for _, code, _ in seen(text)] == ["4", "2"]


def test_a_heading_of_few_words_in_the_last_line_of_an_item_begins_its_own_list() -> None:
    lines = ("1) ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ผู้รับบริการได้รับการปฏิบัติอย่างเท่าเทียม", "จุดที่ต้องพัฒนา (ตัวชี้วัดที่ได้คะแนนต่ำกว่า 85 คะแนน)")
    item = Paragraph(tuple(Line(line, 1) for line in lines))
    assert seen("จุดแข็ง", item, "1) ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ควรจัดทำแนวปฏิบัติการยืมให้ชัดเจน") == [
        ("strength", "6", ""),
        ("to_develop", "4", ""),
    ]


def test_a_heading_of_another_kind_ends_a_list_though_it_introduces_items() -> None:
    item = "1) ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ควรจัดทำแนวปฏิบัติการยืมให้ชัดเจน"
    heading = "จุดอ่อน คือ ตัวชี้วัดที่ได้คะแนนต่ำกว่า 85 คะแนน ได้แก่"
    assert seen("จุดแข็ง", heading, item) == [("weakness", "4", "")]


def test_the_indicator_and_score_of_a_row_stay_where_its_cells_name_indicators() -> None:
    drawing = "ตัวชี้วัด | คะแนน | จุดแข็ง | จุดที่ควรพัฒนา\nการใช้อำนาจ | 92.10 | ตัวชี้วัดที่ 3 มีคะแนนสูงกว่าปีก่อน | สื่อสารเกณฑ์ให้ชัดเจน"
    assert seen(table(drawing)) == [("strength", "3", "92.10"), ("to_develop", "3", "92.10")]
