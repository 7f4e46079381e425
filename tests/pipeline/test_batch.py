"""Many files: one record each, nothing stops, nothing is lost, and a rerun goes on where one ended."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.batch import Options, Outcome, extract
from pipeline.ledger import lines_of
from pipeline.limits import Limits
from pipeline.lock import OutputBusy, OutputLock
from pipeline.tables import TABLES
from tests.pipeline.test_cli import rows

REPORT = (
    "ผลการประเมิน ITA สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพะเยา เขต 2 ปีงบประมาณ พ.ศ. 2566\n\n"
    "ตัวชี้วัด\tคะแนน\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t99.10\nตัวชี้วัดที่ 2 การใช้งบประมาณ\t{}\n"
)
HERE = Options(workers=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports and a file that is none."""
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    for name, score in (("a.txt", "97.00"), ("b.txt", "96.00"), ("c.txt", "95.00")):
        (uploads / name).write_text(REPORT.format(score))
    (uploads / "empty.pdf").write_bytes(b"")
    return uploads


def tables_of(output: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of every table, without the time at which they were read."""
    tables = {table.name: rows(output, table.name) for table in TABLES}
    for row in tables["reports"]:
        del row["processed_at"]
    return tables


def names(outcomes: list[Outcome]) -> list[str]:
    return [outcome.source.source_name for outcome in outcomes]


def read_again(outcomes: list[Outcome]) -> list[str]:
    return [outcome.source.source_name for outcome in outcomes if not outcome.kept]


def events(output: Path) -> list[str]:
    return [entry["event"] for entry in lines_of(output / "ledger.jsonl")]


def test_every_file_has_a_record_in_the_order_of_names(folder: Path, tmp_path: Path) -> None:
    outcomes = extract([folder], tmp_path / "out", HERE)
    assert names(outcomes) == ["a.txt", "b.txt", "c.txt", "empty.pdf"]
    assert dict(outcomes[3].codes) == {"E_FILE_EMPTY": 1}
    assert [row["source_name"] for row in rows(tmp_path / "out", "reports")] == names(outcomes)
    assert outcomes[0].rows["scores"] == 2
    assert len(rows(tmp_path / "out", "scores")) == 6


def test_each_outcome_is_told_as_it_comes(folder: Path, tmp_path: Path) -> None:
    told: list[Outcome] = []
    counted: list[int] = []
    outcomes = extract([folder], tmp_path / "out", HERE, told.append, counted.append)
    assert counted == [4]
    assert sorted(names(told)) == names(outcomes)


def test_workers_and_this_process_write_the_same_tables(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "here", HERE)
    extract([folder], tmp_path / "there", Options(workers=2))
    assert tables_of(tmp_path / "here") == tables_of(tmp_path / "there")


def test_what_was_read_is_kept_with_its_time(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out" / "tables").iterdir()}
    again = extract([folder], tmp_path / "out", HERE)
    assert read_again(again) == []
    assert {path.name: path.read_bytes() for path in (tmp_path / "out" / "tables").iterdir()} == before


def test_fresh_reads_every_file_again(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    assert len(read_again(extract([folder], tmp_path / "out", Options(workers=0, fresh=True)))) == 4


def test_failed_files_are_read_again_only_when_asked(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    assert read_again(extract([folder], tmp_path / "out", HERE)) == []
    assert read_again(extract([folder], tmp_path / "out", Options(workers=0, retry_failed=True))) == ["empty.pdf"]


def test_a_file_that_was_missing_is_tried_again(folder: Path, tmp_path: Path) -> None:
    late = folder.parent / "late.txt"
    (first,) = extract([late], tmp_path / "out", HERE)
    assert dict(first.codes) == {"E_FILE_MISSING": 1}
    late.write_text(REPORT.format("90.00"))
    (second,) = extract([late], tmp_path / "out", HERE)
    assert second.source.status != "failed"


def test_a_file_that_changed_supersedes_its_record(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    (folder / "a.txt").write_text(REPORT.format("88.00"))
    assert read_again(extract([folder], tmp_path / "out", HERE)) == ["a.txt"]
    assert {row["score"] for row in rows(tmp_path / "out", "scores")} == {"99.10", "88.00", "96.00", "95.00"}
    last = [entry for entry in lines_of(tmp_path / "out" / "ledger.jsonl") if entry["event"] == "file"][-1]
    first = next(entry for entry in lines_of(tmp_path / "out" / "ledger.jsonl") if entry.get("where") == last["where"])
    assert last["supersedes"] == first["key"]


def test_a_file_under_another_name_keeps_its_reading_and_bears_the_name(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    (folder / "a.txt").rename(folder / "z.txt")
    outcomes = extract([folder], tmp_path / "out", HERE)
    assert read_again(outcomes) == []
    assert "z.txt" in [row["source_name"] for row in rows(tmp_path / "out", "reports")]
    assert tables_of(tmp_path / "out") == tables_of_anew(folder, tmp_path / "anew")


def tables_of_anew(folder: Path, output: Path) -> dict[str, list[dict[str, str]]]:
    extract([folder], output, HERE)
    return tables_of(output)


def test_the_same_bytes_are_read_once_and_each_name_has_its_record(folder: Path, tmp_path: Path) -> None:
    (folder / "b-again.txt").write_bytes((folder / "b.txt").read_bytes())
    outcomes = {outcome.source.source_name: outcome for outcome in extract([folder], tmp_path / "out", HERE)}
    assert events(tmp_path / "out").count("file") == 4
    assert [issue.code for issue in outcomes["b.txt"].issues] == ["I_SAME_CONTENT"]
    assert "b-again.txt" in outcomes["b.txt"].issues[0].message_th
    assert len(rows(tmp_path / "out", "scores")) == 6
    assert len(rows(tmp_path / "out", "reports")) == 5


def test_a_repeated_file_that_cannot_be_read_says_why(folder: Path, tmp_path: Path) -> None:
    (folder / "void.pdf").write_bytes(b"")
    outcome = extract([folder], tmp_path / "out", HERE)[-1]
    assert [issue.code for issue in outcome.issues] == ["E_FILE_EMPTY", "I_SAME_CONTENT"]


def test_another_limit_reads_the_files_anew(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    narrow = Options(workers=0, limits=Limits(characters=20))
    outcomes = extract([folder], tmp_path / "out", narrow)
    assert [list(outcome.codes) for outcome in outcomes[:3]] == [["E_LIMIT_TEXT"]] * 3


def test_a_damaged_shelf_is_mended_from_the_reports(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    before = tables_of(tmp_path / "out")
    for path in (tmp_path / "out" / ".ita" / "rows").iterdir():
        path.write_text('{"scores": ')
    extract([folder], tmp_path / "out", HERE)
    assert tables_of(tmp_path / "out") == before


def test_a_report_that_was_deleted_is_read_again(folder: Path, tmp_path: Path) -> None:
    outcomes = extract([folder], tmp_path / "out", HERE)
    (tmp_path / "out" / "reports" / f"{outcomes[0].source.report_id}.json").unlink()
    assert read_again(extract([folder], tmp_path / "out", HERE)) == ["a.txt"]


def test_two_runs_on_one_folder_do_not_meet(folder: Path, tmp_path: Path) -> None:
    with OutputLock(tmp_path / "out" / ".ita" / "lock"), pytest.raises(OutputBusy) as caught:
        extract([folder], tmp_path / "out", HERE)
    assert caught.value.holder == str(os.getpid())
    assert len(extract([folder], tmp_path / "out", HERE)) == 4


def test_missing_files_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    outcomes = extract([tmp_path / "x" / "a.pdf", tmp_path / "y" / "a.pdf"], tmp_path / "out", HERE)
    assert len({outcome.source.report_id for outcome in outcomes}) == 2
    assert all(list(outcome.codes) == ["E_FILE_MISSING"] for outcome in outcomes)


def test_a_folder_without_files_a_pipe_and_a_strange_name_have_records(tmp_path: Path) -> None:
    (tmp_path / "ว่าง").mkdir()
    os.mkfifo(tmp_path / "pipe")
    strange = Path(tmp_path, os.fsdecode("รายงาน.txt".encode("cp874")))
    strange.write_text(REPORT.format("91.00"))
    outcomes = extract([tmp_path / "ว่าง", tmp_path / "pipe", strange], tmp_path / "out", HERE)
    by_name = {outcome.source.source_name: outcome for outcome in outcomes}
    assert list(by_name["ว่าง"].codes) == ["E_FOLDER_EMPTY"]
    assert list(by_name["pipe"].codes) == ["E_FILE_NOT_REGULAR"]
    assert by_name["รายงาน.txt"].rows["scores"] == 2
    assert read_again(extract([strange], tmp_path / "out", HERE)) == []


def test_the_run_is_described(folder: Path, tmp_path: Path) -> None:
    extract([folder], tmp_path / "out", HERE)
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (run["state"], run["files"], run["read"], run["kept"]) == ("done", 4, 4, 0)
    assert run["failures"] == {"E_FILE_EMPTY": 1}
    assert run["limits"]["pages"] == Limits().pages
    assert run["libraries"]["pypdfium2"]


@pytest.mark.parametrize("end", [KeyboardInterrupt, OSError])
def test_a_run_that_is_broken_off_keeps_what_was_read_and_the_tables_before(
    end: type[BaseException], folder: Path, tmp_path: Path
) -> None:
    extract([folder / "c.txt"], tmp_path / "out", HERE)
    with pytest.raises(end):
        extract([folder], tmp_path / "out", HERE, told=after(2, end))
    assert len(rows(tmp_path / "out", "reports")) == 1
    assert json.loads((tmp_path / "out" / "run.json").read_text())["state"] in ("interrupted", "broken off")
    assert len(read_again(extract([folder], tmp_path / "out", HERE))) == 1
    assert tables_of(tmp_path / "out") == tables_of_anew(folder, tmp_path / "anew")


def after(count: int, end: type[BaseException]) -> Callable[[Outcome], None]:
    """Someone who ends the run when so many files were told."""
    told: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == count + 1:
            raise end

    return tell
