"""The country's scores that a history of this office's prints beside its own."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.facts.context import Context
from extractors.facts.history_tables import histories
from extractors.facts.scores.labels import is_aim
from extractors.facts.scores.stated import OVERALL, Place, Stated
from extractors.facts.scores.subjects import is_foreign
from extractors.facts.scores.values import value_of
from extractors.thai.dates import only_year


def national_in_histories(context: Context) -> Iterator[Stated]:
    """The whole score of the country, year by year."""
    block_of = {id(block): number for number, block in enumerate(context.document.blocks)}
    for reading in histories(context):
        if is_foreign(reading, context.identity.office_name):
            continue
        for record in reading.records():
            cell, year = record.cell("national"), only_year(record.text("year"))
            value = value_of(cell.text) if cell is not None else None
            if cell is None or value is None or value.amount is None or year is None or is_aim(record.text("year")):
                continue
            row, column = (cell.column, cell.row) if reading.turned else (cell.row, cell.column)
            yield Stated(
                entity=OVERALL,
                subject="national",
                quantity="score",
                printed=value.printed,
                amount=value.amount,
                year=year,
                group=f"table {reading.table.number}",
                place=Place(block_of.get(id(reading.table), 0), cell.page, reading.table.number, row, column, cell.box),
                quote=f"{record.text('year')} {value.printed}",
                source="table",
            )
