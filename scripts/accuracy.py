"""Holds a run on the reference reports against the thresholds: ``python -m scripts.accuracy RESULT.json``.

``RESULT.json`` is what the corpus's own ``evaluate.py --json`` wrote. Each report is judged by itself, so
that a good one cannot cover for a bad one. The thresholds only ever rise.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

THRESHOLDS = {
    "identity": (1.0, 1.0),
    "score_history": (1.0, 1.0),
    "scores": (1.0, 0.99),
    "responsibilities": (0.98, 0.95),
    "item_status": (0.98, 0.95),
    "committee_members": (0.98, 0.95),
    "measures": (0.95, 0.90),
}
"""The least F1 of each table: in PDF and DOCX, in text."""

PICTURES = {
    "-picture.": {"identity": 1.0, "scores": 0.99},
    "-scan.": {"identity": 1.0, "scores": 0.97, "measures": 0.6},
    "-scan14.": {"identity": 1.0, "scores": 0.95, "score_history": 0.95},
}
"""The same for reports with their tables as pictures, for scans at 200 dpi, for scans with Thai digits at 150 dpi."""


def shortfalls(result: dict[str, Any]) -> Iterator[str]:
    """What falls short, in words; nothing when every report reaches every threshold."""
    for name, tables in result["reports"].items():
        for table, tally in tables.items():
            least = least_f1(name, table)
            if tally["f1"] < least:
                counts = ", ".join(f"{word} {tally[word]}" for word in ("wrong", "missed", "extra"))
                yield f"{name} {table}: F1 {tally['f1']} < {least} ({counts} of {tally['gold']})"
        scores = tables["scores"]
        if scores["silent"]:
            yield f"{name} scores: {scores['silent']} wrong figures that no issue points at"
        if scores["extra"] and not name.endswith(".txt") and not _kind(name):
            yield f"{name} scores: {scores['extra']} that the report does not state"


def least_f1(name: str, table: str) -> float:
    """The threshold of a table of the report of this name, 0 where it has none."""
    if kind := _kind(name):
        return PICTURES[kind].get(table, 0.0)
    return THRESHOLDS[table][name.endswith(".txt")]


def _kind(name: str) -> str:
    return next((kind for kind in PICTURES if kind in name), "")


def main(path: str) -> int:
    result = json.loads(Path(path).read_text(encoding="utf-8"))
    found = list(shortfalls(result))
    print("\n".join(found) or f"all {len(result['reports'])} reports reach every threshold")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
