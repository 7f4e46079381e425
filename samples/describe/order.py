"""An order that appoints committees and shares out the O items of FY 2567."""

from samples.parts import Block, Fact, Grid, Heading, MadeUp, PageBreak, Words, grid, identity

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"
DIRECTOR = f"ผู้อำนวยการ{OFFICE}"
COMMITTEES = [
    (
        "คณะกรรมการอำนวยการ",
        [
            ("1.1", "นายปรีชา ตัวอย่างดี", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "ประธานกรรมการ"),
            ("1.2", "นางดวงใจ ทดลอง", "รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "รองประธานกรรมการ"),
            ("1.3", "นางสาวมะลิ สมมติ", "ผู้อำนวยการกลุ่มอำนวยการ", "กรรมการและเลขานุการ"),
        ],
    ),
    (
        "คณะกรรมการดำเนินงาน",
        [
            ("2.1", "นางสาวมะลิ สมมติ", "ผู้อำนวยการกลุ่มอำนวยการ", "ประธานกรรมการ"),
            ("2.2", "ว่าที่ร้อยตรีภูผา จำลอง", "นักประชาสัมพันธ์ชำนาญการ", "กรรมการ"),
            ("2.3", "นายต้นกล้า เสมือน", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ", "กรรมการและผู้ช่วยเลขานุการ"),
        ],
    ),
]
DUTIES = [
    ("O1", "โครงสร้าง", "นางสาวมะลิ สมมติ", "กลุ่มอำนวยการ"),
    ("O2", "ข้อมูลผู้บริหาร", "^", "^"),
    ("O13", "E-Service", "นายต้นกล้า เสมือน", "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"),
    ("O14", "รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ", "นางสาวน้ำฝน สมมติ", "กลุ่มบริหารงานการเงินและสินทรัพย์"),
    ("O15", "ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ", "^", "^"),
]


def _members() -> list[Block]:
    """The first committee in a table without headers, the second in lines."""
    (first, table), (second, lines) = COMMITTEES
    rows = [f"{seq} {person} | {position} | {role}" for seq, person, position, role in table]
    return [
        Heading(f"1. {first} ประกอบด้วย"),
        grid("\n".join(rows), "52 68 45"),
        Heading(f"2. {second} ประกอบด้วย"),
        *(Words(f"{seq} {person}    {position}    {role}") for seq, person, position, role in lines),
    ]


def _duties() -> Grid:
    rows = ["ผู้รับผิดชอบ | กลุ่ม/หน่วย | ข้อ | รายการ"]
    rows += [f"{person} | {unit} | {code} | {name}" for code, name, person, unit in DUTIES]
    return grid("\n".join(rows), "38 52 16 56")


def _duty_facts() -> list[Fact]:
    facts, owner = [], ""
    for code, _, person, _ in DUTIES:
        owner = owner if person == "^" else person
        facts.append({"item_code": code, "role": "owner", "person": owner})
    return facts


ORDER = MadeUp(
    name="nan1_order_2567",
    running_head="ตัวอย่างสมมติ: คำสั่งแต่งตั้งคณะกรรมการ",
    blocks=(
        Words(f"คำสั่ง{OFFICE}", centred=True),
        Words("ที่ 999/2567", centred=True),
        Words(
            "เรื่อง แต่งตั้งคณะกรรมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ประจำปีงบประมาณ พ.ศ. 2567",
            centred=True,
        ),
        Words(
            f"ด้วย{OFFICE} จะเข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
            "ประจำปีงบประมาณ พ.ศ. 2567 จึงแต่งตั้งคณะกรรมการ ดังนี้"
        ),
        *_members(),
        Words("ทั้งนี้ ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่อย่างเต็มความสามารถ"),
        Words("สั่ง ณ วันที่ 15 มกราคม พ.ศ. 2567"),
        Words("(นายปรีชา ตัวอย่างดี)", centred=True),
        Words(DIRECTOR, centred=True),
        PageBreak(),
        Heading("บัญชีผู้รับผิดชอบข้อมูลการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. 2567"),
        _duties(),
    ),
    report=identity(OFFICE, "สพป.", "น่าน", "1", 2567),
    facts={
        "committee_members": [
            {"order_no": "999/2567", "seq": seq, "person": person, "position": position, "role": role}
            for _, members in COMMITTEES
            for seq, person, position, role in members
        ],
        "responsibilities": _duty_facts(),
    },
    table_style="html",
    shows=(
        "an order with its number, date and two committees",
        "responsibilities with the persons first, merged over their items",
    ),
)
