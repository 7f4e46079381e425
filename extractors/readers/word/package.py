"""The opened package of a DOCX: its parts, with everything wrong about the archive settled at the door.

python-docx opens the package. Before it does, archives that would inflate beyond reason are refused; where it
cannot open one that Word opens (a part that is referred to but missing, a damaged picture, the Strict
dialect, a document with macros), the package is written anew in memory the way python-docx expects it.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from extractors.readers.errors import UnreadableFile, damaged
from extractors.readers.limits import refuse_above
from extractors.readers.word.names import W

if TYPE_CHECKING:
    from docx.opc.part import XmlPart

_MOST_INFLATION = (
    20  # a report full of photographs may be larger than the limit, but photographs hardly shrink
)
_ENCRYPTED = 0x1

_MAIN_PART = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN_PARTS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml)"
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMESPACES = (  # ISO/IEC 29500-1 (Strict) to -4 (Transitional)
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*?(?:/>|>\s*</Relationship>)")
_TARGET = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']*)[\"']")


def main_part(content: bytes) -> XmlPart:
    """The package's main document part, related parts loaded. Raises UnreadableFile."""
    _refuse_a_bomb(content)
    try:
        return _opened(content)
    except Exception:
        # python-docx and lxml raise whatever they stumble over; the second attempt decides
        pass
    try:
        return _opened(_rewritten(content))
    except UnreadableFile:
        raise
    except Exception as fault:
        raise damaged(f"โครงสร้างไฟล์ Word ไม่สมบูรณ์ / broken Word package: {type(fault).__name__}") from fault


def _opened(content: bytes) -> XmlPart:
    from docx.package import Package

    part: XmlPart = Package.open(BytesIO(content)).main_document_part
    if not hasattr(part, "element") or part.element.find(W + "body") is None:
        raise damaged("ไม่มีเนื้อเอกสาร / no document body")
    return part


def _refuse_a_bomb(content: bytes) -> None:
    """Sizes are those that the archive declares; zipfile never inflates a member beyond its declared size."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except Exception as fault:
        raise damaged("ไฟล์ถูกตัดหรือไม่ครบ / cut short or incomplete") from fault
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFile("E_PASSWORD")
    refuse_above("members", len(members))
    inflated = sum(member.file_size for member in members)
    if inflated > _MOST_INFLATION * len(content):
        refuse_above("inflated_mb", inflated / 1_000_000)


def _rewritten(content: bytes) -> bytes:
    """The package with only what can be read, in the Transitional dialect, as a plain document."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(out, "w", ZIP_STORED) as package:
        names = {member.filename for member in archive.infolist()}
        for member in archive.infolist():
            xml = member.filename.endswith((".xml", ".rels"))
            try:
                blob = archive.read(member)
            except Exception:
                if xml:
                    raise
                blob = b""  # a damaged picture must not cost the text
            package.writestr(ZipInfo(member.filename), _plain(member.filename, blob, names) if xml else blob)
    return out.getvalue()


def _plain(name: str, blob: bytes, names: set[str]) -> bytes:
    if _STRICT in blob:
        for strict, transitional in _STRICT_NAMESPACES:
            blob = blob.replace(strict, transitional)
    if name == "[Content_Types].xml":
        return _OTHER_MAIN_PARTS.sub(_MAIN_PART, blob)
    if name.endswith(".rels"):
        return _RELATIONSHIP.sub(
            lambda found: found[0] if _leads_somewhere(found[0], name, names) else b"", blob
        )
    return blob


def _leads_somewhere(relationship: bytes, rels_name: str, names: set[str]) -> bool:
    target = _TARGET.search(relationship)
    if b"External" in relationship or target is None:
        return target is not None
    path = target[1].decode("utf-8", errors="replace")
    folder = rels_name.partition("_rels/")[0]
    steps: list[str] = []
    for step in (path if path.startswith("/") else folder + path).split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps) in names
