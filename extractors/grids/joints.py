"""Two tables that are one: a repeated header left out, a cut row made whole, spans continued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from extractors.document import Cell, Table
from extractors.grids.alignment import Columns
from extractors.grids.cuts import Tails, continued, is_cut, is_cut_number
from extractors.grids.repeats import FIGURE


def joined_tables(
    before: Table, after: Table, columns: Columns, tails: Tails, *, skipped: int, rows_cut: bool = True
) -> Table:
    """One table, the second one's first ``skipped`` rows left out, which repeat the header.

    With ``rows_cut`` the last row of the first may go on in the first row of the second.
    """
    upper = [_moved(cell, columns.before, 0) for cell in before.cells]
    lower = [_moved(cell, columns.after, -skipped) for cell in after.cells if cell.row >= skipped]
    rows = before.rows
    if rows_cut and lower:
        one = Table(0, before.rows, columns.count, tuple(upper))
        two = Table(0, after.rows - skipped, columns.count, tuple(lower))
        if is_cut(one, two, tails):
            upper, lower = _one_row(one, two, tails)
            rows -= 1
        else:
            upper, lower = _spans_continued(one, two, tails)
    cells = [*upper, *(cell.moved(cell.row + rows, cell.column, cell.column_span) for cell in lower)]
    return Table(
        before.number,
        rows + after.rows - skipped,
        columns.count,
        tuple(sorted(cells, key=attrgetter("row", "column"))),
        before.page_from,
        after.page_to,
        before.role,
        before.ruled,
    )


def _moved(cell: Cell, place: Sequence[int], rows: int) -> Cell:
    start, end = place[cell.column], place[cell.column + cell.column_span]
    if (start, end, rows) == (cell.column, cell.column + cell.column_span, 0):
        return cell
    return cell.moved(cell.row + rows, start, end - start)


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
        is_number = is_cut_number(cell.column, before, after)
        if (cell.page, cell.box) in tails:
            tails[home.page, home.box] = tails[cell.page, cell.box]
        row_span = max(so_far.row_span, last - home.row + cell.row_span)
        poured[id(home)] = replace(
            so_far,
            text=so_far.text + cell.text if is_number else continued(so_far.text, cell.text, tail),
            row_span=row_span,
            links=tuple(dict.fromkeys((*so_far.links, *cell.links))),
            tables=(*so_far.tables, *cell.tables),
        )
    return [poured.get(id(cell), cell) for cell in before.cells], own


def _spans_continued(before: Table, after: Table, tails: Tails) -> tuple[list[Cell], list[Cell]]:
    """A cell at the top goes on with the cell above it, where the column's cells span rows.

    It does if it is empty, if only both together say what another cell of the column says, or if the cell of another
    column goes on whose cells always span the same rows.
    """
    last = before.rows - 1
    spanning = {cell.column for cell in (*before.cells, *after.cells) if cell.row_span > 1}
    alike = _columns_going_on(before, after)
    extended: dict[int, Cell] = {}
    own = []
    for cell in after.cells:
        home = before.at(last, cell.column)
        same_columns = home is not None and (home.column, home.column_span) == (cell.column, cell.column_span)
        if (
            cell.row == 0
            and home is not None
            and same_columns
            and cell.column in spanning
            and home.text.strip()
        ):
            whole = _whole_of_two(home, cell, before, after)
            tail = tails.get((home.page, home.box))
            if whole is None and cell.column in alike and tail is not None and not tail.would_hold(cell.text):
                whole = continued(home.text, cell.text, tail)
            if whole is None:
                own.append(cell)
            else:
                extended[id(home)] = replace(home, text=whole, row_span=home.row_span + cell.row_span)
        else:
            own.append(cell)
    return [extended.get(id(cell), cell) for cell in before.cells], own


def _columns_going_on(before: Table, after: Table) -> set[int]:
    """The columns whose cells always span the same rows as those of a column that is empty at the top.

    "OIT" and "96.25" stand over two rows each, of which the page end left the second with "(ร้อยละ 40)" and nothing.
    A row with a figure of its own in such a column, or with nothing beside them, is a new one: that of the sum.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    for cell in before.cells:
        if cell.column_span == 1:
            spans.setdefault(cell.column, []).append((cell.row, cell.row_span))
    merged = {column: rows for column, rows in spans.items() if any(row_span > 1 for _, row_span in rows)}
    top = {cell.column: cell.text.strip() for cell in after.cells if cell.row == 0}
    going_on = [rows for column, rows in merged.items() if not top.get(column, "-")]
    alike = {column for column, rows in merged.items() if rows in going_on}
    is_new = any(FIGURE.fullmatch(top.get(column, "")) for column in alike) or not any(
        text for column, text in top.items() if column not in alike
    )
    return set() if is_new else alike


def _whole_of_two(home: Cell, cell: Cell, before: Table, after: Table) -> str | None:
    if not cell.text.strip():
        return home.text
    both = "".join((home.text + cell.text).split())
    for other in (*before.cells, *after.cells):
        if other.column == cell.column and "".join(other.text.split()) == both:
            return other.text
    return None
