"""Pictures for tests: ruled tables and lines of text, drawn with Pillow's own font, which no training has seen."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extractors.ocr.raster import Grey

ROW_PX, COLUMN_PX, SIZE_PX = 56, 200, 30


def table_picture(*rows: str, rule: int = 90) -> Grey:
    """``table_picture("O1|100", "O2|0")``: a ruled table, its lines of such a grey."""
    cells = [row.split("|") for row in rows]
    width, height = COLUMN_PX * len(cells[0]) + 41, ROW_PX * len(cells) + 41
    picture = Image.new("L", (width, height), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(SIZE_PX)
    for n in range(len(cells) + 1):
        pen.line((20, 20 + n * ROW_PX, width - 21, 20 + n * ROW_PX), fill=rule, width=2)
    for n in range(len(cells[0]) + 1):
        pen.line((20 + n * COLUMN_PX, 20, 20 + n * COLUMN_PX, height - 21), fill=rule, width=2)
    for r, row in enumerate(cells):
        for c, text in enumerate(row):
            pen.text((36 + c * COLUMN_PX, 30 + r * ROW_PX), text, font=font, fill=20)
    return np.asarray(picture)


def text_picture(*lines: str, width: int = 900) -> Grey:
    """Lines of text on white."""
    picture = Image.new("L", (width, 40 + 64 * len(lines)), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(SIZE_PX)
    for n, line in enumerate(lines):
        pen.text((30, 20 + 64 * n), line, font=font, fill=20)
    return np.asarray(picture)


def turned(grey: Grey, degrees: float) -> Grey:
    """The picture as it lies askew on a scanner's glass: lines fall to the right by so many degrees."""
    return np.asarray(Image.fromarray(grey).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255))
