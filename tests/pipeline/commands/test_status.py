"""``ita status``: what is done, failed and missing."""

import json
from pathlib import Path

import pytest

from pipeline.batch import Options, extract
from pipeline.progress_report import progress_of
from schemas.offices import offices
from tests.pipeline.test_batch import REPORT, after
from tests.pipeline.test_cli import ita

HERE = Options(workers=0)


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    for name, score in (("a.txt", "97.00"), ("b.txt", "96.00")):
        (folder / name).write_text(REPORT.format(score))
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "same.txt").write_text(REPORT.format("96.00"))
    return folder


def test_it_counts_files_by_status_and_failures_by_code(uploads: Path, tmp_path: Path) -> None:
    extract([uploads], tmp_path / "out", HERE)
    seen = json.loads(ita("status", tmp_path / "out", "--json").stdout)
    assert (seen["finished"], seen["files"], seen["done"]) == (True, 4, 4)
    assert seen["failures"] == {"E_FILE_EMPTY": 1}
    assert seen["failed"] == ["empty.pdf"]


def test_it_names_the_offices_that_are_missing_for_each_year(uploads: Path, tmp_path: Path) -> None:
    extract([uploads], tmp_path / "out", HERE)
    (year,) = json.loads(ita("status", tmp_path / "out", "--json").stdout)["offices"].values()
    assert year["present"] == 1
    assert len(year["missing"]) == len(offices()) - 1
    assert "สพป.พะเยา เขต 2" not in year["missing"]


def test_a_run_that_was_cut_off_says_how_to_go_on(uploads: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        extract([uploads], tmp_path / "out", HERE, told=after(1, KeyboardInterrupt))
    progress = progress_of(tmp_path / "out")
    assert progress is not None
    assert not progress.finished
    assert "run the same again" in ita("status", tmp_path / "out").stdout


def test_what_an_earlier_run_read_counts_in_the_next(uploads: Path, tmp_path: Path) -> None:
    extract([uploads], tmp_path / "out", HERE)
    extract([uploads], tmp_path / "out", HERE)
    progress = progress_of(tmp_path / "out")
    assert progress is not None
    assert (progress.done, progress.finished) == (4, True)


def test_a_folder_without_a_run_is_wrong_usage(tmp_path: Path) -> None:
    assert ita("status", tmp_path).exit_code == 2
