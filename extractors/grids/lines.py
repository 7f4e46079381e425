"""Printed lines out of words: what stands at one height, from left to right, with the spaces between."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from operator import attrgetter, itemgetter

from extractors.document import Box
from extractors.grids.words import ASKEW, Word, upright

_SAME_LINE = 0.4  # of the height: how far two words of one line may stand apart vertically
_SPACE_THAI = 0.25  # of the height: letter-spaced Thai stays one word
_SPACE_DIGITS = 0.35  # digits of two fonts may stand apart within one number
_SPACE = 0.15
_turn = attrgetter("turn")


class PrintedLine:
    """One line; coordinates are those of its own reading direction (see ``box`` for the page's)."""

    __slots__ = ("base", "bottom", "height_pt", "text", "top", "words", "x0", "x1")

    def __init__(self, words: list[Word]) -> None:
        if len(words) == 1:  # most lines, and nothing to compare
            word = words[0]
            self.x0, self.x1, self.top, self.bottom = word.x0, word.x1, word.top, word.bottom
            self.height_pt = word.bottom - word.top
            self.text = word.text
        else:
            if any(map(_before, words[1:], words)):
                words = sorted(words, key=lambda word: word.x0)
            self.x0 = words[0].x0
            self.x1 = max([word.x1 for word in words])
            self.top = min([word.top for word in words])
            self.bottom = max([word.bottom for word in words])
            self.height_pt = max([word.bottom - word.top for word in words])  # of its highest word
            self.text = text_of(words)
        self.words = words
        self.base = words[0].base

    @property
    def trailing(self) -> bool:
        return self.words[-1].trailing

    @property
    def box(self) -> Box:
        """The box on the page."""
        turn = self.words[0].turn
        if turn == 90:
            return Box(self.top, -self.x1, self.bottom, -self.x0)
        if turn == 270:
            return Box(-self.bottom, self.x0, -self.top, self.x1)
        if turn == 180:
            return Box(-self.x1, -self.bottom, -self.x0, -self.top)
        return Box(self.x0, self.top, self.x1, self.bottom)


def lines_of(words: Iterable[Word]) -> list[PrintedLine]:
    """Lines from top to bottom. Upright text first, then text that is turned, each in its own direction."""
    words = list(words)
    if not any(map(_turn, words)):  # nearly always
        return _level(words)
    by_turn: dict[int, list[Word]] = {}
    for word in words:
        by_turn.setdefault(word.turn, []).append(word)
    lines: list[PrintedLine] = []
    for turn in sorted(by_turn, key=lambda turn: (turn == ASKEW, turn)):
        if turn == ASKEW:
            lines += [PrintedLine([word]) for word in by_turn[turn]]
        else:
            lines += _level(by_turn[turn] if turn == 0 else [upright(word) for word in by_turn[turn]])
    return lines


def _level(words: list[Word]) -> list[PrintedLine]:
    if len(words) == 1:
        return [PrintedLine(words)]
    rows: list[tuple[float, float, list[Word]]] = []
    for word in words:
        reach = _SAME_LINE * (word.bottom - word.top)
        for base, reach_of_row, row in reversed(rows):
            apart = abs(base - word.base)
            if apart <= reach or apart <= reach_of_row:
                row.append(word)
                break
        else:
            rows.append((word.base, reach, [word]))
    rows.sort(key=itemgetter(0))
    return [PrintedLine(row) for *_, row in rows]


def text_of(words: list[Word]) -> str:
    """The words of one line as text."""
    if len(words) == 1:
        return words[0].text
    parts = [words[0].text]
    for a, b in itertools.pairwise(words):
        gap = b.x0 - a.x1
        if a.trailing or gap > _least_space(a.text[-1], b.text[0]) * min(a.bottom - a.top, b.bottom - b.top):
            parts.append(" ")
        parts.append(b.text)
    return "".join(parts)


def _least_space(before: str, after: str) -> float:
    if before.isdecimal() and after.isdecimal():
        return _SPACE_DIGITS
    return _SPACE_THAI if is_thai(before) and is_thai(after) else _SPACE


def is_thai(character: str) -> bool:
    """A Thai letter or mark; Thai digits are not."""
    return "\u0e01" <= character <= "\u0e4e"


def _before(word: Word, other: Word) -> bool:
    return word.x0 < other.x0
