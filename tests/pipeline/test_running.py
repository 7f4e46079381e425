"""How a run ends early, as a script sees it, and what is told on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.ledger import lines_of
from pipeline.lock import OutputLock
from tests.pipeline.test_batch import REPORT
from tests.pipeline.test_cli import ita
from tests.pipeline.test_worker import processes, until

ROOT = Path(__file__).parents[2]


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(REPORT.format(f"{90 + number}.00"))
    return folder


def test_a_folder_in_use_ends_with_5(uploads: Path, tmp_path: Path) -> None:
    with OutputLock(tmp_path / "out" / ".ita" / "lock"):
        result = ita("extract", uploads, "-o", tmp_path / "out")
    assert result.exit_code == 5
    assert str(os.getpid()) in result.stderr


def test_an_output_that_breaks_off_ends_with_6(uploads: Path, tmp_path: Path) -> None:
    ita("extract", uploads, "-o", tmp_path / "out")
    (tmp_path / "out" / "tables" / "scores.csv").unlink()
    (tmp_path / "out" / "tables" / "scores.csv").mkdir()
    result = ita("extract", uploads, "-o", tmp_path / "out")
    assert result.exit_code == 6
    assert "run the same again" in result.stderr


def test_the_json_log_has_a_line_for_each_file(uploads: Path, tmp_path: Path) -> None:
    result = ita("extract", uploads, "-o", tmp_path / "out", "--log", "json")
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert [line["event"] for line in lines] == ["run", "file", "file", "file", "end"]
    assert {line["status"] for line in lines[1:4]} <= {"ok", "partial", "needs_review"}


@pytest.mark.parametrize("wrong", [("--limit", "sheets=3"), ("--log", "xml"), ("--workers", "-1")])
def test_a_wrong_option_is_wrong_usage(wrong: tuple[str, str], uploads: Path, tmp_path: Path) -> None:
    assert ita("extract", uploads, "-o", tmp_path / "out", *wrong).exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [pytest.param(signal.SIGINT, marks=pytest.mark.long), signal.SIGTERM])
def test_a_request_to_end_ends_in_seconds_with_130_and_keeps_what_was_read(
    number: signal.Signals, uploads: Path, tmp_path: Path
) -> None:
    for more in range(400):
        (uploads / f"more{more}.txt").write_text(REPORT.format(f"{more}.00"))
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract", str(uploads), "-o", str(tmp_path / "out")]
    heeded = signal.signal(number, signal.default_int_handler)  # a shell's background jobs ignore Ctrl-C, and hand that on
    run = subprocess.Popen([*command, "--workers", "1"], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    signal.signal(number, heeded)
    ledger = tmp_path / "out" / "ledger.jsonl"
    assert until(lambda: sum(entry["event"] == "file" for entry in lines_of(ledger)) > 3)
    asked = time.monotonic()
    run.send_signal(number)
    _, said = run.communicate(timeout=20)
    assert time.monotonic() - asked < 5
    assert run.returncode == 130
    assert "run the same again" in said
    assert not processes(str(tmp_path / "out"))
    assert json.loads((tmp_path / "out" / "run.json").read_text())["state"] == "interrupted"
