"""A report of progress for FY 2565: scores of FY 2564, measures in prose, follow-up, budgets."""

from samples.arithmetic import NAMES, a_year, stated
from samples.parts import Block, Fact, Grid, Heading, MadeUp, PageBreak, Words, grid, identity

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระนอง"
FAILED = ("O14", "O29")
ITEMS = {f"O{number}": "0.00" if f"O{number}" in FAILED else "100.00" for number in range(1, 44)}
YEAR = a_year(
    "97.42 94.18 95.06 91.33 93.71 92.60 88.47 90.15",
    "100.00 87.50 100.00 100.00 80.00 100.00 100.00",
)
FINANCE = "กลุ่มบริหารงานการเงินและสินทรัพย์"
STEPS = [
    ("4", "จัดทำแนวปฏิบัติการยืมทรัพย์สินของราชการและแจ้งเวียนให้บุคลากรทุกคนทราบ", FINANCE,
     "ประกาศใช้แนวปฏิบัติแล้วเมื่อเดือนมกราคม 2565", "https://example.org/ranong/asset-guide"),
    ("4", "ตรวจนับทรัพย์สินที่ให้ยืมทุกสิ้นไตรมาสและรายงานผู้บริหาร", FINANCE,
     "ตรวจนับครบสี่ไตรมาส ไม่พบทรัพย์สินสูญหาย", "https://example.org/ranong/asset-check"),
    ("7", "จัดทำผังการติดต่อหน่วยงานพร้อมหมายเลขโทรศัพท์ของทุกกลุ่ม", "กลุ่มอำนวยการ",
     "เผยแพร่บนหน้าแรกของเว็บไซต์แล้ว", "https://example.org/ranong/contact"),
]

FOLLOW_UP = [
    ("O๑", "O1", "โครงสร้าง", "ดำเนินการแล้ว", True),
    ("O๒", "O2", "ข้อมูลผู้บริหาร", "ดำเนินการแล้ว", True),
    ("O๗", "O7", "ข่าวประชาสัมพันธ์", "ดำเนินการแล้ว", True),
    ("O๑๔", "O14", "คู่มือหรือมาตรฐานการให้บริการ", "อยู่ระหว่างดำเนินการ", False),
    ("O๒๙", "O29", "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "ยังไม่ดำเนินการ", False),
    ("O๔๒", "O42", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ดำเนินการแล้ว", True),
]

BUDGETED = [
    ("1", "อบรมส่งเสริมวัฒนธรรมองค์กรสุจริต", "45,000.00", "", "20,000.00", "25,000.00", "", "0.00"),
    ("2", "ประชุมติดตามผลการประเมินรายไตรมาส", "18,000.00", *["4,500.00"] * 4, "0.00"),
    ("3", "จัดพิมพ์คู่มือการให้บริการประชาชน", "32,500.00", "", "", "12,250.00", "", "20,250.00"),
]


def _by_name() -> Grid:
    cells = {code: f"{code}. {NAMES[code]} ({YEAR[code]})" for code in NAMES}
    return grid(
        f"""
        IIT | EIT | OIT
        {cells["1"]} | {cells["6"]} | {cells["9"]}
        {cells["2"]} | {cells["7"]} | {cells["10"]}
        {cells["3"]} | {cells["8"]} |
        {cells["4"]} | |
        {cells["5"]} | |
        """,
        "55 55 50",
    )


def _items() -> Grid:
    """Three columns of fifteen pairs; the last two places stay empty."""
    rows = ["ข้อ | คะแนน | ข้อ | คะแนน | ข้อ | คะแนน"]
    for number in range(1, 16):
        codes = [f"O{number + start}" for start in (0, 15, 30)]
        rows.append(" | ".join(f"{code} | {ITEMS[code]}" if code in ITEMS else " | " for code in codes))
    return grid("\n".join(rows), "25 30 25 30 25 30", repeat=1)


def _follow_up() -> Grid:
    rows = ["ที่ | ข้อ | รายการ | ผลการติดตาม"]
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for number, (printed, _, name, status, _) in enumerate(FOLLOW_UP, 1):
        rows.append(f"{str(number).translate(digits)} | {printed} | {name} | {status}")
    return grid("\n".join(rows), "12 18 85 45")


def _budgets() -> Grid:
    head = (
        "ที่ | กิจกรรม | งบประมาณ (บาท) | ผลการเบิกจ่าย | < | < | < | คงเหลือ (บาท)\n"
        "^ | ^ | ^ | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 3 | ไตรมาส 4 | ^\n"
    )
    return grid(head + "\n".join(" | ".join(row) for row in BUDGETED), "9 27 25 22 22 22 22 25")


def _steps() -> list[Block]:
    blocks: list[Block] = []
    before, number = "", 0
    for code, text, responsible, progress, url in STEPS:
        if code != before:
            blocks.append(Words(f"ตัวชี้วัดที่ {code} {NAMES[code]}"))
            number = 0
        number += 1
        blocks += [
            Words(f"{number}. {text}"),
            Words(f"ผู้รับผิดชอบ : {responsible}"),
            Words(f"ความก้าวหน้า : {progress}", link_text=url, link=url),
        ]
        before = code
    return blocks


def _step_facts() -> list[Fact]:
    return [
        {
            "indicator_code": code,
            "text": text,
            "responsible": responsible,
            "progress": f"{progress} {url}",
            "evidence_urls": [url],
        }
        for code, text, responsible, progress, url in STEPS
    ]


PROGRESS = MadeUp(
    name="ranong_2565",
    running_head="ตัวอย่างสมมติ: รายงานผลการดำเนินการตามมาตรการ",
    blocks=(
        Words("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", centred=True),
        Words("ประจำปีงบประมาณ พ.ศ. 2565", centred=True),
        Words(OFFICE, centred=True),
        Heading("1. ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564"),
        Words(
            f"ในปีงบประมาณ พ.ศ. 2564 {OFFICE} มีผลการประเมินในภาพรวม {YEAR['ITA']} คะแนน อยู่ในระดับ A "
            "โดยมีคะแนนรายตัวชี้วัดตามตาราง"
        ),
        _by_name(),
        Heading("2. ผลการดำเนินการตามมาตรการ"),
        *_steps(),
        Heading("3. ผลการติดตามการเปิดเผยข้อมูลสาธารณะ ปีงบประมาณ พ.ศ. 2565"),
        _follow_up(),
        PageBreak(),
        Heading("4. กิจกรรมและการใช้จ่ายงบประมาณ"),
        _budgets(),
        PageBreak("sideways"),
        Heading("ภาคผนวก คะแนนรายข้อ OIT ปีงบประมาณ พ.ศ. 2564"),
        _items(),
    ),
    report=identity(OFFICE, "สพป.", "ระนอง", "", 2565),
    facts={
        "scores": [
            *stated(2564, YEAR, "1 2 3 4 5 6 7 8 9 10"),
            *stated(2564, YEAR, "ITA", grade="A"),
            *stated(2564, ITEMS, " ".join(ITEMS)),
        ],
        "measures": _step_facts(),
        "item_status": [
            {"item_code": code, "status": status, "done": done} for _, code, _, status, done in FOLLOW_UP
        ],
        "activities": [
            {
                "activity_no": number,
                "activity": name,
                "budget_thb": budget.replace(",", ""),
                "q1": q1,
                "q2": q2,
                "q3": q3,
                "q4": q4,
                "remaining_thb": remaining.replace(",", ""),
            }
            for number, name, budget, q1, q2, q3, q4, remaining in BUDGETED
        ],
    },
    table_style="html",
    shows=(
        "name (score) cells under their instruments",
        "measures in numbered prose with responsible unit, progress and a link each",
        "item follow-up with Thai digits",
        "activities with budget, spending by quarter under one header, remainder",
        "grid of three code/score pairs side by side, its last places empty",
        "pages stored turned by 90 degrees",
    ),
)
