"""Whether a page end went through a row of a table, and how the two halves of a text go together."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from extractors.document import Box, Cell, Table
from extractors.grids.repeats import FIGURE
from extractors.grids.wrapping import Tail, begins_entry, between

Tails = MutableMapping[tuple[int | None, Box | None], Tail]

_REQUIRED = 0.8  # of the rows: a column filled this often is expected to be filled
_FIRST_ENTRY = re.compile(r"\(?[1๑][.)](?![0-9๐-๙])")
_ENTRY = re.compile(r"^\(?([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])", re.MULTILINE)
_OPEN_RANGE = re.compile(r"[^\s\-–—]\s*[-–—]$")
_CUT_NUMBER = re.compile(r"[+\-–−]?[0-9๐-๙,]+(?:\.¦|¦\.)[0-9๐-๙]{1,4}%?")
_SCORE = re.compile(r"[0-9๐-๙]{1,3}\.[0-9๐-๙]{2}")
_NUMERIC = re.compile(r"[+\-–−]?[0-9๐-๙.,]+%?")
# Words that end no sentence.
_UNFINISHED = re.compile(
    r"(?:และ|หรือ|ของ|ใน|ที่|การ|ความ|เพื่อ|โดย|จาก|กับ|แก่|ต่อ|ด้าน|ตาม|ให้|ซึ่ง|ได้แก่|รวมทั้ง|แห่ง|สำนักงาน|ประจำ|ประจำปี"
    r"|พ\.ศ\.|[(,/])$"
)


def is_cut(before: Table, after: Table, tails: Tails) -> bool:
    """Whether the page end went through a row.

    It did where nothing at all follows in the row, where a list counts on or a range is open, where a column that
    every row fills is empty in what follows, where few columns go on and their texts were wrapped there, or where
    a text ends in the middle of a sentence and no other has ended.
    """
    last = before.rows - 1
    texts = {column: after.text_at(0, column).strip() for column in range(before.columns)}
    above = {column: before.text_at(last, column).strip() for column in texts}
    going_on = {column: before.at(last, column) for column, text in texts.items() if text}
    if any(cell.row == 0 and cell.text.strip() and not _has_cell_like(before, cell) for cell in after.cells):
        return False
    if any(_begins_a_row(above[column], texts[column]) for column in going_on):
        return False
    if not going_on or any(_surely_goes_on(column, before, after) for column in going_on):
        return True
    wrapped = all(_wrapped(cell, texts[column], tails) for column, cell in going_on.items())
    few = 2 * len({id(cell) for cell in going_on.values()}) <= len(
        {id(before.at(last, c)) for c in above if above[c]}
    )
    if any(is_cut_number(column, before, after) for column in going_on):
        return True
    if _begins_with_key(going_on.get(0), texts[0], tails):
        return False
    if few and wrapped:
        return True
    if before.rows < 2:
        return wrapped and len(going_on) > 1 and _is_rest_of_headers(texts, above, after)
    spanning = {c.column for c in (*before.cells, *after.cells) if c.row_span > 1 and c.column_span == 1}
    required = [column for column in texts if above[column] and _is_required(column, before, after)]
    if any(not texts[column] and column not in spanning for column in required):
        return True
    if any(not texts[column] or FIGURE.fullmatch(texts[column]) for column in required):
        return False
    return wrapped and any(_UNFINISHED.search(above[column]) for column in going_on)


def _is_rest_of_headers(texts: dict[int, str], above: dict[int, str], after: Table) -> bool:
    """Whether a row of words, empty in a column that every row below it fills, ends the headers: all that the page
    before has of the table."""
    if any(re.search(r"[0-9๐-๙]", text) for text in texts.values()) or after.rows < 2:
        return False
    below = {column: [after.text_at(row, column).strip() for row in range(1, after.rows)] for column in texts}
    return any(above[column] and not texts[column] and all(below[column]) for column in texts)


def _surely_goes_on(column: int, before: Table, after: Table) -> bool:
    """Whether a cell ends in an open range (``ต.ค. 65 -``), or its list counts on, where the column's rows do not
    themselves count (``1. การปฏิบัติหน้าที่``, ``2. การใช้งบประมาณ``)."""
    above, text = before.text_at(before.rows - 1, column).strip(), after.text_at(0, column).strip()
    if _OPEN_RANGE.search(above) and text:
        return True
    last, first = _entries(above)[-1:], _entries(text)[:1]
    if not last or not first or not text.startswith(first[0][0]) or first[0][1] != last[0][1] + 1:
        return False
    below, earlier = after.text_at(1, column).strip(), before.text_at(before.rows - 2, column).strip()
    anew = [bool(_FIRST_ENTRY.match(other)) for other in (below if after.rows > 1 else "", earlier) if other]
    return bool(anew) and all(anew)


def _entries(text: str) -> list[tuple[str, int]]:
    """The numbers that begin entries of a list, as printed and as numbers."""
    return [(match.group(), int(match.group(1))) for match in _ENTRY.finditer(text)]


def continued(text: str, rest: str, tail: Tail | None) -> str:
    """The text of a cell that was cut; ``tail`` tells how its upper half ends, where that is known."""
    before, after = text.rstrip(), rest.lstrip()
    if not before or not after:
        return before or after
    last, first = before.split()[-1], after.split()[0]
    if _CUT_NUMBER.fullmatch(last + "¦" + first):
        return before + after
    if tail is not None and tail.is_full and _NUMERIC.fullmatch(before) and _NUMERIC.fullmatch(first):
        return before + after  # a number is only broken where not one figure more had room
    if before.endswith((" -", " –", " —")):
        return f"{before} {after}"
    ended = begins_entry(after) or (tail is not None and tail.would_hold(after))
    return before + ("\n" if ended else between(last, first, trailing=False)) + after


def is_cut_number(column: int, before: Table, after: Table) -> bool:
    """Whether a number of a list was cut in two: only both parts together come after the number before."""
    above, text = before.text_at(before.rows - 1, column).strip(), after.text_at(0, column).strip()
    if not (above.isdecimal() and text.isdecimal()) or int(text) == int(above) + 1:
        return False
    neighbours = (
        before.text_at(before.rows - 2, column) if before.rows > 1 else "",
        after.text_at(1, column) if after.rows > 1 else "",
    )
    previous, following = (int("".join(filter(str.isdecimal, other)) or -1) for other in neighbours)
    whole = int(above + text)
    return (previous >= 0 and whole == previous + 1) or (following >= 0 and whole == following - 1)


def _has_cell_like(before: Table, cell: Cell) -> bool:
    """Whether the last row has a cell over the same columns: what spans others is a row of its own."""
    home = before.at(before.rows - 1, cell.column)
    return home is not None and (home.column, home.column_span) == (cell.column, cell.column_span)


def _begins_with_key(above: Cell | None, text: str, tails: Tails) -> bool:
    """Whether the first column has something new: a key, or a heading between the rows."""
    if not text or begins_entry(text):
        return False
    return above is None or (above.page, above.box) not in tails or not _wrapped(above, text, tails)


def _begins_a_row(above: str, text: str) -> bool:
    """Whether the text cannot go on with the one above: its list counts from 1 again, it has the same form, or both
    are whole scores."""
    if above and _FIRST_ENTRY.match(text):
        return True
    if _SCORE.fullmatch(above) and _SCORE.fullmatch(text):
        return True
    form = _form(text)
    return form == _form(above) and "9" in form and not form.startswith("9")


def _form(text: str) -> str:
    """``ก (9.9)`` for a name with a score in brackets: words and figures by kind."""
    return re.sub(r"[0-9๐-๙]+", "9", re.sub(r"[A-Za-zก-ฺเ-๎\s]+", "ก", text))


def _wrapped(cell: Cell | None, rest: str, tails: Tails) -> bool:
    if cell is None or not cell.text.strip() or begins_entry(rest):
        return False
    tail = tails.get((cell.page, cell.box))
    return tail is None or not tail.would_hold(rest)


def _is_required(column: int, before: Table, after: Table) -> bool:
    texts = [before.text_at(row, column) for row in range(1, before.rows)]
    texts += [after.text_at(row, column) for row in range(1, after.rows)]
    return sum(1 for text in texts if text.strip()) >= _REQUIRED * len(texts) and bool(texts)
