"""The network that reads figures: convolutions over the strip of a word, in NumPy.

For every second column of the strip it tells which character stands there, or none (the blank of CTC), so that glyphs
that touch need not be cut apart. Its weights are made by ``scripts/train_digits.py``. ``temperature`` flattens its
probabilities so that they fit how often it is right on fonts it never saw (see ``docs/ocr.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from extractors.ocr.figures.strips import HEIGHT_PX
from extractors.ocr.raster import Numbers

OTHER = "?"
"""The class of whatever is none of the others: a letter of a word, dirt."""
_STEP_PX = 16  # strips are filled up with white to a multiple of it, and those of one width read together
_TOGETHER_PX = 4096


@dataclass(frozen=True, slots=True)
class Layer:
    """``kernel`` is rows x columns x inputs x outputs; what comes out is halved where ``pool`` (rows, columns) is 2."""

    kernel: Numbers
    bias: Numbers
    pool: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Network:
    """``classes[n]`` is the character of output n; the last output, which has none, is the blank."""

    classes: str
    layers: tuple[Layer, ...]
    temperature: float = 1.0

    def chances(self, strips: Sequence[Numbers]) -> list[Numbers]:
        """For each strip the probabilities, places x outputs; each row sums to 1."""
        found: list[Numbers] = [np.empty(0)] * len(strips)
        by_width: dict[int, list[int]] = {}
        for n, strip in enumerate(strips):
            by_width.setdefault(-(-strip.shape[1] // _STEP_PX) * _STEP_PX, []).append(n)
        for width, members in by_width.items():
            size = max(1, _TOGETHER_PX // width)
            for start in range(0, len(members), size):
                chosen = members[start : start + size]
                for n, rows in zip(chosen, self._read([strips[n] for n in chosen], width), strict=True):
                    found[n] = rows
        return found

    def _read(self, strips: Sequence[Numbers], width: int) -> Numbers:
        values = np.zeros((len(strips), HEIGHT_PX, width, 1), np.float32)
        for row, strip in zip(values, strips, strict=True):
            row[:, : strip.shape[1], 0] = strip / np.float32(255)
        for n, layer in enumerate(self.layers):
            values = _convolved(values, layer)
            if n + 1 < len(self.layers):
                values = _pooled(np.maximum(values, 0, out=values), layer.pool)
        logits = values[:, 0] / self.temperature
        powers = np.exp(logits - logits.max(axis=2, keepdims=True))
        return np.asarray(powers / powers.sum(axis=2, keepdims=True))


def _convolved(values: Numbers, layer: Layer) -> Numbers:
    """Pictures x rows x columns x channels; kernels of odd size see white beyond the border."""
    high, wide, inputs, outputs = layer.kernel.shape
    above, beside = (size // 2 if size % 2 else 0 for size in (high, wide))
    values = np.pad(values, ((0, 0), (above, above), (beside, beside), (0, 0)))
    windows = sliding_window_view(values, (high, wide), axis=(1, 2)).transpose(0, 1, 2, 4, 5, 3)
    columns = windows.reshape(-1, high * wide * inputs)
    seen = columns @ layer.kernel.reshape(-1, outputs) + layer.bias
    return np.asarray(seen.reshape(*windows.shape[:3], outputs))


def _pooled(values: Numbers, pool: tuple[int, int]) -> Numbers:
    if pool[0] == 2:
        values = np.maximum(values[:, ::2], values[:, 1::2])
    if pool[1] == 2:
        values = np.maximum(values[:, :, ::2], values[:, :, 1::2])
    return values


@cache
def network() -> Network:
    """The trained network."""
    content = files("extractors.ocr.figures").joinpath("weights.npz").read_bytes()
    stored = np.load(BytesIO(content), allow_pickle=False)
    layers = []
    for n, (rows, columns) in enumerate(stored["pools"].tolist()):
        kernel, bias = (stored[f"{name}{n}"].astype(np.float32) for name in ("kernel", "bias"))
        layers.append(Layer(kernel, bias, (rows, columns)))
    return Network(str(stored["classes"]), tuple(layers), float(stored["temperature"]))
