"""Which character a glyph is, by the look of it: nearest of the shapes of free Thai fonts.

``fingerprints.npz`` holds for each reference glyph its picture of ink and its place over the base line, measured
in heights of that font's consonants, so that size and design grid of a font do not matter. ``build.py`` makes it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extractors.glyphs.outlines import SIDE, Polygon, bounds, ink

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# How much a difference of one consonant height in place or size weighs against a picture that differs wholly.
_PLACE_WEIGHT = 0.5
_WIDTH_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """``distances`` by character, nearest first: 0 is the same shape, 0.15 another weight of a like design."""

    distances: tuple[tuple[str, float], ...]

    @property
    def nearest(self) -> str:
        return self.distances[0][0]

    @property
    def distance(self) -> float:
        return self.distances[0][1]

    def to(self, text: str) -> float:
        """Distance to one character; infinite where no reference font has it."""
        return dict(self.distances).get(text, float("inf"))

    def proven(self, at_most: float, ratio: float) -> bool:
        """Whether the nearest is near and every other character is ``ratio`` times as far."""
        rest = self.distances[1][1] if len(self.distances) > 1 else float("inf")
        return self.distance <= at_most and rest >= self.distance * ratio + 0.02


def fingerprint(outline: list[Polygon], consonant_height: float) -> NDArray[np.float32]:
    """Ink picture (SIDE x SIDE, row by row from the bottom), then bottom, top and width in consonant heights."""
    import numpy as np

    x0, y0, x1, y1 = bounds(outline)
    place = [y0 / consonant_height, y1 / consonant_height, (x1 - x0) / consonant_height]
    return np.concatenate([ink(outline).ravel(), np.array(place, dtype=np.float32)])


def likeness(outline: list[Polygon], consonant_height: float) -> Likeness:
    """How like the glyph is to each character of the references; the outline must not be empty."""
    shapes, texts = references()
    away = distances(fingerprint(outline, consonant_height), shapes)
    nearest: dict[str, float] = {}
    for index in away.argsort():
        nearest.setdefault(texts[index], float(away[index]))
    return Likeness(tuple(nearest.items()))


def distances(shape: NDArray[np.float32], shapes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Distance of one fingerprint from each of many (one a row)."""
    import numpy as np

    picture = np.abs(shapes[:, : SIDE * SIDE] - shape[: SIDE * SIDE]).mean(axis=1)
    place = np.abs(shapes[:, SIDE * SIDE :] - shape[SIDE * SIDE :])
    total: NDArray[np.float32] = picture + _PLACE_WEIGHT * (place[:, 0] + place[:, 1]) / 2 + _WIDTH_WEIGHT * place[:, 2]
    return total


@cache
def references() -> tuple[NDArray[np.float32], list[str]]:
    """The fingerprints of the reference glyphs, one a row, and the character of each."""
    import numpy as np

    stored: Any = np.load(io.BytesIO(files("extractors.glyphs").joinpath("fingerprints.npz").read_bytes()))
    pictures = stored["pictures"].astype(np.float32) / 15
    places = stored["places"].astype(np.float32)
    return np.concatenate([pictures, places], axis=1), [chr(code) for code in stored["codes"]]
