"""Every question that README and docs print is answered by what ``ita demo`` leaves."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.commands.demo import QUESTION
from pipeline.panels import panel
from pipeline.warehouse.questions import ask
from pipeline.warehouse.views import views

ROOT = Path(__file__).parents[1]
DOCS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/warehouse.md", "docs/personal-data.md", "docs/batch.md")}


def questions(text: str) -> list[str]:
    """The statements of the blocks of SQL, and those that a command line or a sentence asks."""
    blocks = "\n".join(re.findall(r"```sql\n(.*?)```", text, re.S))
    statements = re.sub(r"^--.*$", "", blocks, flags=re.M).split(";")
    asked = re.findall(r'ita query "(SELECT [^".]+)"', text) + re.findall(r"`(SELECT [^`]+)`", text)
    return [" ".join(sql.split()) for sql in (*statements, *asked) if sql.strip()]


PRINTED = sorted({(name, sql) for name, text in DOCS.items() for sql in questions(text)} | {("ita demo", QUESTION)})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(app, ["demo", "--output", str(output)])
    assert result.exit_code == 0
    assert QUESTION in result.output.replace("\n", " ")
    return output


@pytest.mark.parametrize(("name", "sql"), PRINTED, ids=[f"{name}-{number}" for number, (name, _) in enumerate(PRINTED)])
def test_a_printed_question_has_an_answer(demo: Path, name: str, sql: str) -> None:
    assert ask(demo / "ita.duckdb", sql).rows


def test_every_question_of_the_table_has_its_view() -> None:
    named = re.findall(r"\| `(\w+)` \|$", DOCS["docs/warehouse.md"], re.M)
    assert len(named) == 8
    assert set(named) <= {view.name for view in views()}


def test_the_answers_make_sense(demo: Path) -> None:
    """The fall from 88.40 to 86.90 and the province's weakest indicator as the made-up reports print them."""
    fell = ask(demo / "ita.duckdb", next(sql for _, sql in PRINTED if "change < 0" in sql and "ORDER" not in sql))
    assert [tuple(map(str, row)) for row in fell.rows] == [("สพม.นครพนม", "2565", "86.90", "-1.50")]
    weakest = ask(demo / "ita.duckdb", "SELECT code, average_score FROM weakest_indicators WHERE province = 'ระนอง' AND weakness_rank = 1")
    lowest = ask(demo / "ita.duckdb", "SELECT code, score FROM panel WHERE province = 'ระนอง' AND level = 'indicator' ORDER BY score LIMIT 1")
    assert weakest.rows == lowest.rows


def test_the_panel_of_the_demo_is_a_frame(demo: Path) -> None:
    wide = panel(demo, wide=True)
    assert {"office_short", "fiscal_year", "ITA", "indicator_6"} <= set(wide.columns)
