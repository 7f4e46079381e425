"""The network that tells figures: a perceptron of two hidden layers, in NumPy.

Its weights are made by ``scripts/train_digits.py``. ``temperature`` flattens its probabilities so that, on fonts it
never saw, nine of ten answers given with 0.9 are right (see ``docs/ocr.md``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from extractors.ocr.raster import Numbers

OTHER = "?"
"""The class of whatever is none of the others: a letter, two glyphs that touch, dirt."""


@dataclass(frozen=True, slots=True)
class Network:
    """``classes[n]`` is the character of output n; ``layers`` are weights and biases from the input on."""

    classes: str
    layers: tuple[tuple[Numbers, Numbers], ...]
    temperature: float = 1.0

    def probabilities(self, features: Numbers) -> Numbers:
        """Glyphs x classes; each row sums to 1."""
        values = features
        for n, (weights, biases) in enumerate(self.layers):
            values = values @ weights + biases
            if n + 1 < len(self.layers):
                values = np.maximum(values, 0)
        values = values / self.temperature
        values = np.exp(values - values.max(axis=1, keepdims=True))
        return np.asarray(values / values.sum(axis=1, keepdims=True))


@cache
def network() -> Network:
    """The trained network."""
    content = files("extractors.ocr.figures").joinpath("weights.npz").read_bytes()
    stored = np.load(BytesIO(content), allow_pickle=False)
    layers = []
    for n in range(int(stored["layers"])):
        layers.append((stored[f"weights{n}"].astype(np.float32), stored[f"biases{n}"].astype(np.float32)))
    return Network(str(stored["classes"]), tuple(layers), float(stored["temperature"]))
