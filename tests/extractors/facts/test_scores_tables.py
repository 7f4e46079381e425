"""Scores in tables of every order and direction."""

from decimal import Decimal

from extractors.document import Paragraph, Table
from extractors.facts.scores import find
from schemas.rows import Score
from tests.build import context, table


def scores(*blocks: str | Paragraph | Table, year: int = 2565) -> dict[str, Score]:
    return {row.score_key: row for row in find(context(*blocks, year=year)).rows if isinstance(row, Score)}


def office(found: dict[str, Score], level: str, year: int = 2565) -> dict[str, str]:
    """code -> score as printed, of the office's scores of one level."""
    return {
        s.code: str(s.score)
        for s in found.values()
        if s.level == level and s.subject == "office" and s.fiscal_year == year
    }


INDICATORS = {"1": "99.02", "2": "96.90", "3": "96.49"}


def test_the_columns_may_stand_in_any_order() -> None:
    one = scores(table("ตัวชี้วัดที่ | ประเด็นตัวชี้วัด | คะแนน\n1 | การปฏิบัติหน้าที่ | 99.02\n2 | การใช้งบประมาณ | 96.90\n3 | การใช้อำนาจ | 96.49"))
    other = scores(table("คะแนนที่ได้ | ระดับ | ตัวชี้วัด\n99.02 | AA | การปฏิบัติหน้าที่\n96.90 | AA | การใช้งบประมาณ\n96.49 | AA | การใช้อำนาจ"))
    assert office(one, "indicator") == office(other, "indicator") == INDICATORS
    assert other["2565/office/indicator/1"].grade == "AA"


def test_indicators_may_stand_across_the_top() -> None:
    found = scores(table("ตัวชี้วัด | ตัวชี้วัดที่ 1 | ตัวชี้วัดที่ 2 | ตัวชี้วัดที่ 3\nคะแนน | ๙๙.๐๒ | ๙๖.๙๐ | ๙๖.๔๙"))
    assert office(found, "indicator") == INDICATORS


def test_years_may_stand_side_by_side() -> None:
    found = scores(
        table(
            "ตัวชี้วัด | ปี 2564 | ปี 2565 | ผลต่าง\nการปฏิบัติหน้าที่ | 90.10 | 99.02 | +8.92\n"
            "การใช้งบประมาณ | 91.20 | 96.90 | +5.70\nการใช้อำนาจ | 92.30 | 96.49 | +4.19"
        )
    )
    assert office(found, "indicator") == INDICATORS
    assert office(found, "indicator", 2564) == {"1": "90.10", "2": "91.20", "3": "92.30"}


def test_years_may_stand_over_groups_of_columns() -> None:
    found = scores(
        table(
            "ตัวชี้วัด | ปีงบประมาณ 2564 | < | ปีงบประมาณ 2565 | <\n^ | คะแนน | ระดับ | คะแนน | ระดับ\n"
            "การปฏิบัติหน้าที่ | 90.10 | A | 99.02 | AA\nการใช้งบประมาณ | 91.20 | A | 96.90 | AA"
        )
    )
    assert office(found, "indicator", 2564) == {"1": "90.10", "2": "91.20"}
    assert found["2564/office/indicator/1"].grade == "A"
    assert found["2565/office/indicator/1"].grade == "AA"


MERGED = (
    "ลำดับ | ตัวชี้วัด | คะแนน | เครื่องมือ | คะแนนหลังถ่วงน้ำหนัก\n"
    "1 | การปฏิบัติหน้าที่ | 99.02 | IIT | 29.35\n2 | การใช้งบประมาณ | 96.90 | {0} | {0}\n"
    "6 | คุณภาพการดำเนินงาน | 93.20 | EIT | 27.57\n7 | ประสิทธิภาพการสื่อสาร | 91.94 | {0} | {0}\n"
    "คะแนนคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน | < | < | < | 94.67\n"
    "ระดับผลการประเมิน (Rating Score) | < | < | < | A"
)


def test_points_of_a_merged_instrument_are_the_instruments() -> None:
    for mark in ("^", ""):
        found = scores(table(MERGED.format(mark)))
        assert office(found, "indicator") == {"1": "99.02", "2": "96.90", "6": "93.20", "7": "91.94"}
        assert {s.code: str(s.weighted_score) for s in found.values() if s.level == "instrument"} == {
            "IIT": "29.35",
            "EIT": "27.57",
        }
        overall = found["2565/office/overall/ITA"]
        assert (str(overall.score), overall.grade) == ("94.67", "A")


def test_the_instrument_may_stand_first() -> None:
    found = scores(
        table(
            "เครื่องมือ | ตัวชี้วัด | คะแนน | คะแนนถ่วงน้ำหนัก\nIIT | การปฏิบัติหน้าที่ | 99.02 | 29.35\n^ | การใช้งบประมาณ | 96.90 | ^\n"
            "EIT | คุณภาพการดำเนินงาน | 93.20 | 27.57\n^ | ประสิทธิภาพการสื่อสาร | 91.94 | ^"
        )
    )
    assert office(found, "indicator") == {"1": "99.02", "2": "96.90", "6": "93.20", "7": "91.94"}
    assert str(found["2565/office/instrument/IIT"].weighted_score) == "29.35"


def test_a_total_and_its_grade_may_share_a_cell() -> None:
    found = scores(table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 99.02\nคะแนนรวม | 94.67¶A"))
    assert str(found["2565/office/overall/ITA"].score) == "94.67"
    assert found["2565/office/overall/ITA"].grade == "A"


def test_subindicators_may_stand_inside() -> None:
    found = scores(table("ลำดับ | ตัวชี้วัด | คะแนน\n9 | การเปิดเผยข้อมูล | 95.00\n | 9.1 ข้อมูลพื้นฐาน | 100.00\n | 9.5 การส่งเสริมความโปร่งใส | 75.00"))
    assert office(found, "indicator") == {"9": "95.00"}
    assert office(found, "subindicator") == {"9.1": "100.00", "9.5": "75.00"}


def test_pairs_of_item_and_score_may_stand_side_by_side() -> None:
    found = scores(table("ข้อ | คะแนน | ข้อ | คะแนน | ข้อ | คะแนน\nO1 | 100 | O3 | 0 | O5 | 100\n๐๒ | ๑๐๐ | ๐๔ | ๑๐๐ | | "))
    assert office(found, "item") == {"O1": "100", "O2": "100", "O3": "0", "O4": "100", "O5": "100"}


def test_a_cell_may_hold_a_name_with_its_score() -> None:
    found = scores(
        table("ด้าน IIT | ด้าน EIT\nการปฏิบัติหน้าที่ (99.02) | คุณภาพการดำเนินงาน (93.20)\nการใช้งบประมาณ (96.90) | ประสิทธิภาพการสื่อสาร (91.94)")
    )
    assert office(found, "indicator") == {"1": "99.02", "2": "96.90", "6": "93.20", "7": "91.94"}


def test_points_are_known_by_the_weight_and_percent_by_its_header() -> None:
    found = scores(table("แหล่งข้อมูล | ค่าน้ำหนักคะแนน | คะแนนที่ได้ | คิดเป็นร้อยละ\nIIT | 30 | 29.79 | 99.30\nEIT | 30 | 29.38 | 97.93\nOIT | 40 | 40.00 | 100"))
    iit = found["2565/office/instrument/IIT"]
    assert (str(iit.score), str(iit.weighted_score), str(iit.weight)) == ("99.30", "29.79", "30")
    assert found["2565/office/instrument/OIT"].weighted_score == Decimal("40.00")


def test_instruments_may_be_named_in_words_with_a_total() -> None:
    found = scores(
        table(
            "การวัดการรับรู้ | คะแนนเต็ม | ผลการประเมิน\nการวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายใน (IIT) | 30 | 29.40\n"
            "การวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายนอก (EIT) | 30 | 29.39\nการเปิดเผยข้อมูล (OIT) | 40 | 40.00\nรวม | 100 | 98.79"
        )
    )
    assert str(found["2565/office/instrument/EIT"].weighted_score) == "29.39"
    assert found["2565/office/instrument/EIT"].score is None
    assert str(found["2565/office/overall/ITA"].score) == "98.79"


def test_a_total_of_some_indicators_is_not_the_whole_score() -> None:
    found = scores(table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 99.02\nการใช้งบประมาณ | 96.90\nรวม | 97.96"))
    assert "2565/office/overall/ITA" not in found


def test_the_national_average_is_nobody_elses() -> None:
    found = scores(table("ตัวชี้วัด | คะแนนเฉลี่ยระดับประเทศ | คะแนนที่ได้\nการปฏิบัติหน้าที่ | 88.00 | 99.02\nการใช้งบประมาณ | 87.00 | 96.90"))
    assert str(found["2565/office/indicator/1"].score) == "99.02"
    assert str(found["2565/national/indicator/1"].score) == "88.00"


def test_targets_ranks_and_changes_are_no_scores() -> None:
    found = scores(
        table("ตัวชี้วัด | ค่าเป้าหมาย | คะแนน | อันดับ | ผลต่าง\nการปฏิบัติหน้าที่ | 95 | 99.02 | 12 | 4.02\nการใช้งบประมาณ | 95 | 96.90 | 15 | 1.90")
    )
    assert office(found, "indicator") == {"1": "99.02", "2": "96.90"}
    assert len(found) == 2


def test_another_offices_row_is_left_out() -> None:
    found = scores(table("สำนักงานเขตพื้นที่ | คะแนน ITA\nสพป.ตรัง เขต 1 | 99.36\nสพป.ชุมพร เขต 2 | 98.10"))
    assert found == {}


def test_a_table_of_grade_bands_states_no_scores() -> None:
    assert scores(table("ระดับ | คะแนน | หมายเหตุ\nAA | 95.00 – 100 | ผ่าน\nA | 85.00 – 94.99 | ผ่าน\nB | 75.00 – 84.99 | ไม่ผ่าน")) == {}


def test_a_figure_that_cannot_be_read_is_absent_with_an_issue() -> None:
    found = find(context(table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 9O.62\nการใช้งบประมาณ | 96.90")))
    assert [r.code for r in found.rows if isinstance(r, Score)] == ["2"]
    assert [i.code for i in found.issues] == ["W_NUMBER_UNREADABLE"]
    assert found.issues[0].score_key == "2565/office/indicator/1"


def test_a_row_that_names_nothing_known_is_told() -> None:
    found = find(context(table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 99.02\nการใช้งบประมาณ | 96.90\nความสุขในการทำงาน | 50.00")))
    assert [i.code for i in found.issues] == ["W_NAME_UNMATCHED"]


def test_years_down_and_instruments_across() -> None:
    found = scores(
        table("ปี | IIT | EIT | OIT | คะแนนรวม | ระดับ\n2564 | 97.10 | 90.00 | 89.00 | 91.73 | A\n2565 | 98.10 | 92.00 | 94.00 | 94.63 | A")
    )
    assert office(found, "instrument", 2564) == {"IIT": "97.10", "EIT": "90.00", "OIT": "89.00"}
    assert (str(found["2565/office/overall/ITA"].score), found["2565/office/overall/ITA"].grade) == ("94.63", "A")


def test_numbers_of_indicators_across_the_top() -> None:
    found = scores(table("ตัวชี้วัดที่ | 1 | 2 | 3\nคะแนน | 99.02 | 96.90 | 96.49\nระดับ | AA | AA | AA"))
    assert office(found, "indicator") == INDICATORS
    assert found["2565/office/indicator/3"].grade == "AA"


def test_a_grade_under_the_total_is_the_totals() -> None:
    found = scores(table("รายการ | คะแนน\nคะแนนรวม ITA | 94.63\nระดับ | A\nIIT | 98.10\nEIT | 92.00\nOIT | 94.00"))
    assert found["2565/office/overall/ITA"].grade == "A"
    assert office(found, "instrument") == {"IIT": "98.10", "EIT": "92.00", "OIT": "94.00"}


def test_a_grade_that_a_narrow_cell_parts_is_whole() -> None:
    found = scores(table("ตัวชี้วัด | คะแนน | ระดับ\nการปฏิบัติหน้าที่ | 99.02 | A A\nการใช้งบประมาณ | 91.20 | A\nการใช้อำนาจ | 90.10 | A"))
    assert [found[f"2565/office/indicator/{code}"].grade for code in "123"] == ["AA", "A", "A"]
