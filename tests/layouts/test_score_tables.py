"""Tables of scores: headers, totals, sections and neighbours that other offices print."""

from tests.build import table
from tests.layouts.reading import stated

IIT_ROWS = (
    "การปฏิบัติหน้าที่ | 97.01\nการใช้งบประมาณ | 93.02\nการใช้อำนาจ | 95.11\n"
    "การใช้ทรัพย์สินของราชการ | 92.10\nการแก้ไขปัญหาการทุจริต | 91.10\n"
)
EIT_ROWS = "คุณภาพการดำเนินงาน | 90.90\nประสิทธิภาพการสื่อสาร | 89.00\nการปรับปรุงระบบการทำงาน | 88.00\n"
OIT_ROWS = "การเปิดเผยข้อมูล | 98.00\nการป้องกันการทุจริต | 100\n"


def test_a_second_header_row_may_hold_only_years() -> None:
    found = stated(table("ตัวชี้วัด | ผลการประเมิน | ผลการประเมิน | ผลต่าง\n | ปี 2565 | ปี 2566 | (+/-)\nการใช้อำนาจ | 92.40 | 93.60 | +1.20"))
    assert found == {"2565/3": "92.40", "2566/3": "93.60"}


def test_years_may_be_short() -> None:
    found = stated(table("ที่ | ตัวชี้วัด | ปี 65 | ปี 66\n1 | การปฏิบัติหน้าที่ | 94.01 | 96.11\n2 | การใช้งบประมาณ | 92.02 | 91.00"))
    assert found == {"2565/1": "94.01", "2566/1": "96.11", "2565/2": "92.02", "2566/2": "91.00"}


def test_instruments_may_head_pairs_of_columns() -> None:
    found = stated(
        table(
            "ภายใน (IIT) | < | ภายนอก (EIT) | <\nตัวชี้วัด | คะแนน | ตัวชี้วัด | คะแนน\n"
            "การปฏิบัติหน้าที่ | 97.01 | คุณภาพการดำเนินงาน | 90.90\nการใช้งบประมาณ | 93.02 | ประสิทธิภาพการสื่อสาร | 89.00\n"
            "เฉลี่ย | 95.02 | เฉลี่ย | 89.95"
        )
    )
    assert found == {"2566/1": "97.01", "2566/2": "93.02", "2566/6": "90.90", "2566/7": "89.00", "2566/IIT": "95.02", "2566/EIT": "89.95"}


def test_the_total_of_one_instruments_indicators_is_the_instruments() -> None:
    for word in ("รวมเฉลี่ย", "คะแนนรวม", "ภาพรวม"):
        found = stated(table(f"ประเด็นการประเมิน | ค่าคะแนน\n{IIT_ROWS}{word} | 93.67"))
        assert found["2566/IIT"] == "93.67"
        assert "2566/ITA" not in found


def test_subtotals_are_the_instruments_and_the_last_total_the_whole_score() -> None:
    found = stated(
        table(f"ตัวชี้วัด | คะแนน\n{IIT_ROWS}รวม | 93.67\n{EIT_ROWS}รวม | 89.30\n{OIT_ROWS}รวม | 99.00\nรวมทั้งสิ้น | 94.49")
    )
    assert {k: v for k, v in found.items() if "IT" in k} == {
        "2566/IIT": "93.67", "2566/EIT": "89.30", "2566/OIT": "99.00", "2566/ITA": "94.49",
    }  # fmt: skip


def test_all_points_together_are_the_whole_score_and_a_mean_beside_them_is_not() -> None:
    rows = "แบบวัด | ร้อยละที่ได้ | น้ำหนัก | คะแนนถ่วงน้ำหนัก\nIIT | 93.67 | 30 | 28.10\nEIT | 89.30 | 30 | 26.79\nOIT | 99.00 | 40 | 39.60\n"
    for mean in ("93.99", ""):
        assert stated(table(rows + f"รวม | {mean} | 100 | 94.49"))["2566/ITA"] == "94.49"


def test_figures_only_where_an_instrument_begins_are_the_instruments() -> None:
    found = stated(
        table(
            "แบบวัด | ตัวชี้วัด | คะแนน | คะแนนเฉลี่ยแบบวัด\nIIT | การปฏิบัติหน้าที่ | 97.01 | 95.05\n | การใช้งบประมาณ | 93.02 | \n"
            " | การใช้อำนาจ | 95.11 | \nEIT | คุณภาพการดำเนินงาน | 90.90 | 89.30\n | ประสิทธิภาพการสื่อสาร | 89.00 | \n | การปรับปรุงระบบการทำงาน | 88.00 | ",
            ruled=False,
        )
    )
    assert (found["2566/IIT"], found["2566/EIT"], found["2566/1"]) == ("95.05", "89.30", "97.01")


def test_names_and_values_may_stand_without_headers() -> None:
    found = stated(table("ระดับผลการประเมิน | ผ่านดี\nคะแนนภาพรวม | 92.14\nคะแนน IIT | 91.20\nคะแนน OIT | 94.38"))
    assert found == {"2566/ITA": "92.14 ผ่านดี", "2566/IIT": "91.20", "2566/OIT": "94.38"}


def test_a_score_may_say_what_it_is_out_of() -> None:
    assert stated(table("ตัวชี้วัด | คะแนนที่ได้\nการปฏิบัติหน้าที่ | 94.01/100\nการใช้งบประมาณ | 92.02 / 100")) == {
        "2566/1": "94.01",
        "2566/2": "92.02",
    }


def test_a_figure_out_of_what_no_score_is_out_of_is_none() -> None:
    assert stated(table("ตัวชี้วัด | คะแนนที่ได้\nการปฏิบัติหน้าที่ | 94.01\nการใช้งบประมาณ | 12/17")) == {"2566/1": "94.01"}


def test_open_data_among_indicators_is_the_ninth() -> None:
    rows = "ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 97.01\nการใช้อำนาจ | 93.02\n"
    assert stated(table(rows + "การเปิดเผยข้อมูลสาธารณะ | 98.00"))["2566/9"] == "98.00"
    assert stated(table(rows + "แบบวัดการเปิดเผยข้อมูลสาธารณะ | 98.00"))["2566/OIT"] == "98.00"


def test_the_own_row_in_a_table_of_offices_counts_and_no_other() -> None:
    drawing = "อันดับ | หน่วยงาน | คะแนน | ระดับ\n1 | สพป.ลำปาง เขต 3 | 98.10 | AA\n2 | สพป.ลำปาง เขต 2 | 97.30 | AA"
    assert stated("ผลการประเมิน ITA ของสำนักงานเขตในจังหวัดลำปาง", table(drawing)) == {"2566/ITA": "97.30 AA"}
    assert stated("ผลการทดสอบการอ่าน", table(drawing)) == {}


def test_the_average_of_a_province_is_not_the_offices() -> None:
    found = stated(table("ตัวชี้วัด | คะแนนเฉลี่ยระดับจังหวัด | คะแนน สพป.ลำปาง เขต 2\nการปฏิบัติหน้าที่ | 94.80 | 97.01\nการใช้อำนาจ | 92.80 | 95.11"))
    assert found == {"2566/1": "97.01", "2566/3": "95.11"}


def test_percent_of_answers_is_no_score() -> None:
    found = stated(table("แบบวัด | จำนวนผู้ตอบ (คน) | ร้อยละของผู้ตอบ | คะแนน\nIIT | 70 | 93.33 | 95.50\nEIT | 98 | 98.00 | 90.10"))
    assert found == {"2566/IIT": "95.50", "2566/EIT": "90.10"}
    assert stated(table("แบบวัด | เป้าหมาย | ผู้ตอบแล้ว | ร้อยละ\nIIT | 75 | 70 | 93.33\nEIT | 100 | 98 | 98.00")) == {}


def test_questions_of_a_survey_are_no_indicators() -> None:
    found = stated(table("ข้อ | ประเด็นคำถาม | คะแนน\nI1 | การปฏิบัติหน้าที่ตามขั้นตอน | 96.10\nI2 | การใช้งบประมาณ | 95.20\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | < | 95.65"))
    assert found == {"2566/1": "95.65"}


def test_tables_of_schools_surveys_and_other_offices_state_no_scores() -> None:
    schools = table("ที่ | โรงเรียน | IIT | EIT | OIT | คะแนนรวม\n1 | บ้านหนองใหญ่ | 95.10 | 90.20 | 88.10 | 90.83\nเฉลี่ย | | 95.10 | 90.20 | 88.10 | 90.83")
    survey = table("ด้าน | ค่าเฉลี่ย | S.D. | ร้อยละ\nคุณภาพการดำเนินงาน | 4.52 | 0.51 | 90.40\nการปรับปรุงระบบการทำงาน | 4.41 | 0.60 | 88.20")
    sheet = table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 99.01\nการใช้งบประมาณ | 98.02\nการใช้อำนาจ | 97.03")
    targets = table("ตัวชี้วัด | เป้าหมายปี 2567 | เป้าหมายปี 2568\nการปฏิบัติหน้าที่ | 95.00 | 96.00\nคะแนน ITA | 95.00 | 96.00")
    for caption, foreign in (
        ("ผลการประเมินปีงบประมาณ พ.ศ. 2566", schools),
        ("ผลการประเมินปีงบประมาณ พ.ศ. 2566", survey),
        ("ตัวอย่างผลการประเมิน สพป.เชียงราย เขต 1", sheet),
        ("คะแนนเฉลี่ยการประเมิน ITA ของสถานศึกษาในสังกัด", sheet),
        ("ผลการสำรวจความพึงพอใจ", sheet),
        ("ค่าเป้าหมาย", targets),
    ):
        assert stated(caption, foreign) == {}


def test_the_mean_of_sub_indicators_is_their_indicators() -> None:
    names = ("ข้อมูลพื้นฐาน", "การบริหารงาน", "การจัดซื้อจัดจ้าง", "การบริหารและพัฒนาทรัพยากรบุคคล", "การส่งเสริมความโปร่งใส")
    rows = "\n".join(f"9.{n} {name} | {80 + n}.00" for n, name in enumerate(names, 1))
    assert stated(table(f"ตัวชี้วัดย่อย | คะแนน\n{rows}\nเฉลี่ย | 83.00"))["2566/9"] == "83.00"


def test_the_halves_of_eit_have_scores_of_their_own() -> None:
    found = stated(table("ตัวชี้วัด | EIT ส่วนที่ 1 | EIT ส่วนที่ 2 | คะแนน\nคุณภาพการดำเนินงาน | 92.00 | 89.80 | 90.90\nประสิทธิภาพการสื่อสาร | 90.00 | 88.00 | 89.00"))
    assert found == {"2566/6": "90.90", "2566/7": "89.00"}
    found = stated(table("แบบวัด | คะแนน\nIIT | 93.67\nEIT ส่วนที่ 1 | 92.00\nEIT ส่วนที่ 2 | 90.00\nEIT | 91.00\nOIT | 99.00"))
    assert found == {"2566/IIT": "93.67", "2566/EIT": "91.00", "2566/OIT": "99.00"}


def test_the_best_score_of_the_country_is_nobodys_average() -> None:
    found = stated(table("ตัวชี้วัด | คะแนนสูงสุดของประเทศ | คะแนนของหน่วยงาน\nการปฏิบัติหน้าที่ | 100.00 | 97.01\nการใช้งบประมาณ | 99.90 | 93.02"))
    assert found == {"2566/1": "97.01", "2566/2": "93.02"}


def test_a_level_in_figures_is_the_score() -> None:
    found = stated(table("องค์ประกอบ | ระดับคะแนน (ร้อยละ) | ระดับคุณภาพ\nการปฏิบัติหน้าที่ | 97.01 | AA\nการใช้งบประมาณ | 93.02 | A"))
    assert found == {"2566/1": "97.01 AA", "2566/2": "93.02 A"}


def test_rows_whose_header_is_lost_still_name_their_scores() -> None:
    found = stated(table("1 | การปฏิบัติหน้าที่ | 97.01 | AA\n2 | การใช้งบประมาณ | 93.02 | A\n3 | การใช้อำนาจ | 95.11 | AA"))
    assert found == {"2566/1": "97.01 AA", "2566/2": "93.02 A", "2566/3": "95.11 AA"}
    assert stated(table("1.1 | นายวิชัย กล้าหาญ | ผอ.สพป.ลำปาง เขต 2\n1.2 | นางชูใจ เลิศล้ำ | รอง ผอ.สพป.ลำปาง เขต 2")) == {}


def test_a_plain_score_beside_all_instruments_is_the_whole() -> None:
    found = stated(table("ปี พ.ศ. | ผลคะแนน | IIT | EIT | OIT\n2565 | 89.99 | 88.10 | 85.20 | 95.00\n2566 | 94.49 | 93.67 | 89.30 | 99.00"))
    assert (found["2565/ITA"], found["2566/ITA"]) == ("89.99", "94.49")


def test_offices_may_head_the_columns() -> None:
    found = stated(table("ตัวชี้วัด | สพป.ลำปาง เขต 1 | สพป.ลำปาง เขต 2\nการปฏิบัติหน้าที่ | 98.00 | 97.01\nการใช้งบประมาณ | 94.00 | 93.02"))
    assert found == {"2566/1": "97.01", "2566/2": "93.02"}


def test_marks_of_footnotes_belong_to_no_figure() -> None:
    assert stated(table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่* | 97.01*\nการใช้งบประมาณ | 93.02 **")) == {"2566/1": "97.01", "2566/2": "93.02"}


def test_the_year_of_a_block_of_rows_may_be_said_once() -> None:
    rows = "ปีงบประมาณ | ตัวชี้วัด | คะแนน\n2565 | การปฏิบัติหน้าที่ | 92.11\n | การใช้งบประมาณ | 88.12\n2566 | การปฏิบัติหน้าที่ | 97.01\n | การใช้งบประมาณ | 93.02"
    assert stated(table(rows)) == {"2565/1": "92.11", "2565/2": "88.12", "2566/1": "97.01", "2566/2": "93.02"}


def test_names_over_their_figures_need_no_other_header() -> None:
    assert stated(table("การปฏิบัติหน้าที่ | การใช้งบประมาณ | การใช้อำนาจ\n97.01 | 93.02 | 95.11")) == {
        "2566/1": "97.01", "2566/2": "93.02", "2566/3": "95.11",
    }  # fmt: skip


def test_the_share_of_a_budget_is_no_score() -> None:
    assert stated(table("รายการ | งบประมาณ | เบิกจ่าย | ร้อยละ\nการใช้งบประมาณ | 1,000,000 | 950,000 | 95.00\nการป้องกันการทุจริต | 50,000 | 50,000 | 100.00")) == {}


def test_what_the_office_gave_itself_is_no_result() -> None:
    rows = "ตัวชี้วัด | ประเมินตนเอง | รอบที่ 1 | คะแนน\nการเปิดเผยข้อมูล | 100.00 | 90.00 | 98.00\nการป้องกันการทุจริต | 100.00 | 80.00 | 95.00"
    assert stated(table(rows)) == {"2566/9": "98.00", "2566/10": "95.00"}
    assert stated("ผลการประเมินตนเองก่อนการประเมินจริง", table("ตัวชี้วัด | คะแนน\nการเปิดเผยข้อมูล | 100.00\nการป้องกันการทุจริต | 100.00")) == {}


def test_a_plain_number_beside_an_indicator_is_its_own_and_no_items() -> None:
    for header in ("ข้อ", "รหัส", "ที่", "ตัวชี้วัดที่"):
        assert stated(table(f"{header} | ชื่อตัวชี้วัด | คะแนน\n9 | การเปิดเผยข้อมูล | 95.00\n๑๐ | การป้องกันการทุจริต | 100")) == {
            "2566/9": "95.00",
            "2566/10": "100",
        }


def test_a_grade_below_the_total_of_all_instruments_is_the_totals() -> None:
    found = stated(table("รายการ | 2565 | 2566\nIIT | 88.10 | 93.67\nEIT | 85.20 | 89.30\nOIT | 95.00 | 99.00\nรวม | 89.99 | 94.49\nระดับ | A | A"))
    assert (found["2565/ITA"], found["2566/ITA"]) == ("89.99 A", "94.49 A")


def test_grades_beside_the_scores_of_two_years_are_those_years() -> None:
    found = stated(table("รายการ | ปี 2565 | ระดับ | ปี 2566 | ระดับ | ผลต่าง\nการปฏิบัติหน้าที่ | 94.25 | A | 96.48 | AA | 2.23"))
    assert found == {"2565/1": "94.25 A", "2566/1": "96.48 AA"}


def test_the_year_that_a_caption_compares_with_is_not_the_tables() -> None:
    words = "ในปีงบประมาณ พ.ศ. 2565 มีผลการประเมินดังตาราง เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 เล็กน้อย"
    assert stated(words, table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 94.25\nการใช้อำนาจ | 92.10")) == {
        "2565/1": "94.25",
        "2565/3": "92.10",
    }


def test_how_many_items_were_right_is_no_items_number() -> None:
    rows = "9.3 การจัดซื้อจัดจ้าง | 4 | 3 | 75.00\n9.4 การบริหารและพัฒนาทรัพยากรบุคคล | 4 | 4 | 100.00"
    found = stated(table(f"ตัวชี้วัดย่อย | จำนวนข้อ | ข้อที่ได้ 100 คะแนน | คะแนนเฉลี่ย\n{rows}"))
    assert found == {"2566/9.3": "75.00", "2566/9.4": "100.00"}


def test_a_total_may_stand_beside_the_instruments() -> None:
    heads = "IIT (30 คะแนน) | EIT (30 คะแนน) | OIT (40 คะแนน) | รวม (100 คะแนน) | ระดับ"
    found = stated(table(f"{heads}\n28.39 | 28.01 | 36.95 | 93.35 | A"))
    assert found == {"2566/IIT": "points 28.39", "2566/EIT": "points 28.01", "2566/OIT": "points 36.95", "2566/ITA": "93.35 A"}


def test_what_is_only_hoped_for_is_no_score() -> None:
    rows = "\nการปฏิบัติหน้าที่ | 94.25 | 96.00\nการใช้อำนาจ | 92.10 | 95.00"
    expected = {"2566/1": "94.25", "2566/3": "92.10"}
    assert stated(table("ตัวชี้วัด | 2566 | 2567 (เป้าหมาย)" + rows)) == expected
    assert stated(table("ตัวชี้วัด | ปี 2566 | ค่าเป้าหมาย ปี 2567" + rows)) == expected
    across = "ปี | การปฏิบัติหน้าที่ | การใช้อำนาจ\n2566 | 94.25 | 92.10\n"
    assert stated(table(across + "2567 (เป้าหมาย) | 96.00 | 95.00")) == expected
    assert stated(table(across + "เป้าหมายปี 2567 | 96.00 | 95.00")) == expected


def test_a_header_may_say_beside_the_score_what_was_hoped_for() -> None:
    found = stated(table("ตัวชี้วัด | คะแนน (เป้าหมาย 85)\nการปฏิบัติหน้าที่ | 94.25\nการใช้อำนาจ | 92.10"))
    assert found == {"2566/1": "94.25", "2566/3": "92.10"}


def test_indicators_may_be_named_in_short_where_many_are() -> None:
    heads = "ปี | ปฏิบัติหน้าที่ | งบประมาณ | อำนาจ | ทรัพย์สินราชการ | แก้ปัญหาทุจริต"
    found = stated(table(f"{heads}\n2566 | 93.76 | 92.70 | 93.86 | 97.88 | 94.88"))
    assert found == {"2566/1": "93.76", "2566/2": "92.70", "2566/3": "93.86", "2566/4": "97.88", "2566/5": "94.88"}
    assert stated(table("รายการ | คะแนน\nงบประมาณ | 92.70\nคุณภาพ | 88.10")) == {}


def test_the_word_for_indicator_may_be_cut_short() -> None:
    rows = "ตชว.1 ปฏิบัติหน้าที่ | 79.20% | 87.98%\nตชว.2 งบประมาณ | 81.54% | 83.41%"
    found = stated(table(f"ตชว. | เกณฑ์ | ปี 66\n{rows}".replace("| 79.20%", "| 85%").replace("| 81.54%", "| 85%")))
    assert found == {"2566/1": "87.98", "2566/2": "83.41"}


def test_scores_may_stand_in_the_cells_of_their_names() -> None:
    found = stated(table("IIT 91.81 | EIT 91.41\nการใช้อำนาจ 95.16 | คุณภาพการดำเนินงาน 92.02"))
    assert found == {"2566/IIT": "91.81", "2566/EIT": "91.41", "2566/3": "95.16", "2566/6": "92.02"}


def test_a_mean_at_the_foot_of_a_column_is_its_instruments() -> None:
    found = stated(table("IIT | EIT\nการใช้อำนาจ (95.10) | คุณภาพการดำเนินงาน (89.47)\nเฉลี่ย 94.90 | เฉลี่ย 87.50"))
    assert found == {"2566/3": "95.10", "2566/6": "89.47", "2566/IIT": "94.90", "2566/EIT": "87.50"}


def test_scores_of_items_may_stand_under_their_codes() -> None:
    found = stated(table("O1 | O2 | O3\n100 | 0 | 100\nO4 | O5 | O6\n100 | 100 | 0"))
    assert found == {"2566/O1": "100", "2566/O2": "0", "2566/O3": "100", "2566/O4": "100", "2566/O5": "100", "2566/O6": "0"}


def test_of_a_table_about_schools_only_the_offices_own_column_counts() -> None:
    heads = "ตัวชี้วัด | คะแนนเฉลี่ยสถานศึกษา (94 แห่ง) | คะแนน สพป.ลำปาง เขต 2"
    found = stated("ตารางเปรียบเทียบกับคะแนนเฉลี่ยของสถานศึกษาในสังกัด", table(f"{heads}\nการปฏิบัติหน้าที่ | 93.02 | 88.23\nการใช้อำนาจ | 91.77 | 90.18"))
    assert found == {"2566/1": "88.23", "2566/3": "90.18"}


def test_an_instruments_points_may_stand_in_brackets_with_its_name() -> None:
    found = stated(table("แบบวัด | ตัวชี้วัด | คะแนน\nIIT (27.68) | การปฏิบัติหน้าที่ | 96.88\nEIT (27.55) | คุณภาพการดำเนินงาน | 93.18"))
    assert found == {"2566/1": "96.88", "2566/6": "93.18", "2566/IIT": "points 27.68", "2566/EIT": "points 27.55"}


def test_figures_with_signs_are_differences() -> None:
    found = stated(table("แบบวัด | ค่าเฉลี่ยระดับประเทศ | คะแนน | มากกว่าเขตอื่น\nIIT | 93.10 | 92.60 | -0.50\nOIT | 95.00 | 98.75 | +3.75"))
    assert found == {"2566/IIT": "92.60", "2566/OIT": "98.75", "2566/national/IIT": "93.10", "2566/national/OIT": "95.00"}


def test_what_is_the_countrys_by_its_header_alone_is_not_the_offices() -> None:
    found = stated(table("ตัวชี้วัด | เขตเรา | จังหวัด | ประเทศ\nการปฏิบัติหน้าที่ | 97.60 | 96.80 | 96.50"))
    assert found == {"2566/1": "97.60", "2566/national/1": "96.50"}


def test_dashes_do_not_hide_a_column_of_scores() -> None:
    rows = "การปฏิบัติหน้าที่ | 95.30 | -\nคุณภาพการดำเนินงาน | - | 90.15\nการปรับปรุงระบบการทำงาน | - | 86.40"
    assert stated(table("ตัวชี้วัด | IIT | EIT\n" + rows)) == {"2566/1": "95.30", "2566/6": "90.15", "2566/8": "86.40"}


def test_points_may_stand_under_a_word_for_weights() -> None:
    found = stated(table("เครื่องมือ | คะแนน | ถ่วงน้ำหนัก\nIIT | 96.71 | 29.01\nEIT | 93.07 | 27.92"))
    assert found == {"2566/IIT": "96.71 points 29.01", "2566/EIT": "93.07 points 27.92"}


def test_a_total_may_say_what_it_sums_up() -> None:
    rows = "9.1 ข้อมูลพื้นฐาน | 90.00\nเฉลี่ยตัวชี้วัดที่ 9 การเปิดเผยข้อมูล | 88.00\nรวมแบบวัด OIT | 89.00"
    assert stated(table("ตัวชี้วัดย่อย | คะแนน\n" + rows)) == {"2566/9.1": "90.00", "2566/9": "88.00", "2566/OIT": "89.00"}


def test_in_a_table_of_measures_only_scores_of_a_stated_year_count() -> None:
    rows = "\nการใช้งบประมาณ | 93.02 | เปิดเผยแผนการใช้จ่าย | กลุ่มนโยบายและแผน\nการใช้อำนาจ | 95.11 | จัดทำเกณฑ์ | กลุ่มบริหารงานบุคคล"
    assert stated(table("ตัวชี้วัด | คะแนนปี 2566 | แนวทาง | ผู้รับผิดชอบ" + rows)) == {"2566/2": "93.02", "2566/3": "95.11"}
    assert stated(table("ตัวชี้วัด | คะแนน | แนวทาง | ผู้รับผิดชอบ" + rows), year=2567) == {}


def test_the_countrys_row_may_stand_among_the_offices() -> None:
    rows = "สพป.ลำปาง เขต 1 | 96.30 | AA\nสพป.ลำปาง เขต 2 | 91.60 | A\nเฉลี่ยทั้งประเทศ | 94.67 | A"
    found = stated("อันดับผลการประเมิน ITA ของ สพท. ในจังหวัด", table("สพท. | คะแนน ปี 2566 | ระดับ\n" + rows))
    assert found == {"2566/ITA": "91.60 A", "2566/national/ITA": "94.67 A"}


def test_the_year_of_measures_above_a_table_is_not_that_of_its_scores() -> None:
    words = "ตัวชี้วัดที่มีคะแนนน้อยที่สุด และต้องกำหนดมาตรการพัฒนาในปีงบประมาณ พ.ศ. 2567 มีดังนี้"
    results = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้ 87.97 คะแนน"
    found = stated(results, words, table("ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 86.27\nการใช้อำนาจ | 85.43"), year=2567)
    assert "2567/1" not in found


def test_the_grade_of_the_whole_may_stand_under_the_table() -> None:
    rows = table("แบบวัด | คะแนน\nIIT | 92.00\nEIT | 90.00\nOIT | 95.00\nคะแนนรวม | 92.60")
    assert stated(rows, "ระดับผลการประเมินในภาพรวม : A")["2566/ITA"] == "92.60 A"


def test_full_marks_that_vary_are_scores_out_of_them() -> None:
    head = "แบบวัด | คะแนนเต็ม 100 | น้ำหนัก | คะแนนที่ได้หลังถ่วงน้ำหนัก\n"
    found = stated(table(head + "IIT | 88.40 | 30 | 26.52\nEIT | 86.86 | 30 | 26.06\nOIT | 84.07 | 40 | 33.63"))
    assert found == {"2566/IIT": "88.40 points 26.52", "2566/EIT": "86.86 points 26.06", "2566/OIT": "84.07 points 33.63"}
    parts = stated(table("ตัวชี้วัด | คะแนนเต็ม | คะแนน\nการปฏิบัติหน้าที่ | 7.50 | 91.01\nการใช้งบประมาณ | 12.50 | 93.02"))
    assert parts == {"2566/1": "91.01", "2566/2": "93.02"}


def test_other_offices_compared_with_in_the_text_above_do_not_make_the_table_theirs() -> None:
    rows = table("ปีงบประมาณ | IIT | EIT | OIT | คะแนนรวม\n2565 | 93.14 | 93.56 | 97.50 | 95.01\n2566 | 93.00 | 93.06 | 96.07 | 94.25")
    own = "ได้คะแนน 94.25 คะแนน เมื่อเปรียบเทียบกับ สพป.แพร่ เขต 1 (96.02 คะแนน) พบว่ายังมีช่องว่าง"
    assert stated(own, rows)["2566/OIT"] == "96.07"
    assert stated("ผลการประเมินของ สพป.แพร่ เขต 1 ซึ่งได้ 94.25 คะแนน สูงสุดเมื่อเทียบกับเขตอื่น", rows) == {}
