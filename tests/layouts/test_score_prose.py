"""Scores in sentences that other offices write."""

from tests.build import table
from tests.layouts.reading import stated


def test_the_office_and_the_year_may_stand_between_name_and_figure() -> None:
    assert stated("ผลการประเมิน ITA ของ สพป.ลำปาง เขต 2 ปีงบประมาณ พ.ศ. 2565 ได้ 92.00 คะแนน") == {"2565/ITA": "92.00"}


def test_the_next_sentence_does_not_say_what_a_score_counts() -> None:
    found = stated("แบบวัด IIT ได้คะแนนร้อยละ 94.20 แบบวัด EIT ได้คะแนนร้อยละ 88.17 ตัวชี้วัดที่ 9 ได้คะแนน 100 ตัวชี้วัดที่ 10 ได้คะแนน 93.75")
    assert found == {"2566/IIT": "94.20", "2566/EIT": "88.17", "2566/9": "100", "2566/10": "93.75"}


def test_from_one_score_to_another_are_two_years() -> None:
    found = stated("เมื่อเปรียบเทียบกับปีงบประมาณ พ.ศ. 2565 ตัวชี้วัดที่ 2 การใช้งบประมาณ มีคะแนนลดลงจาก 93.40 เป็น 90.12")
    assert found == {"2565/2": "93.40", "2566/2": "90.12"}


def test_an_earlier_score_without_its_year_is_left_out() -> None:
    assert stated("ปีงบประมาณ พ.ศ. 2566 ตัวชี้วัดที่ 2 มีคะแนนลดลงจาก 93.40 เป็น 90.12") == {"2566/2": "90.12"}


def test_a_year_to_compare_with_is_not_the_scores() -> None:
    found = stated("เมื่อเทียบกับปีงบประมาณ พ.ศ. 2565 ตัวชี้วัดที่ 1 ได้คะแนน 97.20 เพิ่มขึ้น 2.10 คะแนน")
    assert found == {"2566/1": "97.20"}
    found = stated("ผลการประเมิน ITA ได้ 94.18 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2565 ที่ได้คะแนน 92.00 เพิ่มขึ้น 2.18 คะแนน")
    assert found == {"2566/ITA": "94.18", "2565/ITA": "92.00"}


def test_what_is_aimed_at_is_no_score() -> None:
    assert stated("เป้าหมายผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 คือ 95.00 คะแนน") == {}


def test_points_may_say_what_they_are_out_of() -> None:
    found = stated("คะแนน ITA ได้ 94.18 คะแนน จากคะแนนเต็ม 100 คะแนน โดย IIT ได้ 28.10 คะแนน (จาก 30 คะแนน)")
    assert found == {"2566/ITA": "94.18", "2566/IIT": "points 28.10"}


def test_a_schools_score_is_not_the_offices() -> None:
    assert stated("ผลการประเมิน ITA สูงสุด ได้แก่ โรงเรียนบ้านหนองใหญ่ ได้คะแนน 99.10 คะแนน") == {}
    assert stated("ผลการประเมิน ITA คะแนนเฉลี่ยของโรงเรียนในสังกัดทั้ง 98 โรง เท่ากับร้อยละ 90.14") == {}


def test_the_score_of_a_question_is_not_the_indicators() -> None:
    assert stated("ข้อที่ได้คะแนนต่ำที่สุดของตัวชี้วัดที่ 2 คือ ข้อ i8 ท่านรู้แผนการใช้จ่ายงบประมาณ ได้คะแนน 80.10 คะแนน") == {}


def test_the_grade_may_stand_before_the_score_or_behind_a_colon() -> None:
    assert stated("ผลการประเมิน ITA อยู่ในระดับ A โดยมีคะแนนเฉลี่ย 92.79 คะแนน") == {"2566/ITA": "92.79 A"}
    assert stated("คะแนน ITA : 94.18 ระดับ : A") == {"2566/ITA": "94.18 A"}


def test_items_may_be_listed_behind_their_score_and_number() -> None:
    found = stated("ข้อที่ไม่ได้คะแนน (0 คะแนน) จำนวน 2 ข้อ ได้แก่ O12 และ O22")
    assert found == {"2566/O12": "0", "2566/O22": "0"}


def test_the_national_average_may_be_named_in_full() -> None:
    found = stated("สพป.ลำปาง เขต 2 มีผลการประเมิน ITA ได้คะแนน 94.18 คะแนน คะแนนเฉลี่ยระดับประเทศ 93.20 คะแนน")
    assert found == {"2566/ITA": "94.18", "2566/national/ITA": "93.20"}


def test_entries_that_begin_with_a_year_speak_of_the_heading_above() -> None:
    found = stated("ผลการประเมิน ITA ย้อนหลัง\n- ปี 2565 คะแนน 91.02 ระดับ A\n- ปี 2566 คะแนน 94.18 ระดับ A")
    assert found == {"2565/ITA": "91.02 A", "2566/ITA": "94.18 A"}
    assert stated("ผลการทดสอบ O-NET ย้อนหลัง\n- ปี 2565 คะแนน 41.02\n- ปี 2566 คะแนน 44.18") == {}


def test_an_earlier_year_holds_only_for_its_own_figure() -> None:
    found = stated(
        "ผลการประเมิน ITA ได้ 92.79 คะแนน สูงขึ้นจากปีงบประมาณ พ.ศ. 2565 ที่ได้คะแนน 90.67 โดยตัวชี้วัดที่ 1 ได้ 97.20 คะแนน"
    )
    assert found == {"2566/ITA": "92.79", "2565/ITA": "90.67", "2566/1": "97.20"}


def test_the_scores_of_two_years_may_follow_one_name() -> None:
    found = stated("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ปีงบประมาณ พ.ศ. 2565 ได้ 92.11 คะแนน ปีงบประมาณ พ.ศ. 2566 ได้ 97.01 คะแนน เพิ่มขึ้น 4.90 คะแนน")
    assert found == {"2565/1": "92.11", "2566/1": "97.01"}


def test_the_year_of_a_law_is_not_the_scores() -> None:
    found = stated("ตามพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560 ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ได้คะแนน 97.47 คะแนน")
    assert found == {"2566/6": "97.47"}


def test_names_may_follow_namely() -> None:
    found = stated("สูงที่สุด ได้แก่ การเปิดเผยข้อมูล มีคะแนนร้อยละ 98.00 รองลงมาคือ การปฏิบัติหน้าที่ มีคะแนนร้อยละ 97.01")
    assert found == {"2566/9": "98.00", "2566/1": "97.01"}


def test_a_difference_from_a_year_is_not_that_years_score() -> None:
    assert stated("ตัวชี้วัดที่ 8 ได้คะแนนร้อยละ 84.10 เพิ่มขึ้นจากปี 2565 ร้อยละ 2.10") == {"2566/8": "84.10"}
    assert stated("ตัวชี้วัดที่ 8 ได้คะแนนร้อยละ 84.10 สูงกว่าปี 2565 (2.10 คะแนน)") == {"2566/8": "84.10"}


def test_a_year_that_is_compared_with_may_state_its_own_score() -> None:
    found = stated("ตัวชี้วัดที่ 8 ได้คะแนนร้อยละ 84.10 ต่ำกว่าเป้าหมายร้อยละ 85 และลดลงจากปี 2565 ซึ่งได้ร้อยละ 86.20")
    assert found == {"2566/8": "84.10", "2565/8": "86.20"}
    found = stated("ผลการประเมิน ITA ได้ 94.49 คะแนน สูงกว่าปี 2565 (89.99 คะแนน)")
    assert found == {"2566/ITA": "94.49", "2565/ITA": "89.99"}


def test_names_in_a_row_need_no_word_before_each() -> None:
    found = stated("ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ 75 มี 2 ตัวชี้วัด คือ การปรับปรุงระบบการทำงาน (ร้อยละ 73.53) และการใช้อำนาจ (ร้อยละ 73.56)")
    assert found == {"2566/8": "73.53", "2566/3": "73.56"}


def test_parts_of_an_indicator_are_known_by_number_and_name() -> None:
    found = stated("ที่เหลือ ได้แก่ ๙.๒ การบริหารงาน ๘๗.๕๐ คะแนน ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล ๗๕.๐๐ คะแนน")
    assert found == {"2566/9.2": "87.50", "2566/9.4": "75.00"}


def test_a_figure_in_brackets_is_a_score_only_where_something_says_so() -> None:
    found = stated("แบบวัด IIT 29.15 คะแนน (28.81) แบบวัด EIT 28.04 คะแนน (27.51)")
    assert found == {"2566/IIT": "points 29.15", "2566/EIT": "points 28.04"}
    found = stated("แบบวัด IIT มีคะแนนร้อยละ 86.52 (ถ่วงน้ำหนักแล้ว 25.96 คะแนน) แบบวัด EIT ร้อยละ 82.17 (24.65 คะแนน)")
    assert found == {"2566/IIT": "86.52 points 25.96", "2566/EIT": "82.17 points 24.65"}


def test_after_all_instruments_the_sum_is_the_whole_score() -> None:
    parts = "แบบวัด IIT ได้ 28.15 คะแนน แบบวัด EIT ได้ 27.04 คะแนน "
    assert stated(parts + "แบบวัด OIT ได้ 36.50 คะแนน รวม 91.69 คะแนน")["2566/ITA"] == "91.69"
    assert "2566/ITA" not in stated(parts + "รวม 55.19 คะแนน")


def test_the_whole_may_be_said_by_a_word_behind_the_assessment() -> None:
    assert stated("มีผลการประเมินในปีงบประมาณ พ.ศ. 2565 โดยรวม 91.23 คะแนน ระดับ A") == {"2565/ITA": "91.23 A"}
    assert stated("มีผลการประเมิน ITA ในภาพรวม 85.33 คะแนน อยู่ในระดับ “ผ่าน”") == {"2566/ITA": "85.33 ผ่าน"}


def test_items_may_be_listed_behind_the_score_they_share() -> None:
    assert stated("ข้อที่ได้ 0 คะแนน ได้แก่ O26 O28 และ O41") == {"2566/O26": "0", "2566/O28": "0", "2566/O41": "0"}
    assert stated("แบบวัด OIT มีข้อที่ได้ 100 คะแนน จำนวน 39 ข้อ") == {}


def test_how_many_answered_is_no_score() -> None:
    assert stated("จำนวนผู้ตอบแบบวัด ปี 2566 : IIT ร้อยละ 96.15 EIT ร้อยละ 100 ของจำนวนขั้นต่ำที่กำหนด") == {}


def test_dots_may_lead_to_the_score() -> None:
    assert stated("๑. การปฏิบัติหน้าที่ .................... ๘๗.๙๘") == {"2566/1": "87.98"}


def test_names_and_figures_may_stand_on_lines_in_turn() -> None:
    lines = ["คะแนนรวม", "91.64", "คะแนน", "ระดับผลการประเมิน", "ผ่านดี", "การปฏิบัติหน้าที่", "88.89", "การใช้อำนาจ", "91.03"]
    assert stated(*lines) == {"2566/ITA": "91.64 ผ่านดี", "2566/1": "88.89", "2566/3": "91.03"}
    assert stated("การใช้อำนาจ", "91.03") == {}


def test_a_block_of_keys_and_values_speaks_of_its_heading() -> None:
    block = ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "คะแนนปี ๒๕๖๖ : ๘๗.๕๒", "คะแนนปี ๒๕๖๕ : ๙๐.๓๓", "ค่าเป้าหมาย : ๙๕.๐๐"]
    assert stated(*block) == {"2566/1": "87.52", "2565/1": "90.33"}


def test_the_office_may_take_up_the_whole_score_again() -> None:
    found = stated("ผลการประเมิน ITA ระดับประเทศ มีคะแนนเฉลี่ย 92.41 คะแนน อยู่ในระดับ A ส่วน สพป.ลำปาง เขต 2 ได้ 93.82 คะแนน อยู่ในระดับ A")
    assert found == {"2566/national/ITA": "92.41 A", "2566/ITA": "93.82 A"}


def test_formulas_show_percent_and_points() -> None:
    assert stated("IIT = 94.20 x 30% = 28.26 คะแนน") == {"2566/IIT": "94.20 points 28.26"}
    found = stated("คะแนน ITA = IIT + EIT + OIT = 28.26 + 27.15 + 38.50 = 93.91 คะแนน (ระดับ A)")
    assert found == {"2566/ITA": "93.91 A"}
    found = stated("คะแนนถ่วงน้ำหนัก IIT 27.54 + EIT 27.05 + OIT 35.63 = 90.22 คะแนน")
    assert found == {"2566/IIT": "points 27.54", "2566/EIT": "points 27.05", "2566/OIT": "points 35.63", "2566/ITA": "90.22"}


def test_several_names_have_their_figures_in_turn() -> None:
    found = stated("ส่วนการใช้อำนาจ การปรับปรุงระบบการทำงาน และประสิทธิภาพการสื่อสาร ได้คะแนนร้อยละ 90.36, 89.00 และ 85.71 ตามลำดับ")
    assert found == {"2566/3": "90.36", "2566/8": "89.00", "2566/7": "85.71"}


def test_one_name_may_have_a_figure_for_each_year_in_turn() -> None:
    found = stated("คะแนน ITA ของปีงบประมาณ พ.ศ. 2565 และ 2566 เท่ากับ 87.25 และ 91.04 ตามลำดับ")
    assert found == {"2565/ITA": "87.25", "2566/ITA": "91.04"}


def test_short_years_may_touch_the_word_before_them() -> None:
    found = stated("ผลการประเมิน ITA ปี 66 ได้ 93.68 คะแนน ขณะที่ปี 65 ได้ 90.02 คะแนน และปี 64 ได้ 88.47 คะแนน")
    assert found == {"2566/ITA": "93.68", "2565/ITA": "90.02", "2564/ITA": "88.47"}


def test_examples_are_nobodys_scores() -> None:
    assert stated("ตัวอย่าง สมมติว่าแบบวัด IIT ได้คะแนน 80.00 คะแนน") == {}


def test_schools_that_are_assessed_are_not_the_office() -> None:
    found = stated("สถานศึกษาในสังกัด 96 แห่ง เข้ารับการประเมิน ITA Online ได้คะแนนเฉลี่ย 88.12 คะแนน ระดับ A")
    assert found == {}
    found = stated("สพป.ลำปาง เขต 2 มีสถานศึกษาในสังกัด 96 แห่ง เข้ารับการประเมิน ITA Online ได้คะแนน 88.78 คะแนน")
    assert found == {"2566/ITA": "88.78"}


def test_the_office_with_a_score_and_a_grade_is_the_whole_score() -> None:
    assert stated("สพป.ลำปาง เขต 2 ได้คะแนน 90.86 คะแนน ระดับ A") == {"2566/ITA": "90.86 A"}
    assert stated("สพป.ลำปาง เขต 1 ได้คะแนน 90.86 คะแนน ระดับ A") == {}


def test_the_office_may_be_called_by_a_short_word() -> None:
    found = stated("ในภาพรวม ปีงบประมาณ พ.ศ. 2565 สำนักงานเขตฯ ได้ 90.62 คะแนน ดีขึ้นจากปีงบประมาณ พ.ศ. 2564 ซึ่งได้ 87.94 คะแนน")
    assert found == {"2565/ITA": "90.62", "2564/ITA": "87.94"}


def test_an_item_without_points_may_be_described_before_its_zero() -> None:
    found = stated("- ข้อ O21 สรุปผลการจัดหารายเดือน ได้ 0 คะแนน เนื่องจากเผยแพร่ไม่ครบ 12 เดือน ส่งผลให้ตัวชี้วัดย่อยที่ 9.3 การจัดซื้อจัดจ้าง ได้ 75.00 คะแนน")
    assert found == {"2566/O21": "0", "2566/9.3": "75.00"}


def test_the_countrys_mean_may_stand_alone() -> None:
    found = stated("ทั้งนี้ คะแนนเฉลี่ยระดับประเทศของสำนักงานเขตพื้นที่การศึกษา เท่ากับ 91.52 คะแนน")
    assert found == {"2566/national/ITA": "91.52"}


def test_the_highest_score_may_be_said_to_be_full() -> None:
    assert stated("ตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้คะแนนเต็มร้อยละ 100.00") == {"2566/10": "100.00"}


def test_an_earlier_score_that_fell_to_a_later_one_is_not_the_later_years() -> None:
    found = stated("ตัวชี้วัดที่ 10 การป้องกันการทุจริต จาก 100.00 คะแนน เหลือ 95.00 คะแนน")
    assert found == {"2566/10": "95.00"}


def test_a_sum_below_a_line_about_the_assessment_is_the_whole_score() -> None:
    opening = "ขอรายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566 ดังนี้"
    sum_line = "- คะแนนรวม 94.01 คะแนน ผลการประเมินระดับ A"
    assert stated(opening, sum_line) == {"2566/ITA": "94.01 A"}
    assert stated("ผลการประเมินแบบวัด IIT มีดังนี้", sum_line) == {}
    of_a_part = stated(opening, table("ตัวชี้วัด | คะแนน\nคุณภาพการดำเนินงาน | 92.10\nประสิทธิภาพการสื่อสาร | 95.92"), sum_line)
    assert "2566/ITA" not in of_a_part


def test_each_instrument_may_have_its_grade_in_brackets() -> None:
    found = stated("มีดังนี้ แบบวัด IIT ได้ 82.39 คะแนน (ระดับ B) และแบบวัด OIT ได้ 85.59 คะแนน (ระดับ A)")
    assert found == {"2566/IIT": "82.39 B", "2566/OIT": "85.59 A"}
    found = stated("แบบวัด IIT ได้ 96.39 คะแนน และผลในภาพรวมอยู่ในระดับ A")
    assert found["2566/IIT"] == "96.39"


def test_earlier_results_may_be_listed_by_their_years() -> None:
    found = stated("ผลการประเมินที่ผ่านมา ปีงบประมาณ พ.ศ. 2563 ได้ 82.08 คะแนน และปีงบประมาณ พ.ศ. 2564 ได้ 81.06 คะแนน")
    assert found == {"2563/ITA": "82.08", "2564/ITA": "81.06"}
