"""Doubtful figures of tables without mentions."""

from decimal import Decimal

from extractors.document import Box, Cell, Document, Line, Paragraph, Reading, Table
from extractors.facts.picture_figures import picture_figures
from schemas.rows import Finding, PictureFigure, Row, ScoreHistory

DOUBT = (Reading("๘๖.๕๔", 0.7), Reading("๘๖.๕๕", 0.3))


def found(row: Row, *blocks: Table | Paragraph) -> list[PictureFigure]:
    return list(picture_figures([row], Document("application/pdf", "ocr", blocks)))


def history_table(row: int = 2) -> Table:
    cells = (
        Cell(row, 0, "๒๕๖๓", page=4, box=Box(0, 0, 10, 10)),
        Cell(row, 1, "๘๖.๕๔", page=4, box=Box(10, 0, 20, 10), doubts=(DOUBT,)),
    )
    return Table(7, row + 1, 2, cells)


def past(score: str, row_no: int | None = 3) -> ScoreHistory:
    return ScoreHistory(fiscal_year=2563, score=Decimal(score), page=4, table_no=7, row_no=row_no)


def test_a_past_score_goes_with_what_else_its_figure_may_say_and_with_its_cell() -> None:
    (figure,) = found(past("86.54"), history_table())
    assert (figure.table, figure.row_ref, figure.column, figure.value) == ("score_history", "2563", "score", "86.54")
    assert [(one.value, one.probability) for one in figure.readings] == [("86.54", 0.7), ("86.55", 0.3)]
    assert (figure.page, figure.bbox, figure.table_no, figure.row_no) == (4, (10, 0, 20, 10), 7, 3)


def test_the_doubt_of_another_row_or_of_another_figure_is_not_its_own() -> None:
    assert found(past("86.54"), history_table(row=1)) == []
    assert found(past("91.00"), history_table()) == []


def test_in_a_table_with_years_across_the_whole_table_is_asked() -> None:
    assert len(found(past("86.54", row_no=None), history_table(row=5))) == 1


def test_a_score_in_a_sentence_is_told_by_its_page() -> None:
    line = Line("ตัวชี้วัดที่ 7 ได้ ๘๖.๕๔", 9, Box(0, 0, 90, 10), doubts=(DOUBT,))
    finding = Finding(kind="weakness", indicator_code="7", score=Decimal("86.54"), text="ได้น้อย", page=9)
    (figure,) = found(finding, Paragraph((line,)))
    assert (figure.table, figure.row_ref, figure.page) == ("findings", "7", 9)
    assert found(finding.model_copy(update={"page": 8}), Paragraph((line,))) == []
