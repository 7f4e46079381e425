"""A report of an office that does not exist, which states one score in two ways: one to be reviewed."""

from samples.arithmetic import NAMES, a_year, stated
from samples.parts import Grid, Heading, MadeUp, TextBox, Words, grid

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1"
BEFORE = a_year(
    "91.20 88.74 90.16 86.95 88.30 90.41 86.62 87.05",
    "100.00 87.50 85.71 100.00 100.00 100.00 100.00",
)
YEAR = a_year(
    "95.64 93.27 94.85 91.70 92.96 94.38 91.12 92.60",
    "100.00 100.00 100.00 100.00 100.00 100.00 100.00",
)
MISPRINTED = "94.83"
"""What the prose says of indicator 6, whose score is 94.38."""


def _years_as_columns() -> Grid:
    rows = ["ตัวชี้วัด | ปี 2565 | ปี 2566"]
    rows += [f"{code} {name} | {BEFORE[code]} | {YEAR[code]}" for code, name in NAMES.items()]
    return grid("\n".join(rows), "80 35 35")


def _years_as_rows() -> Grid:
    """Headers down the first column: the table is to be read turned."""
    return grid(
        f"""
        ปีงบประมาณ | 2565 | 2566
        คะแนนรวม ITA | {BEFORE["ITA"]} | {YEAR["ITA"]}
        ระดับ | A | AA
        """,
        "60 40 40",
    )


ADDRESS = grid("ที่อยู่ | เลขที่ 1 ถนนสมมติ\nติดต่อ | งานประชาสัมพันธ์", "25 60")
FRAME = grid("หน่วยงาน | สำนักงานตัวอย่าง (เอกสารสมมติ)", "40 110", nested=ADDRESS)

CONFLICT = MadeUp(
    name="tuayang1_2566",
    running_head="ตัวอย่างสมมติ: ผลการประเมิน",
    blocks=(
        TextBox("เอกสารสมมติ ใช้ทดสอบโปรแกรมเท่านั้น"),
        Words("รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2566", centred=True),
        Words(OFFICE, centred=True),
        FRAME,
        Heading("ผลการประเมิน"),
        Words("ผลการประเมินย้อนหลังสองปี"),
        _years_as_rows(),
        Words("ผลการประเมินรายตัวชี้วัดเปรียบเทียบสองปี"),
        _years_as_columns(),
        Words(
            f"ในปีงบประมาณ พ.ศ. 2566 ตัวชี้วัดที่ 6 {NAMES['6']} ได้คะแนน {MISPRINTED} คะแนน",
            deleted="ได้คะแนน 11.11 คะแนน",
            inserted="ซึ่งสูงกว่าปีที่ผ่านมา",
        ),
    ),
    report={"office_name": "", "fiscal_year": 2566},
    facts={
        "scores": [
            *stated(2565, BEFORE, "1 2 3 4 5 6 7 8 9 10"),
            *stated(2566, YEAR, "1 2 3 4 5 6 7 8 9 10"),
            *stated(2565, BEFORE, "ITA", grade="A"),
            *stated(2566, YEAR, "ITA", grade="AA"),
        ],
    },
    issues=("W_OFFICE_UNKNOWN", "W_SCORE_CONFLICT"),
    table_style="pipes",
    shows=(
        "an office that does not exist",
        "years as columns; years across with headers down the first column",
        "one score stated with two figures",
        "a text box, a nested table, tracked changes (in the DOCX)",
    ),
)
