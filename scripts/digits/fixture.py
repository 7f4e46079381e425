"""Draws the words on which the tests measure the network: ``python -m scripts.digits.fixture --more FONTS``.

Figures in the families that no training has seen, on one sheet, with what they say and where they stand.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.random import default_rng
from PIL import Image

from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Grey, darkness, inked
from scripts.digits.fonts import by_family, is_unseen, letters_of
from scripts.digits.pictures import drawn
from scripts.digits.words import OTHER, label_of, made_up

SEED, WORDS, WIDTH_PX, MARGIN_PX = 2567, 260, 1400, 6
TARGET = Path(__file__).parents[2] / "tests/extractors/ocr"


def words(more: Path | None) -> list[tuple[Grey, str, float]]:
    """Cuts of damaged pictures, what stands in them, and the height of a digit in pixels."""
    random = default_rng(SEED)
    families = {name: paths for name, paths in by_family(more).items() if is_unseen(name)}
    found: list[tuple[Grey, str, float]] = []
    while len(found) < WORDS:
        paths = families[list(families)[len(found) % len(families)]]
        path = paths[int(random.integers(len(paths)))]
        text = made_up(random, "๑" in letters_of(path))
        if OTHER in label_of(text) or not letters_of(path).issuperset(text):
            continue
        grey, height_px = drawn(random, path, text, worse=False)
        boxes = parts_of(inked(darkness(grey))).boxes
        x0, top = (max(0, int(boxes[:, side].min()) - MARGIN_PX) for side in (0, 1))
        x1, bottom = (int(boxes[:, side].max()) + MARGIN_PX for side in (2, 3))
        found.append((grey[top:bottom, x0:x1], text, height_px))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--more", type=Path, help="a folder with TrueType files that are not Debian's")
    options = parser.parse_args()
    found = sorted(words(options.more), key=lambda word: word[0].shape[0])
    rows, x, y, high = ["text,digit_height_px,x0,top,x1,bottom"], 0, 0, 0
    sheet = np.full((4000, WIDTH_PX), 255, np.uint8)
    for grey, text, height_px in found:
        if x + grey.shape[1] > WIDTH_PX:
            x, y, high = 0, y + high, 0
        bottom, right = y + grey.shape[0], x + grey.shape[1]
        sheet[y:bottom, x:right] = grey
        rows.append(f'"{text}",{height_px:.1f},{x},{y},{right},{bottom}')
        x, high = right, max(high, grey.shape[0])
    Image.fromarray(sheet[: y + high]).save(TARGET / "unseen_words.jpg", quality=80)
    (TARGET / "unseen_words.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
