"""Two tables that are one: their columns brought together, a repeated header left out, a cut row made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.document import Cell, Table
from extractors.grids.wrapping import begins_entry, between

_SAME_EDGE_PT = 5.0
_SHIFT_PT = 60.0  # facing pages may have other margins
_MOST_HEADER_ROWS = 4
_REQUIRED = 0.8  # of the rows: a column filled this often is expected to be filled
_FIGURE = re.compile(r"(?:O\s?)?[+\-–]?[0-9๐-๙][0-9๐-๙,./\s]*[%.)]?|[-–]")
_UNFINISHED = re.compile(
    r"(?:และ|หรือ|ของ|ใน|ที่|การ|ความ|เพื่อ|โดย|จาก|กับ|แก่|ต่อ|ด้าน|ตาม|ให้|ซึ่ง|ได้แก่|รวมทั้ง|แห่ง|สำนักงาน|ประจำปี|พ\.ศ\.|[(,/])$"
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


def aligned(before: Table, after: Table) -> Columns | None:
    """The common columns of two tables; None where they do not fit.

    By their edges where both have boxes: a page of the table may show fewer of them, because cells span.
    """
    first, second = _edges(before, before.page_to), _edges(after, after.page_from)
    if not first or not second:
        return Columns.same(after.columns) if before.columns == after.columns else None
    shift = second[0] - first[0]
    second = [edge - shift for edge in second]
    if abs(shift) > _SHIFT_PT or abs(second[-1] - first[-1]) > 2 * _SAME_EDGE_PT:
        return None
    few, many = sorted((first, second), key=len)
    if any(min(abs(edge - other) for other in many) > _SAME_EDGE_PT for edge in few):
        return None
    if len(few) < len(many) and len(few) <= 2 and len(many) > 3:
        return None  # a frame of one column fits every table
    place = [[min(range(len(many)), key=lambda n: abs(many[n] - edge)) for edge in edges] for edges in (first, second)]
    if any(len(set(places)) < len(places) for places in place):
        return None
    return Columns(len(many) - 1, tuple(place[0]), tuple(place[1]))


def repeated_rows(before: Table, after: Table, columns: Columns) -> int:
    """How many rows at the top of the second table repeat the first table's header."""
    count = 0
    for row in range(min(before.rows, after.rows, _MOST_HEADER_ROWS)):
        texts = _row(before, row, columns.before)
        if texts != _row(after, row, columns.after) or not any(text for _, _, text in texts):
            break
        count += 1
    return count


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


def joined_tables(before: Table, after: Table, columns: Columns, *, rows_cut: bool = True) -> Table:
    """One table. With ``rows_cut`` the last row of the first may go on in the first row of the second."""
    skipped = repeated_rows(before, after, columns)
    upper = [_moved(cell, columns.before, 0) for cell in before.cells]
    lower = [_moved(cell, columns.after, 0) for cell in after.cells if cell.row >= skipped]
    lower = [replace(cell, row=cell.row - skipped) for cell in lower]
    last, rows = before.rows - 1, before.rows
    if rows_cut and lower:
        one = Table(0, before.rows, columns.count, tuple(upper))
        two = Table(0, after.rows - skipped, columns.count, tuple(lower))
        if _is_cut(one, two):
            upper, lower = _one_row(one, two)
            rows -= 1
        else:
            upper, lower = _spans_continued(one, two)
    cells = [*upper, *(replace(cell, row=cell.row + rows) for cell in lower)]
    return Table(
        before.number,
        rows + after.rows - skipped if after.rows > skipped else last + 1,
        columns.count,
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        before.page_from,
        after.page_to,
        before.role,
        before.ruled,
    )


def _edges(table: Table, page: int | None) -> list[float]:
    """The x places of the columns' borders, as far as cells with boxes on the page tell them."""
    places: dict[int, float] = {}
    for cell in table.cells:
        if cell.box is None or cell.page is None:
            return []
        places.setdefault(cell.column, cell.box.x0)
        places.setdefault(cell.column + cell.column_span, cell.box.x1)
    offset = 0.0
    own = next((cell for cell in reversed(table.cells) if cell.page == page and cell.box), None)
    if own is not None and own.box is not None:  # a joined table is measured where its last page shows it
        offset = own.box.x0 - places[own.column]
    edges = [places[column] + offset for column in sorted(places)]
    return edges if len(edges) == table.columns + 1 else []


def _row(table: Table, row: int, place: Sequence[int]) -> list[tuple[int, int, str]]:
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


def _is_cut(before: Table, after: Table) -> bool:
    """Whether the page end went through a row: a column that every row fills is empty in what follows."""
    if before.rows < 2:
        return False
    spanning = {
        cell.column for cell in (*before.cells, *after.cells) if cell.row_span > 1 and cell.column_span == 1
    }
    empty = {column for column in range(before.columns) if not after.text_at(0, column).strip()}
    required = [column for column in range(before.columns) if _is_required(column, before, after)]
    if any(column in empty and column not in spanning for column in required):
        return True
    if any(_FIGURE.fullmatch(after.text_at(0, column).strip()) for column in required):
        return False
    return any(
        _UNFINISHED.search(before.text_at(before.rows - 1, column).rstrip()) for column in set(range(before.columns)) - empty
    ) and not empty & set(required)


def _is_required(column: int, before: Table, after: Table) -> bool:
    texts = [before.text_at(row, column) for row in range(1, before.rows)]
    texts += [after.text_at(row, column) for row in range(1, after.rows)]
    return sum(1 for text in texts if text.strip()) >= _REQUIRED * len(texts) and bool(texts)


def _one_row(before: Table, after: Table) -> tuple[list[Cell], list[Cell]]:
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
        row_span = max(so_far.row_span, last - home.row + cell.row_span)
        poured[id(home)] = replace(
            so_far,
            text=_continued(so_far.text, cell.text),
            row_span=row_span,
            links=tuple(dict.fromkeys((*so_far.links, *cell.links))),
            tables=(*so_far.tables, *cell.tables),
        )
    return [poured.get(id(cell), cell) for cell in before.cells], own


def _spans_continued(before: Table, after: Table) -> tuple[list[Cell], list[Cell]]:
    """An empty cell at the top goes on with the cell above it, where the column's cells span rows."""
    last = before.rows - 1
    spanning = {cell.column for cell in (*before.cells, *after.cells) if cell.row_span > 1}
    extended: dict[int, Cell] = {}
    own = []
    for cell in after.cells:
        home = before.at(last, cell.column)
        same_columns = home is not None and (home.column, home.column_span) == (cell.column, cell.column_span)
        if cell.row == 0 and not cell.text.strip() and home is not None and same_columns and cell.column in spanning and home.text.strip():
            extended[id(home)] = replace(home, row_span=home.row_span + cell.row_span)
        else:
            own.append(cell)
    return [extended.get(id(cell), cell) for cell in before.cells], own


def _continued(text: str, rest: str) -> str:
    before, after = text.rstrip(), rest.lstrip()
    if not before or not after:
        return before or after
    mark = "\n" if begins_entry(after) else between(before.split()[-1], after.split()[0], trailing=False)
    return before + mark + after

