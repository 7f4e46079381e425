"""Many files: one record each, nothing stops, nothing half-written."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from pipeline.batch import Outcome, read_file, run
from schemas.report import Report
from tests.pipeline.made_reports import made, score, unreadable


class Kept:
    """A sink that keeps what it gets."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.end = ""

    def write(self, report: Report) -> None:
        self.reports.append(report)

    def finish(self) -> None:
        self.end = "finished"

    def abandon(self) -> None:
        self.end = "abandoned"


def reading(*reports: Report) -> Callable[[Path], Report]:
    by_name = {report.report.source_name: report for report in reports}
    return lambda path: by_name[path.name]


def test_every_file_has_a_record_and_a_bad_one_does_not_stop_the_next() -> None:
    sink = Kept()
    files = [Path("a.pdf"), Path("empty.pdf"), Path("b.pdf")]
    read = reading(made("a.pdf"), unreadable("empty.pdf"), made("b.pdf", score()))
    outcomes = run(files, [sink], read=read)
    assert [outcome.source.source_name for outcome in outcomes] == ["a.pdf", "empty.pdf", "b.pdf"]
    assert [outcome.source.status for outcome in outcomes] == ["ok", "failed", "ok"]
    assert outcomes[2].rows["scores"] == 1
    assert sink.end == "finished"


def test_each_outcome_is_told_as_it_comes() -> None:
    told: list[Outcome] = []
    outcomes = run([Path("a.pdf")], [], read=reading(made("a.pdf")), told=told.append)
    assert told == outcomes


def test_a_repeated_file_has_a_record_that_names_the_first_and_no_facts() -> None:
    sink = Kept()
    twins = [made("a.pdf", score(), content="same"), made("b.pdf", score(), content="same")]
    run([Path("a.pdf"), Path("b.pdf")], [sink], read=reading(*twins))
    second = sink.reports[1]
    assert second.report.source_name == "b.pdf"
    assert second.scores == ()
    assert [issue.code for issue in second.issues] == ["I_SAME_CONTENT"]
    assert "a.pdf" in second.issues[0].message_th


def test_another_map_takes_the_place_of_the_loop() -> None:
    asked: list[Path] = []

    def pool(read: Callable[[Path], Report], files: Iterable[Path]) -> Iterator[Report]:
        for path in files:
            asked.append(path)
            yield read(path)

    run([Path("a.pdf")], [], read=reading(made("a.pdf")), mapped=pool)
    assert asked == [Path("a.pdf")]


def test_a_broken_off_run_abandons_its_sinks() -> None:
    def interrupted(path: Path) -> Report:
        raise KeyboardInterrupt

    sink = Kept()
    with pytest.raises(KeyboardInterrupt):
        run([Path("a.pdf")], [sink], read=interrupted)
    assert sink.end == "abandoned"


def test_a_folder_without_files_is_a_record_that_says_so(tmp_path: Path) -> None:
    report = read_file(tmp_path)
    assert report.report.status == "failed"
    assert [issue.code for issue in report.issues] == ["E_FOLDER_EMPTY"]


def test_a_missing_file_is_a_record_that_says_so() -> None:
    assert [issue.code for issue in read_file(Path("ไม่มี.pdf")).issues] == ["E_FILE_MISSING"]


def test_a_file_name_of_another_encoding_is_a_record_too(tmp_path: Path) -> None:
    path = Path(tmp_path, os.fsdecode("รายงาน.pdf".encode("cp874")))
    report = read_file(path)
    assert report.report.status == "failed"
    assert report.report.source_name == "รายงาน.pdf"
