"""The text of a whole Document repaired, whatever format it came from, and what was repaired told in a remark.

Last step of reading: a PDF's fonts have been heard before (``extractors.glyphs``); here the words decide. A
document without damage comes back as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Block, Cell, Document, Line, Paragraph, Remark, Repair, Table
from extractors.thai.repair import Repaired, damage_of_all, repair_all

_UNREADABLE_SHARE = 0.03  # of a page's Thai: more signs without meaning than that, and names and words are lost
_MOST_EXAMPLES = 3


def mended(document: Document) -> Document:
    """The document with damaged Thai repaired, line by line and cell by cell.

    New remarks: I_TEXT_REPAIRED once, with examples as printed and as read; W_TEXT_UNREADABLE for each page that
    is beyond repair and should be read by OCR.
    """
    texts = list(dict.fromkeys(text for _, text in _texts(document.blocks)))
    repaired = {text: found for text, found in zip(texts, repair_all(texts), strict=True) if found.changes}
    blocks = tuple(_mended_block(block, repaired) for block in document.blocks) if repaired else document.blocks
    remarks = (*_repairs(repaired), *_unreadable(blocks))
    if not repaired and not remarks:
        return document
    repairs = tuple(_repairs_by_page(document.blocks, repaired))
    return replace(document, blocks=blocks, remarks=document.remarks + remarks, repairs=document.repairs + repairs)


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[int | None, str]]:
    """Page and text of every line and cell, nested tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from ((line.page, line.text) for line in block.lines)
        elif isinstance(block, Table):
            for cell in block.cells:
                yield cell.page or block.page_from, cell.text
                if cell.tables:
                    yield from _texts(cell.tables)


def _mended_block(block: Block, repaired: dict[str, Repaired]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=tuple(_mended_line(line, repaired) for line in block.lines))
    return _mended_table(block, repaired) if isinstance(block, Table) else block


def _mended_line(line: Line, repaired: dict[str, Repaired]) -> Line:
    return replace(line, text=repaired[line.text].text) if line.text in repaired else line


def _mended_table(table: Table, repaired: dict[str, Repaired]) -> Table:
    return replace(table, cells=tuple(_mended_cell(cell, repaired) for cell in table.cells))


def _mended_cell(cell: Cell, repaired: dict[str, Repaired]) -> Cell:
    tables = tuple(_mended_table(table, repaired) for table in cell.tables)
    return replace(cell, text=repaired[cell.text].text if cell.text in repaired else cell.text, tables=tables)


def _repairs(repaired: dict[str, Repaired]) -> tuple[Remark, ...]:
    changes = [change for found in repaired.values() for change in found.changes]
    if not changes:
        return ()
    examples = list(dict.fromkeys(f"{change.printed} → {change.repaired}" for change in changes))[:_MOST_EXAMPLES]
    return (Remark("I_TEXT_REPAIRED", arguments=(("count", str(len(changes))), ("examples", ", ".join(examples)))),)


def _repairs_by_page(blocks: tuple[Block, ...], repaired: dict[str, Repaired]) -> Iterator[Repair]:
    for page, text in _texts(blocks):
        if text in repaired:
            yield from (Repair(page, c.printed, c.repaired, c.why) for c in repaired[text].changes)


def _unreadable(blocks: tuple[Block, ...]) -> tuple[Remark, ...]:
    """Pages on which too many signs still mean nothing; formats without pages count as one."""
    pages: dict[int | None, list[str]] = {}
    if not any(_has_unmapped(text) for _, text in _texts(blocks)):
        return ()
    for page, text in _texts(blocks):
        pages.setdefault(page, []).append(text)
    found = []
    for page, texts in pages.items():
        if not any(map(_has_unmapped, texts)):
            continue
        left = damage_of_all(texts)
        if left.unmapped > left.thai * _UNREADABLE_SHARE:
            found.append(Remark("W_TEXT_UNREADABLE", page, arguments=(("share", f"{left.share:.0%}"),)))
    return tuple(found)


def _has_unmapped(text: str) -> bool:
    return "\ufffd" in text or "(cid:" in text
