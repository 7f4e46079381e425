from io import BytesIO
from zipfile import ZipFile

import pytest

from extractors.readers.sniff import Format, sniff
from tests.extractors.readers.docx_maker import docx, p

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(**members: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def _ole(*streams: str, header: bytes = b"") -> bytes:
    names = b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)
    return _OLE.ljust(512, b"\0") + header.ljust(512, b"\0") + names


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Format.EMPTY),
        (b"%PDF-1.7\n", Format.PDF),
        (b"junk from a mail gateway\r\n" * 9 + b"%PDF-1.4", Format.PDF),
        (b"<!DOCTYPE html><p>404, see %PDF-1.4</p>", Format.HTML),
        ("\ufeff \n<HTML lang=th>".encode(), Format.HTML),
        ("<!-- saved from url --><html>".encode("utf-16"), Format.HTML),
        (b"{\\rtf1 x", Format.RTF),
        (b"\x89PNG\r\n\x1a\n123", Format.PICTURE),
        (b"\xff\xd8\xff\xe0", Format.PICTURE),
        (b"Rar!\x1a\x07", Format.ARCHIVE),
        (b"\0" * 4096, Format.ZEROS),
        (b"\x01\x02\x03\x04\xff\xfe\x00\x99" * 50, Format.BINARY),
        ("คะแนน 95.47".encode(), Format.TEXT),
        ("คะแนน 95.47".encode("cp874"), Format.TEXT),
        ("คะแนน 95.47".encode("utf-16"), Format.TEXT),
        ("# มาตรการ\n".encode(), Format.MARKDOWN),
        (b"| a | b |\n|---|---|\n| 1 | 2 |", Format.MARKDOWN),
        (b'<?xml version="1.0"?><data/>', Format.XML),
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, kind: Format) -> None:
    assert sniff(content) is kind


def test_packages_are_told_apart_by_what_is_inside() -> None:
    assert sniff(docx(p("x"))) is Format.DOCX
    assert sniff(_zip(**{"[Content_Types].xml": "", "xl__workbook.xml": ""})) is Format.SPREADSHEET
    assert sniff(_zip(**{"ppt__presentation.xml": ""})) is Format.SLIDES
    assert sniff(_zip(mimetype="application/vnd.oasis.opendocument.text")) is Format.ODT
    assert sniff(_zip(report="x")) is Format.ZIP


def test_a_truncated_docx_is_still_a_docx() -> None:
    assert sniff(docx(p("x"))[:3000]) is Format.DOCX


def test_old_office_files_are_told_apart_by_their_streams() -> None:
    assert sniff(_ole("Root Entry", "WordDocument", "Workbook")) is Format.LEGACY_DOC
    assert sniff(_ole("Root Entry", "Workbook")) is Format.SPREADSHEET
    assert sniff(_ole("Root Entry", "EncryptionInfo", "EncryptedPackage")) is Format.ENCRYPTED_OFFICE


def test_an_old_word_file_that_is_locked_says_so_in_its_header() -> None:
    locked = b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01"
    assert sniff(_ole("WordDocument", header=locked)) is Format.ENCRYPTED_OFFICE
    assert sniff(_ole("WordDocument", header=b"\xec\xa5\xc1\x00" + bytes(8))) is Format.LEGACY_DOC
