"""How far a scanned page is turned, told by its lines of text and ruling lines."""

from __future__ import annotations

import numpy as np
from PIL import Image

from extractors.ocr.raster import Grey, Mask, Numbers

_MOST_DEGREES = 4.0
_SAMPLE = 60_000  # pixels are enough to tell
_LEAST_DEGREES = 0.04


def skew_of(ink: Mask) -> float:
    """Degrees by which the lines fall to the right."""
    ys, xs = np.nonzero(ink)
    if len(ys) < 200:
        return 0.0
    step = max(1, len(ys) // _SAMPLE)
    ys, xs = ys[::step].astype(np.float32), xs[::step].astype(np.float32)
    coarse = _sharpest(ys, xs, np.linspace(-_MOST_DEGREES, _MOST_DEGREES, 41))
    return _sharpest(ys, xs, np.linspace(coarse - 0.2, coarse + 0.2, 17))


def straightened(grey: Grey, degrees: float) -> Grey:
    """The picture turned back about its middle, at the same size."""
    if abs(degrees) < _LEAST_DEGREES:
        return grey
    paper = int(np.median(grey))
    turned = Image.fromarray(grey).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=paper)
    return np.asarray(turned)


def _sharpest(ys: Numbers, xs: Numbers, angles: Numbers) -> float:
    """The angle at which the ink falls into the fewest rows."""
    scores = []
    for angle in angles:
        places = ys - xs * np.tan(np.radians(angle))
        counts = np.bincount((places - places.min()).astype(np.int32))
        scores.append(float((counts.astype(np.float64) ** 2).sum()))
    return float(angles[int(np.argmax(scores))])
