"""Trains the reader of figures and writes its weights: ``python -m scripts.train_digits``.

Figures are drawn in the free Thai and Latin fonts of Debian (fonts-thai-tlwg, fonts-sipa-arundina, fonts-noto-core,
fonts-freefont-ttf, fonts-liberation, fonts-dejavu-core), damaged as a photocopier, a scanner and JPEG damage them, and
cut into glyphs by the code that cuts real pages. Families of ``UNSEEN`` are only used to measure. Everything is seeded:
the same fonts give the same weights. Takes some ten minutes of one core.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from numpy.random import Generator
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from extractors.ocr.figures.network import OTHER, Network
from extractors.ocr.figures.shapes import FEATURES, features, glyphs_of
from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Numbers, darkness, inked

FONT_FOLDER = Path("/usr/share/fonts/truetype")
FAMILIES = ("tlwg", "arundina", "noto", "freefont", "liberation", "dejavu")
NOT_FIGURES = ("Math", "Symbol", "Dingbats", "Purisa-Oblique", "ExtraLight")
UNSEEN = ("Kinnari", "Umpush", "Waree", "ArundinaSerif", "NotoSerifThai", "DejaVuSerif", "LiberationSerif")
"""Families that are kept for measuring."""

THAI, ARABIC, SIGNS, LETTERS = "๐๑๒๓๔๕๖๗๘๙", "0123456789", ".,-+%/O", "ABCDEFIT()"
CLASSES = THAI + ARABIC + SIGNS + LETTERS + OTHER
OTHER_TEXT = (
    "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤะาำเแโใไๆฯ" + "abcdefghijkmnpqrstuvwxyzGHJKLMNPQRSUVWXYZ&:;\"'=#*"
)
TARGET = Path(__file__).parents[1] / "extractors/ocr/figures/weights.npz"


def fonts(*, unseen: bool) -> list[Path]:
    """The font files of the training or of the measuring, in a fixed order."""
    found = [
        path
        for family in FAMILIES
        for folder in sorted(FONT_FOLDER.glob(f"{family}*"))
        for path in sorted(folder.glob("*.ttf"))
        if family != "noto" or "Thai" in path.name or path.name.startswith(("NotoSans-", "NotoSerif-"))
    ]
    found = [path for path in found if not any(word in path.name for word in NOT_FIGURES)]
    return [path for path in found if path.name.startswith(UNSEEN) == unseen]


def letters_of(path: Path) -> frozenset[str]:
    """The characters that the font draws; for any other it would draw a box."""
    return frozenset(map(chr, TTFont(path, lazy=True).getBestCmap()))


def text(random: Generator, thai: bool) -> str:
    """A made-up figure, code, word of letters or stray text."""
    digits = THAI if thai and random.random() < 0.75 else ARABIC

    def number(length: int) -> str:
        return "".join(random.choice(list(digits), length))

    kind = random.random()
    if kind < 0.30:
        return number(random.integers(1, 4)) + "." + number(random.integers(1, 3))
    if kind < 0.42:
        return number(random.integers(1, 5))
    if kind < 0.50:
        return random.choice(["O", "O", digits[0]]) + number(random.integers(1, 3))
    if kind < 0.58:
        return random.choice(["+", "-"]) + number(random.integers(1, 3)) + "." + number(2)
    if kind < 0.64:
        return number(random.integers(1, 3)) + "," + number(3)
    if kind < 0.70:
        return number(random.integers(1, 3)) + random.choice(["%", "/", "-", ")"]) + number(random.integers(1, 4))
    if kind < 0.78:
        return str(random.choice(["A", "AA", "B", "C", "D", "E", "F", "IIT", "EIT", "OIT", "ITA", "(IIT)", "(A)"]))
    source = OTHER_TEXT if thai else OTHER_TEXT[OTHER_TEXT.index("a") :]
    return "".join(random.choice(list(source + digits[:2]), random.integers(1, 5)))


def drawn(random: Generator, path: Path, words: str) -> tuple[Numbers, list[float]]:
    """A damaged picture of the words, and where the middle of each character stands in it."""
    size = int(random.integers(18, 56))
    font = ImageFont.truetype(str(path), size * 2)
    spread = random.choice([0.0, 0.0, 0.06, 0.12]) * size
    lefts, x = [], 2.0 * size
    for letter in words:
        lefts.append(x)
        x += font.getlength(letter) + spread
    picture = Image.new("L", (int(x + 2 * size), 5 * size), 255)
    pen = ImageDraw.Draw(picture)
    for letter, left in zip(words, lefts, strict=True):
        pen.text((left, size), letter, font=font, fill=int(random.integers(0, 90)))
    middles = [(left + (left + font.getlength(letter))) / 2 for letter, left in zip(words, lefts, strict=True)]
    return damaged(random, picture), [middle / 2 for middle in middles]


def damaged(random: Generator, picture: Image.Image) -> Numbers:
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


def samples(random: Generator, paths: list[Path], count: int) -> Iterator[tuple[Numbers, list[int]]]:
    """Features and classes of the glyphs of ``count`` words."""
    letters = {path: letters_of(path) for path in paths}
    for _ in range(count):
        path = paths[int(random.integers(len(paths)))]
        words = text(random, THAI[1] in letters[path])
        if not letters[path].issuperset(words):
            continue
        grey, middles = drawn(random, path, words)
        dark = darkness(grey)
        parts = parts_of(inked(dark))
        glyphs = glyphs_of(parts.boxes, range(len(parts.boxes)))
        if not glyphs:
            continue
        labels = []
        for glyph in glyphs:
            inside = [words[n] for n, middle in enumerate(middles) if glyph.x0 - 1 <= middle <= glyph.x1 + 1]
            labels.append(CLASSES.index(inside[0] if len(inside) == 1 and inside[0] in CLASSES else OTHER))
        yield features(dark, parts, glyphs), labels


def gathered(random: Generator, paths: list[Path], count: int) -> tuple[Numbers, Numbers]:
    rows, labels = [], []
    for found, classes in samples(random, paths, count):
        rows.append(found.astype(np.float16))
        labels += classes
    return np.concatenate(rows), np.array(labels)


def trained(random: Generator, rows: Numbers, labels: Numbers, epochs: int) -> list[tuple[Numbers, Numbers]]:
    """The layers after Adam with a falling rate; each epoch moves the pictures by a pixel at random."""
    sizes = (FEATURES, 224, 112, len(CLASSES))
    weights = [
        random.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32) for a, b in pairwise(sizes)
    ]
    values = [*weights, *(np.zeros(b, np.float32) for b in sizes[1:])]
    first, second = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    step, batch = 0, 256
    total = epochs * (len(rows) // batch)
    for epoch in range(epochs):
        order, losses = random.permutation(len(rows)), []
        for start in range(0, len(rows) - batch + 1, batch):
            chosen = order[start : start + batch]
            loss, slopes = slopes_of(values, moved(random, rows[chosen].astype(np.float32)), labels[chosen])
            losses.append(loss)
            step += 1
            rate = 1.5e-3 * 0.5 * (1 + np.cos(np.pi * step / total))
            for n, slope in enumerate(slopes):
                first[n] += 0.1 * (slope - first[n])
                second[n] += 0.001 * (slope**2 - second[n])
                even = np.sqrt(second[n] / (1 - 0.999**step)) + 1e-8
                values[n] -= rate * (first[n] / (1 - 0.9**step) / even + (1e-4 * values[n] if n < 3 else 0))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
    return list(zip(values[:3], values[3:], strict=True))


def moved(random: Generator, rows: Numbers) -> Numbers:
    """The pictures moved by up to a pixel."""
    side = int(np.sqrt(rows.shape[1] - 4))
    pictures = rows[:, :-4].reshape(-1, side, side)
    pictures = np.roll(pictures, tuple(random.integers(-1, 2, 2)), axis=(1, 2))
    return np.concatenate([pictures.reshape(len(rows), -1), rows[:, -4:]], axis=1)


def slopes_of(values: list[Numbers], rows: Numbers, labels: Numbers) -> tuple[float, list[Numbers]]:
    """The mean loss, and its slopes for the weights and then for the biases."""
    levels = [rows]
    for n in range(3):
        level = levels[-1] @ values[n] + values[3 + n]
        levels.append(np.maximum(level, 0) if n < 2 else level)
    chances = np.exp(levels[3] - levels[3].max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    picked = chances[np.arange(len(labels)), labels]
    slope = chances
    slope[np.arange(len(labels)), labels] -= 1
    slope /= len(labels)
    weights: list[Numbers] = []
    biases: list[Numbers] = []
    for n in (2, 1, 0):
        weights.insert(0, levels[n].T @ slope)
        biases.insert(0, slope.sum(axis=0))
        if n:
            slope = (slope @ values[n].T) * (levels[n] > 0)
    return float(-np.log(picked + 1e-9).mean()), [*weights, *biases]


def temperature_for(network: Network, rows: Numbers, labels: Numbers) -> float:
    """The temperature with which the probabilities fit how often the network is right."""
    best = (np.inf, 1.0)
    for temperature in np.linspace(0.6, 3.0, 49):
        chances = Network(network.classes, network.layers, float(temperature)).probabilities(rows)
        best = min(best, (float(-np.log(chances[np.arange(len(labels)), labels] + 1e-9).mean()), float(temperature)))
    return best[1]


def reliability(network: Network, rows: Numbers, labels: Numbers) -> str:
    """A table: of the glyphs read with so much probability, how many are right."""
    chances = network.probabilities(rows)
    answers, sure = chances.argmax(axis=1), chances.max(axis=1)
    figures = (labels < CLASSES.index("A")) & (answers != CLASSES.index(OTHER))
    lines = ["| probability | glyphs | right |", "| --- | --- | --- |"]
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 0.99), (0.99, 0.999), (0.999, 1.01)):
        chosen = figures & (sure >= low) & (sure < high)
        if chosen.any():
            right = (answers == labels)[chosen].mean()
            lines.append(f"| {low} to {min(high, 1)} | {chosen.sum()} | {right:.2%} |")
    of_figures = labels < CLASSES.index("A")
    lines.append(f"\nall figures: {(answers == labels)[of_figures].mean():.3%} of {of_figures.sum()}")
    wrong = np.nonzero(of_figures & (answers != labels))[0]
    pairs, counts = np.unique([CLASSES[labels[n]] + CLASSES[answers[n]] for n in wrong], return_counts=True)
    lines.append("confusions: " + " ".join(f"{pairs[n]}:{counts[n]}" for n in np.argsort(-counts)[:25]))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    random = np.random.default_rng(2566)
    rows, labels = gathered(random, fonts(unseen=False), options.words)
    print(f"{len(rows)} glyphs", flush=True)
    network = Network(CLASSES, tuple(trained(random, rows, labels, options.epochs)))
    unseen, truth = gathered(random, fonts(unseen=True), options.words // 8)
    unseen = unseen.astype(np.float32)
    half = len(unseen) // 2
    temperature = temperature_for(network, unseen[:half], truth[:half])
    network = Network(CLASSES, network.layers, temperature)
    print(f"temperature {temperature:.2f}\n{reliability(network, unseen[half:], truth[half:])}")
    arrays = {f"weights{n}": w.astype(np.float16) for n, (w, _) in enumerate(network.layers)}
    arrays |= {f"biases{n}": b.astype(np.float16) for n, (_, b) in enumerate(network.layers)}
    np.savez_compressed(options.target, classes=CLASSES, layers=len(network.layers), temperature=temperature, **arrays)


if __name__ == "__main__":
    main()
