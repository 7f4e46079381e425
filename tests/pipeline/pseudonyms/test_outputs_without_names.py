"""No file that a run, a load, a publication or a panel leaves has the name of a person, whatever held it."""

import itertools
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.commands.demo import SAMPLES
from pipeline.warehouse.duckdb import opened
from pipeline.warehouse.model import star

PEOPLE = {
    ("ปรีชา", "ตัวอย่างดี"), ("มะลิ", "สมมติ"), ("ภูผา", "จำลอง"), ("ดวงใจ", "ทดลอง"), ("ต้นกล้า", "เสมือน"), ("น้ำฝน", "สมมติ"),
}  # fmt: skip
"""The made-up people of the samples."""

UPLOADER = "อรศุภิน"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A run of every sample under file names with people's names, one twice, one unreadable; all that follows from it."""
    folder = tmp_path_factory.mktemp("uploads") / f"ส่งโดย {UPLOADER}"
    folder.mkdir()
    for path, (given, family) in zip(sorted(SAMPLES.iterdir()), itertools.cycle(sorted(PEOPLE)), strict=False):
        (folder / f"{given}_{family} {path.stem}{path.suffix}").write_bytes(path.read_bytes())
    first = min(folder.iterdir())
    (folder / f"สำเนา {UPLOADER}{first.suffix}").write_bytes(first.read_bytes())
    (folder / f"{UPLOADER}.pdf").write_bytes(b"")
    with zipfile.ZipFile(folder / f"{UPLOADER}.zip", "w") as archive:
        archive.writestr(f"../{UPLOADER}/นายภูผา จำลอง.txt", "x")
    output = tmp_path_factory.mktemp("output")
    before = os.environ.get("ITA_PSEUDONYM_KEY")
    os.environ["ITA_PSEUDONYM_KEY"] = "a key that nobody knows"
    try:
        for _ in range(2):  # the second run keeps what the first one read
            assert ita("extract", folder, "-o", output, "--pseudonymise", "--workers", "0").exit_code == 4
        os.environ.pop("ITA_PSEUDONYMISE")
        assert ita("publish", output, "--xlsx").exit_code == 0
        for ending in ("csv", "xlsx", "parquet"):
            assert ita("panel", output, "-o", output / f"panel.{ending}").exit_code == 0
        yield output
    finally:
        os.environ.pop("ITA_PSEUDONYM_KEY")
        if before is not None:
            os.environ["ITA_PSEUDONYM_KEY"] = before


def ita(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def texts(output: Path) -> Iterator[tuple[str, str]]:
    """All text of every file, and of every table of the warehouse."""
    import pyarrow.parquet

    for path in sorted(each for each in output.rglob("*") if each.is_file()):
        match path.suffix:
            case ".duckdb":
                with opened(path) as connection:
                    for table in star():
                        yield f"{path.name}/{table.name}", str(connection.execute(f"SELECT * FROM {table.name}").fetchall())
            case ".parquet":
                yield path.name, str(pyarrow.parquet.read_table(path).to_pydict())
            case ".xlsx":
                with zipfile.ZipFile(path) as book:
                    yield path.name, "".join(book.read(name).decode() for name in book.namelist())
            case _:
                yield path.name, path.read_text(encoding="utf-8")
        yield path.name, path.name


def held(text: str) -> list[str]:
    """The people whom a text names: given and family name with nothing but signs between, or a title and the given name."""
    bare = re.sub(r"(?:\\[nt]|[^ก-๛A-Za-z0-9])+", "", text)
    named = [f"{g} {f}" for g, f in PEOPLE if g + f in bare or re.search(rf"(?:นาย|นาง|นางสาว){g}", bare)]
    return [*named, *([UPLOADER] if UPLOADER in bare else [])]


def test_the_samples_name_them() -> None:
    open_text = "".join(path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.txt"))
    assert set(held(open_text)) == {f"{g} {f}" for g, f in PEOPLE}


def test_no_file_and_no_table_holds_a_name(output: Path) -> None:
    found = list(texts(output))
    assert {"ledger.jsonl", "run.json", "datapackage.json", "ita.xlsx", "panel.csv"} <= {name for name, _ in found}
    assert {name: people for name, text in found if (people := held(text))} == {}


def test_people_positions_and_figures_are_still_there(output: Path) -> None:
    with opened(output / "ita.duckdb") as connection:
        people = connection.execute("SELECT count(DISTINCT person) FROM responsibilities WHERE person LIKE 'person-%'").fetchone()
        positions = connection.execute("SELECT count(*) FROM committee_members WHERE position LIKE 'ผู้อำนวยการ%'").fetchone()
        scores = connection.execute("SELECT count(*) FROM scores").fetchone()
    assert people is not None and positions is not None and scores is not None
    assert people[0] >= 3
    assert positions[0] >= 2
    assert scores[0] > 50


def test_a_rerun_reads_nothing_again(output: Path) -> None:
    runs = (output / "ledger.jsonl").read_text(encoding="utf-8").split('"event": "run"')
    assert runs[2].count('"event": "kept"') == len(list(SAMPLES.iterdir())) + 1, "and the empty file"


def test_a_folder_with_names_is_not_taken_for_one_without(output: Path, tmp_path: Path) -> None:
    assert ita("extract", SAMPLES / "ranong_2565.txt", "-o", tmp_path, "--workers", "0").exit_code == 0
    refusal = ita("extract", SAMPLES / "ranong_2565.txt", "-o", tmp_path, "--pseudonymise")
    os.environ.pop("ITA_PSEUDONYMISE", None)
    assert refusal.exit_code == 2
    assert "ledger.jsonl" in refusal.output


def test_names_do_not_come_into_a_warehouse_without_them_nor_the_other_way(output: Path, tmp_path: Path) -> None:
    assert ita("extract", SAMPLES / "ranong_2565.txt", "-o", tmp_path, "--workers", "0").exit_code == 0
    into_closed = ita("load", tmp_path, "--database", output / "ita.duckdb", "--no-parquet")
    assert ita("load", tmp_path).exit_code == 0
    into_open = ita("load", tmp_path, "--pseudonymise", "--no-parquet")
    assert (into_closed.exit_code, into_open.exit_code) == (2, 2)
    assert "--pseudonymise" in into_closed.output
    assert ita("load", tmp_path, "--database", tmp_path / "closed.duckdb", "--pseudonymise", "--no-parquet").exit_code == 0
