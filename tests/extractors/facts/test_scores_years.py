"""Which year a table speaks of, when captions contradict."""

from extractors.facts.scores import find
from schemas.rows import Score
from tests.build import context, table

SHEET = "ตัวชี้วัด | คะแนน\nการปฏิบัติหน้าที่ | 99.48\nการใช้งบประมาณ | 96.09\nการใช้อำนาจ | 98.46\nคุณภาพการดำเนินงาน | 97.47"


def years(*blocks: object, year: int = 2565) -> set[int]:
    return {row.fiscal_year for row in find(context(*blocks, year=year)).rows if isinstance(row, Score)}  # type: ignore[arg-type]


def test_a_table_without_a_caption_is_of_the_assessed_year() -> None:
    assert years(table(SHEET)) == {2565}


def test_a_caption_dates_its_table() -> None:
    assert years("ตารางที่ 1 ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2563", table(SHEET)) == {2563}


def test_one_stale_caption_is_outvoted_by_the_same_figures_elsewhere() -> None:
    assert years(
        "ตารางที่ 1 ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2564",
        table(SHEET),
        "จากตารางที่ 1 แสดงให้เห็นว่า ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2565 เป็นดังนี้",
        "ตารางที่ 2 ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2565 เรียงลำดับ",
        table(SHEET),
    ) == {2565}


def test_a_sentence_with_a_year_dates_the_table_with_its_figure() -> None:
    words = (
        "ด้านการปฏิบัติหน้าที่ ได้คะแนน 99.48 ในปีงบประมาณ พ.ศ. 2566\n"
        "ด้านคุณภาพการดำเนินงาน ได้คะแนน 97.47 ในปีงบประมาณ พ.ศ. 2566"
    )
    assert years(words, table(SHEET)) == {2566}


def test_two_different_sheets_keep_their_own_captions() -> None:
    other = SHEET.replace("99.48", "90.10").replace("96.09", "91.20").replace("98.46", "92.30").replace("97.47", "93.40")
    assert years(
        "ผลการประเมิน ปีงบประมาณ พ.ศ. 2564", table(other), "ผลการประเมิน ปีงบประมาณ พ.ศ. 2565", table(SHEET)
    ) == {2564, 2565}


def test_the_value_most_places_state_stands_in_the_row() -> None:
    wrong = SHEET.replace("99.48", "89.48")
    rows = find(context(table(SHEET), table(wrong), table(SHEET))).rows
    score = next(row for row in rows if isinstance(row, Score) and row.code == "1")
    assert (str(score.score), score.mentions) == ("99.48", 2)
