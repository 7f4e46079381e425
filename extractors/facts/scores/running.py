"""A paragraph as the finders of scores read it: Arabic digits, settled marks, and where each character stands."""

from __future__ import annotations

from bisect import bisect_right

from extractors.document import Line, Paragraph
from extractors.thai.digits import arabic
from extractors.thai.text import clean


class Running:
    """``text`` with Arabic digits and settled marks, and the line that each character came from."""

    def __init__(self, paragraph: Paragraph) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._lines = paragraph.lines
        position = 0
        for i, line in enumerate(paragraph.lines):
            join = paragraph.joins[i] if i < len(paragraph.joins) else " "
            text = arabic(clean(line.text)) + (join if i + 1 < len(paragraph.lines) else "")
            self._starts.append(position)
            parts.append(text)
            position += len(text)
        self.text = "".join(parts)

    def line_at(self, offset: int) -> Line:
        return self._lines[max(0, bisect_right(self._starts, offset) - 1)]
