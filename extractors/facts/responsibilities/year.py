"""The fiscal year that a list of items is for, from the words above it."""

from __future__ import annotations

from extractors.document import Paragraph
from extractors.facts.context import Context
from extractors.tables import read_blocks
from extractors.thai.dates import fiscal_years
from extractors.thai.text import squeeze

PARAGRAPHS_ABOVE = 14
"""How far above a table the order may begin that it belongs to: its subject, its reasons, its headings."""

LONGEST_CAPTION = 200
CAPTION_PARAGRAPHS = 2
"""So many paragraphs right above a table are its caption or heading: a fiscal year in them is the table's."""

FOR_THE_YEAR = "ประจำปี"
"""Farther up a year counts only beside this word: last year's results, laws and dates name years too."""


def list_year(context: Context, table_no: int) -> int | None:
    """The fiscal year of a table's items: that of the nearest paragraph above it that is for just one year.

    Paragraphs above a table of another kind do not count. Without any it is the year that the document
    assesses, or else the year it is for.
    """
    above: list[Paragraph] = []
    for block in read_blocks(context.document, context.readings):
        if isinstance(block, Paragraph):
            above.append(block)
        elif block.table.number >= table_no:
            break
        elif block.kind != "responsibilities":
            above.clear()
    for distance, paragraph in enumerate(reversed(above[-PARAGRAPHS_ABOVE:])):
        is_caption = distance < CAPTION_PARAGRAPHS and len(paragraph.text) <= LONGEST_CAPTION
        years = {mention.year for mention in fiscal_years(paragraph.text) if mention.kind in ("fiscal", "year")}
        if len(years) == 1 and (is_caption or FOR_THE_YEAR in squeeze(paragraph.text)):
            return years.pop()
    return context.identity.assessed_year or context.identity.fiscal_year
