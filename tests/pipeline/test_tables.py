"""The flat tables: the contract's columns in its order, and where each value comes from."""

import pytest

from pipeline.tables import FROM_THE_REPORT, TABLES, table
from schemas.rows import Source
from tests.pipeline.made_reports import made, measure, score

CONTRACT = """
reports: report_id, source_name, source_sha256, media_type, page_count, text_source, document_kind,
 title, office_id, office_name, office_type, province, area_no, fiscal_year, fiscal_year_ce,
 framework, status, error_count, warning_count, pipeline_version, processed_at
scores: report_id, office_id, fiscal_year, subject, level, code, name, name_printed, score,
 full_score, weight, weighted_score, grade, result, score_key, mentions, check, confidence, page,
 table_no, row_no, bbox, quote
score_history: report_id, office_id, fiscal_year, score, trend, change_printed, change_computed,
 page, table_no, row_no
measures: report_id, office_id, fiscal_year, measure_id, indicator_code, indicator_name, heading,
 step_no, text, method, responsible, responsible_units, period, period_start, period_end,
 monitoring, reporting, progress, evidence_urls, budget_thb, page, table_no, row_no, bbox
measure_steps: report_id, measure_id, step_no, text
responsibilities: report_id, office_id, fiscal_year, item_code, item_name, item_name_printed, role,
 assignee, person, title, given_name, family_name, position, unit, page, table_no, row_no, bbox
committee_members: report_id, order_no, order_date, committee, seq, person, position, role, page
item_status: report_id, item_code, item_name, status, done, page, table_no, row_no
activities: report_id, activity_no, activity, budget_thb, q1, q2, q3, q4, remaining_thb, page,
 table_no, row_no
findings: report_id, kind, indicator_code, score, text, page
issues: report_id, severity, code, message_th, message_en, score_key, table, row_ref, printed,
 expected, page, bbox
tables: report_id, table_no, page_from, page_to, rows, columns, kind, recognised, cells
"""
PROMISED = dict(line.split(": ") for line in CONTRACT.strip().replace("\n ", " ").splitlines())


@pytest.mark.parametrize("name", PROMISED)
def test_a_table_has_the_columns_of_the_contract_in_its_order(name: str) -> None:
    assert list(table(name).columns) == PROMISED[name].split(", ")


def test_every_table_of_the_contract_is_there_and_no_other() -> None:
    assert [t.name for t in TABLES] == list(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_every_field_of_a_model_has_a_column(name: str) -> None:
    assert set(table(name).model.model_fields) <= set(table(name).columns)


@pytest.mark.parametrize("name", PROMISED)
def test_a_column_without_a_field_comes_from_the_report(name: str) -> None:
    borrowed = set(table(name).columns) - set(table(name).model.model_fields)
    assert borrowed <= set(FROM_THE_REPORT) <= set(Source.model_fields)


def test_a_score_keeps_the_year_assessed_not_the_year_of_the_document() -> None:
    report = made("a.pdf", score(year=2565))
    (row,) = table("scores").rows(report)
    assert dict(zip(table("scores").columns, row, strict=True))["fiscal_year"] == 2565
    assert report.report.fiscal_year == 2566


def test_a_row_takes_the_identity_of_its_report() -> None:
    (row,) = table("measures").rows(made("a.pdf", measure("จัดทำคู่มือ")))
    assert row[:2] == (made("a.pdf").report.report_id, "56020000")


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("scores", "score", "number"),
        ("scores", "confidence", "number"),
        ("scores", "bbox", "list"),
        ("reports", "fiscal_year", "integer"),
        ("item_status", "done", "truth"),
        ("measures", "responsible_units", "list"),
        ("tables", "cells", "list"),
        ("score_history", "change_printed", "text"),
        ("measures", "office_id", "text"),
    ],
)
def test_a_column_has_the_type_of_its_field(name: str, column: str, kind: str) -> None:
    assert table(name).column_type(column) == kind


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        table("scoers")
