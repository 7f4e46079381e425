"""Issues: what could not be read, matched or proven, each with a stable code and words for people.

The catalogue is ``issues.toml``: severity, Thai and English message, and what to do next. Code never words a
message itself; it names the code and fills in the evidence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from schemas.rows import Issue

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class IssueKind:
    """One entry of the catalogue. ``message_*`` are format strings; ``next_*`` say what the officer can do."""

    code: str
    severity: Severity
    message_th: str
    message_en: str
    next_th: str
    next_en: str


@cache
def catalogue() -> dict[str, IssueKind]:
    """All kinds of issue by code, in the order of the file."""
    entries = tomllib.loads(files("schemas").joinpath("issues.toml").read_text(encoding="utf-8"))
    return {code: IssueKind(code=code, **entry) for code, entry in entries.items()}


def issue(
    code: str,
    *,
    score_key: str = "",
    table: str = "",
    row_ref: str = "",
    printed: str = "",
    expected: str = "",
    page: int | None = None,
    bbox: tuple[float, float, float, float] | None = None,
    **arguments: object,
) -> Issue:
    """An issue row of the catalogue's kind ``code``; ``arguments`` fill its messages.

    ``printed`` and ``expected`` may be used by the messages too. Raises KeyError for an unknown code or a
    message argument that is missing: both are mistakes of the program, not of the report.
    """
    kind = catalogue()[code]
    words = {"printed": printed, "expected": expected, "page": page, **arguments}
    return Issue(
        severity=kind.severity,
        code=code,
        message_th=" ".join(filter(None, (kind.message_th.format(**words), kind.next_th))),
        message_en=" ".join(filter(None, (kind.message_en.format(**words), kind.next_en))),
        score_key=score_key,
        table=table,
        row_ref=row_ref,
        printed=printed,
        expected=expected,
        page=page,
        bbox=bbox,
    )
