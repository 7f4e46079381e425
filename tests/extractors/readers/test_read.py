import pickle
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers import UnreadableFile, read
from extractors.readers.limits import Limits, within
from schemas.issues import catalogue, issue
from tests.extractors.readers.docx_maker import docx, numbered, p, table, with_parts_changed

_REPORT = docx(p("รายงาน ITA"), table("ตัวชี้วัด|คะแนน", "การใช้อำนาจ|96.80"), numbered("ขั้นตอน"))
_TEXT = "รายงาน\n| a | b |\n|---|---|\n| <p>1</p> | [x](http://a.b) |\nc\td\te\n1\t2\n<table><td>z".encode()


def _refusal(content: bytes, name: str = "report.pdf") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(content, name)
    return caught.value


def test_format_goes_by_content_and_not_by_name() -> None:
    assert read(_REPORT, "report.pdf").text_source == "docx"
    assert read("รายงาน".encode(), "report.docx").media_type == "text/plain"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E_FILE_EMPTY"),
        (b" \r\n\t ", "E_NO_TEXT"),
        (bytes(1000), "E_FILE_DAMAGED"),
        (b"\x89PNG\r\n\x1a\n", "E_FORMAT_UNKNOWN"),
        (_REPORT[:-200], "E_FILE_DAMAGED"),
        (docx(p("")), "E_NO_TEXT"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0\0",
            "E_PASSWORD",
        ),
    ],
)
def test_every_refusal_has_a_code_whose_message_can_be_written(content: bytes, code: str) -> None:
    refusal = _refusal(content)
    assert refusal.code == code
    assert code in catalogue()
    told = issue(refusal.code, **refusal.arguments)
    assert told.message_th and "{" not in told.message_th


def test_a_refusal_survives_the_way_back_from_another_process() -> None:
    refusal = _refusal(b"\x89PNG\r\n\x1a\n")
    again = pickle.loads(pickle.dumps(refusal))
    assert (again.code, again.arguments, again.may_retry) == (refusal.code, refusal.arguments, False)


def test_an_archive_that_inflates_beyond_reason_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(1_100_000))
    with within(Limits(inflated_mb=1)):
        assert _refusal(out.getvalue()).code == "E_LIMIT_INFLATED"


def test_external_entities_are_not_fetched() -> None:
    declared = with_parts_changed(docx(p("CANARY")), CANARY="&x;")
    out = BytesIO()
    with ZipFile(BytesIO(declared)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            blob = before.read(name)
            if name == "word/document.xml":
                head, tail = blob.split(b"?>", 1)
                blob = head + b'?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + tail
            after.writestr(name, blob)
    assert _refusal(out.getvalue()).code == "E_NO_TEXT"


@pytest.mark.parametrize(
    "changes",
    [
        {  # the Strict dialect of ISO/IEC 29500-1
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
        },
        {  # a document with macros
            r"openxmlformats-officedocument\.wordprocessingml\.document\.main": (
                "ms-word.document.macroEnabled.main"
            ),
        },
        {  # a part that is referred to but was never stored
            "theme/theme1.xml": "NULL",
        },
    ],
)
def test_packages_that_word_opens_and_python_docx_does_not_are_read(changes: dict[str, str]) -> None:
    document = read(with_parts_changed(_REPORT, **changes), "report.docx")
    assert next(document.paragraphs()).text == "รายงาน ITA"
    assert next(document.tables()).text_at(1, 1) == "96.80"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read(content, "x")
    except UnreadableFile as refusal:
        assert refusal.code in catalogue()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([_REPORT, _TEXT]), st.data())
def test_a_damaged_file_is_read_or_refused(content: bytes, data: st.DataObject) -> None:
    broken = bytearray(content[: data.draw(st.integers(1, len(content)))])
    for _ in range(data.draw(st.integers(0, 20))):
        broken[data.draw(st.integers(0, len(broken) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read(bytes(broken), "x")
    except UnreadableFile as refusal:
        assert refusal.code in catalogue()


_PIECES = [
    "a", "|", "<td>", "<table>", "</table>", "<ul>", "<li>", "**", "-", "1.", "[", "](", ")", "---", "#", "`", "+",
    ">", "https://x.y/", "&amp;", "\t", "\n", "  ", "ข",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_PIECES)))
def test_no_letter_of_a_text_is_lost_or_said_twice(pieces: list[str]) -> None:
    document = read(("ขขข" + "".join(pieces)).encode(), "x.txt")
    paragraphs = [text for role in ("body", "foot", "contents") for text in document.paragraphs(role)]
    cells = [cell for table in document.tables() for cell in table.cells]
    shown = "".join(piece.text + "".join(piece.links) for piece in (*paragraphs, *cells))
    assert shown.count("ข") == 3 + pieces.count("ข")
