"""What the warehouse holds after a load, a reload, an overlapping load and a correction: rows written out by hand."""

from collections.abc import Sequence
from decimal import Decimal

from pipeline.warehouse.dimensions import fiscal_year_rows, indicator_rows
from tests.pipeline.made_reports import measure
from tests.pipeline.warehouse.made_readings import NAN1, PHAYAO2, RANONG, past, reading, score
from tests.pipeline.warehouse.warehouses import Warehouse, content, fingerprint

A = reading("a.pdf", score("ITA", "95.00"), score("6", "91.20", level="indicator"), measure("จัดทำคู่มือ"))
B = reading("b.pdf", score("ITA", "88.10", page=4), past(2565, "80.00"), office=RANONG)
C = reading("c.pdf", score("ITA", None, points="28.5"), office=NAN1, year=2567)
CORRECTED = reading("a.pdf", score("ITA", "95.10"), office=NAN1, version="1.10")

SCORES = "SELECT source_name, s.ordinal, s.office_id, score_key, score, weighted_score, s.page FROM scores s JOIN dim_report USING (report_id)"
HISTORY = "SELECT source_name, pipeline_version, is_current, score_count, measure_count FROM report_readings"
CHANGES = "SELECT source_name, score_key, score_before, score_now FROM score_corrections"

A_SCORES = [
    ("a.pdf", 1, PHAYAO2, "2566/office/overall/ITA", Decimal("95"), None, 3),
    ("a.pdf", 2, PHAYAO2, "2566/office/indicator/6", Decimal("91.2"), None, 3),
]
B_SCORES = [("b.pdf", 1, RANONG, "2566/office/overall/ITA", Decimal("88.1"), None, 4)]
C_SCORES = [("c.pdf", 1, NAN1, "2566/office/overall/ITA", None, Decimal("28.5"), 3)]
CORRECTED_SCORES = [("a.pdf", 1, NAN1, "2566/office/overall/ITA", Decimal("95.1"), None, 3)]
A_READ, B_READ, C_READ = (("a.pdf", "1.0", True, 2, 1), ("b.pdf", "1.0", True, 1, 0), ("c.pdf", "1.0", True, 1, 0))


DIMENSIONS = {"dim_office": 245, "dim_fiscal_year": len(fiscal_year_rows()), "dim_indicator": len(indicator_rows())}


def holds(warehouse: Warehouse, query: str, expected: Sequence[tuple[object, ...]]) -> None:
    """Row count and checksum of the answer are those of the rows that are written down."""
    assert fingerprint(warehouse.ask(query)) == fingerprint(list(expected))


def test_load_reload_overlap_and_correction_hold_what_is_written_here(warehouse: Warehouse) -> None:
    warehouse.load(A, B)
    holds(warehouse, SCORES, A_SCORES + B_SCORES)
    holds(warehouse, HISTORY, [A_READ, B_READ])
    counts = {name: rows for name, (rows, _) in content(warehouse).items()}
    filled = {"dim_report": 2, "scores": 3, "score_history": 1, "measures": 1}
    history = {"report_files": 2, "report_readings": 2, "score_readings": 3}
    assert {name: rows for name, rows in counts.items() if rows} == filled | history | DIMENSIONS

    before = content(warehouse)
    warehouse.load(A, B)
    assert content(warehouse) == before

    warehouse.load(B, C)
    holds(warehouse, SCORES, A_SCORES + B_SCORES + C_SCORES)
    holds(warehouse, HISTORY, [A_READ, B_READ, C_READ])

    warehouse.load(CORRECTED)
    holds(warehouse, SCORES, CORRECTED_SCORES + B_SCORES + C_SCORES)
    holds(warehouse, HISTORY, [("a.pdf", "1.0", False, 2, 1), ("a.pdf", "1.10", True, 1, 0), B_READ, C_READ])
    holds(warehouse, "SELECT * FROM measures", [])
    changed = [
        ("a.pdf", "2566/office/overall/ITA", Decimal("95"), Decimal("95.1")),
        ("a.pdf", "2566/office/indicator/6", Decimal("91.2"), None),
    ]
    holds(warehouse, CHANGES, changed)
