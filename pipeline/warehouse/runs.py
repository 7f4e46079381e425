"""The Reports of a run, read back from its JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from pipeline.warehouse.places import NotARun
from schemas.report import Report


def read_reports(files: Iterable[Path]) -> Iterator[Report]:
    """Each file's Report. Raises NotARun for a file that is not a report of this version's shape."""
    for path in files:
        try:
            yield Report.model_validate_json(path.read_bytes())
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            reason_th = "ไม่ใช่รายงานของโปรแกรมรุ่นนี้ สั่ง ita extract ใหม่"
            reason_en = f"is not a report of this version ({place}: {first['msg']}); run ita extract again"
            raise NotARun(path, reason_th, reason_en) from error
