"""Where a run and its warehouse lie, and what is said when they are not there. Nothing heavy is imported."""

from __future__ import annotations

from pathlib import Path

DATABASE = Path("ita.duckdb")
"""The warehouse's place in the output folder."""


class NotARun(Exception):
    """A folder or file that is not the output of ``ita extract``; the message says what to do, Thai and English."""

    code = "E_NOT_A_RUN"

    def __init__(self, path: Path, reason_th: str, reason_en: str) -> None:
        super().__init__(f"{path}: {reason_th} · {reason_en}")
        self.path = path


class WarehouseUnusable(Exception):
    """The warehouse cannot be opened or has another shape; the message says what to do, in Thai and English."""

    code = "E_WAREHOUSE_UNUSABLE"

    def __init__(self, place: Path | str, reason_th: str, reason_en: str) -> None:
        super().__init__(f"{place}: {reason_th} · {reason_en}")
        self.place = place


class NamesMixed(Exception):
    """Reports with names of people and reports without would come into one warehouse."""

    code = "E_NAMES_MIXED"

    def __init__(self) -> None:
        super().__init__(
            "คลังนี้กับผลชุดนี้ต่างกันเรื่องชื่อบุคคล (--pseudonymise) ใช้คลังแยกกันด้วย --database หรือ --dataset · "
            "one of warehouse and run has names of people and the other has not (--pseudonymise); "
            "give each a warehouse of its own by --database or --dataset"
        )


def database_of(output: str | Path) -> Path:
    """The warehouse meant: a DuckDB file itself, or the one in a folder."""
    path = Path(output)
    return path if path.suffix == DATABASE.suffix else path / DATABASE


def report_files(output: Path) -> list[Path]:
    """The JSON reports of a run in the order of their names. Raises NotARun when there is none."""
    files = sorted((output / "reports").glob("r_*.json"))
    if not files:
        reason_th = "ไม่พบรายงานที่อ่านแล้ว สั่ง ita extract ก่อน"
        raise NotARun(output, reason_th, "holds no extracted reports; run ita extract first")
    return files
