"""Tables of items that belong together: one list that the ends of pages have cut into several tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractors.document import Paragraph
from extractors.facts.context import Context
from extractors.facts.responsibilities.columns import ROLE_OF
from extractors.tables import TableReading, read_blocks
from extractors.thai.text import clean

LONGEST_CATCHWORD = 80
"""A longer paragraph between two tables is a text that parts them."""


class Part(NamedTuple):
    """One table of a list. ``goes_on``: nothing but the end of a page (with its catchword) parts it from the
    last.
    """

    reading: TableReading
    goes_on: bool


def runs(context: Context) -> Iterator[list[Part]]:
    """Each list of items as its tables, in order: tables with the same columns of people, no other table
    between.
    """
    run: list[Part] = []
    adjoins = False
    for block in read_blocks(context.document, context.readings):
        if isinstance(block, Paragraph):
            adjoins = adjoins and _is_catchword(block.text)
            continue
        belongs = block.kind == "responsibilities"
        if run and not (belongs and _roles(run[-1].reading) == _roles(block)):
            yield run
            run, adjoins = [], False
        if belongs:
            run.append(Part(block, adjoins))
            adjoins = True
    if run:
        yield run


def _roles(reading: TableReading) -> tuple[str, ...]:
    """What decides whether two tables are one list: which of their columns name people. The other headers may
    be worded otherwise on the next page, or be misread."""
    return tuple(name if name in ROLE_OF else "" for name in reading.columns)


def _is_catchword(text: str) -> bool:
    """Whether a paragraph only announces the next page (``/การจัดซื้อจัดจ้าง...``) or is a page number."""
    plain = clean(text)
    return len(plain) <= LONGEST_CATCHWORD and (plain.startswith("/") or not any(map(str.isalpha, plain)))
