"""Titles and meanings of tables and views in Thai and English, from ``tables.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def wordings() -> dict[str, dict[str, str]]:
    """By name of table or view: ``th``, ``en``, ``means_th``, ``means_en``; views have ``columns`` too."""
    return tomllib.loads(files("pipeline.warehouse").joinpath("tables.toml").read_text(encoding="utf-8"))
