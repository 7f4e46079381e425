"""A region: the passages since the last label. Its end may be the step that the next label speaks of."""

from __future__ import annotations

from functools import reduce

from extractors.document import Box
from extractors.facts.numbering import BULLETS, Numbering, numbering
from extractors.facts.passages import Passage

PLAIN = ("N.", "N)", "(N)")
"""Styles of numbers without a word before them."""


def start_of_step(region: list[Passage], last: Numbering | None) -> int | None:
    """Where the numbered step at the end of a region begins; None without numbers.

    ``last`` is the number of the step before, None at the beginning of a list: there a label behind
    ``1. 2. 3.`` speaks of all three. Later it speaks from the number that follows ``last``, or of the last
    number: lists that stand in the progress of the step before are none of it.
    """
    numbers = {i: n for i, p in enumerate(region) if (n := numbering(p.text)) is not None and n.top}
    styles = [number.style for number in numbers.values()]
    style = last.style if last is not None and last.style in styles else next(iter(styles), "")
    run = _last_run({i: number for i, number in numbers.items() if number.style == style})
    if not run or last is None:
        return run[0] if run else None
    return next((i for i in run if numbers[i].follows(last)), run[-1])


def start_of_bullets(region: list[Passage]) -> int:
    """Where the bullets at the end of a region begin; its last passage, where that has none."""
    start = len(region) - 1
    while start > 0 and _is_bullet(region[start]) and _is_bullet(region[start - 1]):
        start -= 1
    return start


def is_heading_of_list(step: list[Passage]) -> bool:
    """Whether a numbered word (``มาตรการที่ 1 ...``) stands over a plain list that begins with 1."""
    first, second = (numbering(passage.text) if passage else None for passage in (*step[:2], None)[:2])
    return first is not None and second is not None and second.top == 1 and first.style not in PLAIN and (
        second.style in PLAIN
    )


def _is_bullet(passage: Passage) -> bool:
    return passage.text.lstrip()[:1] in tuple(BULLETS)


def running_text(step: list[Passage], first: str) -> str:
    """The text of a step, ``first`` for its first passage; what goes on with a line stands on that line."""
    text = first
    for passage in step[1:]:
        text += ("\n" if passage.opens or numbering(passage.text) else " ") + passage.text
    return text


def box_of(step: list[Passage]) -> Box | None:
    """The box of the step on its first page."""
    boxes = [passage.box for passage in step if passage.box is not None and passage.page == step[0].page]
    return reduce(Box.union, boxes) if boxes else None


def _last_run(numbers: dict[int, Numbering]) -> list[int]:
    """The places of the last numbers that count up without a gap."""
    run: list[int] = []
    for place in reversed(numbers):
        if run and not numbers[run[0]].follows(numbers[place]):
            break
        run.insert(0, place)
    return run
