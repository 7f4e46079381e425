"""What became of the pictures, in few rows."""

from extractors.document import Box, PictureNote
from extractors.readers.notes import missing_program, summed_up


def test_thousands_of_little_pictures_are_one_row_a_page_and_what_was_read_stands_for_itself() -> None:
    small = PictureNote("left", "small", 1, Box(0, 0, 5, 5), 10, 10)
    read = PictureNote("grid", "cells", 1, Box(0, 0, 500, 300), 900, 600)
    first, second, third = summed_up([*[small] * 3000, read, read])
    assert (first.reason, first.page, first.box, first.count) == ("small", 1, None, 3000)
    assert second == third == read


def test_one_picture_that_was_left_keeps_its_place() -> None:
    small = PictureNote("left", "small", 1, Box(0, 0, 5, 5), 10, 10)
    assert summed_up([small, PictureNote("left", "plain", 1), PictureNote("left", "small", 2)])[0] == small


def test_one_remark_names_the_pages_that_nothing_could_read() -> None:
    pages = [3, 4, 5, 9, 9]
    (remark,) = missing_program([PictureNote("left", "no_program", page) for page in pages])
    assert (remark.page, dict(remark.arguments)["pages"], dict(remark.arguments)["count"]) == (3, "3-5, 9", "5")
    assert missing_program([PictureNote("left", "drawing", 3)]) == []
