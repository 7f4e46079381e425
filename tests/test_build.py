"""The notation of tests.build."""

import pytest

from extractors.document import Paragraph
from tests.build import document, paragraphs, table


def test_a_caret_reaches_down_and_an_arrow_reaches_right() -> None:
    drawn = table("a | < | b\n^ | < | c")
    assert drawn.at(1, 1) is drawn.at(0, 0)
    assert (drawn.cells[0].row_span, drawn.cells[0].column_span) == (2, 2)
    assert [cell.text for cell in drawn.cells] == ["a", "b", "c"]


def test_rows_below_a_page_mark_stand_on_that_page() -> None:
    drawn = table("a | b\n--- 4\nc | ×", page=3)
    assert (drawn.page_from, drawn.page_to) == (3, 4)
    assert [cell.page for cell in drawn.cells] == [3, 3, 4]
    assert drawn.at(1, 1) is None


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 places instead of 3"):
        table("a | b | c\nd | e")


def test_a_pilcrow_parts_the_lines_of_a_cell_and_of_a_paragraph() -> None:
    assert table("a¶b | c").cells[0].text == "a\nb"
    assert [line.text for line in paragraphs("a¶b")[0].lines] == ["a", "b"]


def test_a_document_numbers_its_tables_and_makes_paragraphs_of_text() -> None:
    whole = document("one\n\ntwo", table("a | b"), "three", table("c | d"))
    assert [t.number for t in whole.tables()] == [1, 2]
    assert [b.text for b in whole.blocks if isinstance(b, Paragraph)] == ["one", "two", "three"]
