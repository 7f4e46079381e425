"""Imports point one way, pipeline -> extractors -> schemas; what is heavy is imported where it is used."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "schemas": (),
    "extractors.thai": (),
    "extractors.document": ("schemas",),
    "extractors.glyphs": ("extractors.thai", "extractors.document"),
    "extractors.grids": ("extractors.headers", "extractors.thai", "extractors.document"),
    "extractors.ocr": ("extractors.grids", "extractors.thai", "extractors.document"),
    "extractors.readers": (
        "extractors.ocr",
        "extractors.grids",
        "extractors.glyphs",
        "extractors.thai",
        "extractors.document",
    ),
    "extractors.headers": ("extractors.thai", "extractors.document"),
    "extractors.column_concepts": ("extractors.headers", "extractors.thai", "extractors.document"),
    "extractors.header_rows": (
        "extractors.column_concepts",
        "extractors.headers",
        "extractors.thai",
        "extractors.document",
    ),
    "extractors.tables": (
        "extractors.header_rows",
        "extractors.column_concepts",
        "extractors.headers",
        "extractors.thai",
        "extractors.document",
    ),
    "extractors.readings": (
        "extractors.tables",
        "extractors.header_rows",
        "extractors.column_concepts",
        "extractors.thai",
        "extractors.document",
    ),
    "extractors.names": ("extractors.thai", "schemas"),
    "extractors.facts": (
        "extractors.tables",
        "extractors.headers",
        "extractors.names",
        "extractors.thai",
        "extractors.document",
        "schemas",
    ),
    "extractors.entities": ("extractors.names", "extractors.thai", "schemas"),
    "pipeline.audit": ("schemas",),
    "pipeline": ("extractors", "schemas"),
}
"""What each room may import of the project, beside itself."""

HEAVY = ("spacy", "spacy_pythainlp", "pandas", "pdfplumber", "docx", "pythainlp", "pypdfium2", "numpy")
HOUSE = ("pipeline", "extractors", "schemas")
FILES = sorted(path for package in HOUSE for path in (ROOT / package).rglob("*.py"))


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """The most particular room that the module belongs to."""
    rooms = [room for room in MAY_IMPORT if f"{module}.".startswith(f"{room}.")]
    return max(rooms, key=len, default="")


def imported(path: Path) -> Iterator[str]:
    """The project's modules that a file imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            modules = [f"{node.module}.{name.name}" for name in node.names]
        elif isinstance(node, ast.Import):
            modules = [name.name for name in node.names]
        else:
            continue
        yield from (m for m in modules if m.split(".")[0] in HOUSE)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(module_name(path))
    allowed = (room, *MAY_IMPORT.get(room, ()))
    back = [m for m in imported(path) if not any(f"{m}.".startswith(f"{name}.") for name in allowed)]
    assert not back, f"{module_name(path)} may not import {back}"


def test_every_module_of_the_extractors_has_a_room() -> None:
    homeless = [module_name(path) for path in FILES if not room_of(module_name(path))]
    assert homeless == ["extractors"]


@pytest.mark.parametrize(
    ("module", "absent"), [("pipeline.cli", (*HEAVY, "pydantic", "rich")), ("pipeline.digitise", HEAVY)]
)
def test_what_is_heavy_is_not_imported_at_the_start(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*sorted(set({absent!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == ""
