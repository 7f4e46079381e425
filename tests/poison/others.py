"""Bad files of other kinds: texts, web pages, archives, and what is no document at all."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

SAMPLE = Path(__file__).parents[2] / "samples" / "reports" / "phayao2_2566.txt"
NOT_A_REPORT = "วันนี้อากาศดี เหมาะแก่การเดินเล่นริมแม่น้ำ\n"


def archive(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in members:
            package.writestr(name, content)
    return out.getvalue()


def _zeros(megabytes: int) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package, package.open("a.pdf", "w", force_zip64=True) as member:
        for _ in range(megabytes):
            member.write(bytes(1_000_000))
    return out.getvalue()


def _locked() -> bytes:
    """An archive whose member bears the flag of encryption in both its headers."""
    content = bytearray(archive(("a.pdf", b"x" * 200)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    return bytes(content)


def _damaged_member() -> bytes:
    content = bytearray(archive(("a.txt", SAMPLE.read_bytes())))
    content[100:200] = b"\xff" * 100
    return bytes(content)


def bad_others() -> dict[str, Callable[[], bytes]]:
    """Each bad file by its file name, made when it is asked for."""
    page = b"<html><body><table><tr><td rowspan=65534 colspan=1000>x</td></tr></table>"
    inner = archive(("ลึก.txt", NOT_A_REPORT.encode()))
    return {
        "empty.pdf": lambda: b"",
        "zeros.pdf": lambda: bytes(10_000),
        "web-page.pdf": lambda: b"<!DOCTYPE html><html><body><p>404 Not Found</p></body></html>",
        "picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(100),
        "program.docx": lambda: b"MZ" + bytes(500),
        "random.pdf": lambda: bytes((n * 7919 + n // 251 * 104729) % 256 for n in range(50_000)),
        "spreadsheet.docx": lambda: archive(("xl/workbook.xml", b"<x/>"), ("[Content_Types].xml", b"<x/>")),
        "one-line-of-20-mb.txt": lambda: (NOT_A_REPORT.strip() * 200_000).encode()[:20_000_000],
        "lines-400000.txt": lambda: NOT_A_REPORT.encode() * 400_000,
        "columns-100000.txt": lambda: ("ก\t" * 100_000 + "\n" + "ข\t" * 100_000).encode(),
        "spans.html": lambda: page,
        "tags-50000-deep.html": lambda: b"<html><body>" + b"<div>" * 50_000 + "ก".encode() + b"</div>" * 50_000,
        "entities.html": lambda: b"<html><body>" + b"&amp;" * 50_000 + b"&#9999999999;&#xD800;",
        "bad-utf8.txt": lambda: NOT_A_REPORT.encode() + b"\xff\xfe\x80" * 400,
        "not-a-report.txt": lambda: NOT_A_REPORT.encode(),
        "zip-slip.zip": lambda: archive(("../../escaped.txt", NOT_A_REPORT.encode())),
        "zip-absolute.zip": lambda: archive(("/etc/escaped.txt", NOT_A_REPORT.encode())),
        "zip-bomb.zip": lambda: _zeros(250),
        "zip-three-deep.zip": lambda: archive(("b.zip", archive(("c.zip", inner)))),
        "zip-locked.zip": _locked,
        "zip-empty.zip": lambda: archive(),
        "zip-truncated.zip": lambda: inner[:-30],
        "zip-of-6000.zip": lambda: archive(*((f"{n}.txt", b"") for n in range(6_000))),
        "zip-damaged-member.zip": _damaged_member,
    }
