from pipeline.audit import audit
from schemas.report import Report
from schemas.rows import PictureFigure, PictureReading
from tests.pipeline.audit.audit_reports import WHOLE_2566, codes, history, of, only, report

KEY = "2566/office/indicator/7"


def read_from_a_picture(found: Report, key: str, **chances: float) -> Report:
    """The report whose figure of ``key`` may say what ``chances`` has: ``v93_46=0.6`` for 93.46."""
    values = [(name[1:].replace("_", "."), chance) for name, chance in chances.items()]
    readings = tuple(PictureReading(value=value, probability=chance) for value, chance in values)
    mentions = tuple(
        mention.model_copy(update={"readings": readings}) if mention.score_key == key else mention
        for mention in found.mentions
    )
    return found.model_copy(update={"mentions": mentions})


def whole(value: str) -> Report:
    return report(*(f"{KEY} {value}" if KEY in line else line for line in WHOLE_2566))


def test_the_reading_that_the_arithmetic_proves_is_taken() -> None:
    audited = audit(read_from_a_picture(whole("98.46"), KEY, v98_46=0.6, v93_46=0.4))
    assert str(of(audited, KEY).score) == "93.46"
    assert of(audited, KEY).check == "verified"
    assert codes(audited, "error", "warning") == []


def test_a_value_that_was_not_read_is_never_taken() -> None:
    audited = audit(read_from_a_picture(whole("98.46"), KEY, v98_46=0.6, v88_46=0.4))
    assert str(of(audited, KEY).score) == "98.46"
    assert codes(audited, "error", "warning") != []


def test_a_doubtful_figure_that_nothing_proves_is_named_with_what_else_it_may_be() -> None:
    audited = audit(read_from_a_picture(report(f"{KEY} 98.46"), KEY, v98_46=0.6, v93_46=0.4))
    issue = only(audited, "W_PICTURE_FIGURE")
    assert issue.score_key == KEY
    assert "98.46 (60%), 93.46 (40%)" in issue.message_th
    assert audited.report.status == "needs_review"


def test_a_doubtful_figure_that_an_equation_confirms_is_not_named() -> None:
    audited = audit(read_from_a_picture(whole("93.46"), KEY, v93_46=0.6, v98_46=0.4))
    assert "W_PICTURE_FIGURE" not in codes(audited)


def test_auditing_twice_is_auditing_once() -> None:
    once = audit(read_from_a_picture(whole("98.46"), KEY, v98_46=0.6, v93_46=0.4))
    assert audit(once) == once


def of_the_history(year: str, column: str, **chances: float) -> PictureFigure:
    values = [(name[1:].replace("_", "."), chance) for name, chance in chances.items()]
    readings = tuple(PictureReading(value=value, probability=chance) for value, chance in values)
    return PictureFigure(
        table="score_history", row_ref=year, column=column, value=values[0][0], readings=readings, page=2
    )


def audited_history(*lines: str, doubtful: PictureFigure) -> Report:
    return audit(report(score_history=history(*lines), picture_figures=(doubtful,)))


def test_a_doubtful_score_of_a_past_year_that_no_change_proves_is_named() -> None:
    doubtful = of_the_history("2564", "score", v95_57=0.7, v93_57=0.3)
    issue = only(audited_history("2564 95.57 - -", "2565 92.67 down -", doubtful=doubtful), "W_PICTURE_FIGURE")
    assert (issue.table, issue.row_ref, issue.score_key) == ("score_history", "2564", "2564/office/overall/ITA")
    assert "95.57 (70%), 93.57 (30%)" in issue.message_en


def test_a_doubtful_score_of_a_past_year_that_a_printed_change_proves_is_not_named() -> None:
    doubtful = of_the_history("2564", "score", v95_57=0.7, v93_57=0.3)
    audited = audited_history("2564 95.57 - -", "2565 92.67 down -2.90", doubtful=doubtful)
    assert "W_PICTURE_FIGURE" not in codes(audited) and audited.report.status != "needs_review"


def test_a_doubtful_budget_is_always_named() -> None:
    figure = of_the_history("3", "budget_thb", v5000=0.7, v3000=0.3).model_copy(update={"table": "activities"})
    issue = only(audit(report(picture_figures=(figure,))), "W_PICTURE_FIGURE")
    assert (issue.table, issue.row_ref, issue.score_key) == ("activities", "3", "")
