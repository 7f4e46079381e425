"""The key of the pseudonyms: from the environment or a file, never from the command line or a log."""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

VARIABLE = "ITA_PSEUDONYM_KEY"
ASKED = "ITA_PSEUDONYMISE"
"""Set to ``1`` by ``ita extract --pseudonymise`` for itself and the processes it starts."""

LEAST_LENGTH = 16


class NoPseudonymKey(Exception):
    """There is no key, or it is too short to keep a secret; the message says how to make one."""

    code = "E_NO_PSEUDONYM_KEY"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"ต้องมีกุญแจลับอย่างน้อย {LEAST_LENGTH} ตัวอักษรใน {where} เช่น สร้างด้วย python -c "
            '"import secrets; print(secrets.token_hex(32))" แล้วเก็บไว้แยกจากผลลัพธ์ · '
            f"a secret key of at least {LEAST_LENGTH} characters is needed in {where}; keep it apart from the output"
        )


def pseudonym_key(file: Path | None = None) -> bytes:
    """The key in the file, else in ``ITA_PSEUDONYM_KEY``. Raises NoPseudonymKey, and OSError for the file."""
    text = file.read_text(encoding="utf-8") if file else os.environ.get(VARIABLE, "")
    key = text.strip()
    if len(key) < LEAST_LENGTH:
        raise NoPseudonymKey(str(file) if file else VARIABLE)
    return key.encode()


def ask_for_pseudonyms(key: bytes) -> None:
    """From here on reports lose the names of people before they are written, in this process and those it starts."""
    os.environ[VARIABLE], os.environ[ASKED] = key.decode(), "1"


def asked_key() -> bytes | None:
    """The key where names are to be replaced, else None."""
    return pseudonym_key() if os.environ.get(ASKED) == "1" else None


def key_mark() -> str:
    """Tells keys apart without telling them; empty where names are not replaced."""
    key = asked_key()
    return hmac.new(key, b"mark of this key", hashlib.sha256).hexdigest()[:12] if key else ""
