"""The history of the whole score."""

from extractors.document import Table
from extractors.facts.history import find
from schemas.rows import ScoreHistory
from tests.build import context, table


def history(*tables: Table) -> list[tuple[int, str, str, str, str]]:
    rows = [row for row in find(context(*tables)).rows if isinstance(row, ScoreHistory)]
    return [(r.fiscal_year, str(r.score), r.trend, r.change_printed, str(r.change_computed)) for r in rows]


THAI = "ปีงบประมาณ พ.ศ. | ผลคะแนน ITA | พัฒนาการ | ผลต่าง + / -\n๒๕๕๘ | ๘๒.๙๙ | - | -\n๒๕๕๙ | ๗๒.๓๔ | ลดลง | ๑๐.๖๕\n๒๕๖๐ | ๘๖.๗๘ | เพิ่มขึ้น | +๑๔.๔๔"


def test_a_change_is_copied_as_printed_and_computed_beside_it() -> None:
    assert history(table(THAI)) == [
        (2558, "82.99", "", "-", "None"),
        (2559, "72.34", "down", "10.65", "-10.65"),
        (2560, "86.78", "up", "+14.44", "14.44"),
    ]


def test_a_year_without_a_score_is_absent_not_zero() -> None:
    rows = history(table("ปี พ.ศ. | คะแนน | ผลต่าง\n2558 | | -\n2559 | 78.76 | -"))
    assert rows[0][:2] == (2558, "None")


def test_a_score_after_a_gap_has_no_computed_change() -> None:
    rows = history(table("ปี | คะแนน | ผลต่าง\n2560 | 90.01 | -\n2562 | 83.23 | -6.78"))
    assert rows[1][4] == "None"


def test_years_may_stand_across_the_top() -> None:
    rows = history(table("ปีงบประมาณ | 2563 | 2564\nผลคะแนน ITA | 85.15 | 95.57\nพัฒนาการ | - | เพิ่มขึ้น\nผลต่าง | - | +10.42"))
    assert rows == [(2563, "85.15", "", "-", "None"), (2564, "95.57", "up", "+10.42", "10.42")]


def test_the_change_may_stand_with_its_word() -> None:
    rows = history(table("ปี | คะแนน ITA | แนวโน้ม\n2563 | 85.15 | -\n2564 | 95.57 | เพิ่มขึ้น 10.42"))
    assert rows[1][2:4] == ("up", "10.42")


def test_columns_may_stand_in_any_order() -> None:
    assert history(table("ผลต่าง | ผลคะแนน ITA | ปีงบประมาณ | พัฒนาการ\n- | 85.15 | 2563 | -\n+10.42 | 95.57 | 2564 | เพิ่มขึ้น"))[1][1] == "95.57"


def test_a_year_told_twice_counts_once() -> None:
    assert [row[0] for row in history(table(THAI), table(THAI))] == [2558, 2559, 2560]


def test_a_trend_is_a_word_or_a_sign_of_any_shape() -> None:
    rows = history(
        table("ปี | คะแนน | แนวโน้ม\n2563 | 80.00 | -\n2564 | 85.00 | ⬆\n2565 | 84.00 | ▼ 1.00\n2566 | 84.00 | เท่ากัน")
    )
    assert [row[2] for row in rows] == ["", "up", "down", "same"]
