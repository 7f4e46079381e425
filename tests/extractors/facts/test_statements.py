"""What reports say about themselves: counts, years of captions, the number of offices, offices."""

import pytest

from extractors.facts.sections import Sections
from extractors.facts.statements import condition, find
from schemas.rows import Statement
from tests.build import context, table

SCORES = "ตัวชี้วัดที่ | ตัวชี้วัด | คะแนน\n1 | การปฏิบัติหน้าที่ | 99.02\n2 | การใช้งบประมาณ | 94.90"


def of_kind(kind: str, *blocks: object) -> list[Statement]:
    return [row for row in find(context(*blocks)).rows if isinstance(row, Statement) and row.kind == kind]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ตัวชี้วัดที่ได้คะแนนน้อยกว่าร้อยละ 95", "<95"),
        ("ตัวชี้วัดที่ได้คะแนนตั้งแต่ร้อยละ 95", ">=95"),
        ("ได้คะแนนร้อยละ 85 ขึ้นไป", ">=85"),
        ("ต่ำกว่า 85.00 คะแนน", "<85.00"),
        ("มากกว่าหรือเท่ากับ 90", ">=90"),
        ("อยู่ในระดับ AA (Excellence)", "AA"),
        ("ระหว่าง 85 ถึง 94.99 คะแนน", ""),
        ("ได้คะแนน 95.00", ""),
    ],
)
def test_the_condition_of_a_count_is_read_from_its_words(text: str, said: str) -> None:
    assert condition(text, last=True) == said


def test_a_count_with_a_bound_before_or_behind_it_is_found() -> None:
    before, behind = of_kind(
        "count",
        "จุดที่ควรพัฒนา (ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ ๙๐) จำนวน ๓ ตัวชี้วัด คือ",
        "ปีงบประมาณ พ.ศ. 2565 มี 2 ตัวชี้วัด ที่ได้คะแนนไม่ถึง 85 คะแนน",
    )
    assert (before.value, before.condition, before.fiscal_year) == ("3", "<90", None)
    assert (behind.value, behind.condition, behind.fiscal_year) == ("2", "<85", 2565)


def test_several_counts_of_one_sentence_keep_their_own_grades() -> None:
    found = of_kind("count", "มีระดับ AA จำนวน 6 ตัวชี้วัด ระดับ A จำนวน 3 ตัวชี้วัด และระดับ B จำนวน 1 ตัวชี้วัด")
    assert [(s.value, s.condition) for s in found] == [("6", "AA"), ("3", "A"), ("1", "B")]


@pytest.mark.parametrize(
    "text",
    [
        "สอบถามการรับรู้ใน 5 ตัวชี้วัด ได้แก่",
        "มีประเด็นที่จะพัฒนา จำนวน 7 ตัวชี้วัด ซึ่งมีผลคะแนนระดับ AA",
        "ผู้เข้าอบรมจำนวน 95 คน",
    ],
)
def test_numbers_that_count_nothing_by_score_are_left_alone(text: str) -> None:
    assert of_kind("count", text) == []


def test_a_count_belongs_to_the_instrument_of_its_section() -> None:
    inside, whole = of_kind(
        "count",
        "1. จุดแข็ง",
        "1.1 ผลการประเมินตามแบบวัดการรับรู้ภายใน (IIT)",
        "ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ 95 จำนวน 5 ตัวชี้วัด คือ",
        "2. จุดที่ควรพัฒนา ตัวชี้วัดที่ได้คะแนนน้อยกว่าร้อยละ 95 จำนวน 4 ตัวชี้วัด คือ",
    )
    assert (inside.scope, whole.scope) == ("IIT", "")


def test_a_list_inside_a_section_does_not_end_it() -> None:
    sections = Sections()
    assert sections.enter("1.2 แบบวัดการรับรู้ภายนอก (EIT)") == "EIT"
    assert sections.enter("1. ผู้รับบริการ") == "EIT"
    assert sections.enter("1.3 แบบตรวจการเปิดเผยข้อมูล (OIT)") == "OIT"
    assert sections.enter("เปรียบเทียบ IIT กับ EIT") == ""


def test_the_year_of_a_tables_caption_is_found_with_its_table() -> None:
    caption = ("ตารางที่ ๒ ผลการประเมิน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔")
    (found,) = of_kind("caption_year", "ผลของปีงบประมาณ 2563", *caption, table(SCORES))
    assert (found.value, found.table_no, found.source) == ("2564", 1, "caption")


def test_a_caption_that_names_two_years_states_none() -> None:
    assert of_kind("caption_year", "ตารางที่ 1 ผลการประเมินปีงบประมาณ พ.ศ. 2564 และ 2565", table(SCORES)) == []


def test_how_many_offices_were_assessed_is_found_but_not_how_many_of_one_type() -> None:
    (found,) = of_kind(
        "area_count",
        "ประจำปีงบประมาณ พ.ศ. 2566 จากการประเมินสำนักงานเขตพื้นที่การศึกษาทั้งสิ้น 245 เขต ได้คะแนนเฉลี่ย 94.67",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา จำนวน 183 เขต",
    )
    assert (found.value, found.fiscal_year) == ("245", 2566)


def test_of_offices_in_the_text_only_those_that_do_not_exist_are_told() -> None:
    found = of_kind("office_mention", "ศึกษาดูงาน ณ สพป.ชุมพร เขต 2", "ศึกษาดูงาน ณ สพป.ตราด เขต 2")
    assert [(s.source, "ตราด" in s.value) for s in found] == [("body", True)]
