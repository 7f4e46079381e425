from pipeline.audit import audit
from schemas.rows import Statement
from tests.pipeline.audit.audit_reports import INDICATORS_2566, TOTAL_2566, codes, of, only, report

OWN = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2"


def test_a_national_average_equal_to_the_own_score_is_doubted() -> None:
    audited = audit(report(TOTAL_2566, "2566/national/overall/ITA 96.98"))
    assert only(audited, "W_NATIONAL_EQUALS_OWN").score_key == "2566/national/overall/ITA"
    assert of(audited, "2566/national/overall/ITA").confidence == 0.5


def test_a_caption_with_another_year_than_its_scores_is_told() -> None:
    said = Statement(kind="caption_year", value="2565", table_no=1, page=3)
    found = only(audit(report(TOTAL_2566, statements=(said,))), "W_CAPTION_YEAR")
    assert (found.printed, found.expected, found.page) == ("2565", "2566", 3)


def test_a_caption_of_a_table_with_several_years_is_not_judged() -> None:
    said = Statement(kind="caption_year", value="2565", table_no=1)
    lines = report("2565/office/overall/ITA 90.00", TOTAL_2566)
    same_table = tuple(m.model_copy(update={"table_no": 1}) for m in lines.mentions)
    audited = audit(lines.model_copy(update={"mentions": same_table, "statements": (said,)}))
    assert "W_CAPTION_YEAR" not in codes(audited)


def test_indicators_copied_into_another_year_are_told() -> None:
    copied = [line.replace("2566", "2565") for line in INDICATORS_2566]
    assert "W_SAME_SCORES_TWO_YEARS" in codes(audit(report(*INDICATORS_2566, *copied)))


def test_the_number_of_offices_must_fit_the_year() -> None:
    said = Statement(kind="area_count", value="225", fiscal_year=2566)
    assert only(audit(report(statements=(said,))), "W_AREA_COUNT").expected == "245"
    assert codes(audit(report(statements=(said.model_copy(update={"fiscal_year": 2564}),)))) == []


def test_offices_that_do_not_exist_warn_in_titles_and_are_noted_in_the_text() -> None:
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตราด เขต 2"
    for source, code in (("title", "W_OFFICE_NOT_FOUND"), ("body", "I_OFFICE_NOT_FOUND")):
        said = Statement(kind="office_mention", value=name, source=source)
        assert codes(audit(report(statements=(said,)))) == [code]


def test_another_office_in_a_caption_is_told() -> None:
    said = Statement(kind="office_mention", value=OWN.replace("เขต 2", "เขต 1"), source="caption")
    audited = audit(report(source={"office_name": OWN}, statements=(said,)))
    assert only(audited, "W_OFFICE_DIFFERS").expected == OWN


def test_results_of_the_documents_own_year_are_noted() -> None:
    assert "I_YEAR_SAME" in codes(audit(report(*INDICATORS_2566, TOTAL_2566, fiscal_year=2566)))
