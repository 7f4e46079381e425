"""The record of a file of which nothing could be read. It needs no reader, so the parent of workers can write it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pipeline import __version__
from schemas.report import Report
from schemas.rows import Issue, Source


def source_of(name: str, digest: str, known_as: str = "") -> Source:
    """The identity of the file with this SHA-256; one without bytes to hash is told by ``known_as``, else its name."""
    identity = digest or hashlib.sha256((known_as or name).encode("utf-8", "replace")).hexdigest()
    return Source(
        report_id=f"r_{identity[:16]}",
        source_name=name,
        source_sha256=digest,
        pipeline_version=__version__,
        processed_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def refused(source: Source, *issues: Issue) -> Report:
    """The Report of a file that could not be read, for the reasons given."""
    counts = {f"{grade}_count": sum(one.severity == grade for one in issues) for grade in ("error", "warning")}
    failed = source.model_copy(update={"status": "failed", **counts})
    return Report(report=failed, issues=issues)
