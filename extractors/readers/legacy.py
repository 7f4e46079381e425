"""Old Word files (.doc), RTF and OpenDocument, by way of the DOCX that an installed LibreOffice makes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.document import Document
from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.sniff import Format, sniff

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT_S = 120
_ENDINGS = {Format.LEGACY_DOC: ".doc", Format.RTF: ".rtf", Format.ODT: ".odt"}


def read(content: bytes) -> Document:
    """The Document of what LibreOffice makes of the file. Raises UnreadableFile, also without LibreOffice."""
    from extractors.readers import word

    kind = sniff(content)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        if kind is Format.LEGACY_DOC:
            raise UnreadableFile("E_LEGACY_DOC")
        raise UnreadableFile("E_FORMAT_UNKNOWN", found=kind.value)
    return word.read(_as_docx(content, _ENDINGS[kind], program))


def _as_docx(content: bytes, ending: str, program: str) -> bytes:
    """The file as DOCX. A profile of its own keeps this LibreOffice apart from one that a person has open."""
    with TemporaryDirectory(prefix="ita-") as folder:
        source = Path(folder, f"report{ending}")
        source.write_bytes(content)
        command = [
            program,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_TIMEOUT_S)
        except subprocess.TimeoutExpired as fault:
            raise UnreadableFile(
                "E_FILE_DAMAGED",
                may_retry=True,
                reason=f"LibreOffice แปลงไม่เสร็จใน {_TIMEOUT_S} วินาที / conversion timed out",
            ) from fault
        except OSError as fault:
            raise damaged("เรียก LibreOffice ไม่ได้ / LibreOffice could not be started") from fault
        made = source.with_suffix(".docx")
        if not made.exists():
            raise damaged("LibreOffice แปลงไฟล์นี้ไม่ได้ / LibreOffice could not convert it")
        return made.read_bytes()
