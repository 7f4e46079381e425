from extractors.document import Table
from extractors.readers.pdf import read
from tests.extractors.readers.pdf_maker import PageMaker, pdf

SCORES = [("No", "Name", "Score"), ("1", "Duty", "98.05"), ("2", "Budget", "87.84"), ("3", "Power", "94.58")]


def tables(*pages: PageMaker) -> list[Table]:
    return list(read(pdf(*pages)).tables())


def rows(*pages: PageMaker) -> list[list[str]]:
    (table,) = tables(*pages)
    return [[cell.text if cell else "×" for cell in table.row(r)] for r in range(table.rows)]


def score_lines(page: PageMaker, top: float = 113, step: float = 22) -> PageMaker:
    for i, line in enumerate(SCORES):
        for x, text in zip((105, 160, 330), line, strict=True):
            page.write(text, x, top + step * i, 10)
    return page


AS_ROWS = [list(line) for line in SCORES]
ABCD = [["a", "b"], ["c", "d"]]


def test_ruling_lines_make_a_table_and_cells_know_their_boxes() -> None:
    (table,) = tables(PageMaker().cells([100, 200, 300], [100, 130, 160], ABCD))
    assert [cell.text for cell in table.cells] == ["a", "b", "c", "d"]
    last = table.at(1, 1)
    assert last is not None and last.box is not None and last.page == 1
    assert [round(side) for side in last.box] == [200, 130, 300, 160]


def test_cells_span_rows_and_columns() -> None:
    page = PageMaker()
    for y, start in ((100, 100), (130, 200), (160, 100), (190, 100)):
        page.line(start, y, 400, y)
    for x, start in ((100, 100), (200, 100), (300, 130), (400, 100)):
        page.line(x, start, x, 190)
    for text, x, y in (("Name", 105, 130), ("2565", 205, 115), ("Score", 205, 145), ("Grade", 305, 145)):
        page.write(text, x, y)
    page.write("Duty", 105, 175).write("98.05", 205, 175).write("AA", 305, 175)
    (table,) = tables(page)
    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["Name"] == (0, 0, 2, 1)
    assert spans["2565"] == (0, 1, 1, 2)
    assert spans["98.05"] == (2, 1, 1, 1)


def test_thin_filled_rectangles_are_borders() -> None:
    page = PageMaker()
    for y in (100, 130, 160):
        page.fill(100, y, 300, y + 0.5)
    for x in (100, 200, 299.5):
        page.fill(x, 100, x + 0.5, 160.5)
    assert rows(page.write("a", 105, 115).write("b", 205, 115).write("c", 105, 145).write("d", 205, 145)) == ABCD


def test_borders_in_short_doubled_pieces_are_one_line() -> None:
    page = PageMaker()
    for offset in (0.0, 1.5):
        for y in (100, 130, 160):
            for x in range(100, 300, 20):
                page.line(x, y + offset, x + 19, y + offset)
        for x in (100, 200, 300):
            for y in range(100, 160, 15):
                page.line(x + offset, y, x + offset, y + 14)
    assert rows(page.write("a", 105, 115).write("b", 205, 115).write("c", 105, 145).write("d", 205, 145)) == ABCD


def test_white_lines_on_a_coloured_ground_are_borders_and_on_white_are_not() -> None:
    def white_grid(page: PageMaker) -> PageMaker:
        for y in (100, 130, 160):
            page.fill(100, y, 300, y + 0.5, (1, 1, 1))
        for x in (100, 200, 299.5):
            page.fill(x, 100, x + 0.5, 160.5, (1, 1, 1))
        return page.write("a", 105, 115).write("b", 205, 115).write("c", 105, 145).write("d", 205, 145)

    assert rows(white_grid(PageMaker().fill(100, 100, 300, 160, (0.8, 0.9, 1)))) == ABCD
    assert tables(white_grid(PageMaker())) == []


def test_a_coloured_ground_divides_nothing() -> None:
    page = PageMaker().fill(100, 100, 300, 130, (0.8, 0.9, 1)).cells([100, 200, 300], [100, 160, 190], ABCD)
    assert rows(page) == ABCD


def test_missing_sides_are_implied_by_lines_that_end_together() -> None:
    page = PageMaker().line(200, 100, 200, 160)
    for y in (100, 130, 160):
        page.line(100, y, 300, y)
    assert rows(page.write("a", 105, 115).write("b", 205, 115).write("c", 105, 145).write("d", 205, 145)) == ABCD


def test_a_number_wrapped_in_a_narrow_cell_is_whole() -> None:
    page = PageMaker().grid([100, 122, 200], [100, 140, 170])
    page.write("99.", 103, 112, 10).write("02", 103, 125, 10).write("x", 125, 112, 10)
    page.write("100", 103, 152, 10).write(".00", 103, 165, 10)
    assert [row[0] for row in rows(page)] == ["99.02", "100.00"]


def test_numbers_under_one_another_in_a_wide_cell_stay_apart() -> None:
    page = PageMaker().grid([100, 200, 300], [100, 140, 170])
    page.write("98.05", 103, 112, 10).write("87.84", 103, 125, 10).write("x", 203, 112, 10).write("y", 203, 160, 10)
    assert rows(page)[0][0] == "98.05\n87.84"


def test_wrapped_thai_in_a_cell_is_joined_and_list_entries_are_lines() -> None:
    page = PageMaker().grid([100, 172, 300], [100, 190])
    for i, line in enumerate(("1. จัดทำคู่มือ", "การปฏิบัติงาน", "2. เผยแพร่")):
        page.thai(line, 103, 115 + 16 * i, 10)
    assert rows(page.thai("ข", 203, 115, 10)) == [["1. จัดทำคู่มือการปฏิบัติงาน\n2. เผยแพร่", "ข"]]


def test_persons_under_one_another_are_lines() -> None:
    page = PageMaker().grid([100, 180, 300], [100, 140])
    page.thai("นายสมชาย ใจดี", 103, 115, 10).thai("นางสมหญิง ดีใจ", 103, 131, 10)
    assert rows(page.write("x", 203, 115)) == [["นายสมชาย ใจดี\nนางสมหญิง ดีใจ", "x"]]


def test_text_turned_upwards_is_read_in_its_own_direction() -> None:
    page = PageMaker().grid([100, 140, 200], [100, 200, 230]).write("Full", 116, 195, turn=90).write("score", 130, 195, turn=90)
    page.write("Name", 145, 115).write("1", 105, 215).write("x", 145, 215)
    assert rows(page) == [["Full\nscore", "Name"], ["1", "x"]]


def test_words_of_two_cells_that_touch_are_parted_at_the_border() -> None:
    page = PageMaker().grid([100, 129, 158], [100, 130, 160])
    page.ops.append("BT /F1 10 Tf 1 0 0 1 111.3 730 Tm (30) Tj 7.3 0 Td (29.40) Tj ET".replace("7.3 0", "18.7 0"))
    assert rows(page.write("a", 105, 150).write("b", 135, 150))[0] == ["30", "29.40"]


def test_a_frame_round_text_is_no_table() -> None:
    page = PageMaker().frame(100, 100, 400, 150).write("Title in a frame", 120, 125).write("Text below", 100, 200)
    assert tables(page) == []
    assert [p.text for p in read(pdf(page)).paragraphs()] == ["Title in a frame", "Text below"]


def test_a_border_round_the_page_does_not_swallow_its_table() -> None:
    page = PageMaker().frame(20, 20, 575, 822).frame(24, 24, 571, 818)
    assert rows(page.cells([100, 200, 300], [100, 130, 160], ABCD)) == ABCD


def test_an_underline_is_no_table() -> None:
    assert tables(PageMaker().write("Underlined", 100, 100).line(100, 102, 160, 102).write("Text", 100, 130)) == []


def test_tables_side_by_side_are_two() -> None:
    page = PageMaker().cells([100, 150, 200], [100, 130, 160], ABCD).cells([300, 350, 400], [100, 130, 160], ABCD)
    assert [table.number for table in tables(page)] == [1, 2]


def test_a_table_in_a_cell_is_nested() -> None:
    page = PageMaker().cells([50, 150, 500], [100, 220, 250], [["1", "Outer"], ["2", "Last"]])
    page.cells([200, 300, 400], [140, 170, 200], ABCD)
    outer = next(iter(tables(page)))
    home = outer.at(0, 1)
    assert home is not None and home.text == "Outer"
    assert [cell.text for cell in home.tables[0].cells] == ["a", "b", "c", "d"]


def test_a_cell_knows_the_links_in_it() -> None:
    page = PageMaker().cells([100, 250, 400], [100, 130, 160], ABCD).link(255, 105, 300, 120, "https://example.org/o1")
    (table,) = tables(page)
    assert [cell.links for cell in table.cells] == [(), ("https://example.org/o1",), (), ()]


def test_horizontal_rules_alone_make_a_table() -> None:
    page = PageMaker().line(100, 100, 400, 100).line(100, 120, 400, 120).line(100, 200, 400, 200)
    assert rows(score_lines(page)) == AS_ROWS


def test_rows_without_lines_between_are_told_by_their_figures() -> None:
    page = PageMaker().grid([100, 150, 300, 400], [100, 120, 200])
    assert rows(score_lines(page)) == AS_ROWS


def test_aligned_columns_with_figures_are_a_table_without_lines() -> None:
    (table,) = tables(score_lines(PageMaker()))
    assert not table.ruled
    assert [[cell.text for cell in table.cells if cell.row == r] for r in range(table.rows)] == AS_ROWS


def test_aligned_columns_with_codes_of_items_are_a_table_without_lines() -> None:
    page = PageMaker()
    for i, (code, name, unit) in enumerate((("O1", "Structure", "Unit A"), ("O2", "Leaders", "Unit B"), ("O3", "Duties", "Unit C"))):
        page.write(code, 50, 100 + 20 * i).write(name, 120, 100 + 20 * i).write(unit, 300, 100 + 20 * i)
    assert rows(page) == [["O1", "Structure", "Unit A"], ["O2", "Leaders", "Unit B"], ["O3", "Duties", "Unit C"]]


def test_prose_is_no_table() -> None:
    page = PageMaker()
    for i in range(10):
        page.write(f"Line {i} of ordinary prose with 98.05 points and 87.84 points in it, as it comes.", 50, 100 + 16 * i)
    assert tables(page) == []


def test_lines_that_do_not_close_are_read_by_the_second_method() -> None:
    page = PageMaker().line(100, 100, 300, 100).line(100, 160, 300, 160)
    page.line(100, 130, 200, 130)
    for x, end in ((100, 160), (200, 130), (300, 160)):
        page.line(x, 100, x, end)
    page.write("a", 105, 115).write("b", 205, 115).write("c", 105, 145)
    text = " ".join(cell.text for table in tables(page) for cell in table.cells)
    assert sorted(text.split()) == ["a", "b", "c"]


def test_a_table_over_a_page_end_is_one() -> None:
    first = PageMaker().cells([100, 200, 300], [700, 730, 760], [["Item", "Score"], ["O1", "100"]])
    first.write("- 1 -", 290, 810)
    second = PageMaker().cells([100, 200, 300], [60, 90, 120], [["O2", "90"], ["O3", "0"]]).write("- 2 -", 290, 810)
    assert rows(first, second) == [["Item", "Score"], ["O1", "100"], ["O2", "90"], ["O3", "0"]]


def test_a_landscape_page_shown_by_rotation_has_its_table_upright() -> None:
    page = PageMaker(rotate=90)
    for x in (100, 130, 160):
        page.line(x, 500, x, 700)
    for y in (500, 600, 700):
        page.line(100, y, 160, y)
    for text, x, y in (("a", 118, 695), ("b", 118, 595), ("c", 148, 695), ("d", 148, 595)):
        page.write(text, x, y, turn=90)
    assert rows(page) == ABCD
