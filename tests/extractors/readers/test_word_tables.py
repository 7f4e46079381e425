import re

import pytest

from extractors.document import Table
from extractors.readers import read, word
from tests.extractors.readers.docx_maker import docx, p, r, table, tbl, tc, text_box, tr


def _table(*blocks: str) -> Table:
    return next(word.read(docx(*blocks)).tables())


def _rows(table: Table) -> list[str]:
    return [
        "|".join(table.text_at(row, column) for column in range(table.columns)) for row in range(table.rows)
    ]


def test_a_vertical_span_covers_every_row_it_is_merged_over() -> None:
    read_back = _table(table("IIT|1|99.12", "^|2|95.47", "EIT|6|94.39"))
    assert _rows(read_back) == ["IIT|1|99.12", "IIT|2|95.47", "EIT|6|94.39"]
    assert read_back.cells[0].row_span == 2


def test_a_horizontal_span_covers_its_columns() -> None:
    read_back = _table(table("ที่|ผลการดำเนินงาน|>", "1|Q1|Q2"))
    assert _rows(read_back) == ["ที่|ผลการดำเนินงาน|ผลการดำเนินงาน", "1|Q1|Q2"]


def test_cells_merged_both_ways_are_one_cell() -> None:
    read_back = _table(table("a|>|b", "^|>|c", "d|e|f"))
    assert _rows(read_back) == ["a|a|b", "a|a|c", "d|e|f"]
    assert (read_back.cells[0].row_span, read_back.cells[0].column_span) == (2, 2)


def test_a_merge_with_nothing_above_it_to_go_on_from_is_a_cell_of_its_own() -> None:
    read_back = _table(tbl(tr(tc("orphan", "<w:vMerge/>"), tc("b"))))
    assert _rows(read_back) == ["orphan|b"]


def test_two_merges_that_touch_stay_two_cells() -> None:
    read_back = _table(table("a|1", "^|2", "b|3", "^|4"))
    assert _rows(read_back) == ["a|1", "a|2", "b|3", "b|4"]


def test_cells_merged_the_old_way_are_one_cell() -> None:
    first, second = tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")
    read_back = _table(tbl(tr(first, second, tc("b")), tr(tc("c"), tc("d"), tc("e"))))
    assert _rows(read_back) == ["a|a|b", "c|d|e"]


def test_a_row_that_begins_late_leaves_a_hole() -> None:
    read_back = _table(tbl(tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>')))
    assert read_back.at(1, 0) is None
    assert read_back.text_at(1, 1) == "c"


def test_deleted_rows_and_cells_are_gone_and_inserted_ones_are_there() -> None:
    rows = (
        tr(tc("a"), tc("b")),
        tr(tc("x"), tc("y"), properties="<w:del/>"),
        tr(tc("c"), tc("d"), properties="<w:ins/>"),
        tr(tc("e"), tc("z", "<w:cellDel/>"), tc("f")),
    )
    read_back = _table(tbl(*rows))
    assert [cell.text for cell in read_back.cells] == ["a", "b", "c", "d", "e", "f"]


def test_a_nested_table_is_a_table_of_its_own_and_not_text_of_the_cell() -> None:
    document = word.read(docx(tbl(tr(tc(p("before") + table("in|side") + p("after")), tc("b")))))
    outer, inner = document.tables()
    assert outer.cells[0].text == "before\nafter"
    assert _rows(inner) == ["in|side"]


def test_tables_are_numbered_in_reading_order_with_nested_ones_after_their_own() -> None:
    document = read(docx(tbl(tr(tc(table("x|y") + p())))), "report.docx")
    assert [table.number for table in document.tables()] == [1, 2]


def test_a_text_box_in_a_cell_is_text_of_the_cell() -> None:
    read_back = _table(tbl(tr(tc(p(r("a") + text_box(p("boxed")))))))
    assert read_back.cells[0].text == "a\nboxed"


def test_an_edge_that_a_hand_moved_a_hair_is_the_same_edge() -> None:
    wide, narrow = '<w:gridSpan w:val="2"/>', ""
    rows = (tr(tc("ตัวชี้วัด", wide), tc("คะแนน", narrow)), tr(tc("1", narrow), tc("99.12", wide)))
    assert _rows(_table(tbl(*rows, widths=(3000, 30, 1500)))) == ["ตัวชี้วัด|คะแนน", "1|99.12"]


def test_a_narrow_column_that_holds_a_cell_stays_a_column() -> None:
    rows = (tr(tc("a"), tc("i"), tc("b")), tr(tc("c", '<w:gridSpan w:val="2"/>'), tc("d")))
    assert _rows(_table(tbl(*rows, widths=(3000, 30, 1500)))) == ["a|i|b", "c|c|d"]


@pytest.mark.parametrize("span", ["16000", "0", "-3", "many"])
def test_a_nonsensical_span_does_no_harm(span: str) -> None:
    read_back = _table(tbl(tr(tc("a", f'<w:gridSpan w:val="{span}"/>'), tc("b"))))
    assert _rows(read_back) == ["a|b"]


def test_tables_nested_beyond_reason_keep_their_text() -> None:
    nested = table("deepest|here")
    for _ in range(20):
        nested = tbl(tr(tc(nested + p())))
    texts = [cell.text for table in word.read(docx(nested)).tables() for cell in table.cells]
    assert texts[-1] == "deepest\nhere"


def _tabbed(line: str) -> str:
    return p("".join(r(part) if part != "\t" else "<w:r><w:tab/></w:r>" for part in re.split("(\t)", line) if part))


def test_paragraphs_set_with_tabs_are_a_table_where_a_column_holds_values() -> None:
    read_back = _table(*map(_tabbed, ["ตัวชี้วัด\tคะแนน\tระดับ", "การปฏิบัติหน้าที่\t\t97.01\tAA", "การใช้งบประมาณ\t93.02\tA"]))
    assert _rows(read_back) == ["ตัวชี้วัด|คะแนน|ระดับ", "การปฏิบัติหน้าที่|97.01|AA", "การใช้งบประมาณ|93.02|A"]


def test_members_of_a_committee_set_with_tabs_stay_lines() -> None:
    lines = ["1.1 นายสมชาย ใจดี\tผู้อำนวยการกลุ่มอำนวยการ\tประธาน", "1.2 นางมานี มีนา\tนักจัดการงานทั่วไป\tกรรมการ", "1.3 นายปิติ ชูใจ\tครู\tกรรมการ"]
    assert not list(word.read(docx(*map(_tabbed, lines))).tables())
