"""Measures from tables: whatever the order of columns, a row is a unit of action."""

from __future__ import annotations

from extractors.facts.measures import find
from schemas.rows import Measure, MeasureStep
from tests.build import context, table

QUALITY = "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"
SPEECH = "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"


def measures(*blocks, **options) -> list[Measure]:
    return [row for row in find(context(*blocks, **options)).rows if isinstance(row, Measure)]


def seen(*blocks, **options) -> list[tuple[str, str, str]]:
    return [(m.indicator_code, m.text, m.responsible) for m in measures(*blocks, **options)]


def test_columns_in_their_usual_order() -> None:
    rows = measures(
        table(
            "ตัวชี้วัด | มาตรการ | ขั้นตอน/วิธีการ | ผู้รับผิดชอบ | ระยะเวลา\n"
            f"{QUALITY} | จัดทำคู่มือการให้บริการ | ประชุมชี้แจงแล้วเผยแพร่ | กลุ่มอำนวยการ | ต.ค. 65 - ธ.ค. 65"
        )
    )
    assert [(m.indicator_code, m.indicator_name, m.text, m.method) for m in rows] == [
        ("6", "คุณภาพการดำเนินงาน", "จัดทำคู่มือการให้บริการ", "ประชุมชี้แจงแล้วเผยแพร่")
    ]
    assert (rows[0].period_start, rows[0].period_end) == ("2022-10-01", "2022-12-31")
    assert rows[0].period == "ต.ค. 65 - ธ.ค. 65"
    assert (rows[0].table_no, rows[0].row_no, rows[0].responsible_units) == (1, 2, ("กลุ่มอำนวยการ",))


def test_the_responsible_stand_before_the_text() -> None:
    assert seen(
        table(
            "ลำดับ | ผู้รับผิดชอบ | แนวทางการพัฒนา | กำหนดแล้วเสร็จ | ประเด็นตัวชี้วัด\n"
            "1 | กลุ่มนโยบายและแผน | เผยแพร่แผนการใช้จ่าย | มี.ค. 66 | การใช้งบประมาณ\n"
            "2 | กลุ่มกฎหมายและคดี | ประกาศแนวปฏิบัติเรื่องร้องเรียน | มี.ค. 66 | การแก้ไขปัญหาการทุจริต"
        )
    ) == [
        ("2", "เผยแพร่แผนการใช้จ่าย", "กลุ่มนโยบายและแผน"),
        ("5", "ประกาศแนวปฏิบัติเรื่องร้องเรียน", "กลุ่มกฎหมายและคดี"),
    ]


def test_a_column_of_measures_that_names_indicators_is_the_heading() -> None:
    rows = measures(
        table(
            "มาตรการ | วิธีปฏิบัติ | การกำกับติดตาม | ผู้รับผิดชอบ\n"
            "มาตรการการใช้งบประมาณ | จัดทำแผนการใช้จ่ายประจำปี | รายงานทุกเดือน | กลุ่มนโยบายและแผน\n"
            "^ | รายงานผลการใช้จ่าย | ^ | กลุ่มบริหารงานการเงินและสินทรัพย์\n"
            "มาตรการป้องกันการทุจริต | ประกาศนโยบายไม่รับของขวัญ | ประชุมบุคลากร | กลุ่มอำนวยการ"
        )
    )
    assert [(m.indicator_code, m.heading, m.text, m.monitoring) for m in rows] == [
        ("2", "มาตรการการใช้งบประมาณ", "จัดทำแผนการใช้จ่ายประจำปี", "รายงานทุกเดือน"),
        ("2", "มาตรการการใช้งบประมาณ", "รายงานผลการใช้จ่าย", "รายงานทุกเดือน"),
        ("10", "มาตรการป้องกันการทุจริต", "ประกาศนโยบายไม่รับของขวัญ", "ประชุมบุคลากร"),
    ]


def test_headers_down_the_first_column() -> None:
    rows = measures(
        table(
            f"ตัวชี้วัด | {QUALITY} | {SPEECH}\n"
            "มาตรการ | จัดทำคู่มือการให้บริการ | เพิ่มช่องทางการติดต่อ\n"
            "ผู้รับผิดชอบ | กลุ่มอำนวยการ | ทุกกลุ่ม/หน่วย\n"
            "ระยะเวลา | ไตรมาส 2 | ไตรมาส 3"
        ),
        year=2566,
    )
    assert [(m.indicator_code, m.text, m.responsible, m.period_start, m.row_no) for m in rows] == [
        ("6", "จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ", "2023-01-01", None),
        ("7", "เพิ่มช่องทางการติดต่อ", "ทุกกลุ่ม/หน่วย", "2023-04-01", None),
    ]


def test_the_indicator_is_a_section_row_and_digits_are_thai() -> None:
    assert seen(
        table(
            "ที่ | กิจกรรม/แนวทาง | วันเดือนปี | หน่วยงานที่รับผิดชอบ\n"
            "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน | < | < | <\n"
            "๑ | จัดทำคู่มือการให้บริการ | ม.ค. ๖๖ | กลุ่มอำนวยการ\n"
            "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน | | |\n"
            "๑ | เปิดระบบนัดหมายออนไลน์ | ก.พ. ๖๖ | กลุ่มบริหารงานบุคคล"
        )
    ) == [("6", "จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ"), ("8", "เปิดระบบนัดหมายออนไลน์", "กลุ่มบริหารงานบุคคล")]


def test_the_caption_names_the_indicator_of_the_whole_table() -> None:
    head = "ประเด็นการประเมิน | แผนงาน/กิจกรรม | ผู้รับผิดชอบ\n"
    assert seen(
        "แผนการพัฒนา",
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
        table(head + "การเผยแพร่ข้อมูล | ปรับปรุงเว็บไซต์ | กลุ่มอำนวยการ"),
        "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน",
        table(head + "กระบวนการทำงาน | ลดขั้นตอนการให้บริการ | ทุกกลุ่ม/หน่วย"),
    ) == [("7", "ปรับปรุงเว็บไซต์", "กลุ่มอำนวยการ"), ("8", "ลดขั้นตอนการให้บริการ", "ทุกกลุ่ม/หน่วย")]


def test_a_paragraph_of_text_is_no_caption() -> None:
    analysis = "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน คะแนน 97.89 เป็นตัวชี้วัดที่ประเมินการรับรู้ของผู้รับบริการ " * 4
    rows = measures(analysis, table("มาตรการ | ผู้รับผิดชอบ\nจัดทำคู่มือ | กลุ่มอำนวยการ"))
    assert [m.indicator_code for m in rows] == [""]


def test_a_table_without_a_caption_goes_on_with_the_one_above() -> None:
    head = "ประเด็นการประเมิน | แผนงาน/กิจกรรม | ผู้รับผิดชอบ | ขั้นตอน\n"
    rows = measures(
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
        table(head + "ช่องทาง | ปรับปรุงเว็บไซต์ | กลุ่มอำนวยการ | (1) สำรวจ (2) แก้ไข"),
        table(head + " | | | (3) เผยแพร่\nการเผยแพร่ | จัดทำจดหมายข่าว | กลุ่มอำนวยการ | พิมพ์ทุกเดือน"),
    )
    assert [(m.indicator_code, m.text, m.method) for m in rows] == [
        ("7", "ปรับปรุงเว็บไซต์", "(1) สำรวจ (2) แก้ไข\n(3) เผยแพร่"),
        ("7", "จัดทำจดหมายข่าว", "พิมพ์ทุกเดือน"),
    ]


def test_a_row_cut_by_the_page_end_is_one_measure() -> None:
    cut = (
        "ตัวชี้วัด | ขั้นตอนการดำเนินงาน | ผู้รับผิดชอบ\n"
        f"{QUALITY} | 1. ประชุมชี้แจง¶2. จัดทำคู่มือ | กลุ่มอำนวยการ\n"
        " | 3. เผยแพร่คู่มือ¶4. ประเมินผล |\n"
        f"{SPEECH} | ปรับปรุงเว็บไซต์ให้ทันสมัย | กลุ่มอำนวยการ\n"
        " | และเผยแพร่ทุกเดือน |"
    )
    for source in ("text_layer", "docx", "text"):
        assert seen(table(cut), text_source=source) == [
            ("6", "1. ประชุมชี้แจง\n2. จัดทำคู่มือ\n3. เผยแพร่คู่มือ\n4. ประเมินผล", "กลุ่มอำนวยการ"),
            ("7", "ปรับปรุงเว็บไซต์ให้ทันสมัย\nและเผยแพร่ทุกเดือน", "กลุ่มอำนวยการ"),
        ]


def test_a_row_with_its_own_responsible_under_an_empty_indicator_is_a_measure() -> None:
    assert seen(
        table(
            "ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\n"
            f"{QUALITY} | จัดทำคู่มือการให้บริการ | กลุ่มอำนวยการ\n"
            " | ปรับปรุงจุดบริการ | กลุ่มบริหารงานบุคคล"
        )
    ) == [("6", "จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ"), ("6", "ปรับปรุงจุดบริการ", "กลุ่มบริหารงานบุคคล")]


def test_one_step_a_row_under_a_merged_responsible() -> None:
    assert seen(
        table(
            "ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\n"
            f"{QUALITY} | 1. จัดทำคู่มือการให้บริการ | กลุ่มอำนวยการ\n"
            "^ | 2. ปรับปรุงจุดบริการ | ^"
        )
    ) == [("6", "1. จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ"), ("6", "2. ปรับปรุงจุดบริการ", "กลุ่มอำนวยการ")]


def test_the_issues_of_an_indicator_stand_in_its_own_column() -> None:
    rows = measures(
        table(
            "ตัวชี้วัด/ประเด็นการประเมิน | วิธีการดำเนินงาน | ผู้รับผิดชอบ\n"
            "ตัวชี้วัดที่ 10 การป้องกันการทุจริต¶1. เจตจำนงสุจริต | ประกาศเจตจำนง | กลุ่มอำนวยการ\n"
            "2. การประเมินความเสี่ยง | จัดประชุมวิเคราะห์ | กลุ่มกฎหมายและคดี"
        )
    )
    assert [(m.indicator_code, m.heading) for m in rows] == [
        ("10", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต\n1. เจตจำนงสุจริต"),
        ("10", "2. การประเมินความเสี่ยง"),
    ]


def test_one_measure_over_rows_of_steps_with_responsibles_of_their_own() -> None:
    rows = measures(
        table(
            "มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\n"
            "พัฒนาระบบการให้บริการผ่านเว็บไซต์ | สำรวจความต้องการ | กลุ่มอำนวยการ\n"
            "^ | พัฒนาระบบ | กลุ่มส่งเสริมการศึกษาทางไกล"
        )
    )
    assert [(m.heading, m.text, m.responsible) for m in rows] == [
        ("พัฒนาระบบการให้บริการผ่านเว็บไซต์", "สำรวจความต้องการ", "กลุ่มอำนวยการ"),
        ("พัฒนาระบบการให้บริการผ่านเว็บไซต์", "พัฒนาระบบ", "กลุ่มส่งเสริมการศึกษาทางไกล"),
    ]


def test_indicators_by_number_alone() -> None:
    assert seen(
        table("ตัวชี้วัดที่ | มาตรการ | ผู้รับผิดชอบ\n๖ | จัดทำคู่มือ | กลุ่มอำนวยการ\n๙ | ปรับปรุงเว็บไซต์ | ทุกกลุ่ม/หน่วย")
    ) == [("6", "จัดทำคู่มือ", "กลุ่มอำนวยการ"), ("9", "ปรับปรุงเว็บไซต์", "ทุกกลุ่ม/หน่วย")]


def test_what_was_done_with_its_links_and_its_budget() -> None:
    rows = measures(
        table(
            "ตัวชี้วัด | มาตรการ | งบประมาณ | ผลการดำเนินงาน | ผู้รับผิดชอบ\n"
            f"{QUALITY} | อบรมผู้ให้บริการ | 12,000 บาท | อบรมแล้ว 40 คน https://example.go.th/o14 | กลุ่มอำนวยการ"
        )
    )
    assert (str(rows[0].budget_thb), rows[0].progress) == ("12000", "อบรมแล้ว 40 คน https://example.go.th/o14")
    assert rows[0].evidence_urls == ("https://example.go.th/o14",)


def test_the_same_table_twice_is_one_set_of_measures() -> None:
    plan = f"ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\n{QUALITY} | จัดทำคู่มือ | กลุ่มอำนวยการ"
    assert len(seen(table(plan), "ภาคผนวก", table(plan))) == 1


def test_a_table_that_counts_people_is_no_table_of_measures() -> None:
    counted = "ที่ | กลุ่ม/หน่วย | การดำเนินการตามมาตรการ\n1 | กลุ่มอำนวยการ | 17\n2 | กลุ่มกฎหมายและคดี | 2"
    assert seen(table(counted)) == []


def test_a_measure_without_an_indicator_is_told_once_for_a_table() -> None:
    found = find(context(table("มาตรการ | ผู้รับผิดชอบ\nจัดทำคู่มือ | กลุ่มอำนวยการ\nจัดอบรม | กลุ่มอำนวยการ")))
    assert [issue.code for issue in found.issues] == ["I_MEASURE_WITHOUT_INDICATOR"]
    assert found.used_tables == frozenset({1})


def test_the_steps_of_a_measure_follow_it() -> None:
    rows = find(
        context(
            table(
                "ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\n"
                f"{QUALITY} | ๑.จัดประชุมปี 2566 ๒.จัดทำคู่มือฉบับที่ 2.1 ๓. เผยแพร่ | กลุ่มอำนวยการ"
            )
        )
    ).rows
    assert [(s.measure_id, s.step_no, s.text) for s in rows if isinstance(s, MeasureStep)] == [
        ("m1", "1", "จัดประชุมปี 2566"),
        ("m1", "2", "จัดทำคู่มือฉบับที่ 2.1"),
        ("m1", "3", "เผยแพร่"),
    ]


def test_rows_of_a_table_without_keys_are_measures_of_their_own() -> None:
    rows = measures(
        table(
            "มาตรการ | ผลการดำเนินการ | หลักฐาน\n"
            "มาตรการด้านการเปิดเผยข้อมูล | เผยแพร่ครบทุกรายการ | https://example.go.th/a\n"
            "มาตรการด้านคุณภาพการดำเนินงาน | จัดทำคู่มือ | https://example.go.th/b"
        )
    )
    assert [(m.indicator_code, m.progress, m.evidence_urls) for m in rows] == [
        ("9", "เผยแพร่ครบทุกรายการ", ("https://example.go.th/a",)),
        ("6", "จัดทำคู่มือ", ("https://example.go.th/b",)),
    ]


def test_an_issue_cut_by_the_page_end_is_one_heading() -> None:
    rows = measures(
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร",
        table(
            "ประเด็นการประเมิน | มาตรการ | ผู้รับผิดชอบ\n"
            "การเผยแพร่ข้อมูลของหน่วยงาน | จัดทำเว็บไซต์ | กลุ่มอำนวยการ\n"
            "ให้สาธารณชนทราบ | และจดหมายข่าว |"
        ),
    )
    assert [(m.heading, m.text) for m in rows] == [
        ("การเผยแพร่ข้อมูลของหน่วยงาน\nให้สาธารณชนทราบ", "จัดทำเว็บไซต์\nและจดหมายข่าว")
    ]


def test_a_first_row_with_header_words_is_no_header() -> None:
    """The first measure begins with list numbers and names a quarter, as headers of other tables do."""
    assert seen(
        table(
            "ประเด็นการประเมิน | แผนงาน/กิจกรรม | ผู้รับผิดชอบ | ระยะเวลา\n"
            "1.มาตรการส่งเสริมคุณธรรม | 1.กิจกรรมสร้างการรับรู้ | กลุ่มอำนวยการ | ไตรมาส 3 ของปี\n"
            "2.การมีส่วนร่วม | 2.กิจกรรมจิตอาสา | ทุกกลุ่ม/หน่วย | ไตรมาส 4 ของปี"
        )
    ) == [("", "1.กิจกรรมสร้างการรับรู้", "กลุ่มอำนวยการ"), ("", "2.กิจกรรมจิตอาสา", "ทุกกลุ่ม/หน่วย")]


def test_a_measure_with_steps_in_rows_of_a_shared_responsible_is_one() -> None:
    rows = measures(
        table(
            "ที่ | มาตรการ | วิธีดำเนินการ | ผู้รับผิดชอบ\n"
            "1 | เผยแพร่ข้อมูลต่อสาธารณะ | แต่งตั้งคณะทำงาน | กลุ่มอำนวยการ\n"
            "^ | ^ | กำหนดช่องทาง | ^"
        )
    )
    assert [(m.step_no, m.text, m.method) for m in rows] == [
        ("1", "เผยแพร่ข้อมูลต่อสาธารณะ", "แต่งตั้งคณะทำงาน\nกำหนดช่องทาง")
    ]


def test_each_issue_may_name_its_own_indicator() -> None:
    assert seen(
        table(
            "ที่ | ประเด็นที่ต้องปรับปรุง | มาตรการ | ผู้รับผิดชอบ\n"
            f"1 | {QUALITY} | จัดทำคู่มือการให้บริการ | กลุ่มอำนวยการ\n"
            f"2 | {SPEECH} | เผยแพร่ข่าวทุกสัปดาห์ | กลุ่มอำนวยการ\n"
            "3 | การประชุมภายใน | ประชุมทุกเดือน | กลุ่มอำนวยการ"
        )
    ) == [
        ("6", "จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ"),
        ("7", "เผยแพร่ข่าวทุกสัปดาห์", "กลุ่มอำนวยการ"),
        ("", "ประชุมทุกเดือน", "กลุ่มอำนวยการ"),
    ]


def test_a_unit_typed_over_two_rows_is_one() -> None:
    drawing = (
        "ที่ | ตัวชี้วัด | แนวทางดำเนินการ | หน่วยรับผิดชอบ | ห้วงเวลา\n"
        "1 | คุณภาพ | ปรับปรุงแผนผังการให้บริการ | กลุ่มบริหารงาน | ม.ค. -\n"
        " | การดำเนินงาน | ติดไว้ทุกจุดบริการ | การเงินและสินทรัพย์ | ก.พ. 2567\n"
        "2 | การใช้งบประมาณ | เผยแพร่แผน | กลุ่มอำนวยการ | ทุกเดือน"
    )
    rows = measures(table(drawing))
    assert [(m.indicator_code, m.text, m.responsible, m.period) for m in rows] == [
        ("6", "ปรับปรุงแผนผังการให้บริการ\nติดไว้ทุกจุดบริการ", "กลุ่มบริหารงานการเงินและสินทรัพย์", "ม.ค. - ก.พ. 2567"),
        ("2", "เผยแพร่แผน", "กลุ่มอำนวยการ", "ทุกเดือน"),
    ]


def test_a_row_without_a_number_that_says_something_alone_is_a_measure() -> None:
    drawing = (
        "ที่ | ตัวชี้วัด | แนวทางดำเนินการ | ผู้รับผิดชอบ | ระยะเวลา\n"
        f"1 | {QUALITY} | ปรับปรุงแผนผัง | กลุ่มอำนวยการ | ม.ค. 67\n | | จัดอบรมการให้บริการ | กลุ่มบริหารงานบุคคล | ก.พ. 67"
    )
    assert [row[2] for row in seen(table(drawing))] == ["กลุ่มอำนวยการ", "กลุ่มบริหารงานบุคคล"]


def test_the_rest_of_a_row_cut_by_a_page_end_belongs_to_it_under_a_caption() -> None:
    before = table("ที่ | กิจกรรม | ผู้รับผิดชอบ | ตัวชี้วัด\n1 | จัดทำทะเบียนคุมรถ | กลุ่มอำนวยการ | ตัวชี้วัดที่ 4")
    after = table(" | และแจ้งเวียนทุกกลุ่ม | | \n2 | ให้ความรู้ | กลุ่มกฎหมายและคดี | ตัวชี้วัดที่ 5", number=2)
    assert [m.text for m in measures("แผนปรับปรุง", before, after)] == ["จัดทำทะเบียนคุมรถ\nและแจ้งเวียนทุกกลุ่ม", "ให้ความรู้"]


def test_a_timetable_of_a_meeting_is_no_table_of_measures() -> None:
    drawing = "เวลา | กิจกรรม | วิทยากร/ผู้รับผิดชอบ\n08.30 - 09.00 น. | ลงทะเบียน | กลุ่มกฎหมายและคดี\n09.00 น. | พิธีเปิด | ผู้อำนวยการ"
    assert not seen(table(drawing))
    assert len(seen(table(drawing.replace("08.30 - 09.00 น.", "ม.ค. 67").replace("09.00 น.", "ก.พ. 67")))) == 2


def test_issues_that_name_their_indicators_need_no_caption() -> None:
    drawing = (
        "ประเด็นที่ต้องแก้ไข | มาตรการ | ผู้รับผิดชอบ\nการปรับปรุงระบบการทำงาน (ตัวชี้วัดที่ 8) | จัดทำระบบจองคิว | กลุ่มอำนวยการ\n"
        "ประสิทธิภาพการสื่อสาร (ตัวชี้วัดที่ 7) | จัดทำสื่อสองภาษา | กลุ่มอำนวยการ"
    )
    assert [row[0] for row in seen("ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน ได้คะแนนน้อย", table(drawing))] == ["8", "7"]


def test_a_row_that_only_sums_up_is_no_measure() -> None:
    assert seen(
        table(
            "ตัวชี้วัด | มาตรการ | หน่วยงานผู้รับผิดชอบ | งบประมาณ\n"
            f"{QUALITY} | รวมพลังให้บริการจุดเดียว | กลุ่มอำนวยการ | 2,000\n"
            "รวมตัวชี้วัดที่ 6 | | | 2,000\n"
            f"{SPEECH} | จัดทำผังการสื่อสาร | กลุ่มนิเทศ | 500\n"
            " | รวมทั้งสิ้น | | 2,500"
        )
    ) == [("6", "รวมพลังให้บริการจุดเดียว", "กลุ่มอำนวยการ"), ("7", "จัดทำผังการสื่อสาร", "กลุ่มนิเทศ")]
