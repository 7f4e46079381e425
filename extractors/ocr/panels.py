"""Dark panels with light print (white on a coloured header cell) are turned into dark print on white.

Their outline stays as a ruling line: the edge of a filled cell is its border.
"""

from __future__ import annotations

import numpy as np

from extractors.ocr.parts import parts_of
from extractors.ocr.raster import Grey, Numbers

_BLOCK_PX = 8
_DARK = 0.72  # of the paper's grey: the mean of a block of a panel with its print
_LEAST_PX = (48, 20)  # width and height of a panel
_SOLID = 0.6  # of its box is dark blocks
_EVEN, _SHADES = 0.45, 28  # so much of a panel is within so many shades of its own
_FAR = 40  # shades: print differs so much from its panel
_LEAST_PRINT = 0.01  # of the panel
_OUTLINE_PX = 2


def with_panels_lightened(grey: Grey) -> Grey:
    """The picture with all panels of light print as dark print on white; the same object where there are none."""
    paper = float(np.quantile(grey[::4, ::4], 0.9))
    lightened = grey
    for x0, top, x1, bottom in _panels(grey, paper):
        panel = grey[top:bottom, x0:x1].astype(np.int32)
        shade = int(np.median(panel))
        apart = panel - shade
        print_, strange = float((apart > _FAR).mean()), float((apart < -_FAR).mean())
        if shade > _DARK * paper or (abs(apart) <= _SHADES).mean() < _EVEN or print_ < max(_LEAST_PRINT, strange):
            continue
        if lightened is grey:
            lightened = grey.copy()
        lightest = max(_FAR, int(np.quantile(apart[apart > _FAR], 0.9)))
        light = 255 - np.clip(abs(apart) * 255 // lightest, 0, 255)
        for edge in (light[:_OUTLINE_PX], light[-_OUTLINE_PX:], light[:, :_OUTLINE_PX], light[:, -_OUTLINE_PX:]):
            edge[:] = 0
        lightened[top:bottom, x0:x1] = light
    return lightened


def _panels(grey: Grey, paper: float) -> list[tuple[int, int, int, int]]:
    """The boxes of what may be panels: solid groups of dark blocks."""
    rows, columns = (side // _BLOCK_PX * _BLOCK_PX for side in grey.shape)
    if not rows or not columns:
        return []
    blocks = grey[:rows, :columns].reshape(rows // _BLOCK_PX, _BLOCK_PX, columns // _BLOCK_PX, _BLOCK_PX)
    parts = parts_of(blocks.mean(axis=(1, 3)) < _DARK * paper)
    found = []
    for box, size in zip(parts.boxes, parts.sizes, strict=True):
        width, height = int(box[2] - box[0]), int(box[3] - box[1])
        large = width * _BLOCK_PX >= _LEAST_PX[0] and height * _BLOCK_PX >= _LEAST_PX[1]
        if large and size >= _SOLID * width * height:
            found.append(_fitted(grey, box * _BLOCK_PX, paper))
    return found


def _fitted(grey: Grey, box: Numbers, paper: float) -> tuple[int, int, int, int]:
    """The box drawn to where the panel really ends, by less than a block."""
    x0, top, x1, bottom = (int(side) for side in box)
    x0, top = max(0, x0 - _BLOCK_PX), max(0, top - _BLOCK_PX)
    around = grey[top : bottom + _BLOCK_PX, x0 : x1 + _BLOCK_PX] < _DARK * paper
    rows, columns = (np.nonzero(around.mean(axis=axis) >= 0.5)[0] for axis in (1, 0))
    if not len(rows) or not len(columns):
        return x0, top, x1, bottom
    return x0 + int(columns[0]), top + int(rows[0]), x0 + int(columns[-1]) + 1, top + int(rows[-1]) + 1
