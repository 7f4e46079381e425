"""Bad Word files."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.extractors.readers.docx_maker import docx, p

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAMPLE = Path(__file__).parents[2] / "samples" / "reports" / "phayao2_2566.docx"


def changed(package: bytes, name: str, content: bytes | None) -> bytes:
    """The package with one part replaced; without it, where ``content`` is None."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.namelist():
            if member != name:
                after.writestr(member, before.read(member))
        if content is not None:
            after.writestr(name, content)
    return out.getvalue()


def with_body(body: str, before: str = "") -> bytes:
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return changed(docx(p("x")), "word/document.xml", document.encode())


def text(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def nested(depth: int) -> str:
    inside = text("ลึกสุด")
    for _ in range(depth):
        inside = table(cell(inside + text("")))
    return inside


def _laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    return f"<!DOCTYPE w:document [{entities}]>"


def _stored_text(megabytes: int) -> bytes:
    """A document whose one text has so many megabytes; deflated it is a thousandth of that."""
    out = BytesIO()
    with ZipFile(BytesIO(docx(p("x")))) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.namelist():
            if member != "word/document.xml":
                after.writestr(member, before.read(member))
        with after.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f'<w:document xmlns:w="{W_NAMESPACE}"><w:body><w:p><w:r><w:t>'.encode())
            for _ in range(megabytes):
                part.write(b"A" * 1_000_000)
            part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


def _of_members(count: int) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as package:
        for number in range(count):
            package.writestr(f"word/x{number}.xml", b"")
    return out.getvalue()


def bad_words() -> dict[str, Callable[[], bytes]]:
    """Each bad Word file by its file name, made when it is asked for."""
    good = SAMPLE.read_bytes()
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    external = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    remote = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "http://192.0.2.1/x">]>'
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return {
        "text-of-600-mb.docx": lambda: _stored_text(600),
        "table-of-20000-rows.docx": lambda: with_body(table(*(cell(text(str(n))) * 5 for n in range(20_000)))),
        "table-too-large.docx": lambda: with_body(table(*(cell(text("")) * 60 for _ in range(9_000)))),
        "merge-of-3000-rows.docx": lambda: with_body(
            table(*(cell(text("x"), go_on if n else restart) + cell(text(str(n))) for n in range(3_000)))
        ),
        "orphan-merge.docx": lambda: with_body(table(cell(text("ก"), go_on), cell(text("ข"), go_on))),
        "span-of-a-million.docx": lambda: with_body(table(cell(text("ก"), '<w:gridSpan w:val="1000000"/>') * 40)),
        "tables-20-deep.docx": lambda: with_body(nested(20)),
        "tables-300-deep.docx": lambda: with_body(nested(300)),
        "billion-laughs.docx": lambda: with_body(text("&a10;"), _laughs()),
        "external-entity.docx": lambda: with_body(text("&x;"), external),
        "remote-entity.docx": lambda: with_body(text("&x;"), remote),
        "strict.docx": lambda: changed(
            docx(p("รายงานของหน่วยงานอื่น")),
            "word/document.xml",
            f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{text("ก")}</w:body></w:document>'.encode(),
        ),
        "locked.docx": lambda: ole + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        "old-word.docx": lambda: ole + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600),
        "truncated.docx": lambda: good[: len(good) // 2],
        "no-document.docx": lambda: changed(good, "word/document.xml", None),
        "no-content-types.docx": lambda: changed(good, "[Content_Types].xml", None),
        "broken-xml.docx": lambda: changed(good, "word/document.xml", b"<w:document><w:body>"),
        "binary-document.docx": lambda: changed(good, "word/document.xml", bytes(range(256)) * 40),
        "empty-body.docx": lambda: with_body(""),
        "members-6000.docx": lambda: _of_members(6_000),
        "swapped-parts.docx": lambda: changed(good, "word/document.xml", ZipFile(BytesIO(good)).read("word/styles.xml")),
        "numbers-that-are-none.docx": lambda: with_body(table(cell(text("ก"), '<w:gridSpan w:val="มาก"/>'))),
    }
