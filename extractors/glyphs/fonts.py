"""One embedded font of a PDF, and the truth about each of its glyphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.glyphs.outlines import Bounds
from extractors.glyphs.programs import Glyph, Program
from extractors.glyphs.shapes import Likeness, likeness
from extractors.thai.repair.codes import PRIVATE_USE
from extractors.thai.repair.signs import MARKS

UNKNOWN_MARK = "\ufffd"

_BOX_TOLERANCE = 1.5  # PDFium rounds boxes to thousandths of the em
_ALIKE = (frozenset(MARKS), frozenset("าำๅ"))
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")

# Measured by leaving one font family of the references out: marks accepted at 0.18 and 1.2 had no error in 1,200,
# bases at 0.14 and 1.4 had errors only in the one decorative family.
_MARK_PROOF = (0.18, 1.2)
_BASE_PROOF = (0.14, 1.4)
_USUAL_PROOF = 0.22  # for the character that a code stands for by convention
_DENIAL = 0.08  # how much nearer than the declared character another one must be to deny a plausible declaration


@dataclass(slots=True)
class Font:
    """``consonant_height`` is in thousandths of the em; None until a page has shown enough consonants."""

    program: Program | None
    consonant_height: float
    _verdicts: dict[tuple[str, int, int, int, int], str] = field(default_factory=dict)
    _likeness: dict[str, Likeness] = field(default_factory=dict)

    def truth(self, declared: str, box: Bounds) -> str:
        """What a character is that the text layer calls ``declared`` and whose ink has ``box`` (1/1000 em).

        ``declared`` itself where nothing is proven against it; U+FFFD for a mark whose kind is not proven.
        """
        left, bottom, right, top = map(round, box)
        key = (declared, left, bottom, right, top)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = self._judge(declared, box)
        return verdict

    def _judge(self, declared: str, box: Bounds) -> str:
        if self.program is None or _is_plain(declared, box):
            return declared
        glyphs = self.program.with_box(box, _BOX_TOLERANCE)
        if not glyphs:
            return self._several(declared, box)
        found = {self._name(glyph, declared) for glyph in glyphs}
        if len(found) == 1:
            return found.pop()
        usual = _usual_meaning(declared)
        return usual if usual in found else declared

    def _several(self, declared: str, box: Bounds) -> str:
        """For a box that no one glyph has: several glyphs that the file gives one text (``/ActualText``).

        A private code is what it is elsewhere in this font, else what convention says. Sara am that reaches as
        high as one of the font's tone marks has that mark on it.
        """
        if ord(declared) in PRIVATE_USE:
            elsewhere = {truth for key, truth in self._verdicts.items() if key[0] == declared} - {declared}
            return elsewhere.pop() if len(elsewhere) == 1 else PRIVATE_USE[ord(declared)]
        if declared == "ำ" and self.program is not None and box[3] > 1.7 * self.consonant_height:
            tops = [g for g in self.program.glyphs if _is_mark(g) and abs(g.box[3] - box[3]) <= _BOX_TOLERANCE]
            tones = {self._name_by_shape(glyph, declared) for glyph in tops}
            if len(tones) == 1 and tones <= _TONES:
                return tones.pop() + declared
        return declared

    def _name(self, glyph: Glyph, declared: str) -> str:
        if glyph.text:
            return glyph.text if _is_doubtful(declared, glyph) or _are_alike(declared, glyph.text) else declared
        if _is_doubtful(declared, glyph):
            return self._name_by_shape(glyph, declared)
        if any(declared in group for group in _ALIKE):
            return self._deny(glyph, declared)
        return declared

    def _name_by_shape(self, glyph: Glyph, declared: str) -> str:
        look = self._look(glyph)
        usual = _usual_meaning(declared)
        if usual and look.to(usual) <= min(_USUAL_PROOF, look.distance * 1.2 + 0.02):
            return usual
        if _is_mark(glyph):
            among = Likeness(tuple((t, d) for t, d in look.distances if t in _ALIKE[0]))
            return among.nearest if among.proven(*_MARK_PROOF) else UNKNOWN_MARK
        if look.proven(*_BASE_PROOF) and look.nearest not in _DIGITS and look.nearest > "\u0e00":
            return look.nearest
        return declared

    def _deny(self, glyph: Glyph, declared: str) -> str:
        """The proven character where the declared one is a believable Thai sign but plainly another."""
        look = self._look(glyph)
        believable = look.nearest == declared or look.to(declared) < look.distance * 2 + _DENIAL
        if believable or not _are_alike(declared, look.nearest) or not look.proven(*_MARK_PROOF):
            return declared
        return look.nearest

    def _look(self, glyph: Glyph) -> Likeness:
        assert self.program is not None
        if glyph.name not in self._likeness:
            self._likeness[glyph.name] = likeness(self.program.outline(glyph), self.consonant_height)
        return self._likeness[glyph.name]


def _is_plain(declared: str, box: Bounds) -> bool:
    """A character that cannot be a lie of the kinds known: a letter with its room, a space without ink."""
    if declared == " ":
        return box[3] - box[1] < 20
    return not _may_be_mark(box) if "!" <= declared <= "~" else "ก" <= declared <= "ฮ"


def _may_be_mark(box: Bounds) -> bool:
    return box[1] > 300 or box[3] < 60


def _is_mark(glyph: Glyph) -> bool:
    """A glyph that takes no room and stands over or under the letters."""
    return glyph.advance < 20 and _may_be_mark(glyph.box)


def _is_doubtful(declared: str, glyph: Glyph) -> bool:
    """Whether the text layer's word is no evidence: an unmapped code, or a letter that takes no room."""
    code = ord(declared)
    if 0xE000 <= code <= 0xF8FF or code == 0xFFFD or code < 0x21 or 0x7F <= code < 0x100:
        return True
    return code < 0x7F and _is_mark(glyph)


def _usual_meaning(declared: str) -> str:
    """What a private code, or a byte of TIS-620 read as Latin, stands for by convention; "" for other codes."""
    code = ord(declared)
    if 0xA1 <= code <= 0xDA or 0xDF <= code <= 0xFB:
        return chr(code - 0xA0 + 0xE00)
    return PRIVATE_USE.get(code, "")


def _are_alike(declared: str, other: str) -> bool:
    return any(declared in group and other in group for group in _ALIKE)
