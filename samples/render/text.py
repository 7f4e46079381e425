"""A made-up report as text, with its tables drawn in one of three ways that conversions leave behind.

``tabs``: cells parted by tabs; ``pipes``: Markdown tables; ``html``: Markdown tables with HTML inside cells.
A cell merged downwards stands once, with empty cells below; one merged to the right is repeated.
"""

from __future__ import annotations

from samples.parts import Block, Contents, Grid, Heading, MadeUp, Numbered, PageBreak, TextBox, Words


def text_of(made_up: MadeUp) -> str:
    return "\n\n".join(filter(None, (_block(block, made_up.table_style) for block in made_up.blocks))) + "\n"


def _block(block: Block, style: str) -> str:
    match block:
        case Heading(text):
            return f"## {text}" if style != "tabs" else text
        case Words():
            return " ".join(filter(None, (block.text, block.inserted, block.link)))
        case TextBox(text):
            return text
        case Numbered(texts):
            return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
        case Contents(entries):
            return "\n".join(f"{title} {'.' * 40} {page}" for title, page in entries)
        case Grid():
            nested = [_block(block.nested, style)] if block.nested else []
            return "\n\n".join([_table(block, style), *nested])
        case PageBreak():
            return ""
    raise TypeError(type(block))


def _table(grid: Grid, style: str) -> str:
    texts = [[""] * grid.columns for _ in range(grid.rows)]
    for place in grid.places:
        for column in range(place.column, place.column + place.columns):
            texts[place.row][column] = _cell(place.text, style)
    if style == "tabs":
        return "\n".join("\t".join(row) for row in texts)
    rows = ["| " + " | ".join(row) + " |" for row in texts]
    return "\n".join([rows[0], "|" + "---|" * grid.columns, *rows[1:]])


def _cell(text: str, style: str) -> str:
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    if style == "html":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    return "<br>".join(lines) if style == "pipes" else " ".join(lines)
