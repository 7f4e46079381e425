"""The expected facts of a made-up report, from its description and never from what the pipeline found."""

from __future__ import annotations

import json

from samples.parts import MadeUp


def expected_json(made_up: MadeUp) -> str:
    expected = {"report": made_up.report, **made_up.facts, "issues": list(made_up.issues)}
    return json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
