from extractors.grids.edges import Edge, Edges, joined
from extractors.grids.lattice import grids_of
from extractors.grids.regions import GridCell


def grid(xs: list[float], ys: list[float]) -> Edges:
    return Edges([Edge(y, xs[0], xs[-1]) for y in ys], [Edge(x, ys[0], ys[-1]) for x in xs])


def test_pieces_that_overlap_or_nearly_touch_are_one_line() -> None:
    (line,) = joined([Edge(10, 0, 50), Edge(11, 48, 100), Edge(10, 102, 150)])
    assert (line.start, line.end) == (0, 150)
    assert 10 < line.at < 11


def test_a_wide_gap_leaves_two_lines() -> None:
    assert [(line.start, line.end) for line in joined([Edge(10, 0, 50), Edge(10, 60, 100)])] == [(0, 50), (60, 100)]


def test_specks_are_no_lines() -> None:
    assert joined([Edge(10, 0, 3)]) == []


def test_full_lines_make_all_places_cells() -> None:
    (found,) = grids_of(grid([0, 50, 100], [0, 20, 40]))
    assert found.cells == (GridCell(0, 0, 1, 1), GridCell(0, 1, 1, 1), GridCell(1, 0, 1, 1), GridCell(1, 1, 1, 1))
    assert found.consistent


def test_a_missing_wall_makes_a_spanning_cell() -> None:
    edges = grid([0, 50, 100], [0, 20, 40])
    edges.vertical[1] = Edge(50, 20, 40)
    (found,) = grids_of(edges)
    assert found.cells[0] == GridCell(0, 0, 1, 2)


def test_a_line_that_walls_nothing_divides_nothing() -> None:
    edges = grid([0, 50, 100], [0, 40])
    edges.horizontal.append(Edge(25, 0, 20))  # an underline that touches the border
    (found,) = grids_of(edges)
    assert found.ys == (0, 40)


def test_a_cell_that_is_no_rectangle_is_not_consistent() -> None:
    edges = grid([0, 50, 100], [0, 20, 40])
    edges.vertical[1] = Edge(50, 0, 20)
    edges.horizontal[1] = Edge(20, 0, 50)
    (found,) = grids_of(edges)
    assert not found.consistent
    assert sum(cell.row_span * cell.column_span for cell in found.cells) == 4


def test_tables_that_do_not_touch_are_apart() -> None:
    left, right = grid([0, 50, 100], [0, 20]), grid([110, 150, 200], [0, 20])
    edges = Edges(left.horizontal + right.horizontal, left.vertical + right.vertical)
    assert [found.xs[0] for found in grids_of(edges)] == [0, 110]


def test_lines_cut_by_the_page_end_are_closed() -> None:
    edges = Edges([Edge(0, 0, 100), Edge(20, 0, 100)], [Edge(x, 0, 60) for x in (0, 50, 100)])
    (found,) = grids_of(edges)
    assert found.ys == (0, 20, 60)
    assert found.open_end


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    edges = Edges([Edge(5 * n, 0, 4000) for n in range(800)], [Edge(5 * n, 0, 4000) for n in range(800)])
    assert grids_of(edges) == []
