from hypothesis import given
from hypothesis import strategies as st

from extractors.grids.lines import lines_of
from extractors.grids.words import ASKEW, Characters, split_word, words_of

MARKS = "\u0e31\u0e34\u0e35\u0e48\u0e49"


def print_of(text: str, x: float = 50, y: float = 100, advance: float = 6, made_up: str = "\r\n") -> Characters:
    """Characters side by side; marks have no width, and neither has white space that was made up."""
    characters = Characters("", [], [], [], [])
    for character in text:
        width = 0.0 if character in MARKS or character in made_up else advance
        add(characters, character, x, y, width, flat=character in made_up)
        x += width
    return characters


def add(characters: Characters, text: str, x: float, y: float, width: float = 6, flat: bool = False) -> None:
    characters.text += text
    characters.x0.append(x)
    characters.x1.append(x + width)
    characters.top.append(y if flat else y - 10)
    characters.bottom.append(y)


def test_white_space_of_the_content_is_remembered_and_made_up_white_space_is_not() -> None:
    real, made_up = print_of("ab cd"), print_of("ab cd", made_up=" ")
    assert [(word.text, word.trailing) for word in words_of(real)] == [("ab", True), ("cd", False)]
    assert [(word.text, word.trailing) for word in words_of(made_up)] == [("ab", False), ("cd", False)]


def test_made_up_white_space_without_a_gap_is_no_space() -> None:
    (line,) = lines_of(words_of(print_of("รายงาน ผล", made_up=" ")))
    assert line.text == "รายงานผล"


def test_a_mark_cut_off_its_letter_by_made_up_white_space_is_bound_to_it() -> None:
    (word,) = words_of(print_of("ท\r\nี่"))
    assert word.text == "ที่"


def test_a_wide_gap_parts_words_even_without_white_space() -> None:
    characters = print_of("ab")
    add(characters, "c", 90, 100)
    assert [word.text for word in words_of(characters)] == ["ab", "c"]


def test_print_at_the_same_place_counts_once() -> None:
    characters = print_of("Title")
    add(characters, "\n", 80, 100, 0, flat=True)
    for i, character in enumerate("Title"):
        add(characters, character, 50.8 + 6 * i, 100.8)
    assert [word.text for word in words_of(characters)] == ["Title"]


def test_a_slanted_word_is_askew() -> None:
    characters = Characters("", [], [], [], [], angle_of=lambda _: 45.0)
    for i, character in enumerate("COPY"):
        add(characters, character, 50 + 6 * i, 300 - 6 * i)
    assert {word.turn for word in words_of(characters)} == {ASKEW}


def test_a_word_is_split_where_its_print_has_a_gap_at_the_border() -> None:
    characters = print_of("30")
    for i, character in enumerate("29.40"):
        add(characters, character, 65 + 6 * i, 100)
    (word,) = words_of(characters)
    assert [piece.text for piece in split_word(characters, word, [63.0])] == ["30", "29.40"]


def test_a_number_that_runs_over_a_border_stays_whole() -> None:
    characters = print_of("98.05")
    (word,) = words_of(characters)
    assert [piece.text for piece in split_word(characters, word, [65.0])] == ["98.05"]


@given(st.text(alphabet="กขคงทนปรม" + MARKS + " ", min_size=1, max_size=40))
def test_no_letter_is_lost_and_their_order_is_kept(text: str) -> None:
    words = words_of(print_of(text))
    assert "".join(word.text for word in words) == "".join(text.split())
