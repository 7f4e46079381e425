"""Tables of contents: their entries repeat titles that stand elsewhere and must not be read as facts.

An entry is known by its page number: at the end, behind dots, a tab or a wide gap. A lone line like that is
not yet one (a form's "คะแนน ........ 95"): it must stand under a heading สารบัญ or among its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Block, Paragraph, Picture, Table

_NUMBER = r"(?:[0-9๐-๙]{1,3}|[ivxlc]{1,6}|[ก-ฮ])"
_PAGE_NUMBER = re.compile(rf"{_NUMBER}(?:\s*[-–—]\s*{_NUMBER})?", re.IGNORECASE)
_ENTRY = re.compile(rf".*(?:[.…·_]{{3,}}|…|\t|\s{{3,}})\s*{_PAGE_NUMBER.pattern}", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(
    r"(?:สารบัญ(?:ตาราง|ภาพ|รูปภาพ|แผนภูมิ|แผนภาพ|เรื่อง)?|(?:table of )?contents)\s*(?:\(ต่อ\))?", re.IGNORECASE
)
_LED = re.compile(r"[.…·_]{3,}\s*([0-9๐-๙]{1,3})(?:\s*[-–—]\s*[0-9๐-๙]{1,3})?\s*$")
_FEWEST_ENTRIES = 3
_PAGE_HEADER = "หน้า"
_LONGEST_TITLE = (
    60  # letters of a line without a page number that may stand between entries (หน้า, บทที่ 1, คำนำ)
)
_MOST_TITLES = 4
_FEWEST_PAGE_NUMBERS = 0.8  # of the filled cells in a contents table's last column


def ends_with_page_number(text: str) -> bool:
    """Whether a line has the shape of an entry: a title, a leader or gap, and a page number."""
    text = text.strip()
    return len(text) < 500 and _ENTRY.fullmatch(text) is not None


def with_contents_marked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with role ``contents`` for entries under a heading สารบัญ, or several in a row without."""
    marked = list(blocks)
    at = 0
    while at < len(marked):
        if _is_heading(marked[at]):
            at = _mark_section(marked, at + 1)
            continue
        end = at
        while end < len(marked) and _is_entry(marked[end]):
            end += 1
        if _is_contents_by_itself(marked[at:end]):
            _mark(marked, range(at, end))
        at = max(end, at + 1)
    return tuple(marked)


def _is_contents_by_itself(entries: list[Block]) -> bool:
    """Whether entries without a heading are contents: three or more, dots to page numbers that never fall.

    Anything less might be a list of scores.
    """
    led = [_LED.search(entry.text) for entry in entries if isinstance(entry, Paragraph)]
    pages = [int(found[1]) for found in led if found]
    return len(pages) >= _FEWEST_ENTRIES and len(pages) == len(led) and pages == sorted(pages)


def _mark_section(blocks: list[Block], begin: int) -> int:
    """Marks the entries that follow a heading, with the short titles between them; returns where they end."""
    at, last = begin, begin - 1
    while at < len(blocks) and at - last <= _MOST_TITLES:
        block = blocks[at]
        if _is_entry(block) or (isinstance(block, Table) and is_contents_table(block)):
            last = at
        elif not _may_stand_between(block):
            break
        at += 1
    _mark(blocks, range(begin, last + 1))
    return max(last + 1, begin)


def _mark(blocks: list[Block], places: Sequence[int]) -> None:
    for place in places:
        block = blocks[place]
        if isinstance(block, Paragraph | Table) and block.role == "body":
            blocks[place] = replace(block, role="contents")


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and _HEADING.fullmatch(block.text.strip(" \t#*:")) is not None


def _is_entry(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return block.role == "contents" or (
        block.role == "body"
        and bool(block.lines)
        and all(ends_with_page_number(line.text) for line in block.lines)
    )


def _may_stand_between(block: Block) -> bool:
    if isinstance(block, Picture):
        return True
    return isinstance(block, Paragraph) and (block.role != "body" or len(block.text) <= _LONGEST_TITLE)


def is_contents_table(table: Table) -> bool:
    """Whether a table under the heading is one of contents: its last column holds page numbers."""
    last = [cell.text.strip() for cell in table.cells if cell.column + cell.column_span == table.columns]
    numbers = [text for text in last if text and text != _PAGE_HEADER]
    if table.columns < 2 or not numbers:
        return False
    pages = sum(_PAGE_NUMBER.fullmatch(text) is not None for text in numbers)
    return pages >= _FEWEST_PAGE_NUMBERS * len(numbers)
