"""Which fiscal year a table or a sentence without a year of its own speaks of.

A caption alone is not believed: captions are copied from last year's report. Every group (a table, a
paragraph) collects votes: its caption, the paragraph that discusses it, the year the report assesses, and
the years of other groups that state the same figures. Groups that repeat one another vote together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from extractors.facts.scores.stated import Stated

SAME_FIGURES = 3
"""Two groups are one result sheet when they share this many figures below 100 and contradict none."""

CAPTION_VOTE = 2.0
DISCUSSION_VOTE = 1.0
FIGURE_VOTE = 1.0
"""For each figure that another place states with its year."""
MOST_FIGURE_VOTES = 3.0
ASSESSED_VOTE = 1.0

Figures = dict[tuple[object, ...], object]


def settle(
    stated: Sequence[Stated], captions: Mapping[str, int], discussions: Mapping[str, int], assessed_year: int | None
) -> dict[str, int | None]:
    """The year of each group that has values without a year of their own; None where nothing tells.

    ``captions`` and ``discussions`` give the year that a group's caption and the text after it name.
    """
    groups: dict[str, Figures] = defaultdict(dict)
    dated: dict[tuple[object, ...], Counter[int]] = defaultdict(Counter)
    for s in stated:
        if s.amount is None:
            continue
        key = (s.subject, s.entity, s.quantity)
        if s.year is None:
            groups[s.group][key] = s.amount
        elif s.source == "prose":
            dated[(*key, s.amount)][s.year] += 1
    sheets = _sheets(groups)
    years: dict[str, int | None] = {}
    for sheet in sheets:
        votes: Counter[int] = Counter()
        for group in sheet:
            _vote(votes, captions.get(group), CAPTION_VOTE)
            _vote(votes, discussions.get(group), DISCUSSION_VOTE)
        for year, number in _figure_votes(sheet, groups, dated).items():
            _vote(votes, year, min(number * FIGURE_VOTE, MOST_FIGURE_VOTES))
        _vote(votes, assessed_year, ASSESSED_VOTE)
        best = max(votes.items(), key=lambda entry: (entry[1], entry[0] == assessed_year, -entry[0]), default=None)
        years.update(dict.fromkeys(sheet, best[0] if best else None))
    return years


def _vote(votes: Counter[int], year: int | None, weight: float) -> None:
    if year is not None:
        votes[year] += weight  # type: ignore[assignment]


def _sheets(groups: Mapping[str, Figures]) -> list[list[str]]:
    """Groups that state the same result sheet, together."""
    sheets: list[list[str]] = []
    for name, figures in groups.items():
        home = next((sheet for sheet in sheets if any(_same(figures, groups[other]) for other in sheet)), None)
        if home is None:
            sheets.append([name])
        else:
            home.append(name)
    return sheets


def _same(one: Figures, other: Figures) -> bool:
    shared = one.keys() & other.keys()
    equal = [key for key in shared if one[key] == other[key]]
    telling = [key for key in equal if one[key] not in (0, 100)]
    enough = bool(telling) and len(telling) >= min(SAME_FIGURES, len(one), len(other))
    return enough and len(equal) * 4 >= len(shared) * 3


def _figure_votes(
    sheet: list[str], groups: Mapping[str, Figures], dated: Mapping[tuple[object, ...], Counter[int]]
) -> Counter[int]:
    votes: Counter[int] = Counter()
    facts = {(*key, amount) for group in sheet for key, amount in groups[group].items() if amount not in (0, 100)}
    for fact in facts:
        years = dated.get(fact)
        if years:
            votes[years.most_common(1)[0][0]] += 1
    return votes
