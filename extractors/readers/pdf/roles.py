"""Running heads, feet, page numbers and pages of contents: text that must never become a fact."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from extractors.document import Table
from extractors.grids.cells import PlacedTable
from extractors.readers.pdf.sheets import Piece, Role, Sheet

_MARGIN = 0.13  # of the page's height, at the top and at the bottom
_FEWEST_PAGES = 3
_NUMBER = r"[0-9๐-๙]{1,4}|[ivxlcIVXLC]{1,6}|[ก-ฮ]"
_PAGE_NUMBER = re.compile(rf"(?:[-–—~|(\[]\s*)?(?:หน้า(?:ที่)?\s*|[Pp]age\s*)?(?:{_NUMBER})(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]+)?(?:\s*[-–—~|)\]])?")
_DIGITS = re.compile(r"[0-9๐-๙]+")
_CONTENTS = re.compile(r"(?:\*\*)?สารบัญ(?:\s*(?:ตาราง|ภาพ|แผนภูมิ|แผนภาพ|เรื่อง))?(?:\s*\(ต่อ\))?(?:\*\*)?|(?:table of )?contents", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*(?:[0-9๐-๙]{1,3}(?:\s*[-–]\s*[0-9๐-๙]{1,3})?|[ก-ฮ])?$")
_ENDS_WITH_PAGE = re.compile(r"(?:\s|\D)(?:[0-9๐-๙]{1,3}(?:\s*[-–]\s*[0-9๐-๙]{1,3})?|[ก-ฮ])$")


def with_roles(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets with the role of each piece set."""
    _running(sheets)
    for sheet in sheets:
        _page_numbers(sheet)
        _contents(sheet)
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
        if len(pages) >= _FEWEST_PAGES and (len(text) > 1 or text == "#"):
            for _, piece in found:
                piece.role = role


def _margin(piece: Piece, sheet: Sheet) -> Role | None:
    if piece.box.bottom < _MARGIN * sheet.height_pt:
        return "head"
    return "foot" if piece.box.top > (1 - _MARGIN) * sheet.height_pt else None


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


def _contents(sheet: Sheet) -> None:
    """Entries of a table of contents: dot leaders anywhere, and what ends with a page number under สารบัญ."""
    under_heading = False
    for piece in sheet.pieces:
        if isinstance(piece.what, PlacedTable):
            if _is_contents(piece.what.table, under_heading):
                piece.role = "contents"
                piece.what = piece.what._replace(table=replace(piece.what.table, role="contents"))
            under_heading = False
        elif piece.role == "body" and hasattr(piece.what, "text"):
            text = piece.what.text.strip()
            if _CONTENTS.fullmatch(text):
                under_heading = True
                piece.role = "contents"
            elif _LEADERS.search(text) or (under_heading and (_ENDS_WITH_PAGE.search(text) or len(text) < 12)):
                piece.role = "contents"


def _is_contents(table: Table, under_heading: bool) -> bool:
    last = [table.text_at(row, table.columns - 1).strip() for row in range(table.rows)]
    pages = sum(1 for text in last if re.fullmatch(r"[0-9๐-๙]{1,3}(?:\s*[-–]\s*[0-9๐-๙]{1,3})?|[ก-ฮ]", text))
    mostly = pages >= max(2, 0.6 * (len(last) - 1))
    return table.columns in (2, 3) and mostly and (under_heading or (last[0] == "หน้า" and pages >= len(last) - 1))
