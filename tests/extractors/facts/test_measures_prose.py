"""Measures from prose: numbered steps with those who are responsible or what was done."""

from __future__ import annotations

from extractors.facts.measures import find
from schemas.rows import Measure
from tests.build import context, table

HEAD = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ด้านคุณภาพการดำเนินงาน"
NEXT_HEAD = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ด้านประสิทธิภาพการสื่อสาร"


def measures(*blocks, **options) -> list[Measure]:
    return [row for row in find(context(*blocks, **options)).rows if isinstance(row, Measure)]


def seen(text: str) -> list[tuple[str, str, str, str]]:
    return [(m.indicator_code, m.step_no, m.text, m.responsible) for m in measures(text)]


def test_steps_each_followed_by_its_responsible_line() -> None:
    assert seen(
        f"""{HEAD}
        สำนักงานเขตพื้นที่การศึกษาจะต้องปรับปรุงการให้บริการให้ดีขึ้น
        ขั้นตอน/วิธีการปฏิบัติ
        1. สร้างความตระหนัก ดังนี้
        1.1 ประชุมบุคลากร
        - 1.2 สื่อสารผ่านกลุ่มไลน์
        ผู้รับผิดชอบ ผู้บริหารสำนักงาน
        2. จัดทำคู่มือ
        ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย
        {NEXT_HEAD}
        1. ปรับปรุงเว็บไซต์
        ผู้รับผิดชอบ กลุ่มอำนวยการ"""
    ) == [
        ("6", "1", "สร้างความตระหนัก ดังนี้\n1.1 ประชุมบุคลากร\n- 1.2 สื่อสารผ่านกลุ่มไลน์", "ผู้บริหารสำนักงาน"),
        ("6", "2", "จัดทำคู่มือ", "ทุกกลุ่ม/หน่วย"),
        ("7", "1", "ปรับปรุงเว็บไซต์", "กลุ่มอำนวยการ"),
    ]


def test_the_responsible_at_the_end_of_the_line_with_and_without_colon() -> None:
    assert seen(
        f"""{HEAD}
        ๑. จัดทำคู่มือการให้บริการ ผู้รับผิดชอบ : กลุ่มอำนวยการ
        ๒) จัดจุดบริการ **ผู้รับผิดชอบ** กลุ่มบริหารงานบุคคล
        (๓) จัดระบบคิว ให้ผู้รับผิดชอบข้อมูลทราบ (ผู้รับผิดชอบ: ทุกกลุ่ม/หน่วย)"""
    ) == [
        ("6", "1", "จัดทำคู่มือการให้บริการ", "กลุ่มอำนวยการ"),
        ("6", "2", "จัดจุดบริการ", "กลุ่มบริหารงานบุคคล"),
        ("6", "3", "จัดระบบคิว ให้ผู้รับผิดชอบข้อมูลทราบ", "ทุกกลุ่ม/หน่วย"),
    ]


def test_numbered_lines_of_progress_are_no_steps() -> None:
    rows = measures(
        f"""{HEAD}
        1. จัดทำคู่มือ
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        ความก้าวหน้า/ผลการดำเนินการตามมาตรการ
        1. ประกาศ
        2. ประชุม เข้าถึงได้จาก https://example.go.th/o13/
        4. การสร้างเครือข่าย
        2. จัดจุดบริการ
        ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย
        ความก้าวหน้า/ผลการดำเนินการตามมาตรการ
        ดำเนินการแล้ว
        ผลลัพธ์หรือความสำเร็จของการดำเนินการ
        คะแนนเพิ่มขึ้น"""
    )
    assert [(m.step_no, m.text, m.progress) for m in rows] == [
        ("1", "จัดทำคู่มือ", "1. ประกาศ\n2. ประชุม เข้าถึงได้จาก https://example.go.th/o13/\n4. การสร้างเครือข่าย"),
        ("2", "จัดจุดบริการ", "ดำเนินการแล้ว"),
    ]
    assert rows[0].evidence_urls == ("https://example.go.th/o13/",)


def test_steps_that_only_tell_progress() -> None:
    rows = measures(
        """1. มาตรการส่งเสริมคุณธรรมภายในหน่วยงาน ด้านการป้องกันการทุจริต
        1. ประกาศเจตจำนงสุจริต
        ความก้าวหน้า/ผลการดำเนินงาน
        ประกาศแล้วเมื่อ 5 มกราคม 2566
        2. จัดประชุมวิเคราะห์ความเสี่ยง ความก้าวหน้า/ผลการดำเนินงาน
        ประชุมแล้ว"""
    )
    assert [(m.indicator_code, m.step_no, m.text, m.responsible, m.progress) for m in rows] == [
        ("10", "1", "ประกาศเจตจำนงสุจริต", "", "ประกาศแล้วเมื่อ 5 มกราคม 2566"),
        ("10", "2", "จัดประชุมวิเคราะห์ความเสี่ยง", "", "ประชุมแล้ว"),
    ]


def test_a_number_that_goes_back_without_a_heading_has_no_indicator() -> None:
    """The heading was lost, and the steps are not those of the indicator above."""
    rows = measures(
        f"""{HEAD}
        3. มีช่องทางรับฟังความคิดเห็น
        ความก้าวหน้า/ผลการดำเนินงาน
        จัดทำแล้ว
        2. จัดทำคลิปแนะนำบริการ
        ความก้าวหน้า/ผลการดำเนินงาน
        เผยแพร่แล้ว"""
    )
    assert [(m.indicator_code, m.text) for m in rows] == [
        ("6", "มีช่องทางรับฟังความคิดเห็น"),
        ("", "จัดทำคลิปแนะนำบริการ"),
    ]


def test_one_label_behind_several_steps_makes_one_measure() -> None:
    rows = measures(
        f"""{HEAD}
        ขั้นตอนการดำเนินงาน
        1. ประชุมชี้แจง
        2. จัดทำคู่มือ
        ผู้รับผิดชอบ : กลุ่มอำนวยการ
        ระยะเวลา : ต.ค. 65 - มี.ค. 66"""
    )
    assert [(m.step_no, m.text, m.responsible, m.period_end) for m in rows] == [
        ("", "1. ประชุมชี้แจง\n2. จัดทำคู่มือ", "กลุ่มอำนวยการ", "2023-03-31")
    ]


def test_steps_without_numbers() -> None:
    assert seen(
        f"""{HEAD}
        - จัดทำคู่มือการให้บริการประชาชน
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        - จัดจุดบริการให้มีป้ายบอกทาง
        ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล"""
    ) == [
        ("6", "", "จัดทำคู่มือการให้บริการประชาชน", "กลุ่มอำนวยการ"),
        ("6", "", "จัดจุดบริการให้มีป้ายบอกทาง", "กลุ่มบริหารงานบุคคล"),
    ]


def test_period_and_budget_stand_before_the_responsible() -> None:
    rows = measures(
        f"""{HEAD}
        1) จัดทำคู่มือ
        ระยะเวลาดำเนินการ ไตรมาส 2
        งบประมาณ 5,000 บาท
        ผู้รับผิดชอบ
        กลุ่มอำนวยการ"""
    )
    assert [(m.text, m.period, str(m.budget_thb), m.responsible) for m in rows] == [
        ("จัดทำคู่มือ", "ไตรมาส 2", "5000", "กลุ่มอำนวยการ")
    ]


def test_monitoring_behind_the_last_step_is_that_of_all() -> None:
    rows = measures(
        f"""{HEAD}
        1. จัดทำคู่มือ
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        2. จัดจุดบริการ
        ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย
        การกำกับติดตามและรายงานผล รายงานในที่ประชุมรายไตรมาส"""
    )
    assert [m.monitoring for m in rows] == ["รายงานในที่ประชุมรายไตรมาส"] * 2


def test_a_wrapped_line_goes_on_and_a_new_paragraph_does_not() -> None:
    """In a PDF each printed line is a line of its paragraph."""
    from extractors.document import Line, Paragraph

    wrapped = Paragraph((Line("ผู้รับผิดชอบ กลุ่มอำนวยการ และกลุ่มส่งเสริม", 3), Line("การจัดการศึกษา", 3)), (" ",))
    rows = measures(HEAD, "1. จัดทำคู่มือ", wrapped, "ภาพกิจกรรม")
    assert [m.responsible for m in rows] == ["กลุ่มอำนวยการ และกลุ่มส่งเสริม การจัดการศึกษา"]


def test_who_is_responsible_for_something_else_is_no_label() -> None:
    assert seen(
        f"""{HEAD}
        1. จัดทำกระบวนการบริการ ซึ่งประกอบด้วย ขั้นตอน ระยะเวลา เอกสาร ผู้รับผิดชอบ หมายเลขโทรศัพท์ และเผยแพร่ผ่านเว็บไซต์
        2. ผู้รับผิดชอบข้อมูลมีการประสานงานกับหน่วยงานที่เกี่ยวข้อง"""
    ) == []


def test_a_section_of_the_report_closes_the_progress() -> None:
    rows = measures(
        f"""{HEAD}
        1. จัดทำคู่มือ
        ความก้าวหน้า
        เสร็จแล้ว
        ภาคผนวก
        ภาพประกอบ"""
    )
    assert [m.progress for m in rows] == ["เสร็จแล้ว"]


def test_measures_of_tables_and_prose_stand_in_the_order_of_the_document() -> None:
    rows = measures(
        HEAD,
        "1. จัดทำคู่มือ",
        "ผู้รับผิดชอบ กลุ่มอำนวยการ",
        table("ตัวชี้วัด | มาตรการ | ผู้รับผิดชอบ\nตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร | ปรับปรุงเว็บไซต์ | ทุกกลุ่ม"),
        NEXT_HEAD,
        "1. จัดทำจดหมายข่าว",
        "ผู้รับผิดชอบ กลุ่มอำนวยการ",
    )
    assert [(m.measure_id, m.text) for m in rows] == [
        ("m1", "จัดทำคู่มือ"),
        ("m2", "ปรับปรุงเว็บไซต์"),
        ("m3", "จัดทำจดหมายข่าว"),
    ]


def test_those_named_before_the_steps_are_responsible_for_them() -> None:
    assert seen(
        """ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน
        ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล
        ขั้นตอนการดำเนินงาน
        1. จัดทำแผน
        2. ติดตามผล
        ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        1. ปรับปรุงเว็บไซต์
        ผลการดำเนินงาน
        ปรับปรุงแล้ว"""
    ) == [
        ("8", "", "1. จัดทำแผน\n2. ติดตามผล", "กลุ่มบริหารงานบุคคล"),
        ("9", "1", "ปรับปรุงเว็บไซต์", "กลุ่มอำนวยการ"),
    ]


def test_a_heading_that_a_reader_cut_in_two_is_whole() -> None:
    assert seen(
        """มาตรการส่งเสริมคุณธรรมและความโปร่งใส ด้านคุณภาพการดำเนิน
        งาน
        1. จัดทำคู่มือ
        ผู้รับผิดชอบ กลุ่มอำนวยการ"""
    ) == [("6", "1", "จัดทำคู่มือ", "กลุ่มอำนวยการ")]


def test_a_heading_at_the_end_of_a_full_paragraph_is_found() -> None:
    from extractors.document import Line, Paragraph

    above = Paragraph((Line("การกำกับติดตาม รายงานในที่ประชุมของสำนักงาน"), Line(NEXT_HEAD)), ("",))
    rows = measures(HEAD, "1. จัดทำคู่มือ", "ผู้รับผิดชอบ กลุ่มอำนวยการ", above, "1. ปรับปรุงเว็บไซต์", "ผู้รับผิดชอบ ทุกกลุ่ม")
    assert [(m.indicator_code, m.monitoring) for m in rows] == [("6", "รายงานในที่ประชุมของสำนักงาน"), ("7", "")]


def test_a_heading_that_names_no_known_indicator_ends_the_one_above() -> None:
    rows = measures(
        f"""{HEAD}
        1. จัดทำคู่มือ
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        มาตรการส่งเสริมคุณธรรมและความโปร่งใส ด้านการให้บริการทั่วไป
        1. จัดห้องรับรอง
        ผู้รับผิดชอบ กลุ่มอำนวยการ"""
    )
    assert [m.indicator_code for m in rows] == ["6", ""]


def test_a_numbered_heading_may_be_the_step_itself() -> None:
    rows = measures(
        """มาตรการส่งเสริมคุณธรรมและความโปร่งใส
        1. มาตรการด้านการเปิดเผยข้อมูล
        ผู้รับผิดชอบ กลุ่มอำนวยการ"""
    )
    assert [(m.indicator_code, m.step_no, m.text) for m in rows] == [("9", "1", "มาตรการด้านการเปิดเผยข้อมูล")]


def test_parts_of_a_measure_with_numbers_of_their_own() -> None:
    rows = measures(
        """๑. มาตรการส่งเสริมคุณธรรม ด้านคุณภาพการดำเนินงาน
        ๑.๑ ขั้นตอนการดำเนินงาน
        ๑) จัดทำคู่มือ
        ๒) เผยแพร่คู่มือ
        ๑.๒ ผู้รับผิดชอบ : กลุ่มอำนวยการ
        ๑.๓ ผลการดำเนินงาน : จัดทำแล้วเสร็จ"""
    )
    assert [(m.text, m.responsible, m.progress) for m in rows] == [
        ("๑) จัดทำคู่มือ\n๒) เผยแพร่คู่มือ", "กลุ่มอำนวยการ", "จัดทำแล้วเสร็จ")
    ]


def test_a_closing_line_at_the_top_of_a_paragraph_closes_the_progress() -> None:
    from extractors.document import Line, Paragraph

    outcome = Paragraph((Line("ผลลัพธ์หรือความสำเร็จของการดำเนินการ"), Line("ทำให้ผลคะแนนเพิ่มขึ้นทุกด้าน " * 8)), (" ",))
    rows = measures(HEAD, "1. จัดทำคู่มือ", "ความก้าวหน้า", "เสร็จแล้ว", outcome)
    assert [m.progress for m in rows] == ["เสร็จแล้ว"]


def test_a_numbered_measure_over_numbered_steps_is_their_heading() -> None:
    rows = measures(
        """มาตรการที่ 1 การพัฒนาการให้บริการ
        1. จัดทำคู่มือการให้บริการ
        ผู้รับผิดชอบ กลุ่มอำนวยการ
        2. อบรมผู้ให้บริการ
        ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล"""
    )
    assert [(m.heading, m.step_no, m.text) for m in rows] == [
        ("การพัฒนาการให้บริการ", "1", "จัดทำคู่มือการให้บริการ"),
        ("การพัฒนาการให้บริการ", "2", "อบรมผู้ให้บริการ"),
    ]


def test_all_bullets_before_the_responsible_are_one_measure() -> None:
    assert seen(
        """แนวทางการพัฒนาตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร
        - ปรับปรุงเว็บไซต์ของหน่วยงานให้ทันสมัย
        - เพิ่มช่องทางการติดต่อผ่านไลน์
        ผู้รับผิดชอบ : กลุ่มอำนวยการ"""
    ) == [("7", "", "ปรับปรุงเว็บไซต์ของหน่วยงานให้ทันสมัย\n- เพิ่มช่องทางการติดต่อผ่านไลน์", "กลุ่มอำนวยการ")]
