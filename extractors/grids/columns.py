"""Printed columns: lines of two columns of running text side by side are read one column after the other."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.grids.lines import PrintedLine, lines_of

_FEWEST_LINES = 5
_GUTTER_PT = 12.0
_NARROWEST = 0.22  # of the page's width: columns of running text are not narrower


def in_columns(lines: list[PrintedLine], page_width_pt: float) -> Iterator[tuple[int, PrintedLine]]:
    """(column, line) in reading order; column 0 is text over the whole width."""
    gutter = _gutter(lines, page_width_pt)
    if gutter is None:
        yield from ((0, line) for line in lines)
        return
    divided = [n for n, line in enumerate(lines) if _divided(line, gutter)]
    first, last = divided[0], divided[-1]
    yield from ((0, line) for line in lines[:first])
    words = [word for line in lines[first : last + 1] for word in line.words]
    yield from ((1, line) for line in lines_of(word for word in words if word.x1 <= gutter))
    yield from ((2, line) for line in lines_of(word for word in words if word.x1 > gutter))
    yield from ((0, line) for line in lines[last + 1 :])


def _gutter(lines: list[PrintedLine], page_width_pt: float) -> float | None:
    """An x that many lines keep white with running text on both sides, and no line in between crosses."""
    if len(lines) < _FEWEST_LINES:
        return None
    middles = sorted((a.x1 + b.x0) / 2 for line in lines for a, b in _wide_gaps(line))
    if len(middles) < _FEWEST_LINES:
        return None
    gutter = middles[len(middles) // 2]
    divided = [n for n, line in enumerate(lines) if _divided(line, gutter)]
    if len(divided) < _FEWEST_LINES:
        return None
    between = lines[divided[0] : divided[-1] + 1]
    if any(word.x0 < gutter < word.x1 for line in between for word in line.words):
        return None
    wide = [
        line
        for line in between
        if _divided(line, gutter)
        and min(gutter - line.x0, line.x1 - gutter) > _NARROWEST * page_width_pt
        and len(list(_wide_gaps(line))) == 1
    ]
    return gutter if len(wide) >= max(_FEWEST_LINES, 0.6 * len(between)) else None


def _wide_gaps(line: PrintedLine) -> Iterator[tuple]:  # type: ignore[type-arg]
    return ((a, b) for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 >= _GUTTER_PT)


def _divided(line: PrintedLine, gutter: float) -> bool:
    return any(a.x1 <= gutter <= b.x0 for a, b in _wide_gaps(line))
