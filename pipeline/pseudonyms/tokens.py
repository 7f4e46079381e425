"""Tokens in place of names of people, files and places: keyed, stable, and silent without the key."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import PurePath

from extractors.thai.text import squeeze

PERSON, PLACE = "person-", "place-"
DIGITS = 12
"""Hex digits: among a hundred thousand people two share a token with a chance of 2 in 100,000."""

FILE_TOKEN = re.compile(r"file-[0-9a-f]{12}(\.[a-z0-9]{1,5})?")
ENDING = re.compile(r"\.[a-z0-9]{1,5}")


def token(name: str, key: bytes) -> str:
    """The token of a person's name, whatever spaces it is written with."""
    return f"{PERSON}{_digits(squeeze(name), key)}"


def file_token(name: str, key: bytes) -> str:
    """The token of a file's name (``file-3f9ac1d2e0b4.pdf``), which keeps its ending; a token stays itself."""
    if is_file_token(name):
        return name
    ending = PurePath(name).suffix.lower()
    return f"file-{_digits(name, key)}{ending if ENDING.fullmatch(ending) else ''}"


def is_file_token(name: str) -> bool:
    return FILE_TOKEN.fullmatch(name) is not None


def place_token(where: str, key: bytes) -> str:
    """The token of the place where a file was found."""
    return f"{PLACE}{_digits(where, key)}"


def _digits(text: str, key: bytes) -> str:
    return hmac.new(key, text.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()[:DIGITS]
