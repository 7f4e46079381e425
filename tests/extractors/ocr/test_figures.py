import pytest

from extractors.document import Box, Reading
from extractors.ocr import Frame, seen_in
from extractors.ocr.figures.network import OTHER
from extractors.ocr.figures.reader import read_figures
from extractors.ocr.figures.reading import readings
from extractors.ocr.figures.witnesses import unheard, witnessed
from tests.extractors.ocr.pictures import text_picture

CELL = Box(0, 0, 10, 10)


@pytest.mark.parametrize("text", ["98.79", "๙๘.๗๙", "100", "O14", "๐14", "+1.21", "-๐.๕๓", "AA", "EIT", "2,450", "10.2"])
def test_what_is_built_like_a_figure_a_code_or_a_grade_is_read(text: str) -> None:
    assert readings({text: 0.99}) == (Reading(text, 0.99),)


@pytest.mark.parametrize("text", ["9.8.7.6.5", "..", "1OO", "A1", "๑2.๓4"])
def test_what_is_not_built_like_a_figure_is_no_reading(text: str) -> None:
    assert readings({text: 0.99}) == ()


def test_all_digits_of_a_figure_are_of_one_script() -> None:
    assert [reading.text for reading in readings({"๙๘.5๕": 0.6, "๙๘.๕๕": 0.4})] == ["๙๘.๕๕"]


def test_zeros_are_of_the_script_of_the_other_digits() -> None:
    assert readings({"๙๘.0๕": 0.5, "๙๘.๐๕": 0.4}) == (Reading("๙๘.๐๕", 0.9),)
    assert readings({"9๐.5": 0.9}) == (Reading("90.5", 0.9),)
    assert readings({"๐14": 0.9}) == (Reading("๐14", 0.9),)


def test_the_second_reading_says_how_probable_it_is() -> None:
    assert readings({"98": 0.29, "93": 0.7}) == (Reading("93", 0.7), Reading("98", 0.29))


def test_what_speaks_against_a_reading_is_not_shared_out_among_the_others() -> None:
    assert readings({"98,79": 0.8, "98.79": 0.2}) == (Reading("98.79", 0.2),)


def test_round_characters_that_nothing_tells_apart_are_one_reading() -> None:
    assert readings({"014": 0.5, "O14": 0.3, "๐14": 0.1, "O19": 0.05}) == (Reading("O14", 0.9), Reading("O19", 0.05))
    assert readings({"014": 0.9, "O14": 0.01})[0].text == "014"
    assert [reading.text for reading in readings({"๐": 0.5, "0": 0.4})] == ["๐"]
    assert len(readings({"O.5": 0.5, "0.5": 0.4})) == 2


def test_a_word_with_a_letter_is_no_figure() -> None:
    assert not readings({"9" + OTHER: 0.97, "91": 0.02})


def test_both_witnesses_together_make_a_figure_sure() -> None:
    said = witnessed((Reading("98.79", 0.9),), "98.79", CELL)
    assert (said.text, said.doubtful) == ("98.79", False)


def test_tesseract_is_no_witness_for_a_circle_alone() -> None:
    assert witnessed((Reading("0", 0.9),), "0", CELL).doubtful
    assert not witnessed((Reading("0", 0.9999),), "0", CELL).doubtful


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


def test_a_figure_that_is_hard_to_read_is_doubtful_and_not_gone() -> None:
    assert witnessed((Reading("๘๗๗๓", 0.2),), "", CELL) == ("๘๗๗๓", (Reading("๘๗๗๓", 0.2),), True)


def test_latin_letters_that_tesseract_makes_of_thai_digits_are_no_witness() -> None:
    assert witnessed((Reading("๘๖.๗๖", 0.4),), "ebUmd", CELL)[::2] == ("๘๖.๗๖", True)
    assert witnessed((Reading("๗", 0.4),), "ๆ", CELL).text == "ๆ"
    assert witnessed((Reading("80", 0.4),), "so", CELL).text == "so"


@pytest.mark.parametrize("text", ["98.79", "100.00", "29.13", "87.50", "46.28"])
def test_figures_in_a_font_never_seen_are_read(text: str) -> None:
    seen = seen_in(text_picture(text, text), Frame(0, 0, 3.0), scanned=False)
    words = [word for line in seen.regions[-1].lines for word in line.words]
    found = read_figures(seen.dark, seen.parts, words, seen.text_height_px)
    assert [found[word][0].text for word in words] == [text, text]


def test_two_figures_that_hardly_stand_apart_may_be_one_and_are_not_sure() -> None:
    for text, most in (("9177 9177", 0.5), ("9177   9177", 1.0)):
        seen = seen_in(text_picture(text), Frame(0, 0, 3.0), scanned=False)
        words = [word for line in seen.regions[-1].lines for word in line.words]
        found = read_figures(seen.dark, seen.parts, words, seen.text_height_px)
        assert len(words) == 2
        assert all(most - 0.1 < found[word][0].probability <= most for word in words)
