"""Inside a line of Markdown or OCR text: marks come off, links give their targets, HTML becomes lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.html.flow import shown
from extractors.readers.html.tokens import has_tags, unescaped

# Lengths are bounded so that a line of a million brackets costs no more than a line of words.
_TITLE = r"(?:\s{1,9}\"[^\"\n]{0,300}\")?\s{0,9}"
_IMAGE = re.compile(rf"!\[([^\]\n]{{0,300}})\]\(\s{{0,9}}([^()\s]{{0,2000}}){_TITLE}\)")
_LINK = re.compile(
    rf"\[([^\]\n]{{0,500}})\]\(\s{{0,9}}<?([^()\s<>]{{0,2000}}(?:\([^()\s]{{0,300}}\)[^()\s<>]{{0,300}})?)>?{_TITLE}\)"
)
_ANGLE = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]*|[\w.+-]+@[\w-]+\.[\w.-]+)>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]+", re.IGNORECASE)
_NOT_AT_END = ".,;:!?'*_"
_STRONG = re.compile(r"(?<![*\\])\*\*(?![*])(?=\S)|(?<=\S)(?<![*\\])\*\*(?!\*)")
_STRONG_UNDERSCORE = re.compile(r"(?<![\w_])__(?=[^\s_])(.{1,300}?)(?<=[^\s_])__(?![\w_])")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_CODE = re.compile(r"(?<!`)`++([^`\n]+)`++")
_SPECIAL = re.compile(
    r"[<\[*_`\\&]|://"
)  # most cells hold none of these, and nothing below could change them
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-!|<>~])")


def plain(line: str) -> tuple[str, tuple[str, ...]]:
    """The line without Markdown's marks, and the addresses it leads to (``[here](#)`` leads nowhere)."""
    links: list[str] = []

    def titled(found: re.Match[str]) -> str:
        target = found[2]
        if target and not target.startswith("#"):
            links.append(target)
        return found[1]

    line = _LINK.sub(titled, _IMAGE.sub(lambda found: found[1], line))
    for found in _ANGLE.finditer(line):
        if "@" not in found[1] or ":" in found[1]:
            links.append(found[1])
    line = _ANGLE.sub(lambda found: found[1], line)
    links += addresses(line)
    line = _EMPHASIS.sub(r"\1", _STRONG_UNDERSCORE.sub(r"\1", _STRONG.sub("", line)))
    line = _ESCAPE.sub(r"\1", _CODE.sub(r"\1", line))
    return unescaped(line), tuple(dict.fromkeys(links))


def addresses(text: str) -> Iterator[str]:
    """The web addresses that a text spells out, without the punctuation that follows them."""
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_NOT_AT_END)
        while address.endswith((")", "]")) and address.count(")") > address.count("(") + address.count("["):
            address = address[:-1].rstrip(_NOT_AT_END)
        if not address.endswith("//"):
            yield address


def lines_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """A line or cell as the lines it shows (HTML in it may break it), each with its links."""
    if _SPECIAL.search(text) is None:
        return [(text, ())]
    if not has_tags(text):
        return [plain(text)]
    pieces = shown(text)
    plains = [plain(piece.text) for piece in pieces]
    return [
        (line, tuple(dict.fromkeys((*piece.links, *links))))
        for piece, (line, links) in zip(pieces, plains, strict=True)
    ]


def cell_text(text: str) -> tuple[str, tuple[str, ...]]:
    """A cell's text with ``\\n`` between its lines, and its links."""
    lines = [(line.strip(), links) for part in text.split("\n") for line, links in lines_of(part)]
    return "\n".join(line for line, _ in lines if line), tuple(
        dict.fromkeys(link for _, links in lines for link in links)
    )
