"""Bytes of a text file to text, by what they can validly be; what would come out garbled is refused.

Thai text files are UTF-8 (with or without a byte order mark), UTF-16 (Notepad's "Unicode"), or TIS-620 in
Windows' form, code page 874. UTF-8 read as 874 would "succeed" as nonsense, so 874 is believed only where its
vowel and tone marks stand on consonants.
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ALLOWED_CONTROLS = re.compile(r"[\x1a\x1b\x1e\x1f]")  # end-of-file and escape marks that old editors leave
_MOST_DAMAGE = (
    0.05  # of the letters outside ASCII; a file cut inside a letter, or patched by a careless editor
)
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_MARK_ON_ITS_BASE = re.compile(
    "(?<=[\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_MOST_LONE_MARKS = 0.1
_UTF_16_SAMPLE_BYTES = 4096


def decoded(content: bytes) -> str | None:
    """The text of a text file, without byte order mark, or None where the bytes are no text of ours."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _without_controls(content.decode(encoding, errors="replace").lstrip("\ufeff"))
    wide = _utf_16_without_mark(content)
    if wide:
        return _without_controls(content.decode(wide, errors="replace"))
    if b"\0" in content:
        return None
    try:
        return _without_controls(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged_utf_8(content) or _code_page_874(content)


def _utf_16_without_mark(content: bytes) -> str | None:
    """UTF-16 shows in every second byte: zero for ASCII, 0x0E for Thai."""
    sample = content[:_UTF_16_SAMPLE_BYTES]
    if len(content) % 2 or len(sample) < 4:
        return None
    for encoding, high_bytes in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(byte in (0, 0x0E) for byte in high_bytes) > 0.95 * len(high_bytes):
            return encoding
    return None


def _damaged_utf_8(content: bytes) -> str | None:
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    foreign = sum(letter > "\x7f" for letter in text)
    return _without_controls(text) if lost <= _MOST_DAMAGE * foreign or lost == 1 < foreign else None


def _code_page_874(content: bytes) -> str | None:
    try:
        text = content.decode("cp874")
    except UnicodeDecodeError:
        return None
    foreign = sum(letter > "\x7f" for letter in text)
    thai = sum("\u0e00" <= letter <= "\u0e7f" for letter in text)
    marks = len(_MARK.findall(text))
    lone = marks - len(_MARK_ON_ITS_BASE.findall(text))
    if thai < 0.8 * foreign or lone > _MOST_LONE_MARKS * max(marks, 1):
        return None
    return _without_controls(text)


def _without_controls(text: str) -> str | None:
    """The text, unless control characters show that it is none."""
    text = _ALLOWED_CONTROLS.sub("", text)
    controls = len(_CONTROL.findall(text))
    if controls > 0.001 * len(text):
        return None
    return _CONTROL.sub("", text)
