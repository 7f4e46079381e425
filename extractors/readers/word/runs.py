"""The text of one paragraph as its page shows it, with the links, pictures and text boxes that hang on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.readers.word.drawings import Drawn, chosen, read_drawing
from extractors.readers.word.fields import Fields, link_of
from extractors.readers.word.names import MC, TRANSPARENT, Element, M, R, W, is_on, value
from extractors.readers.word.relations import address
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
    """What a paragraph shows: its text in pieces, addresses, and drawings."""

    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    drawings: list[Drawn] = field(default_factory=list)

    def link(self, target: str) -> None:
        if target and target not in self.links:
            self.links.append(target)

    def draw(self, drawn: Drawn) -> None:
        self.drawings.append(drawn)
        for target in drawn.links:
            self.link(target)


class Runs:
    """Reads the paragraphs of one part (the document, a header): links and pictures belong to a part."""

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
                shown.link(address(self._part, child.get(R + "id")))
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
            shown.draw(read_drawing(child, self._part))
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
                if not fields.hides_text:
                    shown.text += [_tick(box) for box in mark.iter(W + "checkBox")]
                fields.begin()
            case "separate":
                shown.link(fields.separate())
            case "end":
                fields.end()


def _tick(box: Element) -> str:
    """A check box of a form, ticked or not."""
    checked = box.find(W + "checked")
    return "☑" if is_on(box, "checked" if checked is not None else "default") else "☐"


def _letter_of(sym: Element) -> str:
    try:
        return symbol(chr(int(sym.get(W + "char", ""), 16)), sym.get(W + "font"))
    except (ValueError, OverflowError):
        return ""
