"""DOCX files for tests, from a few words of WordprocessingML: ``docx(p("one"), table("a|b", "c|d"))``."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as new_document
from docx.oxml.parser import parse_xml

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of plain text or of runs."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph that Word numbers."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def tc(content: str = "", properties: str = "") -> str:
    """A cell of plain text or of blocks."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table(*rows: str) -> str:
    """A table of plain cells: ``table("a|b", "c|d")``; ``>`` widens the left cell, ``^`` the one above."""
    grid = [row.split("|") for row in rows]
    return tbl(*(tr(*_cells(grid, at)) for at in range(len(grid))))


def _cells(grid: list[list[str]], at: int) -> list[str]:
    cells = []
    for column, text in enumerate(grid[at]):
        if text == ">":
            continue
        span = 1
        while column + span < len(grid[at]) and grid[at][column + span] == ">":
            span += 1
        below = grid[at + 1][column] if at + 1 < len(grid) and column < len(grid[at + 1]) else ""
        merge = "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' if below == "^" else ""
        cells.append(tc("" if text == "^" else text, f'<w:gridSpan w:val="{span}"/>{merge}'))
    return cells


def text_box(*blocks: str) -> str:
    """A run with a text box, stated twice as Word does: for itself and for older readers."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, shown: str) -> str:
    """A field in three marks, as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def levels(*formats: str) -> str:
    """A list definition, a level each: ``levels("decimal %1.", "thaiLetters %2)")``."""
    parts = []
    for level, stated in enumerate(formats):
        kind, text = stated.split(" ", 1)
        parts.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return "".join(parts)


def lists(definition: str, *overrides: str) -> str:
    """``w:numbering`` with one definition and its lists 1, 2, ...; ``overrides`` go into lists 2, 3, ..."""
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for number, override in enumerate(("", *overrides), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{definition}</w:abstractNum>{nums}'


def docx(*blocks: str, numbering: str = "", styles: str = "", links: tuple[str, ...] = ()) -> bytes:
    """A DOCX with the blocks as its body. ``links`` become relationships ``link0``, ``link1``, ..."""
    document = new_document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    for child in parse_xml(f"<w:body {_NAMESPACES}>{''.join(blocks)}</w:body>"):
        body.append(child)
    if numbering:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:numbering {_NAMESPACES}>{numbering}</w:numbering>"):
            root.append(child)
    for child in parse_xml(f"<w:styles {_NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    for at, link in enumerate(links):
        relation = document.part.relate_to(link, f"{_OFFICE}/hyperlink", is_external=True)
        _rename(document, relation, f"link{at}")
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _rename(document: object, old: str, new: str) -> None:
    relations = document.part.rels  # type: ignore[attr-defined]
    relation = relations.pop(old)
    relation._rId = new
    relations[new] = relation


def with_parts_changed(content: bytes, **changes: str) -> bytes:
    """The package with texts replaced: ``{"old": "new"}`` in every XML part."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            blob = before.read(name)
            for old, new in changes.items():
                if name.endswith((".xml", ".rels")):
                    blob = re.sub(old.encode(), new.encode(), blob)
            after.writestr(name, blob)
    return out.getvalue()
