"""Reading one file for a command that only looks at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from extractors.document import Document


def document_of(path: Path) -> Document:
    """The Document of the file. A file that cannot be read ends the command, in Thai and English."""
    from extractors.readers import read
    from extractors.readers.errors import UnreadableFile
    from pipeline.console import talk
    from pipeline.exit_codes import ExitCode
    from schemas.issues import issue

    try:
        return read(path.read_bytes(), path.name)
    except FileNotFoundError:
        why = issue("E_FILE_MISSING", name=path.name)
    except OSError as error:
        why = issue("E_FILE_UNREADABLE", name=path.name, reason=error.strerror or type(error).__name__)
    except UnreadableFile as refusal:
        why = issue(refusal.code, **refusal.arguments)  # type: ignore[arg-type]
    talk().print(f"{why.code} {why.message_th}\n{why.message_en}", markup=False)
    raise typer.Exit(ExitCode.SOME_FAILED)
