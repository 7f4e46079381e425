"""What is published from the code is current and whole."""

from pathlib import Path

import pytest

from pipeline.cli import COMMANDS
from pipeline.tables import TABLES
from schemas.issues import catalogue
from scripts.publish import ROOT, published

PUBLISHED = published()


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_a_published_file_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == PUBLISHED[path], "run: python -m scripts.publish"


def test_the_reference_of_commands_has_every_command() -> None:
    reference = PUBLISHED[ROOT / "docs" / "cli.md"]
    there = [name for name in COMMANDS if (ROOT / "pipeline" / "commands" / f"{name}.py").exists()]
    assert {"extract", "demo", "schema", "tables"} <= set(there)
    assert all(f"\n## ita {name}\n" in reference for name in there)


def test_the_data_dictionary_has_every_column() -> None:
    dictionary = PUBLISHED[ROOT / "docs" / "data-dictionary.md"]
    for table in TABLES:
        part = dictionary.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        listed = [line.split("`")[1] for line in part.splitlines() if line.startswith("| `")]
        assert listed == list(table.columns)


def test_every_issue_code_is_listed() -> None:
    codes = PUBLISHED[ROOT / "docs" / "issue-codes.md"]
    assert all(f"| `{code}` |" in codes for code in catalogue())
