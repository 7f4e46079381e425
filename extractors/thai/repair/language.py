"""Readings of whole texts: where the lexicon may have a say, and what a document's own signs mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.thai.repair.cells import Cell
from extractors.thai.repair.decoding import Reading, readings, stretches
from extractors.thai.repair.fitting import Terms
from extractors.thai.repair.kinds import Kind, signs_in
from extractors.thai.repair.persons import untouchable_spans

_ACROSS_SPACES = frozenset({Kind.SPLIT, Kind.MOVED, Kind.SPACED, Kind.UNNAMED})
_CID = re.compile(r"\(cid:([0-9]{1,5})\)")
_CID_SIGNS = 0xF0000  # a plane of private codes: one sign for each glyph number
_VOTES = 3  # words that must agree on what a sign means before it means that everywhere
_LONG_WORD = 4  # a shorter one has too many neighbours for its vote to count


class Language:
    """The readings of one document's texts; what was read once is remembered."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._known: dict[tuple[frozenset[Kind], str], list[Reading]] = {}

    def readings(self, text: str, kinds: frozenset[Kind]) -> list[Reading]:
        """What must be read otherwise than printed, with the kinds of damage of the text and of its document.

        Names of persons and abbreviations are left out.
        """
        terms = replace(self._terms, kinds=self._terms.kinds | kinds)
        if not terms.kinds:
            return []
        signed, places = _signed(text)
        found: list[Reading] = []
        start = 0
        for begin, end in [*untouchable_spans(signed), (len(signed), len(signed))]:
            for cells in stretches(signed, start, begin):
                for part in _parts(cells, terms):
                    found += self._readings_of_part(part, signed, terms)
            start = end
        return [replace(r, start=places[r.start], end=places[r.end], word=_unsigned(r.word)) for r in found]

    def _readings_of_part(self, cells: list[Cell], text: str, terms: Terms) -> list[Reading]:
        first = cells[0].start
        key = (terms.kinds, text[first : cells[-1].end] + cells[-1].space)
        if key not in self._known:
            found = readings(cells, text, terms)
            self._known[key] = [replace(r, start=r.start - first, end=r.end - first) for r in found]
        return [replace(r, start=r.start + first, end=r.end + first) for r in self._known[key]]


def meanings_of_signs(texts: Sequence[str], terms: Terms) -> dict[str, str]:
    """What mark each strange sign of the document stands for, where its longer words agree. U+FFFD means nothing."""
    votes: dict[str, Counter[str]] = {}
    language = Language(terms)
    for text in texts:
        kinds = signs_in(text)
        for reading in language.readings(text, kinds) if Kind.UNNAMED in kinds else ():
            if reading.sign not in ("", "\ufffd") and len(reading.word) >= _LONG_WORD:
                votes.setdefault(reading.sign, Counter())[reading.mark] += 1
    winners = {sign: count.most_common(1)[0] for sign, count in votes.items()}
    return {sign: mark for sign, (mark, n) in winners.items() if n >= _VOTES and n * 2 > votes[sign].total()}


def _parts(cells: list[Cell], terms: Terms) -> list[list[Cell]]:
    """The stretch itself where damage may have put spaces into words, else what stands between its spaces."""
    if terms.kinds & _ACROSS_SPACES:
        return [cells]
    parts: list[list[Cell]] = [[]]
    for cell in cells:
        parts[-1].append(cell)
        if cell.space:
            parts.append([])
    return [part for part in parts if part]


def _signed(text: str) -> tuple[str, list[int]]:
    """The text with each ``(cid:201)`` as one sign, and the place of each character (and of the end) in ``text``."""
    if "(cid:" not in text:
        return text, list(range(len(text) + 1))
    signed, places, read = "", list[int](), 0
    for match in _CID.finditer(text):
        signed += text[read : match.start()] + chr(_CID_SIGNS + int(match[1]))
        places += range(read, match.start() + 1)
        read = match.end()
    return signed + text[read:], [*places, *range(read, len(text) + 1)]


def _unsigned(word: str) -> str:
    return "".join(f"(cid:{ord(c) - _CID_SIGNS})" if ord(c) >= _CID_SIGNS else c for c in word)
