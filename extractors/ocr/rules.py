"""Ruling lines in a picture, and the picture without them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from extractors.ocr.raster import Mask, Numbers

_BRIDGED_PX = 3  # gaps of a line that are closed ...
_SOLID = 0.75  # ... where so much of it is ink: the grain of a photo is no line
_THICKEST = 0.6  # of the text's height: thicker bars are no lines
_SHORTEST_ACROSS, _SHORTEST_DOWN = 3.0, 1.7  # of the text's height
_SURELY = 6.0  # of the text's height: so long no letter is, nor a run of letters that touch
_STEP_PX = 2.5
_REACH = 0.2  # of the text's height: how far a line may end from the line that it meets


class Rules(NamedTuple):
    """Pieces of lines in pixels, rows of (at, start, end); ``text`` is the ink without them."""

    horizontal: Numbers
    vertical: Numbers
    text: Mask


def rules_of(ink: Mask, text_height_px: float) -> Rules:
    """The ruling lines of a picture whose letters have such a height."""
    across = _long(ink, _SHORTEST_ACROSS * text_height_px)
    down = _long(ink.T, _SHORTEST_DOWN * text_height_px).T
    high, wide = _lengths(ink.T).T, _lengths(ink)
    thickest = max(3.0, _THICKEST * text_height_px)
    horizontal = _runs(across & ((high <= thickest) | down), _SHORTEST_ACROSS * text_height_px)
    vertical = _runs((down & ((wide <= thickest) | across)).T, _SHORTEST_DOWN * text_height_px)
    vertical = vertical[_are_sides(vertical, horizontal, text_height_px)]
    horizontal = horizontal[_are_sides(horizontal, vertical, text_height_px)]
    down = _painted(ink.T.shape, *_columns(vertical)).T & down
    across = _painted(ink.shape, *_columns(horizontal)) & across
    # a letter that stands on a line keeps its foot: there the ink is higher than the line is thick
    text = ink & ~(across & (high <= thickest)) & ~(down & ((wide <= thickest) | across))
    return Rules(horizontal, vertical, text)


def _are_sides(pieces: Numbers, crossing: Numbers, text_height_px: float) -> Mask:
    """Which pieces are of a line longer than letters make, or run from one line that crosses them to another.

    Both are rows of (at, start, end), those of ``crossing`` the other way.
    """
    reach = max(3.0, _REACH * text_height_px)
    kept = np.zeros(len(pieces), bool)
    for chain in _chains(pieces, reach):
        at, start, end = pieces[chain, 0].mean(), pieces[chain, 1].min(), pieces[chain, 2].max()
        beside = (crossing[:, 1] - reach <= at) & (at <= crossing[:, 2] + reach)
        places = crossing[beside, 0]
        kept[chain] = end - start >= _SURELY * text_height_px or all(
            (np.abs(places - end_at) <= reach).any() for end_at in (start, end)
        )
    return kept


def _chains(pieces: Numbers, reach: float) -> list[list[int]]:
    """Pieces that follow one another: a line that is not quite straight steps from row to row."""
    chains: list[list[int]] = []
    waiting = set(range(len(pieces)))
    while waiting:
        chain = [waiting.pop()]
        for n in chain:
            at, start, end = pieces[n]
            near = [
                m
                for m in waiting
                if abs(pieces[m, 0] - at) <= _STEP_PX
                and pieces[m, 1] <= end + reach
                and pieces[m, 2] >= start - reach
            ]
            chain += near
            waiting.difference_update(near)
        chains.append(chain)
    return chains


def _columns(pieces: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    at, start, end = pieces.T
    return (at - 0.5).astype(int), start.astype(int), end.astype(int)


def _ends(mask: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """Row, start and end of each run of a mask's rows."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    change = np.diff(padded, axis=1)
    row, start = np.nonzero(change == 1)
    return row, start, np.nonzero(change == -1)[1]


def _bridged(row: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The runs with short gaps between them closed, those left out that are mostly gaps."""
    if not len(row):
        return row, start, end
    new = np.ones(len(row), bool)
    new[1:] = (row[1:] != row[:-1]) | (start[1:] - end[:-1] > _BRIDGED_PX)
    first = np.nonzero(new)[0]
    last = np.append(first[1:], len(row)) - 1
    solid = np.add.reduceat(end - start, first) >= _SOLID * (end[last] - start[first])
    return row[first][solid], start[first][solid], end[last][solid]


def _runs(mask: Mask, shortest_px: float) -> Numbers:
    row, start, end = _bridged(*_ends(mask))
    long = end - start >= shortest_px
    return np.stack([row[long] + 0.5, start[long], end[long]], axis=1)


def _long(ink: Mask, shortest_px: float) -> Mask:
    """The ink of the rows' runs that are long, short gaps bridged."""
    row, start, end = _bridged(*_ends(ink))
    long = end - start >= shortest_px
    return _painted(ink.shape, row[long], start[long], end[long]) & ink


def _painted(shape: tuple[int, ...], row: Numbers, start: Numbers, end: Numbers) -> Mask:
    change = np.zeros((shape[0], shape[1] + 1), np.int32)
    np.add.at(change, (row, start), 1)
    np.add.at(change, (row, end), -1)
    return np.asarray(np.cumsum(change, axis=1)[:, :-1] > 0)


def _lengths(mask: Mask) -> Numbers:
    """For each pixel the length of the run of its row that it belongs to."""
    _, start, end = _ends(mask)
    lengths = np.zeros(mask.shape, np.int32)
    lengths[mask] = np.repeat(end - start, end - start)
    return lengths
