"""The accuracy gate lets nothing through."""

from typing import Any

import pytest

from scripts.accuracy import THRESHOLDS, shortfalls


def tally(f1: float = 1.0, **counts: int) -> dict[str, Any]:
    return {"gold": 10, "right": 10, "wrong": 0, "missed": 0, "extra": 0, "silent": 0, "f1": f1} | counts


def result(name: str, **tables: dict[str, Any]) -> dict[str, Any]:
    return {"reports": {name: {"scores": tally()} | tables}}


def test_a_perfect_run_falls_short_nowhere() -> None:
    assert list(shortfalls(result("a.pdf", **{table: tally() for table in THRESHOLDS}))) == []


NEAR = [("a.pdf", 0.97, 1), ("a.docx", 0.98, 0), ("a.txt", 0.95, 0), ("a.txt", 0.94, 1)]


@pytest.mark.parametrize(("name", "f1", "short"), NEAR)
def test_text_has_a_lower_threshold_than_pdf_and_docx(name: str, f1: float, short: int) -> None:
    assert len(list(shortfalls(result(name, responsibilities=tally(f1))))) == short


@pytest.mark.parametrize("counts", [{"silent": 1}, {"extra": 1}])
def test_a_silent_or_an_invented_score_is_named_even_at_full_f1(counts: dict[str, int]) -> None:
    assert len(list(shortfalls(result("a.pdf", scores=tally(**counts))))) == 1


@pytest.mark.parametrize(
    ("name", "table", "f1", "short"),
    [
        ("a-picture.docx", "scores", 0.985, 1),
        ("a-scan.pdf", "scores", 0.985, 0),
        ("a-scan.pdf", "measures", 0.5, 1),
        ("a-scan14.pdf", "score_history", 0.9, 1),
        ("a-scan14.pdf", "responsibilities", 0.0, 0),
    ],
)
def test_pictures_and_scans_have_thresholds_of_their_own(name: str, table: str, f1: float, short: int) -> None:
    assert len(list(shortfalls(result(name, **{table: tally(f1)})))) == short


def test_a_silent_figure_of_a_scan_is_named() -> None:
    assert len(list(shortfalls(result("a-scan.pdf", scores=tally(silent=1))))) == 1
