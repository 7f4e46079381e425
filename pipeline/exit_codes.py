"""Exit codes of ``ita``: part of the stable interface, so that scripts can act on them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """How a run ended. When several apply, the gravest counts: ``SOME_FAILED`` before ``NEEDS_REVIEW``."""

    OK = 0
    """every input was read and nothing needs a person's eye"""
    WRONG_USAGE = 2
    """the command line was wrong; nothing was read"""
    NEEDS_REVIEW = 3
    """everything was read, and some reports need review"""
    SOME_FAILED = 4
    """some inputs could not be read; the others were"""
    OUTPUT_BUSY = 5
    """another run is writing into the output folder; nothing was read"""
    BROKEN_OFF = 6
    """the output could not be written any more, or no worker would start; what was read is kept for the next run"""
    INTERRUPTED = 130
    """ended by Ctrl-C or a request to end; what was read is kept for the next run"""


def exit_code(statuses: Iterable[str]) -> ExitCode:
    """The exit code of a run whose reports have these statuses, as ``schemas.rows.Source`` names them."""
    seen = set(statuses)
    if "failed" in seen:
        return ExitCode.SOME_FAILED
    return ExitCode.NEEDS_REVIEW if seen & {"needs_review", "partial"} else ExitCode.OK
