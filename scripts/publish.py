"""Writes what is published from the code: JSON Schema, data dictionary, issue codes, CLI reference.

``python -m scripts.publish``; a test fails while one of the files is stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import COMMANDS, app
from pipeline.publication.dictionary import data_dictionary
from schemas.issues import catalogue
from schemas.json_schema import schema_text

ROOT = Path(__file__).parents[1]
HELP_WIDTH = 100


def published() -> dict[Path, str]:
    """What each published file should hold, by its path."""
    return {
        ROOT / "schemas" / "report.schema.json": schema_text(),
        ROOT / "docs" / "data-dictionary.md": "\n".join(data_dictionary()) + "\n",
        ROOT / "docs" / "issue-codes.md": "\n".join(issue_codes()) + "\n",
        ROOT / "docs" / "cli.md": "\n".join(cli_reference()) + "\n",
    }


def issue_codes() -> Iterator[str]:
    yield "# รหัสปัญหา · Issue codes\n"
    yield "What the column `code` of the table `issues` may hold. Generated from `schemas/issues.toml`.\n"
    yield "| code | ข้อความ | message |\n| --- | --- | --- |"
    for kind in catalogue().values():
        thai = _one_line(f"{kind.message_th} {kind.next_th}")
        yield f"| `{kind.code}` | {thai} | {_one_line(f'{kind.message_en} {kind.next_en}')} |"


def cli_reference() -> Iterator[str]:
    yield "# คำสั่ง · Commands\n"
    yield "What `ita --help` says, command by command. Generated from the program.\n"
    names = [name for name in COMMANDS if find_spec(f"pipeline.commands.{name}")]
    for arguments in ([], *([name] for name in names)):
        asked = [*arguments, "--help"]
        said = CliRunner().invoke(app, asked, prog_name="ita", terminal_width=HELP_WIDTH).stdout
        lines = "\n".join(line.rstrip() for line in said.strip().splitlines())
        yield f"## {' '.join(['ita', *arguments])}\n\n```text\n{lines}\n```\n"


def _one_line(text: str | None) -> str:
    return " ".join((text or "").replace("|", "\\|").split())


if __name__ == "__main__":
    for path, text in published().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
