"""``ita watch``: uploads are read when they have arrived whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.commands import watch
from pipeline.commands.watch import Look, arrivals, looked
from tests.pipeline.test_batch import REPORT
from tests.pipeline.test_cli import ita, rows

A, B = Path("a.pdf"), Path("b.pdf")


def looks(*seen: Look) -> tuple[Callable[[], Look], Callable[[], None]]:
    """A folder that looks like this from look to look; waiting after the last ends the watch."""
    rest = list(seen)

    def wait() -> None:
        if not rest:
            raise KeyboardInterrupt

    return lambda: rest.pop(0), wait


def arrived(*seen: Look) -> list[Look]:
    found: list[Look] = []
    with pytest.raises(KeyboardInterrupt):
        for look in arrivals(*looks(*seen)):
            found.append(look)
    return found


def test_what_is_there_from_the_start_is_read_once() -> None:
    assert arrived({A: (1, 1)}, {A: (1, 1)}, {A: (1, 1)}, {A: (1, 1)}) == [{A: (1, 1)}]


def test_a_file_that_grows_is_read_when_it_stands_still() -> None:
    assert arrived({}, {A: (1, 1)}, {A: (2, 2)}, {A: (2, 2)}) == [{A: (2, 2)}]


def test_a_new_file_and_a_changed_one_are_noticed() -> None:
    first, second, third = {A: (1, 1)}, {A: (1, 1), B: (1, 1)}, {A: (1, 9), B: (1, 1)}
    assert arrived(first, first, second, second, third, third) == [first, second, third]


def test_an_empty_folder_waits() -> None:
    assert arrived({}, {}, {}) == []


def test_the_output_in_the_folder_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text("x")
    assert set(looked(tmp_path, tmp_path / "out")) == {tmp_path / "a.txt"}


def test_the_command_reads_what_arrives_and_ends_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    (uploads / "a.txt").write_text(REPORT.format("97.00"))
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            (uploads / "b.txt").write_text(REPORT.format("96.00"))
        if len(waits) == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch.time, "sleep", sleep)
    result = ita("watch", uploads, "-o", tmp_path / "out", "--every", "0.5")
    assert result.exit_code == 130
    assert waits[0] == 0.5
    assert [row["source_name"] for row in rows(tmp_path / "out", "reports")] == ["a.txt", "b.txt"]


def test_what_arrives_may_be_kept_without_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "a.txt").write_text(REPORT.format("97.00"))
    monkeypatch.setenv("ITA_PSEUDONYM_KEY", "0123456789abcdef0123")
    monkeypatch.setenv("ITA_PSEUDONYMISE", "")
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch.time, "sleep", sleep)
    assert ita("watch", tmp_path / "uploads", "-o", tmp_path / "out", "--pseudonymise").exit_code == 130
    (report,) = rows(tmp_path / "out", "reports")
    assert report["source_name"].startswith("file-")
    assert ita("watch", tmp_path / "uploads", "-o", tmp_path / "two", "--pseudonymise", "--keep-crops").exit_code == 2
