"""Faults planted in made-up reports are found; reports without a fault are left in peace.

A seeded sample runs always; ``-m long`` runs the whole: more than 2,000 faults and 600 clean reports.
"""

import random
from decimal import Decimal

import pytest

from pipeline.audit import audit
from schemas.rows import Issue
from tests.pipeline.audit.planted_faults import FIGURES, PLANTERS, Fault, one_digit_in, plant
from tests.pipeline.audit.synthetic_reports import fault_free


def alarms(seeds: range) -> list[tuple[int, str]]:
    audited = ((seed, audit(fault_free(random.Random(seed))[0])) for seed in seeds)
    return [(seed, i.code) for seed, report in audited for i in report.issues if i.severity != "info"]


def faults(kind: str, seeds: range) -> list[Fault]:
    planted = (plant(random.Random(f"{kind}{seed}"), kind) for seed in seeds)
    return [fault for fault in planted if fault is not None and fault.visible]


def is_found(fault: Fault) -> bool:
    """Whether an error or warning of the audit points at the faulty figure (or, without a key, is there)."""
    issues = [i for i in audit(fault.report).issues if i.severity != "info"]
    return any(not fault.key or i.score_key == fault.key for i in issues)


def expects_truth(found: Issue, fault: Fault) -> bool:
    return found.score_key == fault.key and Decimal(found.expected) == Decimal(fault.true)


def expectations(fault: Fault) -> list[Issue]:
    """The audit's issues with an expected figure, in their order."""
    words = ("E_GRADE_MISMATCH", "E_RESULT_MISMATCH", "E_TREND_MISMATCH", "W_COUNT_MISMATCH")
    return [i for i in audit(fault.report).issues if i.expected and i.code not in words]


def is_first(fault: Fault) -> bool:
    """Whether the first figure that the audit expects is the true one, of the faulty figure."""
    found = expectations(fault)
    return bool(found) and expects_truth(found[0], fault)


def share_first(level: str, seeds: range, mentions: int = 2) -> float:
    planted = (one_digit_in(level, random.Random(f"{level}{seed}"), mentions) for seed in seeds)
    visible = [fault for fault in planted if fault is not None and fault.visible]
    return sum(map(is_first, visible)) / len(visible)


def test_a_sample_of_clean_reports_raises_no_alarm() -> None:
    assert alarms(range(60)) == []


@pytest.mark.parametrize("kind", PLANTERS)
def test_a_sample_of_every_kind_of_fault_is_found(kind: str) -> None:
    planted = faults(kind, range(12))
    assert planted
    assert [fault.key or fault.true for fault in planted if not is_found(fault)] == []


@pytest.mark.parametrize("level", FIGURES)
def test_a_sample_of_wrong_digits_is_put_right(level: str) -> None:
    assert share_first(level, range(40)) >= 0.9


@pytest.mark.parametrize("kind", PLANTERS)
def test_auditing_a_faulty_report_twice_changes_nothing(kind: str) -> None:
    for fault in faults(kind, range(4)):
        once = audit(fault.report)
        assert audit(once) == once


@pytest.mark.long
def test_no_clean_report_raises_an_alarm() -> None:
    assert alarms(range(600)) == []


@pytest.mark.long
def test_at_least_99_percent_of_visible_faults_are_found() -> None:
    planted = [fault for kind in PLANTERS for fault in faults(kind, range(150))]
    assert len(planted) >= 2000
    assert sum(map(is_found, planted)) >= 0.99 * len(planted)


@pytest.mark.long
def test_the_true_value_is_expected_first_in_95_percent() -> None:
    shares = [share_first(level, range(300)) for level in FIGURES]
    assert sum(shares) / len(shares) >= 0.95


@pytest.mark.long
def test_an_indicator_stated_once_still_has_its_true_value_among_the_expected() -> None:
    """Alone the arithmetic cannot tell which of three or five indicators is wrong: it names them all."""
    planted = (one_digit_in("indicator", random.Random(f"indicator{seed}"), 1) for seed in range(300))
    visible = [fault for fault in planted if fault is not None and fault.visible]
    named = [any(expects_truth(found, fault) for found in expectations(fault)) for fault in visible]
    assert sum(named) >= 0.9 * len(named)
