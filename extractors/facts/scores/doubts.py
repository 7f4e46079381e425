"""Scores whose figure was read from a picture and is not sure: what else it may say goes with the mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractors.document import Document, Doubt, Paragraph
from extractors.thai.codes import item_code
from extractors.thai.digits import arabic, decimal
from schemas.rows import Mention, PictureReading

_TableRow = tuple[int, int]
_Place = tuple[int | None, object]


def with_readings(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """The mentions; the doubtful ones among them with the readings of their figure, the likeliest first.

    A score of an item is doubtful too where the item's number beside it is.
    """
    rows, lines = _doubts_of(document)
    if not rows and not lines:
        return list(mentions)
    return [_with_readings(mention, rows, lines) for mention in mentions]


def _doubts_of(document: Document) -> tuple[dict[_TableRow, list[Doubt]], dict[_Place, list[Doubt]]]:
    rows: dict[_TableRow, list[Doubt]] = defaultdict(list)
    lines: dict[_Place, list[Doubt]] = defaultdict(list)
    for table in document.tables():
        for cell in table.cells:
            if cell.doubts:
                rows[table.number, cell.row + 1] += cell.doubts
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for line in block.lines:
                if line.doubts:
                    lines[line.page, line.box and tuple(line.box)] += line.doubts
    return rows, lines


def _with_readings(
    mention: Mention, rows: dict[_TableRow, list[Doubt]], lines: dict[_Place, list[Doubt]]
) -> Mention:
    if mention.table_no is not None and mention.row_no is not None:
        doubts = rows.get((mention.table_no, mention.row_no), [])
    else:
        doubts = lines.get((mention.page, mention.bbox and tuple(mention.bbox)), [])
    own = next((doubt for doubt in doubts if _says(doubt, mention)), None)
    if own is None and "/item/" in mention.score_key:
        own = next((doubt for doubt in doubts if _names_an_item(doubt)), None)
    if own is None:
        return mention
    readings = tuple(PictureReading(value=_normal(text), probability=round(chance, 4)) for text, chance in own)
    return mention.model_copy(update={"readings": readings})


def _says(doubt: Doubt, mention: Mention) -> bool:
    text = _normal(doubt[0].text)
    return text == mention.value or (text != "" and text in (arabic(mention.printed), mention.printed.strip()))


def _names_an_item(doubt: Doubt) -> bool:
    return item_code(doubt[0].text, bare=False) is not None


def _normal(text: str) -> str:
    value = decimal(arabic(text))
    return text if value is None else format(value, "f")
