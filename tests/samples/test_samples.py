"""Every made-up report is read as it was described, from its PDF, its DOCX and its text.

The expected facts come from the descriptions in ``samples/describe``, never from what the program found.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.digitise import digitise
from samples.describe import ALL
from samples.parts import Fact, MadeUp
from samples.render.expected import expected_json
from samples.render.text import text_of

SAMPLES = Path(__file__).parents[2] / "samples"
LARGEST_PDF = 200_000
KEYS = {
    "scores": ("fiscal_year", "subject", "level", "code"),
    "score_history": ("fiscal_year",),
    "measures": ("indicator_code", "text"),
    "responsibilities": ("item_code", "role", "person"),
    "committee_members": ("seq", "person"),
    "item_status": ("item_code",),
    "activities": ("activity_no",),
    "findings": ("kind", "indicator_code", "text"),
}
"""What tells the facts of a table apart; every other expected field is compared."""

CASES = [
    pytest.param(made_up, ending, table, id=f"{made_up.name}{ending}-{table}")
    for made_up in ALL
    for ending in (".pdf", ".docx", ".txt")
    for table in made_up.facts
]
FILES = [
    pytest.param(made_up, ending, id=f"{made_up.name}{ending}")
    for made_up in ALL
    for ending in (".pdf", ".docx", ".txt")
]


@cache
def read(name: str) -> Fact:
    found: Fact = digitise(SAMPLES / "reports" / name).model_dump(mode="json")
    return found


def plain(value: Any) -> Any:
    """A text without its spaces and line breaks, which a page does not state."""
    return re.sub(r"\s+", "", value) if isinstance(value, str) else value


def key(fact: Fact, table: str) -> tuple[Any, ...]:
    return tuple(plain(fact[name]) for name in KEYS[table])


@pytest.mark.parametrize(("made_up", "ending"), FILES)
def test_office_and_year_are_those_of_the_description(made_up: MadeUp, ending: str) -> None:
    report = read(made_up.name + ending)["report"]
    assert {name: report[name] for name in made_up.report} == made_up.report


@pytest.mark.parametrize(("made_up", "ending", "table"), CASES)
def test_every_fact_is_found_as_described(made_up: MadeUp, ending: str, table: str) -> None:
    found = {key(fact, table): fact for fact in read(made_up.name + ending)[table]}
    for fact in made_up.facts[table]:
        assert key(fact, table) in found, f"missing: {fact}"
        got = found[key(fact, table)]
        assert {name: plain(got[name]) for name in fact} == {name: plain(fact[name]) for name in fact}


@pytest.mark.parametrize(("made_up", "ending", "table"), CASES)
def test_nothing_is_found_that_was_not_described(made_up: MadeUp, ending: str, table: str) -> None:
    expected = {key(fact, table) for fact in made_up.facts[table]}
    found = [fact for fact in read(made_up.name + ending)[table] if key(fact, table) not in expected]
    past = {fact["fiscal_year"] for fact in made_up.facts.get("score_history", ())}
    assert [f for f in found if not (f.get("level") == "overall" and f.get("fiscal_year") in past)] == []


@pytest.mark.parametrize(("made_up", "ending"), FILES)
def test_what_is_wrong_on_purpose_is_told(made_up: MadeUp, ending: str) -> None:
    assert set(made_up.issues) <= {issue["code"] for issue in read(made_up.name + ending)["issues"]}


@pytest.mark.parametrize(("made_up", "ending"), FILES)
def test_a_sample_without_purposeful_faults_has_no_error(made_up: MadeUp, ending: str) -> None:
    found = read(made_up.name + ending)
    errors = [issue["message_en"] for issue in found["issues"] if issue["severity"] == "error"]
    assert made_up.issues or not errors


@pytest.mark.parametrize("made_up", ALL, ids=lambda made_up: made_up.name)
def test_the_committed_files_are_those_of_the_description(made_up: MadeUp) -> None:
    stem = SAMPLES / "reports" / made_up.name
    stale = "run: python -m samples.build"
    expected = SAMPLES / "expected" / f"{made_up.name}.json"
    assert expected.read_text(encoding="utf-8") == expected_json(made_up), stale
    assert stem.with_suffix(".txt").read_text(encoding="utf-8") == text_of(made_up), stale
    assert stem.with_suffix(".pdf").stat().st_size < LARGEST_PDF
    assert json.loads(expected.read_text(encoding="utf-8"))["report"] == made_up.report
