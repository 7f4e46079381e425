"""What stood between two printed lines before a layout engine broke the text: nothing, a space or a new line.

Thai is written without spaces, so a line end inside running text is nothing; engines break a word or number of
other scripts only where it alone is wider than the line; everything else breaks at a space. A line that ended
although the next word would have fitted was ended by the writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.document import Line
from extractors.grids.lines import PrintedLine, is_thai
from extractors.grids.persons import TITLED, divided, parts_of_a_person

_LONGEST_WORD = 14  # code points of a Thai word a line break does not split
_USUAL_PADDING_PT = 5.4  # Word's cell margin
_ENTRY = re.compile(
    r"(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}[.)](?![0-9๐-๙])|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]){1,3}\s+(?!คะแนน|บาท|ล้าน|ร้อยละ)(?=[ก-ฮเ-ไ])"
    r"|\([0-9๐-๙]{1,2}\)|[ก-ฮ][.)]\s|[•●○▪■□➢➤✓✔❖◆\uf0b7\uf0a7\uf0d8]|[-–*]\s*(?![0-9๐-๙\s]))"
)
_SPACE_WIDTH = 0.45  # of the line's height
_CLOSING = frozenset(")]}”’\"',.:;!?%ฯๆ")
_OPENING = frozenset("([{“‘")
_NUMERIC = re.compile(r"[+\-–−]?[0-9๐-๙.,]+%?")
_SCORE = re.compile(r"(?:[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}|[1๑][0๐]{2}(?:\.[0๐]{1,2})?)")
_DECIMAL = re.compile(r"[+\-–−]?[0-9๐-๙,]+\.[0-9๐-๙]{1,2}%?")
_THOUSANDS = re.compile(r"[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+")


class Measure(NamedTuple):
    """The width lines may fill: from ``left`` to ``right``, in points."""

    left: float
    right: float

    def room_after(self, line: PrintedLine) -> float:
        """The width that was still free on the line, however it is aligned."""
        before, after = line.x0 - self.left, self.right - line.x1
        height = line.bottom - line.top
        if before > height and (abs(before - after) < height / 2 or after < height / 2):
            return before + after
        return after


def cell_measure(lines: Sequence[PrintedLine], x0: float, x1: float) -> Measure:
    """The measure of a cell between two ruling lines; its margin is that of its leftmost line."""
    margin = min(line.x0 for line in lines) - x0
    return Measure(x0 + min(margin, _USUAL_PADDING_PT), x1 - max(1.0, min(margin, _USUAL_PADDING_PT)))


def begins_entry(text: str) -> bool:
    """Whether the text begins like an entry of a list: ``1.``, ``๒)``, ``(3)``, ``1.2 ...``, ``ก.``, ``-``, ``•``."""
    return _ENTRY.match(text) is not None


def joins(lines: Sequence[PrintedLine], measure: Measure) -> list[str]:
    """What stood between each line and the next: nothing at all where together they are a score wider than the cell."""
    if len(lines) > 1 and all(len(line.words) == 1 for line in lines):
        whole = "".join(line.text for line in lines)
        if _SCORE.fullmatch(whole) and sum(line.x1 - line.x0 for line in lines) > measure.right - measure.left:
            return [""] * (len(lines) - 1)
    return divided(lines, [join(line, following, measure) for line, following in pairwise(lines)])


def join(line: PrintedLine, following: PrintedLine, measure: Measure) -> str:
    """``"\\n"``, ``" "`` or ``""``: what stood between the line and the one that follows in the same column."""
    before, after = line.words[-1].text, following.words[0].text
    if _cut_inside(line, following, measure):
        return ""
    first = following.words[0]
    width = first.x1 - first.x0
    if is_thai(after[0]):
        width *= min(1.0, _LONGEST_WORD / len(after))
    room = measure.room_after(line)
    if room > width + 0.35 * line.height_pt:
        return "\n"
    if begins_entry(following.text) and before[-1] not in _OPENING:
        return "\n"
    titled = TITLED.match(after) is not None
    if titled and TITLED.match(line.words[0].text):
        return "\n"  # a list of persons
    hidden = room < _SPACE_WIDTH * line.height_pt and parts_of_a_person(line, following)
    return between(before, after, trailing=titled or line.trailing or hidden)


def between(before: str, after: str, *, trailing: bool) -> str:
    """The join of two wrapped words, from their writing alone."""
    if trailing:
        return " "
    if after[0] in _CLOSING or before[-1] in _OPENING or before[-1] in "/-" or "://" in before:
        return ""
    return "" if is_thai(before[-1]) and is_thai(after[0]) else " "


class Tail(NamedTuple):
    """How the last line of a cell ends: the width still free, and the usual width of its characters."""

    room_pt: float
    character_pt: float

    @property
    def is_full(self) -> bool:
        """Whether there was no room for another character."""
        return self.room_pt < 1.2 * self.character_pt

    def would_hold(self, text: str) -> bool:
        """Whether the first word of ``text`` would have fitted on the line."""
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        return 1.15 * len(first[:_LONGEST_WORD]) * self.character_pt < self.room_pt


def tail_of(line: PrintedLine, measure: Measure) -> Tail:
    return Tail(measure.room_after(line), (line.x1 - line.x0) / max(1, len(line.text)))


def _cut_inside(line: PrintedLine, following: PrintedLine, measure: Measure) -> bool:
    """Whether a word or number wider than the line was cut: "99." and "02" in a narrow cell.

    Engines fill the line up to its last character, so the rest can hardly be wider than what stands above it.
    """
    if len(line.words) > 1 or line.trailing:
        return False
    word, rest = line.words[0], following.words[0]
    if is_thai(word.text[-1]) or is_thai(rest.text[0]):
        return False
    width, rest_width = word.x1 - word.x0, rest.x1 - rest.x0
    one_character = rest_width / len(rest.text)
    if measure.room_after(line) > 1.5 * one_character + 2 or rest_width > width + one_character:
        return False
    room = measure.right - measure.left
    if _NUMERIC.fullmatch(word.text) and _NUMERIC.fullmatch(rest.text) and room > 2 * one_character:
        return _is_one_number(word.text, rest.text)
    return width + rest_width > room


def _is_one_number(text: str, rest: str) -> bool:
    """Whether figures under one another are one number and not two.

    They are where together they make a score, a year, a code with a zero before it (``0`` and ``12``), or a number
    with its separators.
    """
    whole = text + rest
    if not whole.isdecimal():
        return _DECIMAL.fullmatch(whole) is not None or _THOUSANDS.fullmatch(whole) is not None
    if int(whole[0]) == 0:
        return len(whole) <= 3
    return (len(rest) < len(text) and int(whole) <= 100) or (len(whole) == 4 and 1900 <= int(whole) <= 2700)


def running_text(lines: Sequence[PrintedLine | Line], joins: Sequence[str]) -> str:
    """The lines as one text."""
    return "".join(line.text + mark for line, mark in zip(lines, (*joins, ""), strict=True))
