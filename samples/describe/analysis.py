"""An analysis of the scores of FY 2567 beside those of FY 2566, with history and findings."""

from samples.arithmetic import NAMES, a_year, less, stated
from samples.parts import Grid, Heading, MadeUp, Numbered, Words, grid, identity

OFFICE = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"
LAST = a_year(
    "94.60 92.44 93.18 90.02 91.86 93.10 90.84 89.92",
    "90.00 87.50 100.00 100.00 100.00 100.00 100.00",
)
YEAR = a_year(
    "97.33 95.80 96.02 93.58 94.77 96.25 93.40 94.06",
    "100.00 100.00 100.00 100.00 75.00 100.00 100.00",
)
NATIONAL = {"1": "96.11", "2": "93.02", "3": "93.90", "6": "94.55", "7": "92.78"}
HISTORY = [
    ("2563", "82.15", "-", "-", ""),
    ("2564", "88.40", "+6.25", "เพิ่มขึ้น", "up"),
    ("2565", "86.90", "1.50", "ลดลง", "down"),
    ("2566", LAST["ITA"], less(LAST["ITA"], "86.90"), "เพิ่มขึ้น", "up"),
    ("2567", YEAR["ITA"], less(YEAR["ITA"], LAST["ITA"]), "เพิ่มขึ้น", "up"),
]
"""The change of FY 2565 is printed without its sign, as offices do."""

FOUND = [
    ("6", "strength", "ผู้รับบริการเห็นว่าเจ้าหน้าที่ให้บริการตามขั้นตอนและระยะเวลาที่กำหนด"),
    ("4", "to_develop", "การขออนุญาตยืมทรัพย์สินของราชการยังไม่สะดวกสำหรับเจ้าหน้าที่บางกลุ่ม"),
    ("7", "to_develop", "ช่องทางรับฟังความคิดเห็นของผู้รับบริการยังเข้าถึงยากบนโทรศัพท์มือถือ"),
]


def _two_years() -> Grid:
    rows = [
        "ที่ | ตัวชี้วัด | ปีงบประมาณ พ.ศ. 2566 | < | ปีงบประมาณ พ.ศ. 2567 | < | ผลต่าง",
        "^ | ^ | คะแนน | อันดับ | คะแนน | อันดับ | ^",
    ]
    for place, (code, name) in enumerate(NAMES.items(), 1):
        years = f"{LAST[code]} | {11 - place} | {YEAR[code]} | {place}"
        rows.append(f"{code} | {name} | {years} | {less(YEAR[code], LAST[code])}")
    return grid("\n".join(rows), "12 58 20 16 20 16 20", repeat=2)


def _national() -> Grid:
    rows = ["คะแนนเฉลี่ยระดับประเทศ | คะแนนที่ได้ | ค่าเป้าหมาย | ตัวชี้วัด"]
    rows += [f"{NATIONAL[code]} | {YEAR[code]} | 95.00 | {code}. {NAMES[code]}" for code in NATIONAL]
    return grid("\n".join(rows), "40 30 30 62")


def _history() -> Grid:
    rows = ["ปีงบประมาณ | คะแนน | ผลต่าง | พัฒนาการ"]
    rows += [f"พ.ศ. {year} | {score} | {change} | {word}" for year, score, change, word, _ in HISTORY]
    return grid("\n".join(rows), "40 35 35 40")


def _findings() -> Grid:
    by_code = {code: {kind: text for other, kind, text in FOUND if other == code} for code, _, _ in FOUND}
    rows = ["ตัวชี้วัด | จุดแข็ง | จุดที่ต้องพัฒนา"]
    for code, texts in by_code.items():
        rows.append(f"{code}. {NAMES[code]} | {texts.get('strength', '')} | {texts.get('to_develop', '')}")
    return grid("\n".join(rows), "45 58 58")


BANDS = grid(
    """
    ช่วงคะแนน | ระดับ
    95.00 - 100 | AA
    85.00 - 94.99 | A
    75.00 - 84.99 | B
    """,
    "50 40",
)

ANALYSIS = MadeUp(
    name="nakhonphanom_2567",
    running_head="ตัวอย่างสมมติ: รายงานการวิเคราะห์ผลการประเมิน",
    blocks=(
        Words("รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน", centred=True),
        Words("ประจำปีงบประมาณ พ.ศ. 2567", centred=True),
        Words(OFFICE, centred=True),
        Heading("ผลการประเมิน"),
        Words(f"ผลการประเมินภาพรวม ปีงบประมาณ พ.ศ. 2567 ได้คะแนน {YEAR['ITA']} คะแนน อยู่ในระดับ AA"),
        Words("เกณฑ์ระดับผลการประเมิน"),
        BANDS,
        Words("ตารางเปรียบเทียบผลการประเมินรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2566 และ พ.ศ. 2567"),
        _two_years(),
        Words("ตารางเปรียบเทียบกับคะแนนเฉลี่ยระดับประเทศ ปีงบประมาณ พ.ศ. 2567"),
        _national(),
        Words("ตารางผลการประเมินย้อนหลัง"),
        _history(),
        Heading("จุดแข็งและจุดที่ต้องพัฒนา"),
        _findings(),
        Heading("ข้อสังเกต"),
        Numbered(
            (
                "หน่วยงานจะรักษาระดับการให้บริการที่ดีไว้",
                "หน่วยงานจะสื่อสารผลการประเมินให้บุคลากรทุกคนทราบ",
            )
        ),
    ),
    report=identity(OFFICE, "สพม.", "นครพนม", "", 2567),
    facts={
        "scores": [
            *stated(2566, LAST, "1 2 3 4 5 6 7 8 9 10"),
            *stated(2567, YEAR, "1 2 3 4 5 6 7 8 9 10"),
            *stated(2567, YEAR, "ITA", grade="AA"),
            *stated(2567, NATIONAL, " ".join(NATIONAL), subject="national"),
        ],
        "score_history": [
            {"fiscal_year": int(year), "score": score, "trend": trend, "change_printed": change}
            for year, score, change, _, trend in HISTORY
        ],
        "findings": [{"indicator_code": code, "kind": kind, "text": text} for code, kind, text in FOUND],
    },
    table_style="tabs",
    shows=(
        "two years side by side under two header rows, with ranks that are no scores",
        "national averages first, a column of targets that is no score, names last",
        "bands of grades that are no scores",
        "history with a missing sign",
        "findings: strengths and what is to be developed, side by side",
        "paragraphs numbered by the word processor",
    ),
)
