"""Which instrument a section of running text is about, from its numbered headings.

``1.3 ผลการประเมิน ... (OIT)`` opens a section of OIT that lasts until a heading of its own or a higher level.
"""

from __future__ import annotations

import re

from extractors.facts.numbering import Numbering, numbering

_INSTRUMENT = re.compile(r"[IEO]IT(?<![A-Za-z]...)(?![A-Za-z])")
LIST_DEPTH = 9
"""Depth of ``1)`` and ``(1)``: they stand below every heading."""


class Sections:
    """The headings that are open while the passages of a document are read in order."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Numbering, str]] = []

    def enter(self, text: str) -> str:
        """Reads one passage; the instrument it belongs to, ``""`` where that is none or several."""
        named = {str(code) for code in _INSTRUMENT.findall(text)}
        own = named.pop() if len(named) == 1 else ""
        number = numbering(text)
        if number is not None and not self._is_list(number):
            depth = _depth(number)
            self._open = [entry for entry in self._open if entry[0] < depth]
            self._open.append((depth, number, own))
        if own or named:
            return own
        return next((scope for _, _, scope in reversed(self._open) if scope), "")

    def _is_list(self, number: Numbering) -> bool:
        """Whether ``1.`` counts the items of a list inside the open section rather than chapters."""
        if len(number.parts) > 1 or not self._open or self._open[-1][0] == 1:
            return False
        return number.parts[0] <= self._open[0][1].parts[0]


def _depth(number: Numbering) -> int:
    return len(number.parts) if number.style.startswith("N.") else LIST_DEPTH
