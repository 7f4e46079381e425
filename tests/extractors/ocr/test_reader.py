from collections.abc import Sequence

import pytest

from extractors.document import Box, Cell, Line, Paragraph, Reading, Table
from extractors.grids.cells import fill
from extractors.ocr import Figure, Frame, installed, read_picture, seen_in, tesseract, with_doubts
from extractors.ocr.parting import parted
from extractors.ocr.raster import Grey
from extractors.ocr.spelling import spelled
from extractors.ocr.tesseract import Piece
from tests.extractors.ocr.pictures import table_picture


def silent(lines: Sequence[Grey], languages: str = "", until: float = 0.0) -> list[Piece]:
    return []


def test_a_picture_of_a_table_becomes_its_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "read", silent)
    seen = seen_in(table_picture("O12|100|98.79", "O13|0|46.25"), Frame(100.0, 50.0, 3.0), scanned=False)
    read = read_picture(seen)
    (placed,), rest = fill(list(seen.grids), read.words, read.characters, 7, ())
    texts = [[placed.table.text_at(row, column) for column in range(3)] for row in range(2)]
    assert texts == [["O12", "100", "98.79"], ["O13", "0", "46.25"]]
    assert rest == []
    cell = placed.table.at(0, 2)
    assert cell is not None and cell.box is not None and cell.page == 7
    assert cell.box == pytest.approx((100 + 420 / 3, 50 + 20 / 3, 100 + 620 / 3, 50 + 76 / 3), abs=1.5)


def test_what_tesseract_reads_stands_in_the_words_that_its_letters_lie_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(lines: Sequence[Grey], languages: str = "", until: float = 0.0) -> list[Piece]:
        ends = [line.shape[1] for line in lines]
        return [Piece(n, word, x, x + 4) for n, end in enumerate(ends) for word, x in (("ก", 20.0), ("ข", end - 20.0))]

    monkeypatch.setattr(tesseract, "read", read)
    seen = seen_in(table_picture("abc xyz|100", "abc xyz|0"), Frame(0.0, 0.0, 3.0), scanned=False)
    result = read_picture(seen)
    assert [word.text for word in result.words if word.text in "กข"] == ["ก", "ข", "ก", "ข"]


def test_a_letter_placed_in_the_figure_beside_it_goes_back() -> None:
    assert parted(["2565ด", "ังนี้"], ["2565", ""]) == ["2565", "ดังนี้"]
    assert parted(["เขต", "2ป", "ระจำปี"], ["", "2", ""]) == ["เขต", "2", "ประจำปี"]


def test_a_word_never_begins_with_a_mark() -> None:
    assert parted(["ด้านด", "ังนี้"], ["", ""]) == ["ด้าน", "ดังนี้"]


def test_figures_with_their_signs_stay() -> None:
    assert parted(["98.79", "(2)"], ["98.79", "2"]) == ["98.79", "(2)"]


def test_a_known_word_misspelled_by_a_double_is_put_right() -> None:
    assert spelled("ประเด็นตัวขี้วัดที่") == "ประเด็นตัวชี้วัดที่"
    assert spelled("ขี้เหล็ก") == "ขี้เหล็ก"


def test_doubts_go_to_the_cell_or_line_that_the_figure_stands_in() -> None:
    doubt = (Reading("93", 0.7), Reading("98", 0.3))
    figure = Figure(Box(12, 12, 18, 18), doubt, True)
    cells = (Cell(0, 0, "x", page=1, box=Box(0, 0, 10, 30)), Cell(0, 1, "93", page=1, box=Box(10, 0, 20, 30)))
    line = Line("ได้ 93", 1, Box(0, 10, 50, 20))
    table, paragraph = with_doubts((Table(1, 1, 2, cells), Paragraph((line,))), {1: [figure]})
    assert isinstance(table, Table) and isinstance(paragraph, Paragraph)
    assert [cell.doubts for cell in table.cells] == [(), (doubt,)]
    assert paragraph.lines[0].doubts == (doubt,)


@pytest.mark.skipif(not installed(), reason="needs Tesseract")
def test_tesseract_reads_many_lines_in_one_run() -> None:
    from tests.extractors.ocr.pictures import text_picture

    pieces = tesseract.read([text_picture("Integrity", width=300), text_picture("Transparency", width=340)])
    assert [(piece.picture, piece.text) for piece in pieces] == [(0, "Integrity"), (1, "Transparency")]
