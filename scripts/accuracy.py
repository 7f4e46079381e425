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


def shortfalls(result: dict[str, Any]) -> Iterator[str]:
    """What falls short, in words; nothing when every report reaches every threshold."""
    for name, tables in result["reports"].items():
        for table, tally in tables.items():
            least = THRESHOLDS[table][name.endswith(".txt")]
            if tally["f1"] < least:
                counts = ", ".join(f"{word} {tally[word]}" for word in ("wrong", "missed", "extra"))
                yield f"{name} {table}: F1 {tally['f1']} < {least} ({counts} of {tally['gold']})"
        scores = tables["scores"]
        if scores["silent"]:
            yield f"{name} scores: {scores['silent']} wrong figures that no issue points at"
        if scores["extra"] and not name.endswith(".txt"):
            yield f"{name} scores: {scores['extra']} that the report does not state"


def main(path: str) -> int:
    result = json.loads(Path(path).read_text(encoding="utf-8"))
    found = list(shortfalls(result))
    print("\n".join(found) or f"all {len(result['reports'])} reports reach every threshold")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
