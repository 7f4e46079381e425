"""Each limit: kept at the limit, told one past it, and set by a person."""

from dataclasses import fields
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractors.readers.limits import CODES, allows, refuse_above, turn_to, within
from pipeline.digitise import digitise_bytes
from pipeline.limits import Limits, limits_from
from pipeline.sources.archives import ZipMember
from schemas.issues import catalogue, issue
from tests.extractors.readers.docx_maker import docx, p
from tests.poison.pdfs import letters, many_pages, rectangles
from tests.poison.words import cell, nested, table, text, with_body


def codes(content: bytes, **limits: int) -> set[str]:
    return {one.code for one in digitise_bytes(content, "ตัวอย่าง", Limits(**limits)).issues}


WORD = docx(p("รายงาน"))
MEMBERS = len(ZipFile(BytesIO(WORD)).namelist())
PICTURE_MEGAPIXELS = 2


def grid(rows: int, columns: int) -> bytes:
    return with_body(table(*(cell(text("ก")) * columns for _ in range(rows))))


def page_with_a_picture() -> bytes:
    from tests.poison.pdfs import page_with, stream

    about = b"/Type/XObject/Subtype/Image/Width 2000/Height 1000/BitsPerComponent 1/ColorSpace/DeviceGray"
    picture = stream(bytes(250_000), about)
    return page_with(b"500 0 0 250 0 0 cm /I Do", resources=b"/XObject<</I 5 0 R>>", more={5: picture})


@pytest.mark.parametrize(
    ("content", "limit", "most"),
    [
        (many_pages(4), "pages", 4),
        (rectangles(40), "page_objects", 40),
        (letters(1_000), "page_characters", 1_018),  # ten lines of a hundred letters, CR and LF between them
        ("ก".encode() * 90, "characters", 90),
        (WORD, "members", MEMBERS),
        (grid(4, 5), "table_cells", 20),
        (grid(2, 7), "table_columns", 7),
        (with_body(nested(3)), "nesting", 3),
        (page_with_a_picture(), "picture_megapixels", PICTURE_MEGAPIXELS),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_at_the_limit_is_read_and_one_past_it_is_told(content: bytes, limit: str, most: int) -> None:
    assert CODES[limit] not in codes(content, **{limit: most})
    assert CODES[limit] in codes(content, **{limit: most - 1})


def packed(size: int) -> bytes:
    """A Word package that inflates to so many megabytes and is far smaller itself."""
    out = BytesIO()
    with ZipFile(BytesIO(WORD)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.namelist():
            after.writestr(member, before.read(member))
        after.writestr("word/filler.xml", bytes(size * 1_000_000 - sum(i.file_size for i in before.infolist())))
    return out.getvalue()


def test_a_package_that_inflates_to_the_limit_is_read() -> None:
    assert CODES["inflated_mb"] not in codes(packed(3), inflated_mb=3)
    assert CODES["inflated_mb"] in codes(packed(3), inflated_mb=2)


def test_a_member_that_is_compressed_beyond_the_limit_is_refused(tmp_path: object) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.pdf", bytes(2_000_000))
    (info,) = ZipFile(out).infolist()
    times = info.file_size / info.compress_size
    member = ZipMember(None, "a.zip", info)  # type: ignore[arg-type]
    member.check(Limits(inflation=int(times) + 1))
    with pytest.raises(Exception, match="E_LIMIT_INFLATION"):
        member.check(Limits(inflation=int(times) - 1))


@pytest.mark.parametrize("name", [limit.name for limit in fields(Limits)])
def test_every_limit_has_a_default_an_option_a_code_and_words(name: str) -> None:
    assert getattr(Limits(), name) > 0
    assert getattr(limits_from([f"{name}=7"]), name) == 7
    kind = catalogue()[CODES[name]]
    told = issue(kind.code, value="8", limit="7", page=1)
    assert name in told.message_en or name in ("nesting", "inflation")
    assert kind.code.startswith("E_" if kind.severity == "error" else "W_")


@pytest.mark.parametrize("wrong", ["pages", "pages=", "pages=0", "pages=-1", "pages=many", "sheets=5", "=5"])
def test_a_setting_that_means_nothing_says_so(wrong: str) -> None:
    with pytest.raises(ValueError, match="·"):
        limits_from([wrong])


def test_a_remark_knows_its_page_and_is_made_once() -> None:
    with within(Limits(page_objects=1)) as remarks:
        turn_to(3)
        assert not allows("page_objects", 2)
        assert not allows("page_objects", 5)
        assert allows("page_objects", 1)
    assert [(remark.code, remark.page) for remark in remarks] == [("W_LIMIT_PAGE_OBJECTS", 3)]


def test_limits_end_with_their_block() -> None:
    with within(Limits(pages=1)), pytest.raises(Exception, match="E_LIMIT_PAGES"):
        refuse_above("pages", 2)
    refuse_above("pages", 2)


def test_the_document_lists_every_limit_as_it_is() -> None:
    document = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    for limit in fields(Limits):
        about = limit.metadata
        row = f"| `{limit.name}` | {limit.default:,} | {about['th']} · {about['en']} | `{about['code']}` |"
        assert row in document
