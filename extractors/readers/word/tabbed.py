"""Tables that are only paragraphs set with tabs: neighbours cut into as many cells, with a column of figures.

Other lists with tabs (members of a committee, a form) are read line by line and stay paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.document import Block, Cell, Paragraph
from extractors.grids.gaps import is_value
from extractors.readers.assembly import table_of

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_MOSTLY = 0.6
_TABS = re.compile(r"\s*\t\s*")


def with_tabbed_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, such runs of paragraphs as tables."""
    run: list[Paragraph] = []
    for block in blocks:
        cells = _cells(block)
        if run and len(cells) != len(_cells(run[0])):
            yield from _as_table(run)
            run = []
        if isinstance(block, Paragraph) and len(cells) >= _FEWEST_CELLS:
            run.append(block)
        else:
            yield block
    yield from _as_table(run)


def _cells(block: Block) -> list[str]:
    if not isinstance(block, Paragraph) or block.role != "body" or "\t" not in block.text:
        return []
    return _TABS.split(block.text.strip())


def _as_table(run: list[Paragraph]) -> list[Block]:
    rows = [_cells(paragraph) for paragraph in run]
    if len(rows) < _FEWEST_ROWS or not any(map(_holds_values, list(zip(*rows, strict=True))[1:])):
        return [*run]
    cells = [
        Cell(row, column, text, links=run[row].links if column == 0 else ())
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    table = table_of(cells, rows=len(rows))
    return [table] if table else [*run]


def _holds_values(column: tuple[str, ...]) -> bool:
    return sum(map(is_value, column)) >= max(_FEWEST_ROWS - 1, _MOSTLY * len(column))
