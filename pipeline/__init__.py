"""From a folder of ITA reports to validated JSON and CSV."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("ita-reports")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
