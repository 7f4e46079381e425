"""Words of a page out of its characters: what stands together without white space, in content order.

Thai marks have no width and follow their base in the content; they are never sorted by their place. White
space itself is only remembered (``Word.trailing``), since producers print it, leave it out or make it up.
Coordinates are those of a page as displayed: points from the top left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import sub
from typing import NamedTuple

ASKEW = -1  # the ``turn`` of a word that is not parallel to any side of the page, as a watermark

_SPACES = " \t\r\n\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_TOKEN = re.compile(f"[^{_SPACES}]+")
_WHITE = re.compile(f"[{_SPACES}]+")
_MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_WIDE_GAP = 0.5  # of a character's height: wider means another word even without white space
_REACH = 2.2  # of a character's height: a token that reaches further from top to bottom is not on one line
_DRIFT = 0.6  # of a character's height: a last character higher or lower than this is not on the first one's line
_SPACE_LEVEL = 0.3  # of a character's height: a space that stands higher or lower belongs to text that is turned
_SPACE_BACK = 0.35  # of a character's height: a space further back than this was drawn for another word
_STEP_BACK = 1.1  # of a character's height: further back than a mark reaches means another line


@dataclass(slots=True)
class Characters:
    """A page's characters in content order, ``text[i]`` at ``x0[i], top[i], x1[i], bottom[i]``.

    ``angle_of(i)`` says in which direction a character is printed: degrees counter-clockwise, 0 for upright.
    """

    text: str
    x0: list[float]
    top: list[float]
    x1: list[float]
    bottom: list[float]
    angle_of: Callable[[int], float] = lambda _: 0.0


class Word(NamedTuple):
    """Characters ``first`` up to ``end`` of the page.

    ``base`` is the foot of its first letter, which stands on the line (marks may be raised); ``trailing`` says that
    the content has white space after it; ``turn`` is 0, 90 (reads upwards), 180, 270 (reads downwards) or ``ASKEW``.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    first: int = 0
    end: int = 0
    trailing: bool = False
    turn: int = 0

    @property
    def height_pt(self) -> float:
        return self.bottom - self.top


def words_of(characters: Characters) -> list[Word]:
    """All words in content order; text printed twice at the same place counts once."""
    words: list[Word] = []
    turned = False
    text, x0, x1, top, bottom = (
        characters.text,
        characters.x0,
        characters.x1,
        characters.top,
        characters.bottom,
    )
    steps = list(map(sub, x0[1:], x1))  # from each character to the next one
    for match in _TOKEN.finditer(text):
        i, j = match.span()
        if text[i] in _MARKS and words and _belongs(characters, words[-1], i, j):
            words[-1] = _word(characters, words[-1].first, j, trailing=_space_at(characters, j))
            continue
        high, low = min(top[i:j]), max(bottom[i:j])
        if j - i > 1:
            own_steps = steps[i : j - 1]
            # How high its characters must be for the token to go straight on: for its widest and its least step, for
            # how far it reaches from top to bottom, and for how far its last character stands above or below its first.
            needed = max(
                max(own_steps) / _WIDE_GAP,
                min(own_steps) / -_STEP_BACK,
                (low - high) / _REACH,
                abs(bottom[j - 1] - bottom[i]) / _DRIFT,
            )
            # Nearly always its first character is, and the others need not be asked.
            if bottom[i] - top[i] < needed and max(map(sub, bottom[i:j], top[i:j])) < needed:
                parts = list(_parts(characters, i, j))
                turned = turned or any(part.turn for part in parts)
                words += parts
                continue
        trailing = j < len(text) and text[j] not in "\r\n" and _space_at(characters, j)
        words.append(Word(match[0], min(x0[i:j]), high, max(x1[i:j]), low, bottom[i], i, j, trailing))
    if turned:
        words = [_turned_if_short(characters, word) for word in words]
    return _printed_once(words)


def split_word(characters: Characters, word: Word, borders: Iterable[float]) -> list[Word]:
    """The word's pieces between the x positions ``borders``.

    Only where the print itself has a gap there, or a character ends right at the border: a number that runs
    over the edge of its cell stays whole.
    """
    pieces, start, end = [], word.first, word.end
    for border in sorted(borders):
        for k in range(start + 1, end):
            if characters.text[k] not in _MARKS and characters.x0[k] + characters.x1[k] >= 2 * border:
                left = max(characters.x1[start:k])
                gap = characters.x0[k] - left
                if (
                    gap > 0.08 * word.height_pt
                    or max(abs(border - left), abs(border - characters.x0[k])) < 0.3
                ):
                    pieces.append(_word(characters, start, k, trailing=False))
                    start = k
                break
    pieces.append(_word(characters, start, end, trailing=word.trailing))
    return pieces


def upright(word: Word) -> Word:
    """The word as it lies when the page is turned so that it reads from left to right."""
    x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
    if word.turn == 90:
        x0, top, x1, bottom = -bottom, x0, -top, x1
    elif word.turn == 270:
        x0, top, x1, bottom = top, -x1, bottom, -x0
    elif word.turn == 180:
        x0, top, x1, bottom = -x1, -bottom, -x0, -top
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=bottom) if word.turn > 0 else word


def _word(characters: Characters, i: int, j: int, *, trailing: bool, turn: int = 0) -> Word:
    return Word(
        _WHITE.sub("", characters.text[i:j]),  # a mark may have been cut off its base by made-up white space
        min(characters.x0[i:j]),
        min(characters.top[i:j]),
        max(characters.x1[i:j]),
        max(characters.bottom[i:j]),
        characters.bottom[i],
        i,
        j,
        trailing,
        turn,
    )


def _space_at(characters: Characters, j: int) -> bool:
    """Whether white space of the content follows, at its place: some producers draw their spaces later.

    White space that PDFium makes up has no width.
    """
    if j >= len(characters.text) or characters.text[j] in "\r\n" or characters.x1[j] <= characters.x0[j]:
        return False
    height = characters.bottom[j - 1] - characters.top[j - 1]
    is_level = abs(characters.bottom[j] - characters.bottom[j - 1]) <= _SPACE_LEVEL * height
    step = characters.x0[j] - characters.x1[j - 1]
    return (-_SPACE_BACK * height if is_level else -height) <= step <= height


def _belongs(characters: Characters, word: Word, i: int, j: int) -> bool:
    """Whether the token that begins with a mark was only cut off its base by made-up white space."""
    near = (
        abs(characters.x1[i] - word.x1) < word.height_pt
        and abs(characters.bottom[i] - word.bottom) < word.height_pt
    )
    return (
        near
        and not word.trailing
        and word.end + 3 > i
        and max(characters.x1[i:j]) >= word.x0
    )


def _parts(characters: Characters, i: int, j: int) -> Iterator[Word]:
    """A token that jumps about: cut at its jumps, each part in its own direction."""
    start, turn = i, _turn(characters.angle_of(i))
    for k in range(i + 1, j + 1):
        turn_here = turn if k == j or characters.text[k] in _MARKS else _turn(characters.angle_of(k))
        if k == j or turn_here != turn or (turn != ASKEW and _jumps(characters, k, turn)):
            yield _word(characters, start, k, trailing=k == j and _space_at(characters, j), turn=turn)
            start, turn = k, turn_here


def _jumps(characters: Characters, k: int, turn: int) -> bool:
    if characters.text[k] in _MARKS:
        return False
    before, here = (upright(_word(characters, n, n + 1, trailing=False, turn=turn)) for n in (k - 1, k))
    height = max(before.height_pt, here.height_pt)
    step = here.x0 - before.x1
    return not -_STEP_BACK * height <= step <= _WIDE_GAP * height or abs(here.base - before.base) > height


def _turn(angle: float) -> int:
    quarter = round(angle / 90)
    return quarter % 4 * 90 if abs(angle - quarter * 90) <= 5 else ASKEW


def _turned_if_short(characters: Characters, word: Word) -> Word:
    """A short word's direction cannot be told from its boxes; asked only on pages that have turned text."""
    if len(word.text) > 2 or word.turn:
        return word
    return word._replace(turn=_turn(characters.angle_of(word.first)))


def _printed_once(words: list[Word]) -> list[Word]:
    """Without the second print of a shadow or a false bold."""
    kept: list[Word] = []
    places: dict[str, list[Word]] = {}
    for word in words:
        same = places.get(word.text)
        if same is None:
            places[word.text] = [word]
        else:
            reach = 0.2 * (word.bottom - word.top)
            if any(abs(word.x0 - other.x0) < reach and abs(word.top - other.top) < reach for other in same):
                continue
            same.append(word)
        kept.append(word)
    return kept
