"""Scores in running text, and the figures there that are none."""

import pytest

from extractors.document import Paragraph, Table
from extractors.facts.scores import find
from schemas.rows import Score
from tests.build import context


def scores(*blocks: str | Paragraph | Table, year: int = 2565) -> dict[str, str]:
    """score_key -> score (points for instruments) as printed."""
    rows = [row for row in find(context(*blocks, year=year)).rows if isinstance(row, Score)]
    return {row.score_key: str(row.score if row.score is not None else row.weighted_score) for row in rows}


@pytest.mark.parametrize(
    "words",
    [
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน โดยรวมได้คะแนนเท่ากับร้อยละ 97.86 เป็นคะแนนจากการประเมิน",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ได้คะแนน ๙๗.๘๖",
        "ตัวชี้วัด 6) คุณภาพการดำเนินงาน ได้คะแนนต่ำสุด 97.86 คะแนน",
        "ตัวชี้วัดคุณภาพการดำเนินงาน คะแนน 97.86 เป็นตัวชี้วัดที่มีวัตถุประสงค์เพื่อประเมินการรับรู้",
        "ส่วนตัวชี้วัดที่ได้คะแนนต่ำกว่าตัวชี้วัดอื่น ๆ คือ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ได้คะแนน 97.86 คะแนน",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ร้อยละ 97.86",
    ],
)
def test_a_sentence_states_an_indicators_score(words: str) -> None:
    assert scores(words) == {"2565/office/indicator/6": "97.86"}


def test_a_sentence_states_last_years_score_and_this_years() -> None:
    words = "มีค่าคะแนนด้านคุณภาพการดำเนินงานเพิ่มขึ้น จากคะแนน 84.37 ในปีงบประมาณ พ.ศ. 2564 เป็น 94.39 ในปีงบประมาณ พ.ศ. 2565"
    assert scores(words) == {"2565/office/indicator/6": "94.39", "2564/office/indicator/6": "84.37"}


def test_one_score_may_stand_for_several_names() -> None:
    words = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล และตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้คะแนนสูงสุด 100 คะแนน"
    assert scores(words) == {"2565/office/indicator/9": "100", "2565/office/indicator/10": "100"}


def test_names_may_follow_their_score() -> None:
    words = "จุดแข็งที่หน่วยงานได้คะแนนสูงสุดเท่ากับ 99.50 คะแนน คือ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"
    assert scores(words) == {"2565/office/indicator/9": "99.50"}


def test_the_whole_score_and_the_national_average_are_told_apart() -> None:
    words = (
        "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565 ในภาพรวมระดับประเทศได้คะแนนเฉลี่ยร้อยละ 92.65\n"
        "ผลการประเมินคุณธรรมและความโปร่งใสของสำนักงาน ประจำปีงบประมาณ พ.ศ. 2565 ได้คะแนน 87.56 อยู่ในระดับ A (Very Good)"
    )
    assert scores(words) == {"2565/national/overall/ITA": "92.65", "2565/office/overall/ITA": "87.56"}


def test_the_grade_after_a_score_is_its_grade() -> None:
    rows = find(context("ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ 2565 ได้คะแนน 87.56 ซึ่งอยู่ในระดับ A (Very Good)")).rows
    assert [row.grade for row in rows if isinstance(row, Score)] == ["A"]


def test_points_weight_and_percent_of_an_instrument_are_told_apart() -> None:
    rows = find(context("แบบ IIT มีค่าน้ำหนักคะแนน 30 คะแนนที่ได้ 29.79 คิดเป็นร้อยละ 99.30 และแบบ EIT ค่าน้ำหนักคะแนน 30 คะแนนที่ได้ 29.38")).rows
    iit, eit = sorted((r for r in rows if isinstance(r, Score)), key=lambda r: r.code, reverse=True)
    assert (str(iit.weight), str(iit.weighted_score), str(iit.score)) == ("30", "29.79", "99.30")
    assert (str(eit.weighted_score), eit.score) == ("29.38", None)


@pytest.mark.parametrize(
    "words",
    [
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ต้องได้คะแนนไม่น้อยกว่า 85 คะแนน",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน กำหนดเป้าหมายไว้ที่ร้อยละ 95 คะแนน",
        "จุดแข็ง (ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ 95) จำนวน 10 ตัวชี้วัด",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน อยู่ในลำดับที่ 8",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน มีผู้ตอบแบบประเมินจำนวน 30 คน",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ระดับคะแนน 85.00 – 94.99",
        "ผลการประเมินคุณธรรมและความโปร่งใส สูงกว่าค่าคะแนนเฉลี่ยของประเทศ 2.79 คะแนน",
        "ได้คะแนนจำแนกตามตัวชี้วัดอยู่ในระดับ AA จำนวน 10 ตัวชี้วัด คิดเป็นร้อยละ 100",
        "บุคลากรถือปฏิบัติตามมาตรการด้านคุณภาพการดำเนินงาน คิดเป็นร้อยละ 100",
        "ศึกษาดูงาน ณ สพป.ตรัง เขต 1 ที่มีผลการประเมินคุณธรรมและความโปร่งใส 99.36 คะแนน",
        "ผลการประเมินความพึงพอใจ ได้คะแนนเฉลี่ย 4.52",
        "เกณฑ์การประเมินคุณธรรมและความโปร่งใส ต้องได้คะแนนร้อยละ 85.00 ขึ้นไป",
    ],
)
def test_a_target_threshold_rank_count_or_difference_is_no_score(words: str) -> None:
    assert scores(words) == {}


def test_a_sentence_wrapped_over_lines_is_one_sentence() -> None:
    assert scores("ตัวชี้วัดที่ 6 คุณภาพ¶การดำเนินงาน ได้คะแนนเท่ากับร้อยละ¶97.86") == {"2565/office/indicator/6": "97.86"}


def test_figures_in_turn_belong_to_names_in_turn() -> None:
    words = "ตัวชี้วัดที่ 6, 7 และ 8 ได้คะแนน 93.20, 91.94 และ 90.53 ตามลำดับ"
    assert scores(words) == {"2565/office/indicator/6": "93.20", "2565/office/indicator/7": "91.94", "2565/office/indicator/8": "90.53"}


def test_several_figures_for_several_names_without_order_are_nobodys() -> None:
    assert scores("ตัวชี้วัดที่ 6 และตัวชี้วัดที่ 7 ได้คะแนน 93.20, 91.94 และ 90.53 ตามลำดับ") == {}


def test_a_list_may_name_indicators_without_the_word() -> None:
    words = "1. การปฏิบัติหน้าที่ ได้คะแนนร้อยละ 99.02\n2) การใช้งบประมาณ = 96.90\n- การใช้อำนาจ (96.49)"
    assert scores(words) == {
        "2565/office/indicator/1": "99.02",
        "2565/office/indicator/2": "96.90",
        "2565/office/indicator/3": "96.49",
    }


def test_items_without_points_are_listed_after_their_score() -> None:
    assert scores("ข้อที่ได้คะแนนเป็น 0 คะแนน ได้แก่ O14, O20 และ O26") == {f"2565/office/item/O{n}": "0" for n in (14, 20, 26)}


def test_a_grade_of_the_newer_system_is_read_too() -> None:
    rows = find(context("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ได้คะแนนรวม 91.20 คะแนน ระดับผ่านดี", year=2567)).rows
    assert [(row.grade, str(row.score)) for row in rows if isinstance(row, Score)] == [("ผ่านดี", "91.20")]


def test_the_score_of_listed_items_is_not_their_indicators() -> None:
    words = "ตัวชี้วัดที่ 10 การป้องกันการทุจริต โดยมีตัวชี้วัดย่อยในตัวชี้วัดดังกล่าวได้คะแนนเป็น ๐ คะแนน เช่น ๐๓๗ และ ๐๔๓"
    assert scores(words) == {"2565/office/item/O37": "0", "2565/office/item/O43": "0"}
