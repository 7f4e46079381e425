"""Scores whose figure was read from a picture and is not sure: what else it may say goes with the mention."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box, Document, Doubt
from extractors.facts.doubtful import Doubts, normal
from extractors.thai.codes import item_code
from extractors.thai.digits import arabic
from schemas.rows import Mention


def with_readings(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """The mentions; the doubtful ones among them with the readings of their figure, the likeliest first.

    A score of an item is doubtful too where the item's number beside it is.
    """
    doubts = Doubts(document)
    return [_with_readings(mention, doubts) for mention in mentions] if doubts else list(mentions)


def _with_readings(mention: Mention, doubts: Doubts) -> Mention:
    if mention.table_no is not None and mention.row_no is not None:
        beside = doubts.in_row(mention.table_no, mention.row_no)
    else:
        beside = doubts.in_line(mention.page, mention.bbox and Box(*mention.bbox))
    own = next((found for found in beside if _says(found.doubt, mention)), None)
    if own is None and "/item/" in mention.score_key:
        own = next((found for found in beside if _names_an_item(found.doubt)), None)
    return mention if own is None else mention.model_copy(update={"readings": own.readings})


def _says(doubt: Doubt, mention: Mention) -> bool:
    text = normal(doubt[0].text)
    return text == mention.value or (text != "" and text in (arabic(mention.printed), mention.printed.strip()))


def _names_an_item(doubt: Doubt) -> bool:
    return item_code(doubt[0].text, bare=False) is not None
