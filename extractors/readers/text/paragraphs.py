"""Lines of running text into paragraphs, parted by blank lines, list numbers, bullets and bold labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Line, Paragraph
from extractors.readers.contents import ends_with_page_number
from extractors.readers.text.inline import lines_of

_DIGIT = "[0-9๐-๙]"
_LIST_MARK = re.compile(
    rf"""\s*(?:
        [-–*+•○●▪◦➢✓❖]\s                                   # a bullet
      | \(?{_DIGIT}{{1,3}}(?:\.{_DIGIT}{{1,2}})*[.)](?!{_DIGIT}) # 1.  1)  (1)  1.2)
      | [0-2๐-๒]?{_DIGIT}(?:\.[1-9๑-๙]{_DIGIT}?)+\s            # 1.2  10.12  2.1.3, no score (95.47)
      | \(?[ก-ฮ][.)]\s                                      # ก.  ก)  (ก)
    )""",
    re.VERBOSE,
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_BOLD_LABEL = re.compile(r"\s*\*\*[^*\s]")
_BOLD_LINE = re.compile(r"\s*\*\*[^*]+\*\*\s*")
_RULE = re.compile(r"\s*(?:[-*_=~]\s?){3,}\s*|\s*`{3,}\w*\s*")
_PAGE_NUMBER = re.compile(
    rf"\s*(?:[-–—]\s*)?(?:หน้า(?:ที่)?\s*|page\s*)?{_DIGIT}{{1,3}}(?:\s*/\s*{_DIGIT}{{1,3}})?(?:\s*[-–—])?\s*",
    re.I,
)
_QUOTE = re.compile(r"^\s{0,3}>\s?(?!>)")


@dataclass(slots=True)
class _Gathering:
    """The paragraph that is being put together. ``in_bold``: a ``**`` is open, so line ends mean nothing."""

    lines: list[Line] = field(default_factory=list)
    in_bold: bool = False

    def finished(self) -> Iterator[Paragraph]:
        if self.lines:
            yield Paragraph(tuple(self.lines))
        self.lines, self.in_bold = [], False


def paragraphs_of(lines: list[str]) -> Iterator[Paragraph]:
    """The paragraphs of lines that are no table. A page number between blank lines is a running foot."""
    gathering = _Gathering()
    for at, source in enumerate(lines):
        line = source.strip("\f")
        if not line.strip() or _RULE.fullmatch(line):
            yield from gathering.finished()
        elif _PAGE_NUMBER.fullmatch(line) and _stands_alone(lines, at):
            yield from gathering.finished()
            yield Paragraph((Line(line.strip()),), role="foot")
        elif heading := _HEADING.match(line):
            yield from gathering.finished()
            yield from _alone(line[heading.end() :].rstrip("# "))
        else:
            yield from _added(line, gathering)
    yield from gathering.finished()


def _stands_alone(lines: list[str], at: int) -> bool:
    before = lines[at - 1] if at else ""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    return not before.strip() and not after.strip()


def _alone(line: str) -> Iterator[Paragraph]:
    for text, links in lines_of(line):
        if text.strip():
            yield Paragraph((Line(text.strip(), links=links),))


def _added(line: str, gathering: _Gathering) -> Iterator[Paragraph]:
    line = _QUOTE.sub("", line)
    begins = _LIST_MARK.match(line) or _BOLD_LABEL.match(line) or ends_with_page_number(line)
    if begins and not gathering.in_bold:
        yield from gathering.finished()
    shown = [(text.strip(), links) for text, links in lines_of(line) if text.strip()]
    for text, links in shown[:-1]:  # broken by HTML: each is a paragraph of its own
        gathering.lines.append(Line(text, links=links))
        yield from gathering.finished()
    for text, links in shown[-1:]:
        gathering.lines.append(Line(text, links=links))
    was_in_bold = gathering.in_bold
    gathering.in_bold ^= line.count("**") % 2 == 1 and "***" not in line
    ends_bold = was_in_bold and not gathering.in_bold
    if not gathering.in_bold and (ends_bold or _BOLD_LINE.fullmatch(line) or ends_with_page_number(line)):
        yield from gathering.finished()
