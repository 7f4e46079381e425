"""How Word draws symbols: bullets, and the letters of the fonts whose letters are pictures."""

from __future__ import annotations

import unicodedata

# Letters of the fonts that draw pictures, by the low byte of the letter: what the page shows.
_SYMBOL_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA1: "○",
        0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐", 0x2A: "☐",
    },
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"},
    "symbol": {0xB7: "•", 0xA8: "♦", 0xD7: "·", 0xB4: "×", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xAE: "→"},
}  # fmt: skip


def symbol(letter: str, font: str | None) -> str:
    """The letter as a symbol font draws it; itself in any other font or where the drawing is not known."""
    drawn = _SYMBOL_FONTS.get((font or "").strip().lower())
    if drawn is None or not letter:
        return letter
    return (
        drawn.get(ord(letter) & 0xFF, letter)
        if ord(letter) < 0x100 or 0xF000 <= ord(letter) <= 0xF0FF
        else letter
    )


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.strip().lower() in _SYMBOL_FONTS


def bullet(text: str) -> str:
    """A list's bullet: printed as it is where it is a mark, ``•`` where a symbol font draws it."""
    text = text.strip()
    return text if all(unicodedata.category(letter)[0] in "PS" for letter in text) else "•"
