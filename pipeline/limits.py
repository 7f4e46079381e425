"""The limits of a run as a person sets them: ``pages=500`` on the command line, all others at their defaults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields, replace

from extractors.readers.limits import Limits

__all__ = ["Limits", "limits_from", "limits_of", "listed"]


def limits_from(settings: Iterable[str]) -> Limits:
    """The limits with these ``name=number`` settings. Raises ValueError that says what is wrong and possible."""
    known = {limit.name for limit in fields(Limits)}
    changed: dict[str, int] = {}
    for setting in settings:
        name, _, number = setting.partition("=")
        name = name.strip()
        if name not in known:
            raise ValueError(f"ไม่มีเพดานชื่อ {name!r} · no such limit; มี there are: {', '.join(sorted(known))}")
        if not number.strip().isdecimal() or int(number) < 1:
            raise ValueError(f"{name} ต้องเป็นจำนวนเต็มบวก · must be a whole number above 0")
        changed[name] = int(number)
    return replace(Limits(), **changed)


def limits_of(values: dict[str, int]) -> Limits:
    """The limits that ``listed`` gave, on the other side of a pipe or in a ledger."""
    return Limits(**values)


def listed(limits: Limits) -> dict[str, int]:
    """Each limit by name, for a pipe, a ledger or ``run.json``."""
    return asdict(limits)
