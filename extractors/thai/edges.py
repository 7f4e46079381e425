"""Words and marks that join or count the pieces of a cell, taken off their edges.

Written without a repeated pattern at the end of a text: on a line of thousands of dashes that takes hours.
"""

from __future__ import annotations

import re

IN_FRONT = ("และ", "ร่วมกับ", "กับ ", "หรือ")
AT_THE_END = ("และ", "ร่วมกับ", " กับ", " หรือ")  # not the กับ of ผู้กำกับ

_NUMBER_BEFORE = re.compile(r"[0-9๐-๙]{1,2}\s?[.)]\s")
_NUMBER_AFTER = re.compile(r"(?:^|(?<=\s))[0-9๐-๙]{1,2}\s?[.)]$")


def strip_edges(piece: str, marks: str, closing: str = "") -> str:
    """The piece without ``marks``, connecting words and list numbers at its ends; ``closing`` only before."""
    before = None
    while piece != before:
        before = piece
        piece = piece.lstrip(marks + closing).rstrip(marks)
        if number := _NUMBER_BEFORE.match(piece):
            piece = piece[number.end() :]
        for word in IN_FRONT:
            piece = piece.removeprefix(word)
        for word in AT_THE_END:
            piece = piece.removesuffix(word)
        if number := _NUMBER_AFTER.search(piece, max(0, len(piece) - 6)):
            piece = piece[: number.start()]
    return piece
