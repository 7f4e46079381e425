"""What counts for an edition: whatever may change what is read, and nothing that only comes after it."""

from pathlib import Path

import pytest

from pipeline.edition import NOT_READING, files_that_read
from tests.test_architecture import HOUSE, ROOT, imported

READING = ("pipeline/worker.py", "pipeline/worker_process.py", "pipeline/batch.py")
"""Where the reading of a file begins."""

OFFERING = ROOT / "pipeline" / "__init__.py"
"""It offers the panel to those who import the package, and is asked for nothing but the version by the others."""


def file_of(module: str) -> Path | None:
    """The file of a module, or of the module that a name is imported from."""
    path = ROOT.joinpath(*module.split("."))
    candidates = (path.with_suffix(".py"), path / "__init__.py", path.parent.with_suffix(".py"), path.parent / "__init__.py")
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def reached() -> set[Path]:
    """Every file of the program that reading a file may import, also late."""
    found: set[Path] = set()
    waiting = [ROOT / start for start in READING]
    waiting += [path for house in ("extractors", "schemas") for path in (ROOT / house).rglob("*.py")]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path != OFFERING:
            waiting += [file for module in imported(path) if (file := file_of(module))]
    return found


def test_everything_that_a_reading_imports_counts() -> None:
    counted = set(files_that_read(ROOT))
    assert len(reached()) > 150
    assert sorted(reached() - counted) == []


def test_knowledge_counts_as_code_does() -> None:
    counted = set(files_that_read(ROOT))
    data = [path for house in HOUSE for path in (ROOT / house).rglob("*.*") if path.suffix in (".toml", ".csv")]
    left_out = {path.relative_to(ROOT).parts[1] for path in data if path not in counted}
    assert left_out == {"warehouse"}


@pytest.mark.parametrize("name", sorted(NOT_READING))
def test_what_is_left_out_is_there(name: str) -> None:
    assert (ROOT / "pipeline" / name).is_dir() or (ROOT / "pipeline" / f"{name}.py").is_file()


def test_what_is_left_out_is_nothing_but_this() -> None:
    rooms = {path.relative_to(ROOT).with_suffix("").parts[1] for path in (ROOT / "pipeline").rglob("*.py")}
    counted = {path.relative_to(ROOT).with_suffix("").parts[1] for path in files_that_read(ROOT) if path.is_relative_to(ROOT / "pipeline")}
    assert rooms - counted == NOT_READING
