"""The likeliest words behind a stretch of damaged text: the cheapest way through all readings (Viterbi)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.thai.repair.cells import Cell, in_order, word_cells
from extractors.thai.repair.fitting import Fit, Terms, fit
from extractors.thai.repair.kinds import Kind
from extractors.thai.repair.lexicon import BEGINNING, lexicon
from extractors.thai.repair.signs import MARKS

_UNKNOWN = 11.0  # price of a letter that belongs to no known word

# A letter with its marks, what may be a mark in disguise (one sign, no digit before a digit), and one space.
_CELL = re.compile(
    f"([ก-ฮะาำเแโใไฤฦๅ])((?:[{MARKS}]| +(?=[{MARKS}]))*)"
    "([\ufffd\ue000-\uf8ff\U000f0000-\U000ffffd\x00-\x08\x0b\x0c\x0e-\x1f\u0080-\u009f\u00a1-\u00ff]"
    "|[!#$&*+;<=>?@A-Za-z0-9\\[\\\\\\]^_`{|}~](?![!-~]))?( ?)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """``text[start:end]`` read as ``word``; ``sign`` and ``mark`` tell for what mark a strange sign stood."""

    start: int
    end: int
    word: str
    sign: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """One word, or one letter of no word, on the way through the cells; ``given_away`` is the state it begins in."""

    cost: float
    start: int
    given_away: str
    word: str
    fit: Fit


def stretches(text: str, start: int, stop: int) -> list[list[Cell]]:
    """The cells of ``text[start:stop]`` in runs that nothing but single spaces interrupts."""
    runs: list[list[Cell]] = []
    end = -1
    for m in _CELL.finditer(text, start, stop):
        cell = Cell(
            letter="า" if m[1] == "ำ" else m[1],
            marks=in_order(m[2].replace(" ", "")),
            raised=m[1] == "ำ",
            strange=m[3] or "",
            space=m[4],
            start=m.start(),
            end=m.end(3) if m[3] else m.end(2),
        )
        if m.start() != end:
            runs.append([])
        runs[-1].append(cell)
        end = m.end()
    return runs


def readings(cells: list[Cell], text: str, terms: Terms) -> list[Reading]:
    """The words of a stretch that must be read otherwise than they are printed."""
    return _changes(_cheapest_way(cells, terms), cells, text)


def _cheapest_way(cells: list[Cell], terms: Terms) -> list[_Step]:
    words, letters = lexicon(), "".join(cell.letter for cell in cells)
    best: list[dict[str, _Step]] = [{} for _ in range(len(cells) + 1)]
    best[0][""] = _Step(0.0, 0, "", "", Fit(0.0))
    may_take = Kind.MOVED in terms.kinds

    def offer(end: int, step: _Step) -> None:
        known = best[end].get(step.fit.taken)
        if known is None or step.cost < known.cost:
            best[end][step.fit.taken] = step

    for start, cell in enumerate(cells):
        for given_away, before in best[start].items():
            offer(start + 1, _Step(before.cost + _UNKNOWN, start, given_away, "", _as_printed(cell, given_away)))
            longest = words.longest_from.get(letters[start : start + BEGINNING], BEGINNING - 1)
            for end in range(start + 1, min(start + longest, len(cells)) + 1):
                for word in words.by_bones.get(letters[start:end], ()):
                    cost = before.cost + words.cost[word]
                    if not may_take and "" in best[end] and cost >= best[end][""].cost:
                        break  # the words after it are rarer still
                    found = fit(_cells_of(word), cells, start, given_away, terms)
                    if found is not None and not (found.taken and end == len(cells)):
                        offer(end, _Step(cost + found.price, start, given_away, word, found))
    return _way_back(best)


def _way_back(best: list[dict[str, _Step]]) -> list[_Step]:
    way, end, state = [], len(best) - 1, ""
    while end:
        step = best[end][state]
        way.append(step)
        end, state = step.start, step.given_away
    return way[::-1]


@lru_cache(maxsize=20_000)
def _cells_of(word: str) -> tuple[Cell, ...]:
    return word_cells(word)


def _as_printed(cell: Cell, given_away: str) -> Fit:
    """A letter of no known word stays as it is, but for marks that another word has taken."""
    letter = "ำ" if cell.raised else cell.letter
    marks = "".join(mark for mark in cell.marks if mark not in given_away)
    return Fit(_UNKNOWN, "", letter + marks + cell.strange + ("" if given_away else cell.space))


def _changes(way: list[_Step], cells: list[Cell], text: str) -> list[Reading]:
    found = []
    for i, step in enumerate(way):
        end = way[i + 1].start if i + 1 < len(way) else len(cells)
        first = cells[step.start].start
        stop = cells[end].start if end < len(cells) else cells[-1].end + len(cells[-1].space)
        shown = step.word + step.fit.tail
        if (step.word and shown != text[first:stop]) or step.given_away:
            found.append(Reading(first, stop, shown, *_sign_of(step.word, cells[step.start : end])))
    return found


def _sign_of(word: str, cells: list[Cell]) -> tuple[str, str]:
    """The one strange sign of a word and the mark that it stood for; empty where that is not certain."""
    pairs = [
        (found.strange, missing)
        for wanted, found in zip(_cells_of(word), cells, strict=False)
        if found.strange and (missing := "".join(m for m in wanted.marks if m not in found.marks))
    ]
    return pairs[0] if len(pairs) == 1 and len(pairs[0][1]) == 1 else ("", "")
