"""Words drawn and damaged as a photocopier, a scanner and JPEG damage them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from extractors.ocr.figures.shapes import glyphs_of
from extractors.ocr.figures.strips import strip_of
from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Grey, Numbers, darkness, inked
from scripts.digits.fonts import letters_of
from scripts.digits.words import OTHER, label_of, made_up

_SMALLEST_EM_PX, _LARGEST_EM_PX = 18, 56


class Word(NamedTuple):
    """A strip, what the network is to read in it, and the family of its font."""

    strip: Numbers
    text: str
    family: str


def samples(
    random: Generator, families: dict[str, list[Path]], count: int, *, worse: bool, alone: float = 0.0
) -> Iterator[Word]:
    """``count`` words, but for those that are too wide; ``worse`` also slants and tightens print.

    ``alone`` is the share of grades and digits that stand alone.
    """
    names = list(families)
    made = 0
    while made < count:
        family = names[int(random.integers(len(names)))]
        path = families[family][int(random.integers(len(families[family])))]
        text = made_up(random, "๑" in letters_of(path), alone=alone)
        if not letters_of(path).issuperset(text):
            continue
        made += 1
        grey, height_px = drawn(random, path, text, worse=worse)
        strip = strip_in(grey, height_px * random.uniform(0.8, 1.25))
        if strip is not None:
            yield Word(strip, label_of(text), family)


def strip_in(grey: Grey, text_height_px: float) -> Numbers | None:
    """All that is printed in the picture as one word, cut as real pages are cut."""
    dark = darkness(grey)
    parts = parts_of(inked(dark))
    glyphs = glyphs_of(parts.boxes, range(len(parts.boxes)))
    return strip_of(dark, parts, glyphs, text_height_px) if glyphs else None


def drawn(random: Generator, path: Path, text: str, *, worse: bool) -> tuple[Grey, float]:
    """A damaged picture of the text, and how high a digit of the font is in it."""
    size = int(random.integers(_SMALLEST_EM_PX, _LARGEST_EM_PX))
    font = ImageFont.truetype(str(path), size * 2)
    spreads = [-0.08, -0.05, -0.03, 0.0, 0.0, 0.0, 0.06, 0.12] if worse else [0.0, 0.0, 0.06, 0.12]
    spread = random.choice(spreads) * size
    width = font.getlength(text) + max(0.0, spread) * len(text)
    picture = Image.new("L", (int(width + 3 * size), 4 * size), 255)
    pen, ink = ImageDraw.Draw(picture), int(random.integers(0, 90))
    x, y = 1.5 * size, 0.5 * size
    if not spread or label_of(text).count(OTHER):
        pen.text((x, y), text, font=font, fill=ink)
    else:
        for letter in text:
            pen.text((x, y), letter, font=font, fill=ink)
            x += font.getlength(letter) + spread
    if worse:
        picture = _restyled(random, picture, size)
    _, top, _, bottom = font.getbbox("8")
    return damaged(random, picture), (bottom - top) / 2


def _restyled(random: Generator, picture: Image.Image, size: int) -> Image.Image:
    """Now and then slanted, as bold as a word processor makes a font without a bold face, narrow or wide."""
    if random.random() < 0.15:
        slant = random.uniform(0.05, 0.3)
        moved = (1, slant, -slant * picture.height / 2, 0, 1, 0)
        how = Image.Transform.AFFINE, moved, Image.Resampling.BICUBIC
        picture = picture.transform(picture.size, *how, fillcolor=255)
    if random.random() < 0.1:
        bolder = max(1, round(random.uniform(0.02, 0.06) * size))
        picture = ImageChops.darker(picture, ImageChops.offset(picture, bolder, 0))
    if random.random() < 0.3:
        picture = picture.resize((round(picture.width * random.uniform(0.75, 1.2)), picture.height))
    if random.random() < 0.15:
        picture = ImageChops.darker(picture, _back(random, picture, size))
    return picture


def _back(random: Generator, picture: Image.Image, size: int) -> Image.Image:
    """Print of the back of the sheet that shows through."""
    back = ImageChops.offset(ImageOps.mirror(picture), *(int(random.integers(-size, size)) for _ in range(2)))
    back = back.filter(ImageFilter.GaussianBlur(random.uniform(1, 4)))
    paleness = random.uniform(0.05, 0.2)
    return back.point(lambda value: round(255 - (255 - value) * paleness))


def damaged(random: Generator, picture: Image.Image) -> Grey:
    """The picture skewed, at half its size, blurred, thickened or thinned, greyed, with noise, through JPEG."""
    picture = picture.rotate(random.uniform(-1.2, 1.2), Image.Resampling.BICUBIC, fillcolor=255)
    wear = random.random()
    if wear < 0.12:
        picture = picture.filter(ImageFilter.MinFilter(3))
    elif wear < 0.16:
        picture = ImageChops.lighter(picture, ImageChops.offset(picture, 1, 0))
    picture = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.0, 1.0)))
    grey = np.asarray(picture, np.float32)
    paper, contrast = random.uniform(215, 255), random.uniform(0.6, 1.0)
    grey = paper - (255 - grey) * contrast + random.normal(0, random.choice([0, 2, 6]), grey.shape)
    picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if random.random() < 0.6:
        stored = BytesIO()
        picture.save(stored, "JPEG", quality=int(random.integers(40, 95)))
        picture = Image.open(stored)
    return np.asarray(picture)
