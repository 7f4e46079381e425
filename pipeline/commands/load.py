"""``ita load``: a run into the warehouse, embedded (DuckDB and Parquet) or on a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.pseudonymising import KeyFile, Pseudonymise, pseudonym_key
from pipeline.warehouse.places import DATABASE, NamesMixed, NotARun, WarehouseUnusable, report_files

if TYPE_CHECKING:
    from pipeline.warehouse.merge import Loaded
    from pipeline.warehouse.readings import Incoming

RunFolder = Annotated[
    Path, typer.Argument(metavar="OUTPUT", help="โฟลเดอร์ผลของ ita extract · The folder that ita extract wrote.")
]


def register(app: typer.Typer) -> None:
    app.command()(load)


def load(
    output: RunFolder = Path("output"),
    database: Annotated[
        Path | None, typer.Option(help="ไฟล์ DuckDB (ปกติ OUTPUT/ita.duckdb) · The DuckDB file.", show_default=False)
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            metavar="SERVER", help="postgres://host/db หรือชื่อปลายทางของ dlt · Or a dlt destination's name."
        ),
    ] = "",
    dataset: Annotated[str, typer.Option(help="ชื่อ schema ในเซิร์ฟเวอร์ · Schema on the server.")] = "ita",
    parquet: Annotated[bool, typer.Option(help="เขียน OUTPUT/parquet ด้วย · Write OUTPUT/parquet too.")] = True,
    pseudonymise: Pseudonymise = False,
    key_file: KeyFile = None,
) -> None:
    """นำผลเข้าคลังข้อมูล · Load a run into the warehouse.

    นำเข้าซ้ำได้ ผลเหมือนเดิม การอ่านที่ใหม่กว่าแทนของเดิมและเก็บประวัติไว้ ถ้าผิดพลาดจะไม่มีอะไรเปลี่ยน ·
    Loading again changes nothing; a newer reading of a file replaces the older, which stays in the history. When a
    load fails nothing has changed.
    """
    from pipeline.console import talk

    key = pseudonym_key(key_file) if pseudonymise else None
    try:
        files = report_files(output)
        reports = reports_with_progress(output, files, key)
        if to:
            from pipeline.warehouse.server import load_to_server

            loaded = load_to_server(reports, to, dataset)
            place = f"{to.partition('://')[0]} · schema {dataset}"
        else:
            loaded = load_here(reports, database or output / DATABASE, output / "parquet" if parquet else None)
            place = str(database or output / DATABASE)
    except (NotARun, WarehouseUnusable, NamesMixed, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    tell_loaded(loaded)
    talk().print(f"{place}", markup=False, soft_wrap=True)


def load_run(output: Path) -> None:
    """Fills the run's own warehouse and says so. What hinders it ends the command, saying what to do."""
    from pipeline.console import talk

    try:
        reports = reports_with_progress(output, report_files(output))
        tell_loaded(load_here(reports, output / DATABASE, output / "parquet"))
    except (NotARun, WarehouseUnusable, NamesMixed, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    talk().print(str(output / DATABASE), markup=False, soft_wrap=True)


def load_here(reports: Iterator[Incoming], database: Path, parquet: Path | None) -> Loaded:
    """Fills the DuckDB file, then the Parquet files from it."""
    from pipeline.warehouse.duckdb import load as load_reports
    from pipeline.warehouse.parquet import write_parquet

    loaded = load_reports(reports, database)
    if parquet:
        write_parquet(database, parquet)
    return loaded


def reports_with_progress(output: Path, files: Sequence[Path], key: bytes | None = None) -> Iterator[Incoming]:
    """The Reports of a run, with a progress bar on stderr; without names of people where there is a key."""
    from rich.progress import track

    from pipeline.console import talk
    from pipeline.warehouse.runs import names_of_inputs, read_reports

    console = talk()
    description = "นำเข้า · Loading"
    shown = track(files, description, console=console, transient=True, disable=not console.is_terminal)
    for each in read_reports(shown, names_of_inputs(output)):
        yield _without_people(each, key) if key else each


def _without_people(each: Incoming, key: bytes) -> Incoming:
    from pipeline.pseudonyms import file_token, pseudonymised
    from pipeline.warehouse.readings import Incoming, reading_of

    report = pseudonymised(each.report, key)
    return Incoming(report, reading_of(report), tuple(file_token(name, key) for name in each.names))


def tell_loaded(loaded: Loaded) -> None:
    from pipeline.console import talk

    counts = {
        "ใหม่ new": loaded.new,
        "แทนของเดิม replaced": loaded.replaced,
        "เหมือนเดิม unchanged": loaded.unchanged,
        "เก่ากว่าที่มี older": loaded.older,
    }
    told = " · ".join(f"{words}: {count}" for words, count in counts.items())
    talk().print(f"{loaded.reports} รายงาน reports · {told}")
