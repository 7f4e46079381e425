from extractors.document import Block, Cell, Line, Paragraph, Table
from extractors.readers.contents import with_contents_marked


def _paragraphs(*texts: str) -> list[Block]:
    return [Paragraph((Line(text),)) for text in texts]


def _table(*rows: str) -> Table:
    cells = [Cell(i, j, text) for i, row in enumerate(rows) for j, text in enumerate(row.split("|"))]
    return Table(0, len(rows), len(rows[0].split("|")), tuple(cells))


def _roles(blocks: list[Block]) -> list[str]:
    return [block.role for block in with_contents_marked(blocks) if isinstance(block, Paragraph | Table)]


def test_entries_under_the_heading_are_contents_and_what_follows_is_not() -> None:
    blocks = _paragraphs("สารบัญ", "หน้า", "คำนำ\tก", "ผลการประเมิน......๑๒", "บทนำ", "ตัวชี้วัดที่ 1 ได้ 99.12 คะแนน")
    assert _roles(blocks) == ["body", "contents", "contents", "contents", "body", "body"]


def test_a_table_of_page_numbers_under_the_heading_is_contents() -> None:
    blocks = [
        *_paragraphs("สารบัญ"),
        _table("|หน้า", "คำนำ|ก", "ผลการประเมิน|๓-๗", "ภาคผนวก|37"),
        _table("a|b", "c|9"),
    ]
    assert _roles(blocks) == ["body", "contents", "body"]


def test_a_table_of_scores_under_the_heading_is_not_contents() -> None:
    blocks = [*_paragraphs("สารบัญ"), _table("ตัวชี้วัด|คะแนน", "การใช้อำนาจ|96.80", "การใช้งบประมาณ|95.47")]
    assert _roles(blocks) == ["body", "body"]


def test_three_entries_in_a_row_need_no_heading_and_one_is_not_enough() -> None:
    assert _roles(_paragraphs("บทที่ 1 ..... 1", "บทที่ 2 ..... 5", "บทที่ 3 ..... 9")) == ["contents"] * 3
    assert _roles(_paragraphs("ข้อความ", "คะแนน ........ 95", "ข้อความ")) == ["body"] * 3


def test_scores_behind_tabs_or_in_no_order_are_not_contents() -> None:
    assert _roles(_paragraphs("การใช้อำนาจ\t98", "การใช้งบประมาณ\t99", "คุณภาพ\t100")) == ["body"] * 3
    assert _roles(_paragraphs("การใช้อำนาจ ... 98", "งบประมาณ ... 95", "คุณภาพ ... 100")) == ["body"] * 3


def test_a_heading_in_running_text_begins_no_contents() -> None:
    assert _roles(_paragraphs("ตามสารบัญข้างต้น", "เขต 3")) == ["body", "body"]
