"""A picture as ink: how dark each pixel is against its own background, and which pixels are ink.

Paper is grey, scans have shadows and table headers are shaded, so that darkness is measured against the light
around a pixel and not against white.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]  # 0 is black
Darkness = NDArray[np.float32]  # 0 is the paper, 1 is black
Mask = NDArray[np.bool_]
Numbers = NDArray[Any]

_TILE_PX = 48  # wider than any stroke of text, narrower than a shaded header cell
_PAPER = 0.85  # of a tile's pixels are darker: what is lighter is paper
_FAINTEST = 0.18  # a difference smaller than this is noise of the paper
_STRONGEST = 0.6
_THIN = 0.75
_NOISE, _CLEAR_OF_NOISE, _LEAST_FAINT = 0.08, 5.0, 0.09  # darkness of noise, and what stands out of it
_LEAST_SHARE, _LEAST_STROKES = 0.002, 0.3  # of the pixels are print, of what stands out are strokes
_STROKE_PX = 6  # of every second pixel: no stroke of letters goes on so far to both sides
_LEVEL, _PALE, _USUAL, _MOST_GAIN = 0.9, 0.35, 0.6, 4.0  # the darkness of print, below which it is pale
_PALER = 0.5  # of the darkness of letters


def darkness(grey: Grey) -> Darkness:
    """How dark each pixel is against the paper around it, rows x columns; faint print is made stronger."""
    paper = np.maximum(_paper(grey), 40.0)
    dark: Darkness = np.asarray(np.clip(1.0 - grey.astype(np.float32) / paper, 0.0, 1.0), np.float32)
    gain = _gain(dark[::2, ::2])
    return dark if gain == 1.0 else np.asarray(np.minimum(dark * gain, 1.0), np.float32)


def _gain(dark: Darkness) -> float:
    """By how much all print of a picture is too pale; 1 where it is not, or where nothing stands out of the noise."""
    noise = float(np.sqrt(np.mean(np.square(dark[dark < _NOISE]))))
    threshold = max(_CLEAR_OF_NOISE * noise, _LEAST_FAINT)
    dark_there = dark > threshold
    print_ = dark[dark_there & ~_goes_on(dark_there)]
    if len(print_) < max(_LEAST_SHARE * dark.size, _LEAST_STROKES * dark_there.sum()):
        return 1.0
    level = float(np.quantile(print_, _LEVEL))
    return min(_USUAL / level, _MOST_GAIN) if level < _PALE else 1.0


def inked(dark: Darkness) -> Mask:
    """Which pixels are ink: a little below Otsu's threshold over the pixels that are not plain paper.

    Otsu's own would break the thin strokes at the top and the foot of an O.
    """
    threshold = _THIN * _between_two(dark[dark > _FAINTEST / 2])
    return dark > min(_STRONGEST, max(_FAINTEST, threshold))


def _goes_on(mask: Mask) -> Mask:
    """The pixels of a mask that lie inside something broader or longer than a stroke: a shadow's edge, a line."""
    step = _STROKE_PX
    inside = np.zeros_like(mask)
    inside[step:-step] = mask[: -2 * step] & mask[2 * step :]
    inside[:, step:-step] |= mask[:, : -2 * step] & mask[:, 2 * step :]
    return inside


def marked(dark: Darkness) -> Mask:
    """Which pixels may belong to a ruling line: lines are often paler than letters."""
    threshold = _between_two(dark[dark > _FAINTEST / 2])
    return dark > min(_STRONGEST, max(_FAINTEST, _PALER * threshold))


def _paper(grey: Grey) -> Darkness:
    rows, columns = grey.shape
    down, across = max(1, round(rows / _TILE_PX)), max(1, round(columns / _TILE_PX))
    ys, xs = np.linspace(0, rows, down + 1).astype(int), np.linspace(0, columns, across + 1).astype(int)
    tiles = np.empty((down, across), np.float32)
    for r in range(down):
        for c in range(across):
            tiles[r, c] = np.quantile(grey[ys[r] : ys[r + 1] : 2, xs[c] : xs[c + 1] : 2], _PAPER)
    return _stretched(tiles, ys, xs, rows, columns)


def _stretched(tiles: Darkness, ys: Numbers, xs: Numbers, rows: int, columns: int) -> Darkness:
    """The tiles' values between their middles, bilinear."""
    across = np.empty((len(tiles), columns), np.float32)
    places, middles = np.arange(columns), (xs[:-1] + xs[1:]) / 2
    for r, tile in enumerate(tiles):
        across[r] = np.interp(places, middles, tile)
    middles = (ys[:-1] + ys[1:]) / 2
    above = np.clip(np.searchsorted(middles, np.arange(rows)) - 1, 0, max(0, len(middles) - 2))
    below = np.minimum(above + 1, len(middles) - 1)
    width = np.maximum(middles[below] - middles[above], 1)
    share = np.clip((np.arange(rows) - middles[above]) / width, 0, 1).astype(np.float32)[:, None]
    return across[above] * (1 - share) + across[below] * share


def _between_two(values: Darkness) -> float:
    """Otsu's threshold: where the two groups of values lie furthest apart."""
    if not len(values):
        return 1.0
    counts, edges = np.histogram(values, bins=64, range=(0.0, 1.0))
    middles = (edges[:-1] + edges[1:]) / 2
    weight = np.cumsum(counts)
    total = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = (total[-1] * weight / weight[-1] - total) ** 2 / (weight * (weight[-1] - weight))
    return float(edges[int(np.nanargmax(np.where(np.isfinite(apart), apart, -1.0))) + 1])
