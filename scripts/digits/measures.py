"""How often the network is right on fonts it never saw, and whether its probabilities say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extractors.ocr.figures.network import OTHER, Network
from extractors.ocr.figures.reading import BUILT, are_alike, in_one_script, readings
from extractors.ocr.figures.spelling import spellings
from extractors.ocr.figures.witnesses import SURE
from extractors.ocr.raster import Numbers
from scripts.digits.pictures import Word

_STEPS = (0.0, 0.5, 0.7, 0.9, 0.97, 0.985, 0.995, 0.999, 1.0)
_FEWEST = 20  # words in a band that say something


class Answer(NamedTuple):
    """A word as it was drawn and as it was read; ``reading`` is empty where it was called no figure."""

    truth: str
    family: str
    spelled: str
    reading: str
    probability: float


def answers(network: Network, words: Sequence[Word]) -> list[Answer]:
    """What the network says of each word."""
    return _answers(network.classes, words, network.chances([word.strip for word in words]))


def _answers(classes: str, words: Sequence[Word], chances: Iterable[Numbers]) -> list[Answer]:
    found = []
    for word, rows in zip(words, chances, strict=True):
        texts = spellings(classes, rows)
        best = readings(texts)
        likeliest = in_one_script(max(texts, key=lambda text: texts[text]))
        found.append(Answer(word.text, word.family, likeliest, *(best[0] if best else ("", 0.0))))
    return found


def figures(found: Iterable[Answer]) -> list[Answer]:
    """Those that are figures, codes or grades: the others are only there to be called none."""
    return [answer for answer in found if OTHER not in answer.truth]


def wrong_characters(truth: str, text: str) -> int:
    """How many characters are to be put in, taken away or exchanged to make one of the other."""
    row = list(range(len(text) + 1))
    for n, letter in enumerate(truth, 1):
        before, row = row, [n]
        for k, other in enumerate(text, 1):
            row.append(min(before[k] + 1, row[-1] + 1, before[k - 1] + (letter != other)))
    return row[-1]


def is_right(answer: Answer) -> bool:
    return are_alike(answer.spelled, answer.truth)


def characters_right(found: Sequence[Answer]) -> tuple[float, int]:
    """The share of characters read right, cutting and counting them included, and how many there are."""
    count = sum(len(answer.truth) for answer in found)
    wrong = sum(wrong_characters(answer.truth, answer.spelled) for answer in found if not is_right(answer))
    return 1 - wrong / count, count


def temperature_for(network: Network, words: Sequence[Word]) -> float:
    """The lowest temperature at which the probabilities promise no more than is kept.

    In every band of probabilities at least as many readings are right as its middle says.
    """
    chances = network.chances([word.strip for word in words])
    for temperature in np.arange(0.4, 3.0, 0.1):
        powers = [rows ** (network.temperature / temperature) for rows in chances]
        found = _answers(network.classes, words, (rows / rows.sum(axis=1, keepdims=True) for rows in powers))
        if all(right >= (low + high) / 2 for low, high, count, right in bands(found) if count >= _FEWEST):
            return round(float(temperature), 1)
    raise ValueError("no temperature makes the probabilities fit")


def bands(found: Sequence[Answer]) -> list[tuple[float, float, int, float]]:
    """Of the words read as figures with so much probability (from, to): how many there are, which share is right."""
    bands = []
    for low, high in pairwise(_STEPS):
        chosen = [answer for answer in found if answer.reading and low < answer.probability <= high]
        if chosen:
            right = sum(are_alike(answer.reading, answer.truth) for answer in chosen) / len(chosen)
            bands.append((low, high, len(chosen), right))
    return bands


def reliability(found: Sequence[Answer]) -> str:
    """The bands as a table."""
    lines = ["| probability | words | right |", "| --- | --- | --- |"]
    lines += [f"| {low} to {high} | {count} | {right:.2%} |" for low, high, count, right in bands(found)]
    return "\n".join(lines)


def summary(name: str, found: Sequence[Answer]) -> str:
    """Characters and words right, and what is wrong, by family and by the figures that were confused."""
    own = figures(found)
    share, count = characters_right(own)
    wrong = [answer for answer in own if not is_right(answer)]
    silent = [a for a in found if a.reading and not are_alike(a.reading, a.truth) and a.probability >= SURE]
    families = Counter(answer.family for answer in wrong).most_common()
    built = [answer for answer in own if BUILT.fullmatch(answer.truth)]
    unread = sum(not answer.reading for answer in built)
    return "\n".join(
        [
            f"{name}: {share:.3%} of {count} characters, {1 - len(wrong) / len(own):.2%} of {len(own)} words,"
            f" {unread} of {len(built)} not read, {len(silent)} wrong though sure",
            "wrong words by family: " + " ".join(f"{family} {n}" for family, n in families),
            "surely wrong: " + " ".join(f"{a.truth}>{a.reading} {a.family} {a.probability:.4f}," for a in silent[:20]),
        ]
    )
