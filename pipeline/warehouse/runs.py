"""The Reports of a run, read back from its folder of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from schemas.report import Report

DATABASE = Path("ita.duckdb")
"""The warehouse's place in the output folder."""


class NotARun(Exception):
    """A folder or file that is not the output of ``ita extract``; the message says what to do, Thai and English."""

    code = "E_NOT_A_RUN"

    def __init__(self, path: Path, reason_th: str, reason_en: str) -> None:
        super().__init__(f"{path}: {reason_th} · {reason_en}")
        self.path = path


def report_files(output: Path) -> list[Path]:
    """The JSON reports of a run in the order of their names. Raises NotARun when there is none."""
    files = sorted((output / "reports").glob("r_*.json"))
    if not files:
        reason_th = "ไม่พบรายงานที่อ่านแล้ว สั่ง ita extract ก่อน"
        raise NotARun(output, reason_th, "holds no extracted reports; run ita extract first")
    return files


def read_reports(files: Sequence[Path]) -> Iterator[Report]:
    """Each file's Report. Raises NotARun for a file that is not a report of this version's shape."""
    from pydantic import ValidationError

    for path in files:
        try:
            yield Report.model_validate_json(path.read_bytes())
        except ValidationError as error:
            reason_th = "ไม่ใช่รายงานของโปรแกรมรุ่นนี้ สั่ง ita extract ใหม่"
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            reason_en = f"is not a report of this version ({place}: {first['msg']}); run ita extract again"
            raise NotARun(path, reason_th, reason_en) from error
