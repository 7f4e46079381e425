"""The published JSON Schema of ``<report_id>.json``, made from the models.

``schemas/report.schema.json`` is this text; ``scripts/publish.py`` writes it, a test fails when it is stale.
"""

from __future__ import annotations

import json
from typing import Any

from schemas.report import Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of a report as it is written: every field present, decimals as strings of digits."""
    return {"$schema": DIALECT, **Report.model_json_schema(mode="serialization")}


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
