"""Which files a command line means."""

import os
from pathlib import Path

import pytest

from pipeline.inputs import files_meant


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = ("b.pdf", "ปี 2566/a.docx", "ปี 2566/ลึก/c.txt")
    for name in (*documents, ".hidden", "~$b.docx", "Thumbs.db", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_a_folder_means_every_file_below_it_by_name(folder: Path) -> None:
    assert names(files_meant([folder])) == ["a.docx", "b.pdf", "c.txt"]


def test_a_pattern_means_what_it_matches(folder: Path) -> None:
    assert names(files_meant([f"{folder}/**/*.docx"])) == ["a.docx"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    twice = [folder / "b.pdf", f"{folder}/./b.pdf", folder]
    assert names(files_meant(twice)) == ["a.docx", "b.pdf", "c.txt"]


def test_what_does_not_exist_stays_in_the_list(folder: Path) -> None:
    assert names(files_meant([folder / "nothing.pdf", f"{folder}/*.xyz"])) == ["*.xyz", "nothing.pdf"]


def test_a_folder_without_files_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "ว่าง").mkdir()
    assert names(files_meant([tmp_path / "ว่าง"])) == ["ว่าง"]


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "รายงาน [1].pdf").write_bytes(b"x")
    assert names(files_meant([tmp_path / "รายงาน [1].pdf"])) == ["รายงาน [1].pdf"]


def test_the_output_folder_is_not_an_input(folder: Path) -> None:
    (folder / "output" / "tables").mkdir(parents=True)
    (folder / "output" / "tables" / "scores.csv").write_bytes(b"x")
    assert "scores.csv" not in names(files_meant([folder], apart_from=folder / "output"))


def test_what_is_no_file_is_passed_over_in_a_folder(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert "pipe" not in names(files_meant([folder]))
