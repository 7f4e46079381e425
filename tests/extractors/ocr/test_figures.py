import numpy as np
import pytest

from extractors.document import Box, Reading
from extractors.ocr import Frame, seen_in
from extractors.ocr.figures.network import OTHER, Network
from extractors.ocr.figures.reader import read_figures
from extractors.ocr.figures.reading import readings
from extractors.ocr.figures.witnesses import unheard, witnessed
from tests.extractors.ocr.pictures import text_picture

CLASSES = "0123456789๐๑๒๓๔๕๖๗๘๙.,-+%/OABCDEFIT()" + OTHER
NETWORK = Network(CLASSES, ())
CELL = Box(0, 0, 10, 10)


def chances(*glyphs: dict[str, float]) -> np.ndarray:
    rows = np.full((len(glyphs), len(CLASSES)), 1e-6)
    for row, glyph in zip(rows, glyphs, strict=True):
        for letter, chance in glyph.items():
            row[CLASSES.index(letter)] = chance
    return rows


def sure(text: str) -> np.ndarray:
    return chances(*({letter: 0.999} for letter in text))


@pytest.mark.parametrize("text", ["98.79", "๙๘.๗๙", "100", "O14", "๐14", "+1.21", "-๐.๕๓", "AA", "EIT", "2,450", "10.2"])
def test_what_is_built_like_a_figure_a_code_or_a_grade_is_read(text: str) -> None:
    assert readings(NETWORK, sure(text))[0].text == text


@pytest.mark.parametrize("text", ["9.8.7.6.5", "..", "1OO", "A1", "๑2.๓4"])
def test_what_is_not_built_like_a_figure_is_no_reading(text: str) -> None:
    assert readings(NETWORK, sure(text)) == ()


def test_all_digits_of_a_figure_are_of_one_script() -> None:
    found = readings(NETWORK, chances({"๙": 0.99}, {"๘": 0.99}, {".": 0.99}, {"0": 0.6, "๐": 0.4}, {"๕": 0.99}))
    assert found[0].text == "๙๘.๐๕"


def test_the_second_reading_says_how_probable_it_is() -> None:
    first, second, *_ = readings(NETWORK, chances({"9": 0.99}, {"3": 0.7, "8": 0.29}))
    assert (first.text, second.text) == ("93", "98")
    assert first.probability == pytest.approx(0.7 / 0.99, abs=0.01)


def test_a_letter_among_the_glyphs_leaves_nothing_to_believe() -> None:
    assert not readings(NETWORK, chances({"9": 0.99}, {OTHER: 0.999}))


def test_both_witnesses_together_make_a_figure_sure() -> None:
    said = witnessed((Reading("98.79", 0.9),), "98.79", CELL)
    assert (said.text, said.doubtful) == ("98.79", False)


def test_witnesses_that_differ_leave_both_readings_and_a_doubt() -> None:
    said = witnessed((Reading("98.79", 0.97),), "98.19", CELL)
    assert (said.text, said.doubtful) == ("98.79", True)
    assert [reading.text for reading in said.readings] == ["98.79", "98.19"]


def test_tesseract_is_no_witness_for_thai_digits() -> None:
    assert witnessed((Reading("๙๘.๐๕", 0.999),), "๘๘.๐๕", CELL) == ("๙๘.๐๕", (Reading("๙๘.๐๕", 0.999),), False)
    assert witnessed((Reading("๙๘.๐๕", 0.95),), "๙๘.๐๕", None).text == "๙๘.๐๕"


def test_a_figure_that_only_tesseract_reads_is_doubtful() -> None:
    assert witnessed((), "53.50", CELL).doubtful


def test_a_figure_inside_a_word_that_the_network_has_not_read_is_vouched_for_by_tesseract_alone() -> None:
    assert [reading.text for reading in unheard("ได้98.79คะแนนใน๒๕๖๖")] == ["98.79", "๒๕๖๖"]
    assert unheard("คะแนน") == []


def test_words_of_running_text_are_not_turned_into_figures() -> None:
    assert witnessed((Reading("๗", 0.7),), "ๆ", None) == ("ๆ", (), False)


def test_ink_that_nobody_can_read_says_nothing() -> None:
    assert witnessed((Reading("9", 0.06),), "", CELL).text == ""


@pytest.mark.parametrize("text", ["98.79", "100.00", "29.13", "87.50", "46.28"])
def test_figures_in_a_font_never_seen_are_read(text: str) -> None:
    seen = seen_in(text_picture(text, text), Frame(0, 0, 3.0), scanned=False)
    words = [word for line in seen.regions[-1].lines for word in line.words]
    found = read_figures(seen.dark, seen.parts, words)
    assert [found[word][0].text for word in words] == [text, text]
