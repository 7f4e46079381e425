"""The options by which a command leaves out names of people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Pseudonymise = Annotated[
    bool,
    typer.Option(
        "--pseudonymise",
        help="แทนชื่อบุคคลด้วยรหัส (ต้องมีกุญแจใน ITA_PSEUDONYM_KEY) · Replace names of people by keyed tokens.",
    ),
]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--pseudonym-key-file",
        help="ไฟล์กุญแจ แทน ITA_PSEUDONYM_KEY · File with the key, instead of the variable.",
        show_default=False,
    ),
]


def pseudonym_key(file: Path | None) -> bytes:
    """The key. Without one the command ends as wrong usage, saying how to make one."""
    from pipeline import pseudonym_key as keys

    try:
        return keys.pseudonym_key(file)
    except (keys.NoPseudonymKey, OSError) as error:
        raise typer.BadParameter(str(error), param_hint="--pseudonymise") from error


def ask_for_pseudonyms(file: Path | None, output: Path) -> None:
    """From here on no report is written with names of people.

    Without a key, or where ``output`` holds an earlier run with names, the command ends as wrong usage.
    """
    from pipeline import pseudonym_key as keys
    from pipeline.ledger import lines_of
    from pipeline.places import LEDGER
    from pipeline.pseudonyms.tokens import PLACE

    ledger = output / LEDGER
    if not all(entry["where"].startswith(PLACE) for entry in lines_of(ledger) if entry["event"] == "file"):
        reason = f"{ledger} มีชื่อจากการอ่านครั้งก่อน ใช้โฟลเดอร์ผลลัพธ์ใหม่ · holds names of an earlier run; use a new folder"
        raise typer.BadParameter(reason, param_hint="--output")
    keys.ask_for_pseudonyms(pseudonym_key(file))


def refuse_crops_of_names() -> None:
    """Ends the command as wrong usage where names are to be left out: crops are pictures, and may show them."""
    from pipeline import pseudonym_key as keys

    if keys.asked_key():
        raise typer.BadParameter(
            "ใช้ร่วมกับ --pseudonymise ไม่ได้ เพราะภาพตัดอาจมีชื่อบุคคล · not with --pseudonymise: crops are pictures and "
            "may show names of people",
            param_hint="--keep-crops",
        )
