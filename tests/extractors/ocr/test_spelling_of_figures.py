import numpy as np
import pytest

from extractors.ocr.figures.spelling import spellings

CLASSES = "0189."


def places(*seen: dict[str, float]) -> np.ndarray:
    """What is seen at each place: characters with their probabilities, the rest of it blank."""
    rows = np.zeros((len(seen), len(CLASSES) + 1))
    for row, place in zip(rows, seen, strict=True):
        for letter, chance in place.items():
            row[CLASSES.index(letter)] = chance
        row[-1] = 1 - sum(place.values())
    return rows


def test_a_character_that_is_seen_at_places_in_a_row_is_one() -> None:
    assert spellings(CLASSES, places({"9": 1}, {"9": 1}, {}, {"8": 1})) == {"98": pytest.approx(1)}


def test_a_blank_between_makes_them_two() -> None:
    assert spellings(CLASSES, places({"9": 1}, {}, {"9": 1})) == {"99": pytest.approx(1)}


def test_a_character_that_may_not_be_there_leaves_two_texts() -> None:
    found = spellings(CLASSES, places({"9": 1}, {".": 0.4}, {"8": 1}))
    assert found == {"98": pytest.approx(0.6), "9.8": pytest.approx(0.4)}


def test_a_text_is_as_probable_as_all_the_ways_to_spell_it() -> None:
    found = spellings(CLASSES, places({"1": 0.5}, {"1": 0.5}))
    assert found == {"1": pytest.approx(0.75), "": pytest.approx(0.25)}


def test_probabilities_of_all_texts_together_are_no_more_than_one() -> None:
    random = np.random.default_rng(5)
    rows = random.dirichlet(np.ones(len(CLASSES) + 1) / 4, 12)
    assert sum(spellings(CLASSES, rows).values()) <= 1 + 1e-9


def test_an_empty_picture_is_no_text() -> None:
    assert spellings(CLASSES, places({}, {})) == {"": 1}
