"""HTML as a stream of tags and text, forgiving as browsers are and linear in its length.

Text that an OCR wrote may hold a few HTML tags among lines that only look like tags (``<คลิก>``,
``<https://...>``): there, only the tags of the list below are tags.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

TABLE_TAGS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"})
LIST_TAGS = frozenset({"ul", "ol", "li"})
BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "blockquote",
        "pre",
        "hr",
        "dl",
        "dt",
        "dd",
        "address",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "option",
    ]
)
_INLINE_TAGS = frozenset(
    [
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "strike",
        "del",
        "ins",
        "sub",
        "sup",
        "span",
        "font",
        "small",
        "big",
        "mark",
        "a",
        "img",
        "code",
        "tt",
        "label",
    ]
)
_KNOWN_TAGS = TABLE_TAGS | LIST_TAGS | BLOCK_TAGS | _INLINE_TAGS
_UNSEEN = (
    ("<!--", "-->"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<head>", "</head"),
    ("<head ", "</head"),
)

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*)(\s[^<>]*|/)?>")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_ATTRIBUTE = re.compile(
    r"(?<![a-zA-Z:-])([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in lower case. ``source`` is how it was written."""

    name: str
    closes: bool
    source: str

    def attribute(self, name: str) -> str:
        for found in _ATTRIBUTE.finditer(self.source):
            if found[1].lower() == name:
                return unescaped(found[2] or found[3] or found[4] or "")
        return ""

    def number(self, name: str, default: int) -> int:
        text = self.attribute(name).strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default


def has_tags(text: str) -> bool:
    """Whether a text of unknown kind holds HTML tags."""
    return any(found[2].lower() in _KNOWN_TAGS for found in _TAG.finditer(text))


def unescaped(text: str) -> str:
    """Character references as characters. Only those with their semicolon: ``?a=1&copy=2`` is an address."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def tokens(source: str, *, is_page: bool) -> Iterator[Tag | str]:
    """Tags and the text between them. On a page whatever looks like a tag is one; else only known ones."""
    if is_page:
        source = _DECLARATION.sub("", _seen(source))
    at = 0
    for found in _TAG.finditer(source):
        name = found[2].lower()
        if not is_page and name not in _KNOWN_TAGS:
            continue
        if found.start() > at:
            yield unescaped(source[at : found.start()])
        yield Tag(name, bool(found[1]), found[0])
        at = found.end()
    if at < len(source):
        yield unescaped(source[at:])


def _seen(source: str) -> str:
    """The source without comments, scripts, styles and the head."""
    for opening, closing in _UNSEEN:
        lower, kept, at = source.lower(), [], 0
        if len(lower) != len(source):  # a letter that grows when lowered would shift every place after it
            lower = source
        while (begin := lower.find(opening, at)) >= 0:
            end = lower.find(closing, begin)
            if end < 0:
                break
            kept.append(source[at:begin])
            after = lower.find(">", end + len(closing) - 1)
            at = after + 1 if after >= 0 else len(source)
        source = "".join((*kept, source[at:]))
    return source
