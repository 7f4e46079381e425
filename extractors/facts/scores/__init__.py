"""Scores on all levels, from tables in any order and from prose.

``find`` collects every place that states a score, settles the year of each, and makes one row per score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Cell, Paragraph, Table
from extractors.facts.comparisons import own_years
from extractors.facts.context import Context, Found
from extractors.facts.scores.doubts import with_readings
from extractors.facts.scores.lines import stated_on_lines
from extractors.facts.scores.national import national_in_histories
from extractors.facts.scores.points import tell_points
from extractors.facts.scores.prose import stated_in
from extractors.facts.scores.resolve import rows, score_key
from extractors.facts.scores.stated import OVERALL, Entity, Stated
from extractors.facts.scores.subjects import LONGEST_CAPTION, is_foreign, own_columns, sure_scores
from extractors.facts.scores.tables import TableScores, read_table
from extractors.facts.scores.years import settle
from extractors.tables import TableReading, turned
from schemas.framework import nearest
from schemas.issues import issue
from schemas.rows import Issue

READ_KINDS = frozenset({"scores", "findings", "measures", ""})
"""Kinds of table that may state scores; an unknown table is read only for names with figures, one of measures only for
columns that surely hold results: its caption says the year of the measures."""

MOST_UNNAMED = 0.5
"""A table of scores with a larger share of rows that name nothing is something else (a ranking, a survey)."""

MOST_ROWS_ACROSS = 5
"""A table of unknown columns that names indicators across the top has few rows."""

DISCUSSION_PARAGRAPHS = 2
"""How many paragraphs after a table may discuss it."""


def find(context: Context) -> Found:
    stated: list[Stated] = []
    issues: list[Issue] = []
    unreadable: list[tuple[str, Entity, Cell]] = []
    used: set[int] = set()
    for block, reading in _readings(context):
        office = context.identity.office_name
        foreign = is_foreign(reading, office)
        own = own_columns(reading, office) if foreign else sure_scores(reading) if reading.kind == "measures" else None
        if own is not None and not own:
            continue
        table = read_table(reading, context.framework, office, block, only=own)
        upright_only = own is not None or reading.kind or reading.turned or reading.view.rows > MOST_ROWS_ACROSS
        if not table.stated and not upright_only:  # names across the top, figures below
            table = read_table(turned(reading), context.framework, office, block)
        figures = sum(s.quantity == "score" for s in table.stated)
        if not table.stated or len(table.unnamed) > MOST_UNNAMED * (figures + len(table.unnamed)):
            continue
        stated.extend(tell_points(table.stated, context.framework))
        if own is None:
            issues.extend(_unnamed(reading, table))
        unreadable.extend((f"table {reading.table.number}", entity, cell) for entity, cell in table.unreadable)
        if reading.kind != "measures":
            used.add(reading.table.number)
    heading = ""
    for number, item in enumerate(context.document.blocks):
        if isinstance(item, Paragraph) and item.role == "body":
            said = stated_in(item, number, context.framework, context.identity.office_name, heading)
            stated.extend(said)
            heading = heading if said else item.text
        elif isinstance(item, Table):
            heading = ""  # what stands below a table may be of the table
    stated = [_with_score_above(s, stated) for s in stated]
    stated.extend(national_in_histories(context))
    on_lines, years_above = stated_on_lines(context.document, context.framework)
    stated.extend(on_lines)
    captions, discussions = _years_around(context)
    captions |= years_above
    years = settle(stated, captions, discussions, context.identity.assessed_year)
    issues.extend(_unreadable(unreadable, years))
    dated = [(year, s) for s in stated if (year := s.year or years.get(s.group)) is not None]
    if len(dated) < len(stated):
        issues.append(issue("W_SCORE_YEAR_UNKNOWN", count=len(stated) - len(dated)))
    scores, mentions = rows(dated, {year: nearest(year) for year, _ in dated})
    return Found((*scores, *with_readings(mentions, context.document)), issues, frozenset(used))


def _with_score_above(grade: Stated, stated: list[Stated]) -> Stated:
    """A grade that stands alone on its line is that of the whole score stated last above it."""
    if grade.amount is not None or grade.source != "prose" or grade.year is not None:
        return grade
    if any(s.group == grade.group and s.amount is not None for s in stated):
        return grade
    above = [
        s
        for s in stated
        if s.entity == OVERALL and s.quantity == "score" and s.subject == "office" and s.place.block < grade.place.block
    ]
    last = max(above, key=lambda s: s.place.block, default=None)
    return replace(grade, group=last.group, year=last.year) if last else grade


def _readings(context: Context) -> Iterator[tuple[int, TableReading]]:
    """Each table that may state scores, with the number of its block (a nested table: that of its outer one)."""
    block_of: dict[int, int] = {}
    for number, item in enumerate(context.document.blocks):
        if isinstance(item, Table):
            for table in _nested(item):
                block_of[table.number] = number
    for reading in context.readings:
        if reading.kind in READ_KINDS and reading.table.role == "body":
            yield block_of.get(reading.table.number, 0), reading


def _nested(table: Table) -> Iterator[Table]:
    yield table
    for cell in table.cells:
        for inner in cell.tables:
            yield from _nested(inner)


def _unnamed(reading: TableReading, table: TableScores) -> Iterator[Issue]:
    for row, label, cell in table.unnamed:
        if label.strip():
            yield issue(
                "W_NAME_UNMATCHED",
                printed=label[:80],
                table="scores",
                row_ref=f"table {reading.table.number} row {row + 1}",
                page=cell.page,
                bbox=cell.box,
            )


def _unreadable(cells: list[tuple[str, Entity, Cell]], years: dict[str, int | None]) -> Iterator[Issue]:
    for group, entity, cell in cells:
        year = years.get(group)
        yield issue(
            "W_NUMBER_UNREADABLE",
            printed=cell.text[:40],
            table="scores",
            score_key=score_key(year, "office", entity) if year else "",
            page=cell.page,
            bbox=cell.box,
        )


def _years_around(context: Context) -> tuple[dict[str, int], dict[str, int]]:
    """The year that each group's caption names, and the year that the text right after it names."""
    captions: dict[str, int] = {}
    discussions: dict[str, int] = {}
    for reading in context.readings:
        year = next((y for p in reversed(reading.caption) if (y := _one_year(p.text)) is not None), None)
        if year is not None:
            captions[f"table {reading.table.number}"] = year
    blocks = context.document.blocks
    for number, item in enumerate(blocks):
        if isinstance(item, Table):
            for later in blocks[number + 1 : number + 1 + DISCUSSION_PARAGRAPHS]:
                if not isinstance(later, Paragraph):
                    break
                if "จากตาราง" in later.text.replace(" ", "") and (year := _one_year(later.text)) is not None:
                    discussions[f"table {item.number}"] = year
    return captions, discussions


def _one_year(text: str) -> int | None:
    """The year that a text speaks of; of several the last, and none where a long text speaks of several."""
    years = own_years(text)
    return years[-1] if years and (len(text) <= LONGEST_CAPTION or len(set(years)) == 1) else None
