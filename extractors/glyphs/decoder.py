"""The door of the package: from a PDFium text page to the true text of its wrong characters.

A character of the text layer is matched with the glyph that was drawn by the box of its ink: within one font
program a box to a thousandth of the em is nearly always one glyph. So neither character codes nor the PDF's own
maps are needed, and fonts of every kind are read alike.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import pairwise
from typing import Any

from extractors.document import Remark
from extractors.glyphs import suspicion
from extractors.glyphs.fonts import Font
from extractors.glyphs.placed import PlacedCharacter, misplaced_marks, placed_characters
from extractors.glyphs.programs import read_program
from extractors.thai.repair.damage import damage
from extractors.thai.repair.signs import MARKS

_TRUSTED_CONSONANTS = frozenset("กคดตถนบมยรวองจทขชพผภ")
_USUAL_CONSONANT_HEIGHT = 600.0
_FALSE_ALARMS_ENOUGH = 2
_MOST_EXAMPLES = 5


class Decoder:
    """Corrections for the pages of one document; font programs are read once, on the first page that needs them.

    Not for use by several threads, like PDFium itself.
    """

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._false_alarms = 0
        self._corrected: Counter[tuple[str, str]] = Counter()
        self.damage = 0.0  # of the page corrected last: wrong characters for each Thai one
        self._lies = False  # once a page was wrong, every page after it is looked at

    def needs(self, page_text: str) -> bool:
        """Whether the page's raw text (PDFium's own, unnormalised) makes ``corrections`` worth its cost."""
        if self._lies or suspicion.strong(page_text):
            return True
        return self._false_alarms < _FALSE_ALARMS_ENOUGH and suspicion.weak(page_text)

    def correct(self, text_page: Any, text: str) -> tuple[str, list[int]] | None:
        """The page's text as the page shows it, and for each of its characters the index it has in ``text``.

        ``text`` has one character for each of the text page's, in their order. None where nothing is wrong,
        which a clean page learns from its text alone.
        """
        self.damage = 0.0
        if not self.needs(text):
            return None
        wrong = self.corrections(text_page)
        if not wrong:
            return None
        self.damage = min(1.0, len(wrong) / max(1, damage(text).thai))
        shown = [wrong.get(index, character) for index, character in enumerate(text)]
        places = [index for index, characters in enumerate(shown) for _ in characters]
        return "".join(shown), places

    def corrections(self, text_page: Any) -> dict[int, str]:
        """Character index of the text page (PDFium's handle or pypdfium2's) -> what the page shows there;
        only characters that are wrong.

        A value may be "" (the character is not there), one character, or a base with a mark that belonged to
        it. U+FFFD is a mark that is there but could not be named.
        """
        characters = placed_characters(text_page)
        self._meet_fonts(characters)
        wrong: dict[int, str] = {}
        before = ""
        for character in characters:
            truth = self._fonts[character.font].truth(character.text, character.box)
            if len(truth) == 2 and before == truth[0]:  # the tone in the ink of this sara am is already there
                truth = truth[1]
            if truth != character.text:
                wrong[character.index] = truth
            before = truth
        _keep_spoken_sara_am(characters, wrong)
        wrong.update(_split_sara_am(characters, self._fonts))
        wrong.update(misplaced_marks(characters, wrong))
        said = {character.index: character.text for character in characters}
        self._corrected.update((said[index], truth) for index, truth in wrong.items())
        self._false_alarms += not wrong
        self._lies = self._lies or bool(wrong)
        return wrong

    def remark(self) -> Remark | None:
        """What was corrected so far, with the commonest cases; None where nothing was."""
        if not self._corrected:
            return None
        commonest = self._corrected.most_common(_MOST_EXAMPLES)
        cases = [f"{_shown(said)} → {_shown(truth)}" for (said, truth), _ in commonest]
        arguments = (("count", str(self._corrected.total())), ("examples", ", ".join(cases)))
        return Remark("I_TEXT_FROM_GLYPHS", arguments=arguments)

    def _meet_fonts(self, characters: list[PlacedCharacter]) -> None:
        """Reads the fonts that are new on this page, with the height of their consonants as this page shows it."""
        tops: dict[int, list[float]] = {}
        handles: dict[int, Any] = {}
        for character in characters:
            if character.font not in self._fonts:
                handles[character.font] = character.handle
                if character.text in _TRUSTED_CONSONANTS and -30 < character.box[1] < 30:
                    tops.setdefault(character.font, []).append(character.box[3])
        for font, handle in handles.items():
            seen = sorted(tops.get(font, []))
            content = _program(handle)
            program = read_program(content) if content else None
            height = seen[len(seen) // 2] if len(seen) >= 3 else _height_of(program)
            self._fonts[font] = Font(program, height)


def _shown(text: str) -> str:
    """A character as a message can show it: marks on a circle, what cannot be printed by its code."""
    if not text:
        return "∅"
    if text in MARKS:
        return f"◌{text}"
    return text if text.isprintable() and not text.isspace() else f"U+{ord(text[0]):04X}"


def _height_of(program: Any) -> float:
    """Height of most glyphs that stand on the base line, where no declared consonant can be measured."""
    tops = sorted(g.box[3] for g in program.glyphs if -30 < g.box[1] < 30 and 250 < g.box[3] < 1000) if program else []
    return tops[len(tops) // 2] if tops else _USUAL_CONSONANT_HEIGHT


def _program(handle: Any) -> bytes:
    """The embedded font program; b"" for a font that is not in the file."""
    import pypdfium2.raw as raw

    if raw.FPDFFont_GetIsEmbedded(handle) != 1:
        return b""
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(handle, None, 0, ctypes.byref(size))
    content = (ctypes.c_uint8 * size.value)()
    raw.FPDFFont_GetFontData(handle, content, size.value, ctypes.byref(size))
    return bytes(content)


def _keep_spoken_sara_am(characters: list[PlacedCharacter], wrong: dict[int, str]) -> None:
    """Takes back sara am turned to sara aa where the font has an honest sara aa too.

    Producers that draw sara am as a ring and an aa say "ำ" for both in /ActualText; PDFium hands that out with
    the ink of the aa alone. A font that calls every aa "ำ" has a wrong map.
    """
    honest = {c.font for c in characters if c.text == "า" and wrong.get(c.index, "า") == "า"}
    for character in characters:
        if character.text == "ำ" and wrong.get(character.index) == "า" and character.font in honest:
            del wrong[character.index]


def _split_sara_am(characters: list[PlacedCharacter], fonts: dict[int, Font]) -> dict[int, str]:
    """Space and sara aa that are one drawn thing, with ink over the letters: sara am.

    PDFium gives both the box of such a thing, or shares it out evenly so that the two touch.
    """
    wrong: dict[int, str] = {}
    for space, vowel in pairwise(characters):
        if space.text != " " or vowel.text != "า" or vowel.index != space.index + 1:
            continue
        one = space.origin == vowel.origin and (abs(space.box[2] - vowel.box[0]) < 2 or space.box == vowel.box)
        if one and vowel.box[3] > 1.2 * fonts[vowel.font].consonant_height:
            wrong[space.index], wrong[vowel.index] = "", "ำ"
    return wrong
