"""Readings: what one run yielded for a file, and which of two readings of a file is the newer."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.sinks.json_reports import as_json
from schemas.report import Report

TIME = re.compile(rb'"processed_at": ?"[^"]*"')
"""The time in a report's JSON: the first of that name, since the report's own record stands first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The identity of what a run yielded for a file. ``reading_id`` leaves the time of the run aside."""

    report_id: str
    reading_id: str
    pipeline_version: str
    processed_at: str

    @property
    def age(self) -> tuple[tuple[int, ...], bool, str, str]:
        """Orders readings of one file: program version, then time; the id decides between equals."""
        return (*version_order(self.pipeline_version), self.processed_at, self.reading_id)


class Incoming(NamedTuple):
    """A report on its way into a warehouse, the identity of its reading, and the names of all files with its bytes."""

    report: Report
    reading: Reading
    names: tuple[str, ...]


def incoming(each: Report | Incoming) -> Incoming:
    """A report that was read here, or one that comes with what its run says of it."""
    return each if isinstance(each, Incoming) else Incoming(each, reading_of(each), (each.report.source_name,))


def reading_of(report: Report, content: bytes | None = None) -> Reading:
    """The same facts by the same version have the same ``reading_id``, whenever they were read.

    ``content`` is the report's JSON where it is at hand. What a file says keeps its identity when a later version
    knows more columns.
    """
    source = report.report
    digest = hashlib.sha256(TIME.sub(b"", content or as_json(report).encode(), count=1)).hexdigest()
    return Reading(source.report_id, f"g_{digest[:16]}", source.pipeline_version, source.processed_at)


def version_order(version: str) -> tuple[tuple[int, ...], bool]:
    """Orders versions by their numbers (0.10 after 0.9); a pre-release stands before its release."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    if release is None:
        return (0,), False
    numbers = tuple(int(number) for number in release[0].split("."))
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers = numbers[:-1]
    return numbers, not re.match(r"[.-]?(?:a|b|rc|dev|pre)", version[release.end() :])
