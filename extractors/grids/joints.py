"""Two tables that are one: their columns brought together, a repeated header left out, a cut row made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from extractors.document import Box, Cell, Table
from extractors.grids.wrapping import Tail, begins_entry, between

_Place = tuple[int, int, str]  # first column, the column after the last, text without white space
Tails = MutableMapping[tuple[int | None, Box | None], Tail]

_SAME_EDGE_PT = 5.0
_SHIFT_PT = 60.0  # facing pages may have other margins
_MOST_HEADER_ROWS = 4
_REQUIRED = 0.8  # of the rows: a column filled this often is expected to be filled
_SAME_CELLS = 0.6
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_FIRST_ENTRY = re.compile(r"\(?[1๑][.)](?![0-9๐-๙])")
_FIGURE = re.compile(r"(?:O\s?)?[+\-–]?[0-9๐-๙][0-9๐-๙,./\s]*[%.)]?|[-–]")
_CUT_NUMBER = re.compile(r"[+\-–−]?[0-9๐-๙,]+(?:\.¦|¦\.)[0-9๐-๙]{1,4}%?")
_UNFINISHED = re.compile(
    r"(?:และ|หรือ|ของ|ใน|ที่|การ|ความ|เพื่อ|โดย|จาก|กับ|แก่|ต่อ|ด้าน|ตาม|ให้|ซึ่ง|ได้แก่|รวมทั้ง|แห่ง|สำนักงาน|ประจำ|ประจำปี|พ\.ศ\.|[(,/])$"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of two tables lie in the joined one: old column -> new column; ``count`` new columns."""

    count: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    @staticmethod
    def same(count: int) -> Columns:
        return Columns(count, tuple(range(count + 1)), tuple(range(count + 1)))


def aligned(first: Sequence[float], second: Sequence[float]) -> Columns | None:
    """The common columns of two tables with these column borders (see ``borders``); None where they do not fit.

    A page of the table may show fewer borders than another, because cells span.
    """
    if not first or not second or abs(second[0] - first[0]) > _SHIFT_PT:
        return None
    second = [edge - second[0] + first[0] for edge in second]
    if abs(second[-1] - first[-1]) > 2 * _SAME_EDGE_PT:
        return None
    few, many = sorted((first, second), key=len)
    if any(min(abs(edge - other) for other in many) > _SAME_EDGE_PT for edge in few):
        return None
    if len(few) <= 2 < len(many) - 1:
        return None  # a frame of one column fits every table
    place = [[min(range(len(many)), key=lambda n: abs(many[n] - edge)) for edge in edges] for edges in (first, second)]
    if any(len(set(places)) < len(places) for places in place):
        return None
    return Columns(len(many) - 1, tuple(place[0]), tuple(place[1]))


def borders(table: Table) -> tuple[float, ...]:
    """The x places of the columns' borders; nothing where the cells have no boxes."""
    places: dict[int, float] = {}
    for cell in table.cells:
        if cell.box is None:
            return ()
        places.setdefault(cell.column, cell.box.x0)
        places.setdefault(cell.column + cell.column_span, cell.box.x1)
    return tuple(places[column] for column in sorted(places)) if len(places) == table.columns + 1 else ()


def repeated_rows(before: Table, after: Table, columns: Columns) -> int:
    """How many rows at the top of the second table repeat the first table's header, slips of print allowed."""
    count = 0
    for row in range(min(before.rows, after.rows, _MOST_HEADER_ROWS)):
        if not _is_repetition(_row(before, row, columns.before), _row(after, row, columns.after)):
            break
        count += 1
    return count


def _is_repetition(row: Sequence[_Place], other: Sequence[_Place]) -> bool:
    if [place[:2] for place in row] != [place[:2] for place in other]:
        return False
    texts = [(a, b) for (_, _, a), (_, _, b) in zip(row, other, strict=True) if a or b]
    same = sum(a == b for a, b in texts)
    return bool(texts) and (
        same == len(texts) or (same >= _SAME_CELLS * len(texts) and all(a == b or _are_alike(a, b) for a, b in texts))
    )


def _are_alike(text: str, other: str) -> bool:
    """Whether two header cells differ by a slip or a cut only; figures must not differ at all."""
    if re.findall(r"[0-9๐-๙]+", text) != re.findall(r"[0-9๐-๙]+", other):
        return False
    a, b = _MARKS.sub("", text), _MARKS.sub("", other)
    return bool(a and b) and (a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b).ratio() >= 0.5)


def starts_anew(before: Table, after: Table, columns: Columns) -> bool:
    """Whether the second table has a header of its own: words over figures, where the first went on with figures."""
    if repeated_rows(before, after, columns) or after.rows < 2 or before.rows < 3:
        return False
    for column in range(columns.count):
        head = _text(after, 0, column, columns.after)
        if not head or _FIGURE.fullmatch(head):
            continue
        below = [_text(after, row, column, columns.after) for row in range(1, after.rows)]
        above = [_text(before, row, column, columns.before) for row in range(1, before.rows)]
        if _are_figures(below) and _are_figures(above):
            return True
    return False


def counts_again(before: Table, after: Table, header_rows: int) -> bool:
    """Whether the second table's first row has the number that the first table's first row has."""
    first, second = before.text_at(header_rows, 0).strip(), after.text_at(header_rows, 0).strip()
    return first == second and before.rows > header_rows + 1 and _FIGURE.fullmatch(first) is not None


def joined_tables(
    before: Table, after: Table, columns: Columns, tails: Tails, *, rows_cut: bool = True
) -> Table:
    """One table. With ``rows_cut`` the last row of the first may go on in the first row of the second."""
    skipped = repeated_rows(before, after, columns)
    upper = [_moved(cell, columns.before, 0) for cell in before.cells]
    lower = [_moved(cell, columns.after, 0) for cell in after.cells if cell.row >= skipped]
    lower = [replace(cell, row=cell.row - skipped) for cell in lower]
    rows = before.rows
    if rows_cut and lower:
        one = Table(0, before.rows, columns.count, tuple(upper))
        two = Table(0, after.rows - skipped, columns.count, tuple(lower))
        if _is_cut(one, two, tails):
            upper, lower = _one_row(one, two, tails)
            rows -= 1
        else:
            upper, lower = _spans_continued(one, two)
    cells = [*upper, *(replace(cell, row=cell.row + rows) for cell in lower)]
    return Table(
        before.number,
        rows + after.rows - skipped,
        columns.count,
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        before.page_from,
        after.page_to,
        before.role,
        before.ruled,
    )


def _row(table: Table, row: int, place: Sequence[int]) -> list[_Place]:
    """(first column, last column, text without white space) of the cells that begin in the row."""
    return sorted(
        (place[cell.column], place[cell.column + cell.column_span], "".join(cell.text.split()))
        for cell in table.cells
        if cell.row == row
    )


def _text(table: Table, row: int, column: int, place: Sequence[int]) -> str:
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.row_span and place[cell.column] <= column < place[cell.column + cell.column_span]:
            return cell.text.strip()
    return ""


def _are_figures(texts: Iterable[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) > 0 and sum(1 for text in filled if _FIGURE.fullmatch(text)) > 0.7 * len(filled)


def _moved(cell: Cell, place: Sequence[int], rows: int) -> Cell:
    start, end = place[cell.column], place[cell.column + cell.column_span]
    if (start, end, rows) == (cell.column, cell.column + cell.column_span, 0):
        return cell
    return replace(cell, row=cell.row + rows, column=start, column_span=end - start)


def _is_cut(before: Table, after: Table, tails: Tails) -> bool:
    """Whether the page end went through a row.

    It did where a column that every row fills is empty in what follows, or where few columns go on and their
    texts were wrapped there, or where a text ends in the middle of a sentence and no other has ended.
    """
    last = before.rows - 1
    texts = {column: after.text_at(0, column).strip() for column in range(before.columns)}
    above = {column: before.text_at(last, column).strip() for column in texts}
    going_on = {column: before.at(last, column) for column, text in texts.items() if text}
    if any(_begins_a_row(above[column], texts[column]) for column in going_on):
        return False
    wrapped = all(_wrapped(cell, texts[column], tails) for column, cell in going_on.items())
    few = 2 * len({id(cell) for cell in going_on.values()}) <= len({id(before.at(last, c)) for c in above if above[c]})
    if (few and wrapped) or any(_is_cut_number(column, before, after) for column in going_on):
        return True
    if before.rows < 2:
        return False
    spanning = {c.column for c in (*before.cells, *after.cells) if c.row_span > 1 and c.column_span == 1}
    required = [column for column in texts if above[column] and _is_required(column, before, after)]
    if any(not texts[column] and column not in spanning for column in required):
        return True
    if any(not texts[column] or _FIGURE.fullmatch(texts[column]) for column in required):
        return False
    return wrapped and any(_UNFINISHED.search(above[column]) for column in going_on)


def _is_cut_number(column: int, before: Table, after: Table) -> bool:
    """Whether a code was cut in two: only both parts together have as many figures as the codes of the column."""
    above, text = before.text_at(before.rows - 1, column).strip(), after.text_at(0, column).strip()
    if not (above.isdecimal() and text.isdecimal()):
        return False
    others = [before.text_at(row, column) for row in range(1, before.rows - 1)]
    others += [after.text_at(row, column) for row in range(1, after.rows)]
    lengths = Counter(len("".join(other.split())) for other in others if other.strip())
    return bool(lengths) and lengths.most_common(1)[0][0] == len(above) + len(text)


def _begins_a_row(above: str, text: str) -> bool:
    """Whether the text cannot go on with the one above: its list counts from 1 again, or it has the same form."""
    if above and _FIRST_ENTRY.match(text):
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


def _one_row(before: Table, after: Table, tails: Tails) -> tuple[list[Cell], list[Cell]]:
    """The cells with the second table's first row poured into the first table's last; row 0 below is that row."""
    last = before.rows - 1
    poured: dict[int, Cell] = {}
    own: list[Cell] = []
    for cell in after.cells:
        if cell.row > 0:
            own.append(cell)
            continue
        home = before.at(last, cell.column)
        if home is None:
            own.append(cell)
            continue
        so_far = poured.get(id(home), home)
        tail = tails.get((home.page, home.box))
        if (cell.page, cell.box) in tails:
            tails[home.page, home.box] = tails[cell.page, cell.box]
        row_span = max(so_far.row_span, last - home.row + cell.row_span)
        poured[id(home)] = replace(
            so_far,
            text=_continued(so_far.text, cell.text, tail),
            row_span=row_span,
            links=tuple(dict.fromkeys((*so_far.links, *cell.links))),
            tables=(*so_far.tables, *cell.tables),
        )
    return [poured.get(id(cell), cell) for cell in before.cells], own


def _spans_continued(before: Table, after: Table) -> tuple[list[Cell], list[Cell]]:
    """A cell at the top goes on with the cell above it, where the column's cells span rows.

    It does if it is empty, or if only both together say what another cell of the column says.
    """
    last = before.rows - 1
    spanning = {cell.column for cell in (*before.cells, *after.cells) if cell.row_span > 1}
    extended: dict[int, Cell] = {}
    own = []
    for cell in after.cells:
        home = before.at(last, cell.column)
        same_columns = home is not None and (home.column, home.column_span) == (cell.column, cell.column_span)
        if cell.row == 0 and home is not None and same_columns and cell.column in spanning and home.text.strip():
            whole = _whole_of_two(home, cell, before, after)
            if whole is None:
                own.append(cell)
            else:
                extended[id(home)] = replace(home, text=whole, row_span=home.row_span + cell.row_span)
        else:
            own.append(cell)
    return [extended.get(id(cell), cell) for cell in before.cells], own


def _whole_of_two(home: Cell, cell: Cell, before: Table, after: Table) -> str | None:
    if not cell.text.strip():
        return home.text
    both = "".join((home.text + cell.text).split())
    for other in (*before.cells, *after.cells):
        if other.column == cell.column and "".join(other.text.split()) == both:
            return other.text
    return None


def _continued(text: str, rest: str, tail: Tail | None) -> str:
    before, after = text.rstrip(), rest.lstrip()
    if not before or not after:
        return before or after
    if _CUT_NUMBER.fullmatch(before.split()[-1] + "¦" + after.split()[0]):
        return before + after
    ended = begins_entry(after) or (tail is not None and tail.would_hold(after))
    return before + ("\n" if ended else between(before.split()[-1], after.split()[0], trailing=False)) + after
