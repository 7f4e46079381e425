"""Connected parts of the ink, and the glyphs they make up."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from extractors.ocr.raster import Mask, Numbers


class Parts(NamedTuple):
    """``labels``: rows x columns, 0 for paper, n for part n - 1; ``boxes``: x0, top, x1, bottom of each, in pixels.

    ``sizes`` counts each part's pixels.
    """

    labels: Numbers
    boxes: Numbers
    sizes: Numbers


def parts_of(ink: Mask) -> Parts:
    """The parts of the ink that touch, diagonally too."""
    rows, columns = ink.shape
    padded = np.zeros((rows, columns + 2), np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1)
    row, start = np.nonzero(change == 1)
    _, end = np.nonzero(change == -1)
    if not len(row):
        return Parts(np.zeros((rows, columns), np.int32), np.zeros((0, 4), np.int64), np.zeros(0, np.int64))
    root = _roots(*_touching(row, start, end, columns), len(row))
    _, part = np.unique(root, return_inverse=True)
    count = int(part.max()) + 1
    boxes = np.empty((count, 4), np.int64)
    for side, values in enumerate((start, row, end, row + 1)):
        boxes[:, side] = np.iinfo(np.int64).max if side < 2 else 0
        (np.minimum if side < 2 else np.maximum).at(boxes[:, side], part, values)
    labels = np.zeros(rows * columns, np.int32)
    labels[ink.ravel()] = np.repeat(part + 1, end - start)
    return Parts(labels.reshape(rows, columns), boxes, np.bincount(part, end - start, count).astype(np.int64))


def _touching(row: Numbers, start: Numbers, end: Numbers, columns: int) -> tuple[Numbers, Numbers]:
    """Pairs of runs of neighbouring rows that touch: each run with every run below it."""
    stride = columns + 3
    first = np.searchsorted(row * stride + end, (row + 1) * stride + start, side="left")
    last = np.searchsorted(row * stride + start, (row + 1) * stride + end, side="right")
    counts = np.maximum(0, last - first)
    above = np.repeat(np.arange(len(row)), counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return above, np.repeat(first, counts) + offsets


def _roots(one: Numbers, other: Numbers, count: int) -> Numbers:
    """The smallest run that each run hangs together with."""
    root = np.arange(count)
    while True:
        lowest = np.minimum(root[one], root[other])
        before = root.copy()
        np.minimum.at(root, root[one], lowest)
        np.minimum.at(root, root[other], lowest)
        root = root[root]
        if np.array_equal(before, root):
            return root
