"""Which way up a page lies. English stands for Thai here: the trial reading is the same, and needs no Thai font."""

import numpy as np
import pytest

from extractors.ocr import installed, quarter_turns, turned
from extractors.ocr.raster import Grey
from tests.extractors.ocr.pictures import table_picture, text_picture

needs_tesseract = pytest.mark.skipif(not installed(), reason="needs Tesseract")

TEXT = text_picture(*["The office shall report what was done about each measure"] * 3)


@needs_tesseract
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_turned_page_says_how_to_turn_it_back(quarters: int) -> None:
    assert quarter_turns(turned(TEXT, -quarters)) == quarters


@needs_tesseract
def test_a_landscape_page_is_not_turned() -> None:
    wide = text_picture(*["The office shall report what was done about each measure"] * 3, width=1400)
    assert wide.shape[1] > 2 * wide.shape[0] and quarter_turns(wide) == 0


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_of_nothing_but_figures_is_never_turned(quarters: int) -> None:
    figures = table_picture(*["98.60|96.89|69.98"] * 12)
    assert quarter_turns(turned(figures, quarters)) == 0


@pytest.mark.parametrize(
    "picture",
    [
        np.full((400, 300), 250, np.uint8),
        np.random.default_rng(1).integers(0, 255, (400, 300)).astype(np.uint8),
        text_picture("TITLE"),
    ],
    ids=["blank", "noise", "one word"],
)
def test_what_is_hardly_text_is_not_turned(picture: Grey) -> None:
    assert quarter_turns(picture) == 0
