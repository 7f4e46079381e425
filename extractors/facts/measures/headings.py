"""Headings in running text, each made a passage of its own before the text is read.

A reader may cut a heading in two, or leave it at the end of the paragraph above when that ends with a
full line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.facts.labels import label
from extractors.facts.measures.subject import indicator_named
from extractors.facts.numbering import numbering
from extractors.facts.passages import Passage
from extractors.facts.wording import heads
from schemas.framework import Framework

LONGEST_TAIL = 140
LONGEST_REST = 60
"""How long the second line of a heading may be that a reader left apart from the first."""


def headings_apart(lines: list[Passage], framework: Framework) -> Iterator[Passage]:
    """The passages, each heading whole and one of its own."""
    position = 0
    while position < len(lines):
        passage, position = lines[position], position + 1
        below = lines[position] if position < len(lines) else None
        if below is not None and _is_cut(passage, below, framework):
            passage, position = replace(passage, text=passage.text + below.text), position + 1
        elif below is not None and (start := _hidden(passage, below, framework)):
            before, passage = passage.split(start)
            yield before
        yield passage


def _is_cut(passage: Passage, below: Passage, framework: Framework) -> bool:
    """Whether a heading names its indicator only together with the short line below it."""
    if not (passage.opens and heads(passage.text) and len(below.text) <= LONGEST_REST):
        return False
    if numbering(below.text) is not None or label(below.text) is not None or heads(below.text):
        return False
    joined = passage.text + below.text
    return not indicator_named(passage.text, framework) and bool(indicator_named(joined, framework))


def _hidden(passage: Passage, below: Passage, framework: Framework) -> int:
    """Where the last printed lines of a paragraph are the heading of the steps below it; 0 for nowhere."""
    number, found = numbering(below.text), label(below.text)
    if not ((number is not None and number.top == 1) or (found is not None and found.field == "steps")):
        return 0
    near = (start for start in passage.starts if len(passage.text) - start <= LONGEST_TAIL)
    tails = ((start, passage.text[start:]) for start in near)
    return next((start for start, tail in tails if heads(tail) and indicator_named(tail, framework)), 0)
