"""Facts: what a Document says, as rows of the contract, each with its place.

``FINDERS`` is the registry: one finder per kind of fact, run in this order. A new kind of fact is one new
file here and one line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from extractors.facts.context import Context, Found

FINDERS = (
    "scores",
    "history",
    "measures",
    "responsibilities",
    "committee",
    "item_status",
    "activities",
    "findings",
    "statements",
)


def finders() -> Iterator[tuple[str, Callable[[Context], Found]]]:
    """Each registered finder with its name; modules are imported when they are first asked for."""
    for name in FINDERS:
        yield name, import_module(f"extractors.facts.{name}").find
