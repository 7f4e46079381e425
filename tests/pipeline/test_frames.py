"""The aggregation API: tables as frames with their types."""

from pathlib import Path

import pytest

from pipeline.frames import read_tables
from pipeline.sinks.csv_tables import CsvTables
from pipeline.tables import TABLES
from tests.pipeline.made_reports import history, made, measure, raw_table, score

pandas = pytest.importorskip("pandas")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    sink = CsvTables(tmp_path / "tables")
    sink.write(made("a.pdf", score("6", "99.10"), history(2558, "92.58", "-"), raw_table("ก")))
    handbook = measure("- จัดทำคู่มือ", responsible_units=("กลุ่มอำนวยการ",))
    sink.write(made("b.pdf", score("6", "97.00"), handbook))
    sink.finish()
    return tmp_path


def test_every_table_is_a_frame_with_the_columns_of_the_contract(output: Path) -> None:
    frames = read_tables(output)
    columns = {name: tuple(frame.columns) for name, frame in frames.items()}
    assert columns == {table.name: table.columns for table in TABLES}


def test_scores_can_be_averaged_over_reports(output: Path) -> None:
    scores = read_tables(output)["scores"]
    assert scores.groupby("code")["score"].mean()["6"] == pytest.approx(98.05)


def test_years_are_whole_numbers_and_absent_numbers_are_missing(output: Path) -> None:
    scores = read_tables(output)["scores"]
    assert str(scores["fiscal_year"].dtype) == "Int64"
    assert scores["table_no"].isna().all()
    assert str(scores["weighted_score"].dtype) == "Float64"


def test_codes_and_ids_stay_text(output: Path) -> None:
    assert read_tables(output)["scores"]["office_id"].tolist() == ["56020000", "56020000"]


def test_the_guard_against_formulas_is_taken_off(output: Path) -> None:
    assert read_tables(output)["measures"]["text"].tolist() == ["- จัดทำคู่มือ"]


def test_lists_are_lists(output: Path) -> None:
    frames = read_tables(output)
    assert frames["measures"]["responsible_units"].tolist() == [["กลุ่มอำนวยการ"]]
    assert frames["scores"]["bbox"].tolist()[0] == [72.0, 100.12, 200.0, 120.5]
    assert frames["tables"]["cells"].tolist()[0][0]["text"] == "ก"


def test_an_empty_table_is_an_empty_frame_with_types(output: Path) -> None:
    done = read_tables(output)["item_status"]["done"]
    assert len(done) == 0
    assert str(done.dtype) == "boolean"


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_tables(tmp_path)
