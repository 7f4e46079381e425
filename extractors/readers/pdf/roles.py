"""Running heads, feet, page numbers and pages of contents: text that must never become a fact."""

from __future__ import annotations

import re
from collections import defaultdict

from extractors.readers.pdf.sheets import Piece, Role, Sheet

_MARGIN = 0.13  # of the page's height, at the top and at the bottom
_EDGE = 0.08  # of the page's height: nothing but a running head stands so near to the edge
_FEWEST_PAGES = 3
_DENSE = 0.45  # of the pages from the first to the last: right and left pages may differ
_NUMBER = r"[0-9๐-๙]{1,4}|[ivxlcIVXLC]{1,6}|[ก-ฮ]"
_PAGE_NUMBER = re.compile(
    rf"(?:[-–—~|(\[]\s*)?(?:หน้า(?:ที่)?\s*|[Pp]age\s*)?(?:{_NUMBER})(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]+)?(?:\s*[-–—~|)\]])?"
)
_DIGITS = re.compile(r"[0-9๐-๙]+")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*(?:[0-9๐-๙]{1,3}(?:\s*[-–]\s*[0-9๐-๙]{1,3})?|[ก-ฮ])?$")


def with_roles(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets with the role of each piece set."""
    _running(sheets)
    for sheet in sheets:
        _page_numbers(sheet)
        _contents_entries(sheet)
    return sheets


def _running(sheets: list[Sheet]) -> None:
    """The same text but for digits at the same height of the margin on several pages."""
    places: dict[tuple[str, int, Role], list[tuple[int, Piece]]] = defaultdict(list)
    for sheet in sheets:
        for piece, line in sheet.lines():
            if role := _margin(piece, sheet):
                text = _DIGITS.sub("#", line.text)
                places[text, round(piece.box.bottom / 6), role].append((sheet.number, piece))
    for (text, _, role), found in places.items():
        pages = {number for number, _ in found}
        span = max(pages) - min(pages) + 1
        both = len(sheets) == len(pages) == 2 and all(_at_edge(piece, sheets[0]) for _, piece in found)
        if (both or len(pages) >= _FEWEST_PAGES) and len(pages) >= _DENSE * span and (len(text) > 1 or text == "#"):
            for _, piece in found:
                piece.role = role


def _margin(piece: Piece, sheet: Sheet) -> Role | None:
    if piece.box.bottom < _MARGIN * sheet.height_pt:
        return "head"
    return "foot" if piece.box.top > (1 - _MARGIN) * sheet.height_pt else None


def _at_edge(piece: Piece, sheet: Sheet) -> bool:
    """Whether a piece stands so near to the edge that two pages are enough to know it for a running head."""
    return piece.box.bottom < _EDGE * sheet.height_pt or piece.box.top > (1 - _EDGE) * sheet.height_pt


def _page_numbers(sheet: Sheet) -> None:
    """The first or last line of a page that is only a number."""
    lines = [(piece, line) for piece, line in sheet.lines() if piece.role == "body"]
    if not lines:
        return
    by_height = sorted(lines, key=lambda entry: entry[0].box.top)
    for piece, line in {id(entry[0]): entry for entry in (by_height[0], by_height[-1])}.values():
        role = _margin(piece, sheet)
        if role and _PAGE_NUMBER.fullmatch(line.text.strip()):
            piece.role = role


def _contents_entries(sheet: Sheet) -> None:
    """Lines with dot leaders are entries of their own and never wrap into running text."""
    for piece, line in sheet.lines():
        may_lead = ".." in line.text or ". ." in line.text or "…" in line.text
        if may_lead and piece.role == "body" and _LEADERS.search(line.text.rstrip()):
            piece.role = "contents"
