"""What a file is, told by its content and never by its name.

Districts upload a web page as ``.pdf``, an old Word file as ``.docx`` and a spreadsheet as anything, so the
formats that are not read are told apart too: the message can then say what was sent.
"""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from zipfile import ZipFile

from extractors.readers.encoding import decoded


class Format(StrEnum):
    """What a file is; the value is its name in Thai and English, as an officer would say it."""

    PDF = "PDF"
    DOCX = "Word (.docx)"
    LEGACY_DOC = "Word รุ่นเก่า / old Word (.doc)"
    RTF = "เอกสาร RTF / RTF document"
    ODT = "เอกสาร OpenDocument / OpenDocument text (.odt)"
    HTML = "หน้าเว็บ / web page"
    MARKDOWN = "ข้อความ Markdown / Markdown text"
    TEXT = "ข้อความ / plain text"
    ENCRYPTED_OFFICE = "เอกสาร Office ที่มีรหัสผ่าน / password-protected Office file"
    SPREADSHEET = "สมุดงาน Excel / Excel workbook"
    SLIDES = "งานนำเสนอ PowerPoint / PowerPoint slides"
    OFFICE = "เอกสาร Office ชนิดอื่น / another Office file"
    ZIP = "ไฟล์ ZIP / ZIP archive"
    ARCHIVE = "ไฟล์บีบอัด / compressed archive"
    PICTURE = "ไฟล์ภาพ / picture"
    MEDIA = "ไฟล์เสียงหรือวิดีโอ / sound or video"
    MHTML = "หน้าเว็บแบบ MHTML / web archive (.mht)"
    XML = "ไฟล์ XML / XML file"
    PROGRAM = "ไฟล์โปรแกรม / program"
    ZEROS = "ไบต์ศูนย์ล้วน / nothing but zero bytes"
    EMPTY = "ไฟล์ว่าง / empty file"
    BINARY = "ไม่รู้จักชนิดไฟล์ / unknown binary"


_PDF_HEADER_WITHIN_BYTES = 1024  # PDF 1.7, appendix H, note 13: readers accept leading junk up to there

_SIGNATURES = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF8", Format.PICTURE),
    (b"II*\x00", Format.PICTURE),
    (b"MM\x00*", Format.PICTURE),
    (b"8BPS", Format.PICTURE),
    (b"7z\xbc\xaf", Format.ARCHIVE),
    (b"Rar!", Format.ARCHIVE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"BZh", Format.ARCHIVE),
    (b"\xfd7zXZ", Format.ARCHIVE),
    (b"ID3", Format.MEDIA),
    (b"OggS", Format.MEDIA),
    (b"MZ", Format.PROGRAM),
    (b"\x7fELF", Format.PROGRAM),
)
_RIFF_KINDS = {b"WEBP": Format.PICTURE, b"WAVE": Format.MEDIA, b"AVI ": Format.MEDIA}
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*){0,9}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|font|center|h[1-6]|ul|ol)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SIGN = re.compile(
    r"^(?:#{1,6} \S|\s*\|?\s*:?-{2,}:?\s*\|[\s:|-]*$|\*\*\S)|\[[^\]\n]{1,300}\]\([^)\s]{0,300}\)",
    re.MULTILINE,
)


def sniff(content: bytes) -> Format:
    """The format of a file's bytes. Never raises: what nothing recognises is ``BINARY``."""
    if not content:
        return Format.EMPTY
    start = content[:_PDF_HEADER_WITHIN_BYTES]
    if content.startswith(b"PK") and content[2:4] in (b"\x03\x04", b"\x05\x06"):
        return _kind_of_zip(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_ole(content)
    if b"%PDF-" in start and not _HTML_START.match(start.decode("latin-1")):
        return Format.PDF
    known = next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), None)
    if content.startswith(b"RIFF"):
        known = _RIFF_KINDS.get(content[8:12])
    if content[4:8] == b"ftyp":
        known = Format.PICTURE if content[8:11] in (b"hei", b"mif", b"avi") else Format.MEDIA
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        known = Format.PICTURE
    return known or _kind_of_text(content)


def _kind_of_zip(content: bytes) -> Format:
    """Tells Office packages from other archives, by the names inside; a broken archive by names anywhere."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception:
        # zipfile raises half a dozen kinds on broken archives; which one does not matter here
        names, mimetype = {name for name in ("word/", "xl/", "ppt/") if name.encode() in content}, b""
    if b"opendocument.text" in mimetype:
        return Format.ODT
    for folder, kind in (("word/", Format.DOCX), ("xl/", Format.SPREADSHEET), ("ppt/", Format.SLIDES)):
        if any(name.replace("\\", "/").startswith(folder) for name in names):
            return kind
    return Format.OFFICE if "[Content_Types].xml" in names or mimetype else Format.ZIP


def _kind_of_ole(content: bytes) -> Format:
    """Tells the old Office formats apart by the names of their streams (UTF-16 in the directory)."""
    streams = (
        ("EncryptedPackage", Format.ENCRYPTED_OFFICE),
        ("WordDocument", Format.LEGACY_DOC),
        ("PowerPoint Document", Format.SLIDES),
        ("Workbook", Format.SPREADSHEET),
        ("Book", Format.SPREADSHEET),
    )
    for name, kind in streams:
        if name.encode("utf-16-le") + b"\0\0" in content:
            return Format.ENCRYPTED_OFFICE if kind is Format.LEGACY_DOC and _is_locked_doc(content) else kind
    return Format.OFFICE


def _is_locked_doc(content: bytes) -> bool:
    """Whether the Word stream's header says that it is encrypted ([MS-DOC] 2.5.2, FibBase.fEncrypted)."""
    for offset in range(512, min(len(content) - 12, 1 << 20), 512):
        if content[offset : offset + 2] == b"\xec\xa5":
            return bool(content[offset + 11] & 0x01)
    return False


def _kind_of_text(content: bytes) -> Format:
    if not content.strip(b"\0"):
        return Format.ZEROS
    text = decoded(content)
    if text is None:
        return Format.BINARY
    start = text[:4096]
    if _HTML_START.match(start):
        return Format.HTML
    if start.lstrip().lower().startswith("mime-version:"):
        return Format.MHTML
    if start.lstrip().startswith("<?xml"):
        return Format.XML
    return Format.MARKDOWN if is_markdown(text) else Format.TEXT


def is_markdown(text: str) -> bool:
    """Whether a text holds what only Markdown writes: ``# Title``, ``**bold**``, ``|---|``, ``[a](url)``."""
    return _MARKDOWN_SIGN.search(text) is not None
