"""Ready views: one SQL file each. What they are called and which columns they have stands in ``tables.toml``.

The SQL is what DuckDB and PostgreSQL both understand, so that a server has the same views.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.warehouse.columns import Column
from pipeline.warehouse.model import own_columns
from pipeline.warehouse.wording import wordings


@dataclass(frozen=True, slots=True)
class View:
    name: str
    columns: tuple[Column, ...]
    query: str

    def create_statement(self) -> str:
        return f'CREATE OR REPLACE VIEW "{self.name}" AS\n{self.query}'


@cache
def views() -> tuple[View, ...]:
    """Every view, those that others build on first."""
    folder = files("pipeline.warehouse.views")
    return tuple(
        View(
            name,
            own_columns(name, words["columns"]),
            folder.joinpath(f"{name}.sql").read_text(encoding="utf-8").strip(),
        )
        for name, words in wordings().items()
        if "columns" in words
    )


def view(name: str) -> View:
    """The view of that name. Raises KeyError for one that is not there."""
    found = next((each for each in views() if each.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
