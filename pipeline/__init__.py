"""From a folder of ITA reports to validated JSON and CSV."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    """``__version__`` and ``panel``, looked up when they are asked for: ``ita --help`` needs neither."""
    if name == "panel":
        from pipeline.panels import panel

        return panel
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ita-reports")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
