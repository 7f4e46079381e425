"""Letters that Tesseract placed in the word beside their own are put back.

Its places of letters are rough, the gaps between our words are sure.
"""

from __future__ import annotations

from collections.abc import Sequence

_NEVER_FIRST = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")
"""Marks and following vowels: a word that begins with one has lost its first letter to the word before."""


def parted(spelled: Sequence[str], figures: Sequence[str]) -> list[str]:
    """The words as Tesseract spelled them, with letters moved to the word that they belong to.

    ``figures`` has the figure that the network reads at each place, ``""`` where it reads none.
    """
    words = list(spelled)
    for n, figure in enumerate(figures):
        before, after = n > 0, n + 1 < len(words)
        if not figure or words[n] == figure or figure not in words[n]:
            continue
        head, _, tail = words[n].partition(figure)
        if (head and not before) or (tail and not after) or not (head + tail).strip(".,()").isalpha():
            continue
        words[n] = figure
        if head:
            words[n - 1] += head
        if tail:
            words[n + 1] = tail + words[n + 1]
    for n in range(1, len(words)):
        while words[n] and words[n][0] in _NEVER_FIRST and len(words[n - 1]) > 1:
            words[n - 1], words[n] = words[n - 1][:-1], words[n - 1][-1] + words[n]
    return words
