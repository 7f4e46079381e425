"""Whether a page's text layer is worth a look at its fonts: a few regular expressions and counts, no more."""

from __future__ import annotations

import re

from extractors.thai.repair.signs import MARKS

# Nothing but a wrong map puts these into Thai text: private codes, replacement characters, control codes (a
# lone carriage return is a raw code too), sara aa after a space, a mark on a space or a digit. A mark at the
# beginning of a line is no sign: PDFium infers line ends inside the words of narrow columns. Five Latin letters
# with accents in a row are bytes of TIS-620.
# Like ``_WEAK`` it begins with what is rare in Thai text, so that a search skips to it.
_STRONG = re.compile(
    "[^\u0e01-\u0e5b\u25cc\n](?:(?<=[\ue000-\uf8ff\ufffd\x00-\x08\x0b\x0c\x0e-\x1f])|(?<=\r)(?!\n)"
    "|(?<=[\u00a1-\u00da\u00df-\u00fb])[\u00a1-\u00da\u00df-\u00fb]{4}"
    f"|(?<=[ก-ฮ{MARKS}][ \xa0])า|(?<!\r)[{MARKS}])"
)
# Seen in honest text too, so they count only in numbers: one Latin letter, sign or digit inside a Thai word.
_WEAK = re.compile(
    f"[!#$&*+;<=>?@A-Za-z0-9\\[\\\\\\]^_`{{|}}~\u00a1-\u00ff](?<=[ก-ฮ{MARKS}].)(?=[ก-ฮะาเแโใไ])"
)
_WEAK_ENOUGH = 4
_VOWELS_ENOUGH = 60
_THAI_ENOUGH = 400
# Of 100 Thai characters of running text 5 to 7 are ่ or ้ and about 6 are ั ิ ี ึ ื.
_TONES_PER_100, _UPPER_PER_100 = 1.0, 1.0


def strong(text: str) -> bool:
    """Whether the text has something that honest text never has."""
    return _STRONG.search(text) is not None


def weak(text: str) -> bool:
    """Whether the text has too much of what is rare in honest text, or too little of what is common."""
    if len(_WEAK.findall(text)) >= _WEAK_ENOUGH:
        return True
    thai = sum(map(text.count, "กขคงจชดตถทนบปผพมยรลวสหอาเแ"))
    if thai < _THAI_ENOUGH:
        return False
    tones = text.count("\u0e48") + text.count("\u0e49")
    upper = sum(map(text.count, "\u0e31\u0e34\u0e35\u0e36\u0e37"))
    am, aa = text.count("ำ"), text.count("า")  # one to eight
    if (am == 0 and aa >= _VOWELS_ENOUGH) or am * 2 > aa:
        return True
    return tones * 100 < thai * _TONES_PER_100 or upper * 100 < thai * _UPPER_PER_100
