"""Figures in families of fonts that no training has seen (drawn by ``scripts.digits.fixture``)."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from extractors.document import Reading
from extractors.ocr.figures.network import network
from extractors.ocr.figures.reading import BUILT, are_alike, in_one_script, readings
from extractors.ocr.figures.shapes import glyphs_of
from extractors.ocr.figures.spelling import spellings
from extractors.ocr.figures.strips import strip_of
from extractors.ocr.figures.witnesses import witnessed
from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Numbers, darkness, inked
from scripts.digits.measures import wrong_characters

HERE = Path(__file__).parent
WHITE_PX = 40


class Word(NamedTuple):
    printed: str
    likeliest: str
    readings: tuple[Reading, ...]


def strip(grey: Numbers, height_px: float) -> Numbers:
    dark = darkness(np.pad(grey, WHITE_PX, constant_values=int(np.quantile(grey, 0.9))))
    parts = parts_of(inked(dark))
    found = strip_of(dark, parts, glyphs_of(parts.boxes, range(len(parts.boxes))), height_px)
    assert found is not None
    return found


@cache
def words() -> list[Word]:
    sheet = np.asarray(Image.open(HERE / "unseen_words.jpg"))
    with (HERE / "unseen_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    boxes = [(slice(int(row["top"]), int(row["bottom"])), slice(int(row["x0"]), int(row["x1"]))) for row in rows]
    strips = [strip(sheet[box], float(row["digit_height_px"])) for row, box in zip(rows, boxes, strict=True)]
    found = []
    for row, chances in zip(rows, network().chances(strips), strict=True):
        texts = spellings(network().classes, chances)
        found.append(Word(row["text"], in_one_script(max(texts, key=lambda text: texts[text])), readings(texts)))
    return found


def test_of_a_thousand_characters_995_are_read() -> None:
    missed = [word for word in words() if not are_alike(word.likeliest, word.printed)]
    wrong = sum(wrong_characters(word.printed, word.likeliest) for word in missed)
    count = sum(len(word.printed) for word in words())
    assert count > 1000
    assert wrong <= 0.005 * count, [word[:2] for word in missed]


def test_no_figure_that_is_sure_is_wrong() -> None:
    said = [(word, witnessed(word.readings, "", None)) for word in words()]
    sure = [word for word, heard in said if heard.readings and not heard.doubtful]
    assert len(sure) > 0.8 * len(words())
    assert [word for word in sure if not are_alike(word.readings[0].text, word.printed)] == []


def test_what_was_printed_is_nearly_always_among_the_readings() -> None:
    figures = [word for word in words() if BUILT.fullmatch(word.printed)]
    missed = [w for w in figures if not any(are_alike(w.printed, reading.text) for reading in w.readings)]
    assert len(missed) <= 0.01 * len(figures), missed
