"""Labels in running text: words that name a part of a measure, and sentences that only look so."""

from __future__ import annotations

import pytest

from extractors.facts.labels import begins_part, cut, label
from extractors.facts.wording import closes, finding_kind, goes_on, heads, says_none, without_lead


@pytest.mark.parametrize(
    ("line", "field", "rest"),
    [
        ("ผู้รับผิดชอบ กลุ่มอำนวยการ", "responsible", "กลุ่มอำนวยการ"),
        ("**ผู้รับผิดชอบ** : นายสมชาย ใจดี", "responsible", "นายสมชาย ใจดี"),
        ("2.3 ผู้รับผิดชอบ: ทุกกลุ่ม/หน่วย", "responsible", "ทุกกลุ่ม/หน่วย"),
        ("ผู้ รับผิดชอบ", "responsible", ""),
        ("ผู้รับผิดชอบ ผู้รับผิดชอบตัวชี้วัด", "responsible", "ผู้รับผิดชอบตัวชี้วัด"),
        ("ความก้าวหน้า/ผลการดำเนินการตามมาตรการ", "progress", ""),
        ("ผลการดำเนินงาน : จัดทำแล้วเสร็จ", "progress", "จัดทำแล้วเสร็จ"),
        ("ระยะเวลาดำเนินการ ไตรมาส 3", "period", "ไตรมาส 3"),
        ("การกำกับติดตามและรายงานผล รายงานรายไตรมาส", "monitoring", "รายงานรายไตรมาส"),
        ("งบประมาณ ๕,๐๐๐ บาท", "budget", "๕,๐๐๐ บาท"),
        ("ขั้นตอน/วิธีการปฏิบัติ", "steps", ""),
        ("แนวทางการดำเนินงาน : จัดทำคู่มือ", "steps", "จัดทำคู่มือ"),
    ],
)
def test_a_line_begins_with_a_label(line: str, field: str, rest: str) -> None:
    found = label(line)
    assert found is not None
    assert (found.field, found.rest) == (field, rest)


@pytest.mark.parametrize(
    "line",
    [
        "ผู้รับผิดชอบข้อมูลมีการประสานงานกับหน่วยงานที่เกี่ยวข้อง",
        "ระยะเวลาที่กำหนดไว้อย่างเคร่งครัด",
        "ผลการดำเนินงานของสำนักงานเขตเป็นไปตามแผน",
        "ขั้นตอนการให้บริการมีความชัดเจน",
        "งบประมาณประจำปีของหน่วยงาน",
        "3. รายงานผลการดำเนินงาน",
        "4. การกำกับติดตาม การใช้จ่ายงบประมาณ",
    ],
)
def test_a_sentence_or_step_is_no_label(line: str) -> None:
    assert label(line) is None


def test_a_line_is_cut_at_the_labels_inside_it() -> None:
    line = "1. จัดทำคู่มือ ผู้รับผิดชอบ กลุ่มอำนวยการ ความก้าวหน้า/ผลการดำเนินงาน เผยแพร่แล้ว"
    assert [(part.field, part.rest) for part in cut(line)] == [
        ("", "1. จัดทำคู่มือ"),
        ("responsible", "กลุ่มอำนวยการ"),
        ("progress", "เผยแพร่แล้ว"),
    ]


def test_the_word_alone_does_not_cut_a_line() -> None:
    line = "ขั้นตอนการให้บริการ ระยะเวลา ผู้รับผิดชอบ หมายเลขโทรศัพท์ และผลการดำเนินงาน"
    assert [(part.field, part.rest) for part in cut(line)] == [("", line)]


def test_a_printed_line_inside_a_paragraph_needs_a_holder() -> None:
    assert begins_part("ผู้รับผิดชอบ ทุกกลุ่ม/หน่วย")
    assert begins_part("ความก้าวหน้า/ผลการดำเนินงาน")
    assert not begins_part("ผู้รับผิดชอบ หมายเลขโทรศัพท์")


def test_any_label_before_a_colon_surely_begins_a_part() -> None:
    assert begins_part("ระยะเวลา : ตุลาคม 2564 - กันยายน 2565")
    assert not begins_part("ระยะเวลาที่กำหนดไว้ในแผน")


def test_words_that_head_close_and_go_on() -> None:
    assert heads("๒. มาตรการส่งเสริมคุณธรรม ด้านการเปิดเผยข้อมูล") == "มาตรการ"
    assert heads("จัดทำมาตรการ") == ""
    assert closes("ส่วนที่ 3 ผลการดำเนินงาน")
    assert not closes("ส่วนที่ 3 " + "ข้อความยาวมาก" * 20)
    assert goes_on("และเผยแพร่ทุกเดือน")
    assert without_lead("1. มาตรการด้านการใช้งบประมาณ") == "การใช้งบประมาณ"


def test_headings_of_findings() -> None:
    assert finding_kind("2.1 จุดแข็ง (คะแนนมากกว่าร้อยละ 95)") == "strength"
    assert finding_kind("ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน") == "weakness"
    assert finding_kind("จุดที่ควรพัฒนาและข้อจำกัด") == "to_develop"
    assert finding_kind("สรุปได้ว่าจุดแข็งของหน่วยงาน") == ""
    assert says_none(" - ") and says_none("ไม่มี") and not says_none("ไม่มีระบบนัดหมายที่ชัดเจนสำหรับผู้รับบริการ")
