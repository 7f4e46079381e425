"""Strings such as Thai reports and their misreadings are made of, for property tests."""

from hypothesis import strategies as st

PIECES = (
    *"กขคงจชดตนปพมรลวสหอะาำิีึืุูเแโใไ็่้๊๋์ํฯๆ๐๑๒๓๔๕๖๗๘๙0123456789 \n\t.,-–/()%:|Oo\u200b\u00a0",
    *(
        "นาย",
        "นางสาว",
        "ว่าที่ ร.ต.",
        "กลุ่ม",
        "ทุกกลุ่ม/หน่วย",
        "ผู้อำนวยการ",
        "และ",
        "ต.ค.",
        "มิถุนายน",
        "พ.ศ.",
        "ปีงบประมาณ",
    ),
    *(
        "ไตรมาส",
        "ภายใน",
        "สพป.",
        "สพม.",
        "เขต",
        "ชุมพร",
        "ชพ.",
        "ตัวชี้วัดที่",
        "คุณภาพการดำเนินงาน",
        "O14",
        "๐๑๔",
        "2566",
    ),
)

thai_text = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40)
