"""Bad files of other kinds: texts, web pages, archives, and what is no document at all."""

from __future__ import annotations

import struct
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


def bad_others() -> dict[str, bytes]:
    """Each bad file by its file name; an archive may stand for several records."""
    page = b"<html><body><table><tr><td rowspan=65534 colspan=1000>x</td></tr></table>"
    inner = archive(("ลึก.txt", NOT_A_REPORT.encode()))
    locked = bytearray(archive(("a.pdf", b"x" * 200)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag of encryption in both headers
        locked[locked.index(mark) + at] |= 1
    gigabyte = BytesIO()
    with ZipFile(gigabyte, "w", ZIP_DEFLATED) as package, package.open("a.pdf", "w", force_zip64=True) as member:
        for _ in range(250):
            member.write(bytes(1_000_000))
    return {
        "empty.pdf": b"",
        "zeros.pdf": bytes(10_000),
        "web-page.pdf": b"<!DOCTYPE html><html><body><p>404 Not Found</p></body></html>",
        "picture.pdf": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(100),
        "program.docx": b"MZ" + bytes(500),
        "random.pdf": bytes((n * 7919 + n // 251 * 104729) % 256 for n in range(50_000)),
        "spreadsheet.docx": archive(("xl/workbook.xml", b"<x/>"), ("[Content_Types].xml", b"<x/>")),
        "one-line-of-20-mb.txt": (NOT_A_REPORT.strip() * 200_000).encode()[:20_000_000],
        "lines-400000.txt": NOT_A_REPORT.encode() * 400_000,
        "columns-100000.txt": ("ก\t" * 100_000 + "\n" + "ข\t" * 100_000).encode(),
        "spans.html": page,
        "tags-50000-deep.html": b"<html><body>" + b"<div>" * 50_000 + "ก".encode() + b"</div>" * 50_000,
        "entities.html": b"<html><body>" + b"&amp;" * 500_000 + b"&#9999999999;&#xD800;",
        "bad-utf8.txt": NOT_A_REPORT.encode() + b"\xff\xfe\x80" * 400,
        "not-a-report.txt": NOT_A_REPORT.encode(),
        "zip-slip.zip": archive(("../../escaped.txt", NOT_A_REPORT.encode())),
        "zip-absolute.zip": archive(("/etc/escaped.txt", NOT_A_REPORT.encode())),
        "zip-bomb.zip": gigabyte.getvalue(),
        "zip-three-deep.zip": archive(("b.zip", archive(("c.zip", inner)))),
        "zip-locked.zip": bytes(locked),
        "zip-empty.zip": archive(),
        "zip-truncated.zip": inner[:-30],
        "zip-of-6000.zip": archive(*((f"{n}.txt", b"") for n in range(6_000))),
        "zip-damaged-member.zip": archive(("a.txt", SAMPLE.read_bytes())).replace(b"\x00\x00\x08\x00", b"\x00\x00\x08\x00", 1)[:200]
        + b"\xff" * 100
        + archive(("a.txt", SAMPLE.read_bytes()))[300:],
    }
