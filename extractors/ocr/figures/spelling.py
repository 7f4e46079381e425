"""From what the network sees at each place of a word to the texts that it may be, each with its probability.

CTC: a text is spelled by every path that says its characters in order, each at one place or at several in a row, and
blanks between. A text is as probable as all its paths together.
"""

from __future__ import annotations

import numpy as np

from extractors.ocr.raster import Numbers

_KEPT = 12  # beginnings of texts that are followed from place to place
_LEAST = 0.001  # of a place's probability: rarer characters are not followed


def spellings(classes: str, chances: Numbers) -> dict[str, float]:
    """The likeliest texts; ``chances`` are places x outputs, the last output the blank."""
    blank = len(classes)
    ends: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}  # paths that end with a blank, with the last character
    for row in chances:
        letters = np.nonzero(row[:blank] >= _LEAST)[0].tolist()
        none = float(row[blank])
        if not letters:
            ends = {text: ((a + b) * none, 0.0) for text, (a, b) in ends.items()}
            continue
        after: dict[str, tuple[float, float]] = {}
        for text, (ended, open_) in ends.items():
            _add(after, text, (ended + open_) * none, 0.0)
            for n in letters:
                letter, chance = classes[n], float(row[n])
                if text.endswith(letter):
                    _add(after, text, 0.0, open_ * chance)
                    _add(after, text + letter, 0.0, ended * chance)
                else:
                    _add(after, text + letter, 0.0, (ended + open_) * chance)
        possible = [entry for entry in after.items() if sum(entry[1]) > 0]
        ends = dict(sorted(possible, key=lambda entry: -sum(entry[1]))[:_KEPT])
    return {text: ended + open_ for text, (ended, open_) in ends.items()}


def _add(paths: dict[str, tuple[float, float]], text: str, ended: float, open_: float) -> None:
    a, b = paths.get(text, (0.0, 0.0))
    paths[text] = (a + ended, b + open_)
