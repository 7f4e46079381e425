"""The skeleton of a running text with the place of every letter, to find names in it whatever its spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.thai.text import rewritten

_LETTER = re.compile(r"[A-Za-z\u0e01-\u0e4e]")
_MARK = re.compile("[ัิ-ฺ็-๎]*")
# Begins with one set of letters: a search skips to these.
_JOINT = re.compile("[0-9าเ](?:(?<=า)า+|(?P<split>(?<=เ)เ)|(?P<digit>(?<=[0-9])(?=[0-9])))")


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


@lru_cache(maxsize=512)  # several finders ask for the same paragraph
def bones_of(text: str) -> Bones:
    """The skeleton of ``text`` with its places."""
    plain = text.replace("ฯ", " ").replace("ๆ", " ")
    places = [place for place, letter in enumerate(plain) if letter.isalnum()]
    letters = rewritten("".join([plain[place] for place in places]))
    bones: list[str] = []
    kept: list[int] = []
    done = 0
    for joint in _JOINT.finditer(letters):
        start, end = joint.span()
        if joint["digit"] is not None:
            if places[end] - places[start] > 1:
                bones += letters[done:end], "|"
                kept += (*places[done:end], places[end])
                done = end
            continue
        bones.append(letters[done:start] + ("แ" if joint["split"] else "า"))
        kept += places[done : start + 1]
        done = end
    bones.append(letters[done:])
    kept += places[done:]
    return Bones(text, _lowered("".join(bones)), tuple(kept))


def _lowered(letters: str) -> str:
    """In lower case, letter by letter: the few letters whose lower case is two keep the first."""
    lowered = letters.lower()
    return lowered if len(lowered) == len(letters) else "".join(letter.lower()[:1] for letter in letters)
