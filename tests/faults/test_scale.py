"""Ten years of every office: the batch stays flat and ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.batch import copies
from pipeline.tables import TABLES
from tests.pipeline.test_cli import rows

ROOT = Path(__file__).parents[2]
FILES = 3_000


@pytest.mark.long
def test_three_thousand_reports_with_poison_are_read_in_flat_memory(tmp_path: Path) -> None:
    copies(tmp_path / "uploads", FILES, poison_percent=2)
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract", str(tmp_path / "uploads")]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "out"), "--log", "json", "--workers", "2"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["statuses"]["failed"] == FILES // 50
    assert run["parent_peak_mb"] < 150
    assert len(rows(tmp_path / "out", "reports")) == FILES
    assert len(list((tmp_path / "out" / "reports").iterdir())) == FILES
    assert len(list((tmp_path / "out" / "tables").iterdir())) == len(TABLES)
    assert json.loads(done.stderr.splitlines()[-1])["event"] == "end"
