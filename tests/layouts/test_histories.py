"""The whole score over the years, and tables that look like it."""

from tests.build import table
from tests.layouts.reading import stated, years


def test_arrows_may_show_the_trend() -> None:
    found = years(table("ปีงบประมาณ | คะแนนเฉลี่ย | แนวโน้ม\n๒๕๖๔ | ๘๔.๓๐ | -\n๒๕๖๕ | ๙๒.๔๑ | ↑ ๘.๑๑\n๒๕๖๖ | ๙๑.๕๐ | ↓ ๐.๙๑"))
    assert found == {2564: "84.30 -", 2565: "92.41 8.11 up", 2566: "91.50 0.91 down"}


def test_years_may_be_written_out_in_any_order() -> None:
    found = years(
        table(
            "ลำดับ | ปีที่ประเมิน | ผลคะแนนที่ได้ | ผลการเปรียบเทียบกับปีที่ผ่านมา\n"
            "1 | ปีงบประมาณ พ.ศ. 2566 | 94.50 | เพิ่มขึ้น 2.09\n2 | ปีงบประมาณ พ.ศ. 2565 | 92.41 | ลดลง 0.90"
        )
    )
    assert found == {2565: "92.41 0.90 down", 2566: "94.50 2.09 up"}


def test_the_years_of_a_part_a_test_or_another_office_are_not_the_offices() -> None:
    drawing = table("ปี | คะแนน | ผลต่าง\n2565 | 88.41 | +4.11\n2566 | 91.50 | +3.09")
    assert years("ผลการประเมิน ITA ย้อนหลัง", drawing) == {2565: "88.41 +4.11", 2566: "91.50 +3.09"}
    for caption in (
        "ผลคะแนนตัวชี้วัดที่ 2 การใช้งบประมาณ ย้อนหลัง",
        "ผลการทดสอบ O-NET ย้อนหลัง",
        "ผลการประเมิน ITA ของ สพป.ลำปาง เขต 1",
        "คะแนนเฉลี่ยของสถานศึกษาในสังกัด ย้อนหลัง",
    ):
        assert years(caption, drawing) == {}


def test_years_may_stand_across_the_top_under_a_word_that_says_nothing() -> None:
    rows = "คะแนนที่ได้ | 89.88 | 91.08 | 95.00\nระดับ | A | A | AA\nผลต่างจากปีก่อน | +6.63 | +1.20 |"
    assert years(table(f"รายการ | 2564 | 2565 | 2566 (เป้าหมาย)\n{rows}")) == {2564: "89.88 +6.63", 2565: "91.08 +1.20"}


def test_the_change_may_stand_in_brackets_behind_the_score() -> None:
    found = years(table("ปี | คะแนน (เพิ่ม/ลด) | พัฒนาการ\n2566 | 92.43 (+2.52) | ดีขึ้น\n2565 | 89.91 (ปีฐาน) | -"))
    assert found == {2565: "89.91 -", 2566: "92.43 +2.52 up"}


def test_a_history_may_state_the_countrys_scores_too() -> None:
    found = stated(table("ปี | คะแนน | ผลต่าง | ค่าเฉลี่ยระดับประเทศ\n2565 | 91.08 | - | 91.20\n2566 | 90.64 | -0.44 | 92.30"))
    assert found == {"2565/national/ITA": "91.20", "2566/national/ITA": "92.30"}
