"""The published JSON Schema is the models' own, and what is written is valid against it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pipeline.sinks.json_reports import as_json
from schemas.json_schema import schema, schema_text
from tests.pipeline.made_reports import history, made, measure, raw_table, score, unreadable

PUBLISHED = Path(__file__).parents[2] / "schemas" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run: python -m scripts.publish"


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_written_report_is_valid(validator: Draft202012Validator) -> None:
    full = made("a.pdf", score(), history(2565, "86.90", "1.50"), measure("จัดทำคู่มือ"), raw_table("ก"))
    for report in (full, made("b.pdf"), unreadable("c.pdf")):
        validator.validate(json.loads(as_json(report)))


@pytest.mark.parametrize("broken", [{"level": "district"}, {"score": 99.1}, {"unknown": 1}, {"page": 0}])
def test_a_wrong_value_is_not_valid(validator: Draft202012Validator, broken: dict[str, object]) -> None:
    report = json.loads(as_json(made("a.pdf", score())))
    report["scores"][0] |= broken
    with pytest.raises(ValidationError):
        validator.validate(report)


def test_every_field_says_what_it_is_in_thai_and_english() -> None:
    silent = [
        f"{model}.{name}"
        for model, definition in schema()["$defs"].items()
        for name, field in definition["properties"].items()
        if not field.get("description") or not field.get("title")
    ]
    assert not silent
