import numpy as np

from extractors.ocr.figures.shapes import glyphs_of
from extractors.ocr.figures.strips import HEIGHT_PX, strip_of
from extractors.ocr.parts import parts_of


def strip(dark: np.ndarray, numbers: list[int] | None = None, text_height_px: float = 20) -> np.ndarray | None:
    parts = parts_of(dark > 0.5)
    return strip_of(dark, parts, glyphs_of(parts.boxes, numbers or range(len(parts.boxes))), text_height_px)


def paper(*ink: tuple[int, int, int, int]) -> np.ndarray:
    """Black boxes (x0, top, x1, bottom) on white."""
    dark = np.zeros((80, 400), np.float32)
    for x0, top, x1, bottom in ink:
        dark[top:bottom, x0:x1] = 0.9
    return dark


def test_words_of_any_size_are_shown_equally_high() -> None:
    for size in (10, 20, 40):
        seen = strip(paper((10, 10, 10 + size // 2, 10 + size)), text_height_px=size)
        assert seen is not None and seen.shape[0] == HEIGHT_PX
        assert abs((seen.max(axis=1) > 128).sum() - 24) <= 1


def test_a_dash_is_not_made_as_high_as_a_digit() -> None:
    seen = strip(paper((10, 30, 22, 33)))
    assert seen is not None and (seen.max(axis=1) > 128).sum() < 10


def test_another_word_that_reaches_into_the_box_is_not_shown() -> None:
    dark = paper((10, 10, 20, 30), (24, 10, 34, 30), (14, 40, 30, 44), (14, 36, 16, 44))
    dark[24:44, 21:23] = 0.9
    word = strip(dark, [0, 1])
    assert word is not None
    alone = strip(paper((10, 10, 20, 30), (24, 10, 34, 30)), [0, 1])
    assert alone is not None and np.abs(word.astype(int) - alone.astype(int)).max() < 30


def test_a_worn_point_between_digits_is_shown_though_it_is_too_small_for_a_glyph() -> None:
    without = strip(paper((10, 10, 22, 40), (28, 10, 40, 40)))
    dark = paper((10, 10, 22, 40), (28, 10, 40, 40), (24, 38, 26, 40))
    seen = strip(dark)
    assert without is not None and seen is not None and seen.astype(int).sum() > without.astype(int).sum()


def test_what_is_wider_than_any_figure_is_not_shown() -> None:
    assert strip(paper((10, 30, 390, 40)), text_height_px=10) is None
