"""What is missing, stands twice or belongs to another year; and what of the document was used."""

from decimal import Decimal

from pipeline.audit import audit
from schemas.framework import framework
from schemas.rows import CommitteeMember, ItemStatus, Measure, RawTable, Responsibility, ScoreHistory
from tests.pipeline.audit.audit_reports import INDICATORS_2566, TOTAL_2566, codes, only, report


def duties(year: int, names_of: int, *, leave_out: str = "") -> tuple[Responsibility, ...]:
    return tuple(
        Responsibility(fiscal_year=year, item_code=item.code, item_name_printed=item.name, role="owner",
                       assignee="นายสมชาย ใจดี", person="นายสมชาย ใจดี")
        for item in framework(names_of).items
        if item.code != leave_out
    )  # fmt: skip


def test_one_missing_indicator_of_ten_is_told_but_a_selection_is_not() -> None:
    assert only(audit(report(*INDICATORS_2566[:9])), "W_INDICATOR_MISSING").expected == "10"
    assert codes(audit(report(*INDICATORS_2566[5:9]))) == []


def test_ten_indicators_without_a_total_are_told() -> None:
    assert codes(audit(report(*INDICATORS_2566))) == ["W_TOTAL_MISSING"]
    assert "W_TOTAL_MISSING" not in codes(audit(report(*INDICATORS_2566, TOTAL_2566)))


def test_a_total_in_the_history_is_a_total() -> None:
    row = ScoreHistory(fiscal_year=2566, score=Decimal("96.98"))
    assert "W_TOTAL_MISSING" not in codes(audit(report(*INDICATORS_2566, score_history=(row,))))


def test_a_gap_in_a_list_of_items_is_told() -> None:
    audited = audit(report(responsibilities=duties(2566, 2566, leave_out="O14")))
    assert only(audited, "W_ITEM_MISSING").expected == "O14"


def test_a_code_beyond_the_years_list_is_no_item() -> None:
    rows = (*duties(2566, 2566), duties(2566, 2566)[0].model_copy(update={"item_code": "O53"}))
    assert only(audit(report(responsibilities=rows)), "W_ITEM_UNKNOWN").printed == "O53"


def test_the_list_of_another_year_is_recognised_by_its_names() -> None:
    found = only(audit(report(responsibilities=duties(2566, 2564))), "W_ITEM_LIST_YEAR")
    assert found.expected == "2566"
    assert "W_ITEM_LIST_YEAR" not in codes(audit(report(responsibilities=duties(2566, 2566))))


def test_duties_without_a_person_are_told_once_for_a_table() -> None:
    rows = tuple(row.model_copy(update={"person": ""}) for row in duties(2566, 2566)[:2])
    found = only(audit(report(responsibilities=rows)), "W_PERSON_MISSING")
    assert "O1, O2" in found.message_th


def test_measures_without_anybody_are_told_where_others_have_somebody() -> None:
    alone = Measure(measure_id="m1", text="อบรม")
    other = Measure(measure_id="m2", text="ประชุม", responsible="ทุกกลุ่ม")
    assert only(audit(report(measures=(alone, other))), "W_RESPONSIBLE_MISSING").row_ref == "m1"
    assert codes(audit(report(measures=(alone,)))) == ["I_NOBODY_RESPONSIBLE"]


def test_a_skipped_number_of_a_committee_is_told() -> None:
    members = tuple(CommitteeMember(seq=seq, person="นายสมชาย ใจดี") for seq in ("1.1", "1.2", "1.4", "2.1"))
    assert only(audit(report(committee_members=members)), "W_MEMBER_MISSING").expected == "1.3"


def test_an_item_followed_up_twice_in_a_table_is_told() -> None:
    rows = tuple(ItemStatus(item_code="O1", status="ดำเนินการแล้ว", table_no=1) for _ in range(2))
    assert "W_ITEM_TWICE" in codes(audit(report(item_status=rows)))


def test_pages_and_tables_without_use_are_noted() -> None:
    table = RawTable(table_no=2, page_from=2, page_to=2, rows=1, columns=1)
    audited = audit(report(TOTAL_2566, source={"page_count": 6}, tables=(table,)))
    assert only(audited, "I_TABLE_UNUSED").row_ref == "2"
    assert only(audited, "I_PAGES_UNUSED").row_ref == "3-6"


def test_a_document_of_measures_without_measures_is_partial() -> None:
    audited = audit(report(TOTAL_2566, kind="measures"))
    assert "W_NOTHING_OF_KIND" in codes(audited)
    assert audited.report.status == "partial"
