"""Whatever ends a run, nothing is lost: the same command afterwards writes what an undisturbed run writes."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.batch import Options, Outcome, extract
from pipeline.ledger import Ledger, lines_of
from pipeline.sinks.whole_files import WholeFile
from pipeline.tables import TABLES
from tests.pipeline.test_batch import HERE, REPORT, read_again, tables_of

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "reports"


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(REPORT.format(f"{80 + number}.00"))
    (folder / "empty.pdf").write_bytes(b"")
    return folder


@pytest.fixture
def undisturbed(uploads: Path, tmp_path: Path) -> dict[str, list[dict[str, str]]]:
    extract([uploads], tmp_path / "undisturbed", HERE)
    return tables_of(tmp_path / "undisturbed")


@pytest.mark.parametrize("writes", [1, 4, 9, 26, 33, 39])
def test_a_full_disk_ends_the_run_and_the_next_goes_on(
    writes: int, uploads: Path, undisturbed: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [writes]
    settle = WholeFile.settle

    def settle_while_there_is_room(self: WholeFile) -> None:
        left[0] -= not self.stream.closed
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        settle(self)

    with monkeypatch.context() as patch:
        patch.setattr(WholeFile, "settle", settle_while_there_is_room)
        with pytest.raises(OSError, match="No space"):
            extract([uploads], tmp_path / "out", HERE)
    outcomes = extract([uploads], tmp_path / "out", HERE)
    whole = (writes - 1) // 2  # run.json comes first, each report is two files
    assert len(read_again(outcomes)) == max(0, len(outcomes) - whole)
    assert tables_of(tmp_path / "out") == undisturbed
    assert not list((tmp_path / "out").rglob("*.part"))


def test_a_full_disk_in_a_worker_is_no_files_fault(uploads: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "reports").mkdir(parents=True)
    (tmp_path / "out" / ".ita").mkdir()
    (tmp_path / "out" / ".ita" / "rows").write_text("in the way")
    with pytest.raises(OSError):
        extract([uploads], tmp_path / "out", Options(workers=1))
    assert [entry["event"] for entry in lines_of(tmp_path / "out" / "ledger.jsonl")] == ["run"]


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """The superuser may write anywhere, so for a while this process is nobody."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.skipif(sys.platform == "win32", reason="no users to be")
def test_an_output_that_is_read_only_is_said_at_once(uploads: Path, tmp_path: Path) -> None:
    extract([uploads], tmp_path / "out", HERE)  # and all is imported that nobody might not read
    with tempfile.TemporaryDirectory() as name:  # where anybody may look
        Path(name).chmod(0o755)
        folder = shutil.copytree(uploads, Path(name) / "uploads")
        folder.chmod(0o755)
        (Path(name) / "out").mkdir(mode=0o555)
        with an_ordinary_user(), pytest.raises(PermissionError):
            extract([folder], Path(name) / "out", HERE)
        assert not list((Path(name) / "out").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no users to be")
def test_an_output_that_becomes_read_only_keeps_what_was_read(uploads: Path, undisturbed: object) -> None:
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out"
        anybodys = 0o777
        Path(name).chmod(0o755)
        out.mkdir()
        out.chmod(anybodys)

        def told(outcome: Outcome) -> None:
            for folder in (out / "reports", out / ".ita" / "rows"):
                folder.chmod(0o555)

        folder = shutil.copytree(uploads, Path(name) / "uploads")
        folder.chmod(0o755)
        with an_ordinary_user(), pytest.raises(PermissionError):
            extract([folder], out, HERE, told)
        for folder_of_out in (out / "reports", out / ".ita" / "rows"):
            folder_of_out.chmod(anybodys)
        outcomes = extract([folder], out, HERE)
        assert len(read_again(outcomes)) == len(outcomes) - 1
        assert tables_of(out) == undisturbed


def test_a_file_that_vanishes_on_the_way_has_a_record(uploads: Path, tmp_path: Path) -> None:
    gone = uploads / "11.txt"

    def told(outcome: Outcome) -> None:
        gone.unlink(missing_ok=True)

    outcomes = {one.source.source_name: one for one in extract([uploads], tmp_path / "out", HERE, told)}
    assert list(outcomes["11.txt"].codes) == ["E_FILE_MISSING"]
    assert sum(one.source.status != "failed" for one in outcomes.values()) == 11


@pytest.mark.parametrize(("cut", "lost"), [(1, 0), (20, 1), (300, 1)])
def test_a_ledger_that_was_cut_in_a_line_costs_that_line_only(
    cut: int, lost: int, uploads: Path, undisturbed: object, tmp_path: Path
) -> None:
    extract([uploads], tmp_path / "out", HERE)
    path = tmp_path / "out" / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)[:-1]
    path.write_bytes(b"".join(lines)[:-cut])
    assert len(read_again(extract([uploads], tmp_path / "out", HERE))) == lost
    assert read_again(extract([uploads], tmp_path / "out", HERE)) == []
    assert tables_of(tmp_path / "out") == undisturbed


def test_a_ledger_of_noise_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "ledger.jsonl").write_bytes(b'\xff\xfe\n[]\n{"event"\n3\n{}\n\n')
    ledger = Ledger(tmp_path / "ledger.jsonl", "e")
    assert ledger.read == {}
    ledger.close()


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_parent_that_is_killed_twenty_times_loses_nothing(tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    for sample in SAMPLES.iterdir():
        (uploads / sample.name).write_bytes(sample.read_bytes())
    for number in range(40):
        (uploads / f"{number:02}.txt").write_text(REPORT.format(f"{50 + number}.00"))
    house = tmp_path / "house"  # a program that nobody changes meanwhile: another edition reads everything anew
    for package in ("pipeline", "extractors", "schemas"):
        shutil.copytree(ROOT / package, house / package, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract", str(uploads), "--workers", "2"]

    def start(output: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([*command, "-o", str(tmp_path / output)], cwd=house, stderr=subprocess.DEVNULL)

    start("undisturbed").wait()
    moments = random.Random(6)
    for attempt in range(20):
        if attempt % 5 == 0:
            shutil.rmtree(tmp_path / "out", ignore_errors=True)
        run = start("out")
        time.sleep(moments.uniform(0.2, 5.0))  # the moment is what is tested
        run.kill()
        run.wait()
    before = {entry["key"] for entry in lines_of(tmp_path / "out" / "ledger.jsonl") if entry["event"] == "file"}
    start("out").wait()
    last = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (last["state"], last["files"]) == ("done", 55)
    assert last["read"] == 55 - len(before)
    assert tables_of(tmp_path / "out") == tables_of(tmp_path / "undisturbed")
    assert {table.name for table in TABLES} == {path.stem for path in (tmp_path / "out" / "tables").glob("[a-z]*.csv")}
    leftover = [path.name for path in (tmp_path / "out").rglob("*") if path.name.endswith(".part")]
    assert leftover == []
