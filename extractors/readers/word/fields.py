"""Fields: the part of Word's text that is computed (page numbers, links, tables of contents).

What a field shows counts as text, its instruction does not. A field may begin in one paragraph and end many
paragraphs later (a table of contents does), so this state outlives a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINK = re.compile(r"^\s*HYPERLINK\s+(?:\\[lmnot]\s+)*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_LOCAL = re.compile(r"\\l\s+(?:\"[^\"]*\"|\S+)", re.IGNORECASE)
_CONTENTS = re.compile(r"^\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    shows: bool = False


class Fields:
    """The fields that are open at one point of a story (the body, a header, a text box), outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        self._open.append(_Field())

    def separate(self) -> str:
        """From here on the field shows its result; returns its address where it is a link, else nothing."""
        if not self._open:
            return ""
        self._open[-1].shows = True
        return link_of("".join(self._open[-1].instruction))

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction.append(text)

    def close_unfinished(self) -> None:
        """At a paragraph's end: a field that never came to its result must not hide what follows."""
        while self._open and not self._open[-1].shows:
            self._open.pop()

    @property
    def hides_text(self) -> bool:
        """Whether text that stands here belongs to an instruction."""
        return bool(self._open) and any(not opened.shows for opened in self._open)

    @property
    def in_contents(self) -> bool:
        return bool(self._open) and any(_CONTENTS.match("".join(opened.instruction)) for opened in self._open)


def link_of(instruction: str) -> str:
    """The address of a ``HYPERLINK`` instruction; empty for other fields and for places in the document."""
    found = _LINK.match(_LOCAL.sub("", instruction))
    address = (found[1] or found[2] or "") if found else ""
    return "" if address.startswith("\\") else address
