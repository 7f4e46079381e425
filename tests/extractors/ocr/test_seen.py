import numpy as np
import pytest

from extractors.ocr import Frame, look, seen_in
from extractors.ocr.lines import lines_of
from extractors.ocr.panels import with_panels_lightened
from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Grey, darkness, inked
from extractors.ocr.skew import skew_of
from tests.extractors.ocr.pictures import table_picture, text_picture, turned

FRAME = Frame(0.0, 0.0, 3.0)


def test_ink_that_touches_at_a_corner_is_one_part() -> None:
    ink = np.array([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 0, 1]], bool)
    parts = parts_of(ink)
    assert sorted(map(tuple, parts.boxes.tolist())) == [(0, 0, 2, 2), (3, 0, 4, 3)]
    assert sorted(parts.sizes.tolist()) == [2, 3]


def test_an_arch_whose_legs_meet_only_at_the_top_is_one_part() -> None:
    ink = np.array([[0, 1, 1, 1, 0], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1]], bool)
    assert len(parts_of(ink).boxes) == 1


def test_a_shadow_over_half_of_the_paper_is_no_ink() -> None:
    grey = np.full((200, 300), 250, np.uint8)
    grey[:, 150:] = 190
    assert not inked(darkness(grey)).any()


@pytest.mark.parametrize("rule", [20, 90, 150])
def test_the_lines_of_a_table_are_found_however_pale(rule: int) -> None:
    seen = seen_in(table_picture("O1|100|99.02", "O2|0|87.50", rule=rule), FRAME, scanned=False)
    (grid,) = seen.grids
    assert (len(grid.ys) - 1, len(grid.xs) - 1, len(grid.cells)) == (2, 3, 6)


def test_a_table_that_lies_askew_is_straightened() -> None:
    picture = turned(table_picture("O1|100|99.02", "O2|0|87.50", "O3|100|1.25"), 1.3)
    (grid,) = seen_in(picture, FRAME, scanned=True).grids
    assert (len(grid.cells), grid.consistent) == (9, True)


@pytest.mark.parametrize("degrees", [-1.5, 0.0, 0.7])
def test_the_skew_of_a_page_is_measured(degrees: float) -> None:
    page = turned(text_picture(*["the quick brown fox jumps over the dog"] * 8), degrees)
    assert skew_of(inked(darkness(page))) == pytest.approx(degrees, abs=0.1)


def test_a_wide_gap_parts_words_and_a_narrow_one_does_not() -> None:
    seen = seen_in(text_picture("94.67 A", "100.00", "11.11"), FRAME, scanned=False)
    assert [[len(word.glyphs) for word in line.words] for line in seen.regions[-1].lines] == [[5, 1], [6], [5]]


def test_tables_and_text_are_worth_reading_and_photos_and_plain_boxes_are_not() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 400)).astype(np.uint8)
    plain = np.full((160, 480), 208, np.uint8)
    assert look(seen_in(table_picture("O1|100", "O2|0"), FRAME, scanned=False)) == "grid"
    assert look(seen_in(text_picture(*["a line of plain words"] * 4), FRAME, scanned=False)) == "text"
    assert look(seen_in(text_picture("LOGO"), FRAME, scanned=False)) == "drawing"
    assert look(seen_in(noise, FRAME, scanned=False)) == "drawing"
    assert look(seen_in(plain, FRAME, scanned=False)) == "drawing"


def test_white_print_on_a_dark_panel_is_seen_and_the_panel_is_a_cell() -> None:
    picture = table_picture("score|year|98.79", "O1|100|99.02").copy()
    picture[20:76, 20:620] = (255 - 0.7 * picture[20:76, 20:620].astype(float)).astype(np.uint8)
    seen = seen_in(picture, FRAME, scanned=False)
    (grid,) = seen.grids
    assert len(grid.cells) == 6
    words = [sum(len(word.glyphs) for line in region.lines for word in line.words) for region in seen.regions]
    assert sorted(words[:6]) == sorted([5, 4, 5, 2, 3, 5])


def test_bold_print_and_plain_pictures_are_no_panels() -> None:
    for picture in (table_picture("O1|100|99.02"), text_picture("BOLD"), np.full((90, 200), 60, np.uint8)):
        assert with_panels_lightened(picture) is picture


def faint(grey: Grey, ink: int) -> Grey:
    """The picture as a poor copier prints it on greyish paper with a little noise."""
    noise = np.random.default_rng(7).normal(0, 4, grey.shape)
    return np.asarray(np.clip(ink + (235 - ink) * (grey / 255.0) + noise, 0, 255).astype(np.uint8))


def test_faint_print_is_seen_as_print_is() -> None:
    page = text_picture(*["the quick brown fox jumps over the dog"] * 4)
    assert look(seen_in(faint(page, 190), FRAME, scanned=True)) == "text"


def test_noise_of_an_empty_page_is_not_made_into_print() -> None:
    assert not inked(darkness(faint(np.full((600, 400), 255, np.uint8), 190))).any()


def test_the_white_beside_a_slim_digit_does_not_part_a_figure() -> None:
    boxes = np.array([[0, 0, 26, 39], [30, 0, 50, 39], [67, 0, 94, 39], [96, 0, 125, 39]])  # a slanted 7178
    (line,) = lines_of(boxes, range(4), 40.0)
    assert [len(word.glyphs) for word in line.words] == [4]
