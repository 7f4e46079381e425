"""Text that flows through HTML tags, as lines: blocks and breaks end a line, list items get their mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.counting import number_as
from extractors.readers.html.tokens import BLOCK_TAGS, LIST_TAGS, Tag, tokens

_ORDERED_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_OWN_MARK = re.compile(r"\s*(?:[-–•○●▪◦]|\(?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*[.)])")
_FIRST_BULLET = re.compile(r"\s*([^\w\s(\[\"'“]|๐|o)\s")
_FIRST_NUMBER = re.compile(r"\s*1([.)])")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_NOT_SHOWN = ("#", "javascript:", "data:")


@dataclass(slots=True)
class FlowLine:
    text: str
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class _List:
    """An open ``ul`` or ``ol``; ``number_format`` is empty for bullets."""

    number_format: str
    following: int
    has_items: bool = False


@dataclass(slots=True)
class Flow:
    """Takes tags and text, gives lines. Tags of tables are none of its business."""

    lines: list[FlowLine] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _mark: str = ""

    def take(self, token: Tag | str) -> None:
        if isinstance(token, str):
            self._text(token)
        elif token.name == "br":
            self.end_line()
        elif token.name in LIST_TAGS:
            self._list_tag(token)
        elif token.name in BLOCK_TAGS:
            self.end_line()
        elif token.name == "a" and not token.closes:
            self.link(token.attribute("href"))

    def link(self, address: str) -> None:
        address = address.strip()
        if address and not address.lower().startswith(_NOT_SHOWN) and address not in self._links:
            self._links.append(address)

    def end_line(self) -> None:
        text = _SPACE.sub(" ", "".join(self._parts)).strip()
        if text or self._links:
            self.lines.append(FlowLine(text, tuple(self._links)))
        self._parts, self._links = [], []

    def _text(self, text: str) -> None:
        if not text.strip():
            self._parts.append(text)
            return
        opened = self._lists[-1] if self._lists else None
        if opened is not None and not opened.has_items:
            text = _broken_at_marks(text)
        if self._mark and not _OWN_MARK.match(text):
            self._parts.append(self._mark)
        self._mark = ""
        first, *others = text.split("\v")
        self._parts.append(first)
        for other in others:
            self.end_line()
            self._parts.append(other)

    def _list_tag(self, tag: Tag) -> None:
        self.end_line()
        self._mark = ""
        if tag.name == "li":
            if not tag.closes:
                self._mark = self._next_mark(tag)
        elif tag.closes:
            del self._lists[-1:]
        elif tag.name == "ol":
            kind = _ORDERED_FORMATS.get(tag.attribute("type"), "decimal")
            self._lists.append(_List(kind, tag.number("start", 1)))
        else:
            self._lists.append(_List("", 1))

    def _next_mark(self, item: Tag) -> str:
        if not self._lists:
            return "- "
        opened = self._lists[-1]
        opened.has_items = True
        if not opened.number_format:
            return "- "
        number = item.number("value", opened.following)
        opened.following = number + 1
        return f"{number_as(opened.number_format, number)}. "


def _broken_at_marks(text: str) -> str:
    """A list without ``<li>``, as OCR programs write it, with a break (\\v) before each item's printed mark.

    The mark is the one that the list begins with: a bullet, or 1 and then 2, 3, ... with the same sign.
    """
    bullet = _FIRST_BULLET.match(text)
    if bullet:
        return re.sub(rf"\s+(?={re.escape(bullet[1])}\s)", "\v", text.strip())
    number = _FIRST_NUMBER.match(text)
    if not number:
        return text
    broken, at, following = [], 0, 2
    while found := re.compile(rf"\s({following}{re.escape(number[1])})(?![0-9])").search(text, at):
        broken.append(text[at : found.start()])
        at = found.start(1)
        following += 1
    return "\v".join((*broken, text[at:]))


def shown(text: str) -> list[FlowLine]:
    """The lines of a piece of text with a few tags in it, such as a cell of a text table."""
    flow = Flow()
    for token in tokens(text, is_page=False):
        flow.take(token)
    flow.end_line()
    return flow.lines
