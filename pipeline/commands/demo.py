"""``ita demo``: the main job on the made-up reports in ``samples/``, and what came of it."""

from __future__ import annotations

from pathlib import Path

import typer

from pipeline.commands.extract import AsJson, Output, Workers, options_of
from pipeline.commands.load import load_run

QUESTION = "SELECT * FROM weakest_indicators WHERE weakness_rank = 1 ORDER BY fiscal_year, province"
SAMPLES = Path(__file__).parents[2] / "samples" / "reports"


def register(app: typer.Typer) -> None:
    app.command()(demo)


def demo(output: Output = Path("output"), as_json: AsJson = False, workers: Workers = None) -> None:
    """ลองกับรายงานสมมติใน samples/ · Try it on the made-up reports in samples/.

    จบด้วยรหัส 0 เมื่ออ่านได้ทุกฉบับ แม้บางฉบับควรตรวจ เพราะตัวอย่างจงใจให้มี ·
    Ends with 0 when every sample was read, though some need review: they are made to.
    """
    from pipeline.commands.running import run
    from pipeline.console import data_console, print_outcomes_json, talk, tell_issues, tell_outcomes
    from pipeline.exit_codes import ExitCode, exit_code

    if not SAMPLES.is_dir():
        raise typer.BadParameter(f"ไม่พบ {SAMPLES} · the samples stand in the project's checkout")
    outcomes = run([SAMPLES], output, options_of(workers, None))
    if as_json:
        print_outcomes_json(outcomes)
    else:
        tell_outcomes(data_console(), outcomes, output)
        tell_issues(data_console(), outcomes)
    load_run(output)
    talk().print(f'ลองถาม · try: uv run ita query -o {output} "{QUESTION}"', markup=False, soft_wrap=True)
    failed = exit_code(outcome.source.status for outcome in outcomes) is ExitCode.SOME_FAILED
    raise typer.Exit(ExitCode.SOME_FAILED if failed else ExitCode.OK)
