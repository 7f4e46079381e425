"""Ruling lines: what a page's paths draw, joined to the lines a reader sees.

A border may be drawn in many short, doubled or overlapping pieces, each a stroke or a thin filled rectangle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SNAP_PT = 3.0  # parallel pieces this near are one line (a doubled border, a cell's own border beside its neighbour's)
JOIN_PT = 3.0  # gaps this short are closed
SHORTEST_PT = 5.0  # shorter lines are decoration


class Edge(NamedTuple):
    """A horizontal line at height ``at`` from x ``start`` to ``end``; or a vertical one at x ``at``, from y to y."""

    at: float
    start: float
    end: float


class Edges(NamedTuple):
    horizontal: list[Edge]
    vertical: list[Edge]


def joined(pieces: Iterable[Edge]) -> list[Edge]:
    """The lines that parallel pieces make up, sorted by their place and then by their start."""
    lines: list[Edge] = []
    for group in _beside(sorted(pieces)):
        weight = sum(edge.end - edge.start for edge in group) or 1.0
        at = sum(edge.at * (edge.end - edge.start) for edge in group) / weight or group[0].at
        group.sort(key=lambda edge: edge.start)
        start, end = group[0].start, group[0].end
        for edge in group[1:]:
            if edge.start > end + JOIN_PT:
                lines.append(Edge(at, start, end))
                start = edge.start
                end = edge.end
            end = max(end, edge.end)
        lines.append(Edge(at, start, end))
    return [line for line in lines if line.end - line.start >= SHORTEST_PT]


def _beside(pieces: list[Edge]) -> Iterable[list[Edge]]:
    group: list[Edge] = []
    for edge in pieces:
        if group and edge.at - group[0].at > SNAP_PT:
            yield group
            group = []
        group.append(edge)
    if group:
        yield group
