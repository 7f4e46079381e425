"""Rounds of a follow-up: columns under ``ครั้งที่ 1``, ``ครั้งที่ 2`` say the same thing at different times."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.tables import TableReading
from extractors.thai.digits import arabic
from extractors.thai.text import clean

_ROUND = re.compile(r"(?:ครั้ง|รอบ|ไตรมาส)\s*(?:ที่)?\s*(?P<number>[0-9]{1,2})(?![0-9])")


def latest_first(reading: TableReading, columns: Iterable[int]) -> list[list[int]]:
    """The columns by round, the latest round first; all of them as one group where not every header names its round."""
    named = {column: _round(reading.paths[column]) for column in columns}
    if not all(named.values()):
        return [list(named)]
    return [[c for c in named if named[c] == number] for number in sorted(set(named.values()), reverse=True)]


def _round(path: tuple[str, ...]) -> int:
    """The number of the round that the headers of a column name, 0 for none or several."""
    numbers = {int(match["number"]) for words in path for match in _ROUND.finditer(arabic(clean(words)))}
    return numbers.pop() if len(numbers) == 1 else 0
