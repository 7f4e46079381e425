"""A made-up report as DOCX, with the things Word makes of a document: merged cells, fields, links, changes.

``changes=False`` renders tracked changes as accepted; the PDF is made from that.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from samples.parts import Contents, Grid, Heading, MadeUp, Numbered, PageBreak, TextBox, Words

FONT = "Laksaman"
SIZE_PT = 14
A4_MM = (210, 297)
WHEN = datetime(2025, 1, 1, tzinfo=UTC)
"""The date of making that every document names."""

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TEXT_BOX = """<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
<v:shape style="width:300pt;height:32pt"><v:textbox>
<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>
</v:shape></w:pict></w:r>"""


def save_docx(made_up: MadeUp, path: Path, changes: bool = True) -> None:
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = WHEN
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE_PT)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(SIZE_PT * 2))
    style.element.rPr.append(size)
    style.paragraph_format.space_after = Pt(4)
    _page(document.sections[0], "portrait")
    _running(document.sections[0], made_up.running_head)
    for block in made_up.blocks:
        _add(document, block, changes)
    document.save(str(path))


def _add(document: Any, block: object, changes: bool) -> None:
    match block:
        case Heading(text):
            run = document.add_paragraph().add_run(text)
            run.bold = run.font.cs_bold = True
        case Words():
            _words(document, block, changes)
        case Numbered(texts):
            for text in texts:
                document.add_paragraph(text, style="List Number")
        case TextBox(text):
            document.add_paragraph()._p.append(parse_xml(TEXT_BOX.format(ns=nsdecls("w"), text=text)))
        case Contents(entries):
            for title, page in entries:
                document.add_paragraph(f"{title} {'.' * 60} {page}")
        case Grid():
            _grid(document.add_table(block.rows, block.columns), block)
            document.add_paragraph()
        case PageBreak(orientation):
            _page(document.add_section(WD_SECTION.NEW_PAGE), orientation)


def _page(section: Any, orientation: str) -> None:
    upright = orientation == "portrait"
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in (A4_MM if upright else reversed(A4_MM)))
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)


def _running(section: Any, head: str) -> None:
    section.header.paragraphs[0].text = head
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    foot._p.append(field)


def _words(document: Any, words: Words, changes: bool) -> None:
    paragraph = document.add_paragraph(words.text)
    if words.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if words.deleted and changes:
        _change(paragraph, "w:del", "w:delText", words.deleted)
    if words.inserted:
        if changes:
            _change(paragraph, "w:ins", "w:t", f" {words.inserted}")
        else:
            paragraph.add_run(f" {words.inserted}")
    if words.link:
        paragraph.add_run(" ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), document.part.relate_to(words.link, RELATION, is_external=True))
        link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{words.link_text}</w:t></w:r>"))
        paragraph._p.append(link)


def _change(paragraph: Any, kind: str, text_tag: str, text: str) -> None:
    change = OxmlElement(kind)
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "ตัวอย่าง")
    change.set(qn("w:date"), "2025-01-01T00:00:00Z")
    change.append(
        parse_xml(f'<w:r {nsdecls("w")}><{text_tag} xml:space="preserve">{text}</{text_tag}></w:r>')
    )
    paragraph._p.append(change)


def _grid(table: Any, grid: Grid) -> None:
    table.style = "Table Grid"
    table.autofit = False
    places = {(place.row, place.column): place for place in grid.places}
    rows = [row.cells for row in table.rows]
    for column, width in zip(table.columns, grid.widths_mm, strict=True):
        column.width = Mm(width)
    for row in rows:
        for cell, width in zip(row, grid.widths_mm, strict=True):
            cell.width = Mm(width)
    for (row, column), place in places.items():
        cell = rows[row][column]
        if place.rows * place.columns > 1:
            cell = cell.merge(rows[row + place.rows - 1][column + place.columns - 1])
        cell.text = place.text
    for row in table.rows[: grid.repeat]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if grid.nested:
        corner = rows[-1][-1]
        _grid(corner.add_table(grid.nested.rows, grid.nested.columns), grid.nested)
        corner.add_paragraph()
