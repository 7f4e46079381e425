"""From a folder of ITA reports to validated JSON and CSV."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: finding it takes as long as the rest of ``ita --help``."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ita-reports")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
