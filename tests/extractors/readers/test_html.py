from extractors.document import Table
from extractors.readers import read
from extractors.readers.html.page import blocks_of


def _table(source: str) -> Table:
    (table,) = (block for block in blocks_of(source) if isinstance(block, Table))
    return table


def _rows(table: Table) -> list[str]:
    return [
        "|".join(table.text_at(row, column) for column in range(table.columns)) for row in range(table.rows)
    ]


def test_a_saved_page_is_read_whatever_its_name() -> None:
    page = "<html><head><title>x</title></head><body><h1>รายงาน</h1><table><tr><td>1<td>99.12</table>"
    document = read(page.encode("cp874"), "report.pdf")
    assert document.media_type == "text/html"
    assert [paragraph.text for paragraph in document.paragraphs()] == ["รายงาน"]
    assert _rows(next(document.tables())) == ["1|99.12"]


def test_spans_cover_their_places() -> None:
    source = "<table><tr><td rowspan=2>IIT<td colspan=2>a<tr><td>b<td>c<tr><td>d<td>e<td>f</table>"
    assert _rows(_table(source)) == ["IIT|a|a", "IIT|b|c", "d|e|f"]


def test_a_span_of_nought_rows_runs_to_the_end_and_a_huge_one_is_cut() -> None:
    assert _rows(_table("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>")) == ["a|b", "a|c", "a|d"]
    assert _rows(_table("<table><tr><td rowspan=65000 colspan=999>a<td>b<tr><td>c</table>")) == ["a|b", "a|c"]


def test_a_nested_table_belongs_to_its_cell() -> None:
    outer = _table("<table><tr><td>a<table><tr><td>in</td></tr></table>b</td><td>c</td></tr></table>")
    assert outer.cells[0].text == "a\nb"
    assert [cell.text for cell in outer.cells[0].tables[0].cells] == ["in"]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    source = (
        "<style>p{}</style><script>if (a<b) {'<table>'}</script><!-- <p>no</p> --><p>ข้อความ<o:p></o:p></p>"
    )
    assert [block.text for block in blocks_of(source) if not isinstance(block, Table)] == ["ข้อความ"]  # type: ignore[union-attr]


def test_tables_nested_without_end_keep_their_text() -> None:
    blocks = blocks_of("<table><tr><td>" * 500 + "ลึก" + "</td></tr></table>" * 500)
    texts = []
    for block in blocks:
        while isinstance(block, Table):
            texts.append(block.cells[0].text)
            block = block.cells[0].tables[0] if block.cells[0].tables else None  # type: ignore[assignment]
    assert "ลึก" in texts[-1]
