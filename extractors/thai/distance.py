"""Edit distance of short texts, bit-parallel after Myers (1999) in the formulation of Hyyrö (2003)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SLOTS = 64
_MOST_COUNTED = 4
_UP_TO = tuple((1 << count) - 1 for count in range(_MOST_COUNTED + 1))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text prepared to be compared with many others."""

    text: str
    positions: dict[str, int]
    letters: int

    @classmethod
    def of(cls, text: str) -> Pattern:
        positions: dict[str, int] = {}
        for i, letter in enumerate(text):
            positions[letter] = positions.get(letter, 0) | 1 << i
        return cls(text, positions, _letters(text))

    def distance(self, other: str, limit: int) -> int | None:
        """Insertions, deletions and substitutions between the texts; None for more than ``limit``."""
        length = len(self.text)
        if abs(length - len(other)) > limit:
            return None
        if not length:
            return len(other)
        all_bits, last_bit = (1 << length) - 1, 1 << (length - 1)
        plus, minus, distance = all_bits, 0, length
        for read, letter in enumerate(other, start=1):
            equal = self.positions.get(letter, 0)
            vertical = equal | minus
            diagonal = (((equal & plus) + plus) ^ plus) | equal
            up, down = minus | ~(diagonal | plus) & all_bits, plus & diagonal
            distance += bool(up & last_bit) - bool(down & last_bit)
            if distance - (len(other) - read) > limit:
                return None
            up, down = (up << 1 | 1) & all_bits, down << 1 & all_bits
            plus, minus = down | ~(vertical | up) & all_bits, up & vertical
        return distance


def nearby(patterns: Iterable[Pattern], text: str, reach: float) -> Iterator[tuple[Pattern, float]]:
    """The patterns at most ``reach`` away from the text, and how far: as a share of the longer of the two.

    Most are told by their length, or by letters that only one of the two has, of which each is at least one edit.
    """
    letters, length, least = _letters(text), len(text), len(text) - int(reach * len(text))
    for pattern in patterns:
        own = len(pattern.text)
        if own < least:
            continue
        longer = max(own, length, 1)
        limit = int(reach * longer)
        if own - length > limit:
            continue
        both = letters & pattern.letters
        if (letters ^ both).bit_count() <= limit and (pattern.letters ^ both).bit_count() <= limit:
            distance = pattern.distance(text, limit)
            if distance is not None:
                yield pattern, distance / longer


def _letters(text: str) -> int:
    """Which letters the text has, a bit for each and for its second, third and fourth coming.

    Letters that share their bits only make texts look more alike than they are.
    """
    bits = 0
    for letter, count in Counter(text).items():
        bits |= _UP_TO[min(count, _MOST_COUNTED)] << (ord(letter) % _SLOTS * _MOST_COUNTED)
    return bits
