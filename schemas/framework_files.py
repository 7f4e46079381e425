"""Reads ``frameworks/*.toml``. A year's file names the shared parts it ``uses`` and adds or corrects its own.

Lists are joined by ``code`` or ``name``: an entry of the year with the code of a shared one changes the
fields it states and adds its variants. ``[basis.<part>]`` says for a whole part whether it is confirmed and
by what; the year's own basis wins over the shared one, and an entry's own ``confirmed`` over both.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from schemas.framework import (
    Framework,
    GradeBand,
    GradeSystem,
    Indicator,
    Instrument,
    Item,
    PassMark,
    Rule,
    Subindicator,
)

Entry = dict[str, Any]

_KINDS: dict[str, Any] = {
    "indicators": Indicator,
    "subindicators": Subindicator,
    "items": Item,
    "instruments": Instrument,
    "rules": Rule,
}
_DECIMALS = {"weight", "low", "high", "each_instrument", "tolerance", "score"}


def read_frameworks() -> tuple[Framework, ...]:
    """Every framework, in the order of the file names. Raises ValueError where two files claim one year."""
    folder = files("schemas").joinpath("frameworks")
    years = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    frameworks = tuple(_framework(_read(file)) for file in years)
    claimed = [year for each in frameworks for year in each.fiscal_years]
    if len(claimed) != len(set(claimed)):
        raise ValueError(f"two files of {folder} claim one fiscal year: {sorted(claimed)}")
    return frameworks


def _framework(year: Entry) -> Framework:
    layers = [*(_shared(name) for name in year["uses"]), year]
    basis: dict[str, Entry] = {}
    for layer in layers:
        basis.update(layer.get("basis", {}))
    parts = {
        part: tuple(_built(kind, entry, basis.get(part, {})) for entry in _joined(layers, part))
        for part, kind in _KINDS.items()
    }
    return Framework(
        name=year["name"],
        fiscal_years=tuple(year["fiscal_years"]),
        grade_systems=tuple(_grade_system(e) for layer in layers for e in layer.get("grade_systems", ())),
        pass_mark=PassMark(**_typed(year["pass_mark"])) if "pass_mark" in year else None,
        office_count=year.get("office_count"),
        sources=tuple((part, entry["source"]) for part, entry in basis.items()),
        **parts,
    )


def _joined(layers: list[Entry], part: str) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for layer in layers:
        for entry in layer.get(part, ()):
            key = entry.get("code") or entry["name"]
            before = entries.get(key, {})
            variants = [*before.get("variants", ()), *entry.get("variants", ())]
            entries[key] = {**before, **entry, **({"variants": variants} if variants else {})}
    return list(entries.values())


def _built(kind: Any, entry: Entry, basis: Entry) -> Any:
    confirmed = entry.get("confirmed", basis.get("confirmed", False))
    source = {"source": basis.get("source", "")} if kind is Rule else {}
    return kind(**{**_typed(entry), **source, "confirmed": confirmed})


def _grade_system(entry: Entry) -> GradeSystem:
    bands = tuple(GradeBand(**_typed(band)) for band in entry["bands"])
    return GradeSystem(**{**_typed(entry), "bands": bands})


def _typed(entry: Entry) -> Entry:
    """TOML values as the dataclasses want them: tuples for lists, Decimal for numbers."""
    return {key: _value(key, value) for key, value in entry.items()}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(Decimal(v) if key == "values" else v for v in value)
    return Decimal(value) if key in _DECIMALS else value


@cache
def _shared(name: str) -> Entry:
    return _read(files("schemas").joinpath("frameworks", "shared", f"{name}.toml"))


def _read(file: Traversable) -> Entry:
    return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
