"""Made-up score tables in fonts that no training has seen, scanned badly: cells right, flagged, unread, silently wrong.

``python benchmarks/figures.py --tables 100 --seed 1`` (fonts as for ``scripts.train_digits``; Tesseract is needed)
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.random import Generator, default_rng
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

sys.path.insert(0, str(Path(__file__).parents[1]))

from extractors.document import Box
from extractors.grids.words import Word
from extractors.ocr import Frame, read_picture, seen_in
from extractors.ocr.figures.reading import are_alike
from extractors.ocr.raster import Grey
from scripts.digits.fonts import by_family, is_unseen, letters_of

ROWS, COLUMNS = 8, 6
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_GRADES = ("AA", "A", "B", "C", "D", "E", "F")


def made_up(random: Generator, column: int, thai: bool) -> str:
    """A code, a score, a weight, a change, a grade."""
    digits = random.integers(0, 10, 4)
    score = f"{digits[0]}{digits[1]}.{digits[2]}{digits[3]}"
    text = (
        f"O{random.integers(1, 44)}",
        score,
        random.choice([score, "100", "100.00", "0", f"{digits[0]}.{digits[1]}"]),
        random.choice(["+", "-"]) + score[1:],
        random.choice(["AA", "A", "B", "C", "-"]),
        str(random.integers(0, 10000)),
    )[column]
    return str(text).translate(_TO_THAI) if thai else str(text)


def table(random: Generator, path: Path, dpi: int, thai: bool) -> tuple[Image.Image, list[list[str]], float]:
    """A ruled table, twice as large as it will be; its texts; the height of a row."""
    em = random.uniform(12, 17) / 72 * dpi * 2
    font = ImageFont.truetype(str(path), round(em))
    high, wide = round(1.8 * em), round(5 * em)
    picture = Image.new("L", (wide * COLUMNS + 4 * high, high * ROWS + 4 * high), 255)
    pen = ImageDraw.Draw(picture)
    texts = [[made_up(random, c, thai) for c in range(COLUMNS)] for _ in range(ROWS)]
    thickness = max(2, round(dpi / 40))
    for r in range(ROWS + 1):
        pen.line((2 * high, (2 + r) * high, 2 * high + COLUMNS * wide, (2 + r) * high), fill=60, width=thickness)
    for c in range(COLUMNS + 1):
        pen.line((2 * high + c * wide, 2 * high, 2 * high + c * wide, (2 + ROWS) * high), fill=60, width=thickness)
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            middle = 2 * high + (c + 0.5) * wide, (2 + r + 0.5) * high
            pen.text(middle, text, font=font, fill=int(random.integers(0, 70)), anchor="mm")
    return picture, texts, high / 2


def scanned(random: Generator, picture: Image.Image) -> Grey:
    """Askew, blurred, with the print of its back, through JPEG of quality 40 to 90."""
    if random.random() < 0.4:
        back = ImageOps.mirror(picture).filter(ImageFilter.GaussianBlur(4))
        paleness = random.uniform(0.05, 0.15)
        picture = ImageChops.darker(picture, back.point(lambda value: round(255 - (255 - value) * paleness)))
    picture = picture.rotate(random.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.2, 1.0)))
    grey = np.asarray(picture, np.float32) * random.uniform(0.85, 1.0)
    grey = grey + random.normal(0, random.choice([0, 2, 5]), grey.shape)
    stored = BytesIO()
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(stored, "JPEG", quality=int(random.integers(40, 91)))
    return np.asarray(Image.open(stored))


def fonts(more: Path | None) -> dict[str, list[Path]]:
    """The faces of the families kept for measuring that have all characters of the tables."""
    found = {
        name: [path for path in paths if letters_of(path).issuperset("0123456789.+-OABC")]
        for name, paths in by_family(more).items()
        if is_unseen(name)
    }
    return {name: paths for name, paths in found.items() if paths}


def place_of(box: Box | Word, high: float, wide: float) -> tuple[int, int]:
    """The row and the column that the middle of a box is in."""
    return int(((box.top + box.bottom) / 2 - 2 * high) // high), int(((box.x0 + box.x1) / 2 - 2 * high) // wide)


def judged(grey: Grey, texts: list[list[str]], high: float) -> list[tuple[str, str, str]]:
    """For each cell what became of it, what stood there and what was read."""
    read = read_picture(seen_in(grey, Frame(0, 0, 1.0), scanned=True))
    wide = (grey.shape[1] - 4 * high) / COLUMNS
    said: dict[tuple[int, int], str] = {}
    for word in read.words:
        place = place_of(word, high, wide)
        said[place] = said.get(place, "") + word.text + (" " if word.trailing else "")
    doubted = {place_of(figure.box, high, wide) for figure in read.figures if figure.doubtful}
    found = []
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            own = said.get((r, c), "").strip()
            alike = are_alike(own, text)
            means = own in _GRADES or any(letter.isdigit() for letter in own)
            kind = "flagged" if (r, c) in doubted else "right" if alike else "silent" if means else "unread"
            found.append((kind, text, own))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--tables", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = default_rng(options.seed)
    families = fonts(options.more)
    total: Counter[str] = Counter()
    bold: Counter[str] = Counter()
    for _ in range(options.tables):
        paths = families[str(random.choice(list(families)))]
        path = paths[int(random.integers(len(paths)))]
        dpi = int(random.choice([150, 200, 300]))
        thai = bool("๑" in letters_of(path) and random.random() < 0.7)
        picture, texts, high = table(random, path, dpi, thai)
        found = judged(scanned(random, picture), texts, high)
        counts = Counter(kind for kind, _, _ in found)
        total += counts
        if "Bold" in path.name or "700" in path.name or "800" in path.name:
            bold += counts
        print(path.name, dpi, "Thai" if thai else "Arabic", dict(counts), flush=True)
        for kind, text, own in found:
            if kind in ("silent", "unread"):
                print(f"  {kind}: {text} > {own}", flush=True)
    print(f"all: {dict(total)}; bold: {dict(bold)}")


if __name__ == "__main__":
    main()
