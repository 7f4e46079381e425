"""Tiny PDFs for tests: pages are content streams written by hand, no library needed.

Two fonts: ``F1`` is Helvetica; ``F2`` is a Thai font that is not embedded (two bytes a character, which are
the character's own code point) with a ToUnicode map and widths, zero for marks that stand over or under.
"""

from __future__ import annotations

from dataclasses import dataclass, field

THAI_MARKS = {0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)}
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "2 beginbfrange <0020> <007E> <0020> <0E01> <0E5B> <0E01> endbfrange "
    "1 beginbfchar <F000> <D83CDF10> endbfchar "
    "endcmap CMapName currentdict /CMap defineresource pop end end"
)


@dataclass
class PageMaker:
    """One page; y grows downwards from the top, as a reader sees an unrotated page. Methods return self."""

    width_pt: float = 595
    height_pt: float = 842
    rotate: int = 0
    ops: list[str] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    has_picture: bool = False

    def write(
        self, text: str, x: float, y: float, size: float = 12, font: str = "F1", turn: int = 0
    ) -> PageMaker:
        """Print ``text`` with its baseline at ``y``; ``turn`` 90 reads upwards, 270 downwards."""
        matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
        shown = (
            "<" + "".join(f"{ord(c):04x}" for c in text) + ">"
            if font == "F2"
            else "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
        )
        self.ops.append(f"BT /{font} {size} Tf {matrix} {x} {self.height_pt - y} Tm {shown} Tj ET")
        return self

    def thai(self, text: str, x: float, y: float, size: float = 12, turn: int = 0) -> PageMaker:
        return self.write(text, x, y, size, "F2", turn)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> PageMaker:
        height = self.height_pt
        self.ops.append(f"{width} w {x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def fill(
        self, x0: float, y0: float, x1: float, y1: float, colour: tuple[float, float, float] = (0, 0, 0)
    ) -> PageMaker:
        """A filled rectangle without a border: a background, or a ruling line if it is thin."""
        red, green, blue = colour
        self.ops.append(f"q {red} {green} {blue} rg {x0} {self.height_pt - y1} {x1 - x0} {y1 - y0} re f Q")
        return self

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> PageMaker:
        """A stroked rectangle."""
        self.ops.append(f"0.5 w {x0} {self.height_pt - y1} {x1 - x0} {y1 - y0} re S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> PageMaker:
        """Full ruling lines at every x and y."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def cells(self, xs: list[float], ys: list[float], rows: list[list[str]], font: str = "F1") -> PageMaker:
        """A ruled grid with one printed line a cell (``\\n`` begins another)."""
        self.grid(xs, ys)
        for top, row in zip(ys, rows, strict=False):
            for left, text in zip(xs, row, strict=False):
                for i, line in enumerate(text.split("\n")):
                    if line:
                        self.write(line, left + 3, top + 12 + 13 * i, 10, font)
        return self

    def link(self, x0: float, y0: float, x1: float, y1: float, address: str) -> PageMaker:
        self.links.append(((x0, self.height_pt - y1, x1, self.height_pt - y0), address))
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> PageMaker:
        self.has_picture = True
        self.ops.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height_pt - y1} cm /I1 Do Q")
        return self


def pdf(*pages: PageMaker) -> bytes:
    """The file that shows ``pages``."""
    objects: list[bytes] = [b""] * 9

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    marks = " ".join(f"{code} [0]" for code in sorted(THAI_MARKS))
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects[3] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Thai /Encoding /Identity-H /DescendantFonts [5 0 R]"
        b" /ToUnicode 7 0 R >>"
    )
    objects[4] = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Thai /FontDescriptor 6 0 R /DW 550"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /W [32 [250] {marks}] >>"
    ).encode()
    objects[5] = (
        b"<< /Type /FontDescriptor /FontName /Thai /Flags 4 /FontBBox [0 -300 1000 1000] /ItalicAngle 0"
        b" /Ascent 900 /Descent -300 /CapHeight 700 /StemV 80 >>"
    )
    objects[6] = _stream("", _CMAP.encode())
    objects[7] = _stream(
        "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        b"\x40\x80",
    )
    kids = [_page(page, add) for page in pages]
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    )
    objects[8] = b"<< >>"
    return _file(objects)


def _page(page: PageMaker, add) -> int:  # type: ignore[no-untyped-def]
    content = add(_stream("", "\n".join(page.ops).encode("latin-1")))
    notes = [
        add(
            f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, box))}] /Border [0 0 0]"
            f" /A << /S /URI /URI ({address}) >> >>"
        )
        for box, address in page.links
    ]
    return add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width_pt} {page.height_pt}] /Rotate {page.rotate}"
        f" /Contents {content} 0 R /Annots [{' '.join(f'{n} 0 R' for n in notes)}]"
        " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 8 0 R >> >> >>"
    )


def _stream(entries: str, content: bytes) -> bytes:
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
