"""The skeleton of a running text with the place of every letter, to find names in it whatever its spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.thai.text import BONES

_LETTER = re.compile(r"[A-Za-z\u0e01-\u0e4e]")
_MARK = re.compile("[ัิ-ฺ็-๎]*")


@dataclass(frozen=True, slots=True)
class Bones:
    """``text`` is the skeleton, ``|`` where something stood between two digits; ``places[i]`` the offset.

    So ``เขต 2 1.1`` cannot become area 211.
    """

    source: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of a stretch of the skeleton; marks after the last letter belong to it."""
        marks = _MARK.match(self.source, self.places[end - 1] + 1)
        return self.places[start], marks.end() if marks else self.places[end - 1] + 1

    def begins_word(self, start: int) -> bool:
        """Whether no letter touches the stretch from the left."""
        place = self.places[start]
        return place == 0 or not _LETTER.match(self.source[place - 1])

    def ends_word(self, end: int) -> bool:
        """Whether no letter touches the stretch from the right."""
        _, last = self.span(end - 1, end)
        return last >= len(self.source) or not _LETTER.match(self.source[last])


def bones_of(text: str) -> Bones:
    """The skeleton of ``text`` with its places."""
    letters: list[str] = []
    places: list[int] = []
    for place, printed in enumerate(text):
        if not printed.isalnum() or printed in "ฯๆ":
            continue
        letter = BONES.get(printed, printed).lower()[:1]
        last = letters[-1] if letters else ""
        if letter == "า" == last:
            continue
        if letter == "เ" == last:
            letters[-1] = "แ"
            continue
        if letter.isdigit() and last.isdigit() and place - places[-1] > 1:
            letters.append("|")
            places.append(place)
        letters.append(letter)
        places.append(place)
    return Bones(text, "".join(letters), tuple(places))
