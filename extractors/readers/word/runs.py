"""The text of one paragraph as its page shows it, with the links, pictures and text boxes that hang on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.document import Picture
from extractors.readers.word.fields import Fields, link_of
from extractors.readers.word.names import DGM, MC, TRANSPARENT, A, Element, M, R, V, W, is_on, value
from extractors.readers.word.styles import Styles
from extractors.readers.word.symbols import is_symbol_font, symbol

if TYPE_CHECKING:
    from docx.opc.part import Part

_RUN, _RUN_PROPERTIES, _FONTS, _TEXT, _SYMBOL, _RUBY = (
    W + name for name in ("r", "rPr", "rFonts", "t", "sym", "ruby")
)
_FIELD_MARK, _INSTRUCTION, _SIMPLE_FIELD = W + "fldChar", W + "instrText", W + "fldSimple"
_HYPERLINK, _ALTERNATIVES = W + "hyperlink", MC + "AlternateContent"
_DRAWINGS = frozenset((W + "drawing", W + "pict", W + "object"))
_FORMULAS = frozenset((M + "oMath", M + "oMathPara"))
_LITERAL = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


@dataclass(slots=True)
class Shown:
    """What a paragraph shows. ``boxes`` are the ``w:txbxContent`` of its text boxes, in order."""

    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn_lines: list[str] = field(default_factory=list)

    def link(self, address: str) -> None:
        if address and address not in self.links:
            self.links.append(address)


class Runs:
    """Reads the paragraphs of one part (the document, a header): links and pictures are relationships of a part."""

    def __init__(self, part: Part, styles: Styles) -> None:
        self._part = part
        self._styles = styles

    def shown(self, paragraph: Element, fields: Fields) -> Shown:
        shown = Shown()
        self._children(paragraph, shown, fields)
        return shown

    def _children(self, parent: Element, shown: Shown, fields: Fields) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, shown, fields)
            elif tag == _HYPERLINK:
                shown.link(self._target(child.get(R + "id")))
                self._children(child, shown, fields)
            elif tag == _SIMPLE_FIELD:
                shown.link(link_of(child.get(W + "instr", "")))
                self._children(child, shown, fields)
            elif tag in TRANSPARENT:
                self._children(child, shown, fields)
            elif tag == _ALTERNATIVES:
                self._children(chosen(child), shown, fields)
            elif tag in _FORMULAS:
                shown.text += [text.text or "" for text in child.iter(M + "t")]

    def _run(self, run: Element, shown: Shown, fields: Fields) -> None:
        hidden, font = False, None
        for child in run:
            tag = child.tag
            if tag == _RUN_PROPERTIES:
                hidden = self._is_hidden(child)
                fonts = child.find(_FONTS)
                font = None if fonts is None else fonts.get(W + "ascii")
            elif tag == _FIELD_MARK:
                self._field_mark(child, shown, fields)
            elif tag == _INSTRUCTION:
                fields.instruct(child.text or "")
            elif not hidden and not fields.hides_text:
                self._run_child(child, shown, fields, font)

    def _run_child(self, child: Element, shown: Shown, fields: Fields, font: str | None) -> None:
        tag = child.tag
        if tag == _TEXT:
            text = child.text or ""
            shown.text.append("".join(symbol(c, font) for c in text) if is_symbol_font(font) else text)
        elif tag in _LITERAL:
            shown.text.append(_LITERAL[tag])
        elif tag == _SYMBOL:
            shown.text.append(_letter_of(child))
        elif tag in _DRAWINGS:
            self._drawing(child, shown)
        elif tag == _ALTERNATIVES:
            for inner in chosen(child):
                self._run_child(inner, shown, fields, font)
        elif tag == _RUBY:
            self._children(child, shown, fields)

    def _is_hidden(self, properties: Element) -> bool:
        if properties.find(W + "vanish") is not None:
            return is_on(properties, "vanish")
        style = value(properties, "rStyle")
        return style is not None and self._styles.hides(style)

    def _field_mark(self, mark: Element, shown: Shown, fields: Fields) -> None:
        match mark.get(W + "fldCharType"):
            case "begin":
                fields.begin()
            case "separate":
                shown.link(fields.separate())
            case "end":
                fields.end()

    def _drawing(self, drawing: Element, shown: Shown) -> None:
        """Text boxes and pictures of a drawing, grouped ones too; of alternatives only the first (the Fallback repeats it)."""
        pending = list(drawing)[::-1]
        while pending:
            element = pending.pop()
            if element.tag == MC + "AlternateContent":
                element = chosen(element)
            elif element.tag == W + "txbxContent":
                shown.boxes.append(element)
                continue
            elif element.tag == A + "blip":
                self._picture(element.get(R + "embed") or element.get(R + "link"), shown)
            elif element.tag == V + "imagedata":
                self._picture(element.get(R + "id"), shown)
            elif element.tag == DGM + "relIds":
                shown.drawn_lines += self._diagram_lines(element.get(R + "dm"))
            elif element.tag == A + "hlinkClick":
                shown.link(self._target(element.get(R + "id")))
            pending.extend(list(element)[::-1])

    def _picture(self, relation: str | None, shown: Shown) -> None:
        part = self._related(relation)
        if part is None:
            return
        width_px, height_px = _size_px(getattr(part, "blob", b""))
        shown.pictures.append(Picture(None, None, width_px, height_px, str(part.partname).lstrip("/")))

    def _diagram_lines(self, relation: str | None) -> list[str]:
        """The texts of a SmartArt diagram (an organisation chart, mostly), which stand in a part of their own."""
        from docx.oxml.parser import parse_xml

        part = self._related(relation)
        if part is None:
            return []
        lines = (
            "".join(text.text or "" for text in p.iter(A + "t")) for p in parse_xml(part.blob).iter(A + "p")
        )
        return [line for line in lines if line.strip()]

    def _related(self, relation: str | None) -> Part | None:
        found = self._part.rels.get(relation) if relation else None
        return None if found is None or found.is_external else found.target_part

    def _target(self, relation: str | None) -> str:
        found = self._part.rels.get(relation) if relation else None
        return found.target_ref if found is not None and found.is_external else ""


def chosen(alternatives: Element) -> Element:
    """The branch of ``mc:AlternateContent`` that counts: the first Choice, else the Fallback."""
    for name in ("Choice", "Fallback"):
        branch = alternatives.find(MC + name)
        if branch is not None:
            return branch
    return ()


def _letter_of(sym: Element) -> str:
    try:
        return symbol(chr(int(sym.get(W + "char", ""), 16)), sym.get(W + "font"))
    except (ValueError, OverflowError):
        return ""


def _size_px(blob: bytes) -> tuple[int, int]:
    from docx.image.image import Image

    try:
        picture = Image.from_blob(blob)
        return picture.px_width, picture.px_height
    except Exception:
        # a picture of a kind that python-docx does not know (EMF, WebP), or a broken one
        return 0, 0
