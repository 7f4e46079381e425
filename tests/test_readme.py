"""What the README promises is what the program and CI do."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import COMMANDS, app
from pipeline.exit_codes import ExitCode
from tests.pipeline.test_cli import rows

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def block(language: str) -> list[str]:
    found = re.search(rf"```{language}\n(.*?)```", README, re.S)
    assert found
    return found[1].splitlines()


def test_the_two_commands_are_those_that_ci_runs() -> None:
    commands = [line.split("#")[0].strip() for line in block("sh")]
    assert commands == ["uv run ita demo", "uv run pytest"]
    assert all(f"run {command}" in CI for command in commands)


def test_every_exit_code_is_in_the_table() -> None:
    table = README.split("| exit code | meaning |")[1].split("\n\n")[0]
    listed = re.findall(r"^\| (\d+) \|", table, re.M)
    assert [int(number) for number in listed] == [int(code) for code in ExitCode]


def test_every_command_of_the_table_exists() -> None:
    named = re.findall(r"^\| `ita (\w+)", README, re.M)
    assert named
    assert set(named) <= set(COMMANDS)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    output = tmp_path_factory.mktemp("example")
    command = shlex.split(block("console")[0].removeprefix("$ uv run ita "))
    command[1], command[-1] = str(ROOT / command[1]), str(output)
    return CliRunner().invoke(app, command).output.replace(str(output), "output"), output


def test_the_example_says_what_the_readme_shows(example: tuple[str, Path]) -> None:
    said, _ = example
    shown = block("console")
    end = next(number for number, line in enumerate(shown) if number and line.startswith("$"))
    assert end > 1
    assert [line for line in shown[1:end] if line not in said] == []


def test_the_example_writes_what_the_readme_shows(example: tuple[str, Path]) -> None:
    _, output = example
    shown = block("console")
    start = next(number for number, line in enumerate(shown) if line.startswith("fiscal_year,"))
    columns = shown[start].split(",")
    written = [[row[column] for column in columns] for row in rows(output, "scores")[:2]]
    assert written == [line.split(",") for line in shown[start + 1 : start + 3]]
    issue = rows(output, "issues")[0]
    assert f"{issue['code']},{issue['message_en']}" == shown[-1]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md"])
def test_every_link_leads_to_a_file(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert all((ROOT / name).parent.joinpath(link).exists() for link in re.findall(r"\]\(([^)#:]+)\)", text))


def test_contributing_fits_on_a_screen() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 60
