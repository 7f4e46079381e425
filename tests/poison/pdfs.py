"""Bad PDFs, written byte by byte: no library writes what no library should."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "samples" / "reports" / "phayao2_2566.pdf"


def pdf(objects: Mapping[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of these objects with a right cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(out + b"trailer <</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (size, root, trailer, start))


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d %s>>stream\n%s\nendstream" % (len(content), extra, content)


def page_with(content: bytes, extra: bytes = b"", resources: bytes = b"", more: Mapping[int, bytes] | None = None) -> bytes:
    """A PDF of one A4 page with this content stream."""
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources,
            4: stream(content, extra),
            **(more or {}),
        }
    )


def _flate(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


def _with_pages(kids: bytes, count: int, more: Mapping[int, bytes] | None = None) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            **(more or {}),
        }
    )


def _forms_in_forms(depth: int) -> bytes:
    """Each form draws the next ten times: 10 to the power of ``depth`` drawings."""
    forms = {
        5 + level: stream(
            b"/F Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (6 + level),
        )
        for level in range(depth)
    }
    forms[5 + depth] = stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return page_with(b"/F Do", resources=b"/XObject<</F 5 0 R>>", more=forms)


def many_pages(count: int) -> bytes:
    """A PDF of so many empty pages, all of them one object."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    return _with_pages(kids, count, dict.fromkeys(range(3, 3 + count), page))


def rectangles(count: int) -> bytes:
    content = b"\n".join(b"%d %d 3 3 re S" % (n * 7 % 590, n * 3 % 840) for n in range(count))
    return page_with(_flate(content), b"/Filter/FlateDecode")


def lines(count: int) -> bytes:
    content = b"\n".join(b"%d %d m %d %d l S" % (n % 595, n % 842, n % 590, n % 800) for n in range(count))
    return page_with(_flate(content), b"/Filter/FlateDecode")


def double_flate_bomb(size: int) -> bytes:
    """A page of so many bytes of drawing orders, deflated twice: a millionth is left."""
    packer, packed = zlib.compressobj(9), []
    orders = b"q 1 0 0 1 0 0 cm Q\n" * 50_000
    for _ in range(size // len(orders)):
        packed.append(packer.compress(orders))
    return page_with(_flate(b"".join(packed) + packer.flush()), b"/Filter[/FlateDecode/FlateDecode]")


def letters(count: int) -> bytes:
    line = b"(" + b"A" * 100 + b") Tj 0 -1 Td\n"
    content = b"BT /F 1 Tf 1 840 Td\n" + line * (count // 100) + b"ET"
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    return page_with(_flate(content), b"/Filter/FlateDecode", resources=font)


def bad_pdfs() -> dict[str, Callable[[], bytes]]:
    """Each bad PDF by its file name, made when it is asked for."""
    good = SAMPLE.read_bytes()
    encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(a)(a)]" % (b"x" * 32, b"y" * 32)
    return {
        "double-flate-bomb.pdf": lambda: double_flate_bomb(400_000_000),
        "lines-400000.pdf": lambda: lines(400_000),
        "rectangles-60000.pdf": lambda: rectangles(60_000),
        "letters-200000.pdf": lambda: letters(200_000),
        "page-tree-of-itself.pdf": lambda: _with_pages(b"2 0 R", 1),
        "page-tree-in-a-ring.pdf": lambda: _with_pages(b"3 0 R", 1, {3: b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"}),
        "nested-arrays.pdf": lambda: page_with(b"[" * 200_000 + b"]" * 200_000 + b" TJ"),
        "nested-dictionaries.pdf": lambda: _with_pages(b"3 0 R", 1, {3: b"<</A" * 100_000 + b">>" * 100_000}),
        "nested-states.pdf": lambda: page_with(b"q " * 500_000),
        "forms-in-forms.pdf": lambda: _forms_in_forms(9),
        "form-of-itself.pdf": lambda: page_with(
            b"/F Do",
            resources=b"/XObject<</F 5 0 R>>",
            more={5: stream(b"/F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")},
        ),
        "pages-3000.pdf": lambda: many_pages(3_000),
        "truncated.pdf": lambda: good[: len(good) // 2],
        "header-only.pdf": lambda: b"%PDF-1.7\n",
        "locked.pdf": lambda: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}, trailer=encrypt),
        "zero-pages.pdf": lambda: _with_pages(b"", 0),
        "wrong-count.pdf": lambda: _with_pages(b"", 12),
        "wrong-xref.pdf": lambda: good.replace(b"startxref\n", b"startxref\n9", 1),
        "xref-of-itself.pdf": lambda: b"%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Prev 9/Length 0>>stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF",
        "no-root.pdf": lambda: pdf({1: b"<</Type/Catalog>>"}, root=7),
        "empty-page.pdf": lambda: page_with(b""),
        "length-that-lies.pdf": lambda: page_with(b"BT ET", b"/Length 99999999"),
        "huge-box.pdf": lambda: _with_pages(b"3 0 R", 1, {3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 1e38]>>"}),
        "picture-of-a-gigapixel.pdf": lambda: page_with(
            b"500 0 0 800 0 0 cm /I Do",
            resources=b"/XObject<</I 5 0 R>>",
            more={
                5: stream(
                    _flate(bytes(4_000_000)),
                    b"/Type/XObject/Subtype/Image/Width 32000/Height 32000/BitsPerComponent 1"
                    b"/ColorSpace/DeviceGray/Filter/FlateDecode",
                )
            },
        ),
        "font-that-is-none.pdf": lambda: page_with(
            b"BT /F 12 Tf 50 700 Td (hello) Tj ET",
            resources=b"/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 5 0 R>>>>",
            more={5: b"<</Type/FontDescriptor/FontName/X/FontFile2 6 0 R>>", 6: stream(b"\0\1\0\0" + b"\xff" * 5_000)},
        ),
        "flipped-bits.pdf": lambda: bytes(byte ^ (0x10 if place % 97 == 0 else 0) for place, byte in enumerate(good)),
    }
