"""Numbers of lists as documents print them: 1, ๑, ก, a, iv, by the format names of WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable

# The Thai alphabet as Word counts with it (ECMA-376 part 1, 17.18.59, thaiLetters): without ฃ, ฅ, ฆ, ฤ and ฦ.
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MOST_REPEATS = 20


def number_as(number_format: str, number: int) -> str:
    """A list number in a format of ``w:numFmt``; formats that Thai documents do not use give digits."""
    if number < 0:
        return str(number)
    write = _FORMATS.get(number_format)
    return write(number) if write else str(number)


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _letters(alphabet: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        """a, b, ... z, aa, bb: Word repeats the letter."""
        repeats, at = divmod(number - 1, len(alphabet))
        return alphabet[at] * (repeats + 1) if 0 <= repeats < _MOST_REPEATS else str(number)

    return write


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(_LATIN_LETTERS)(number).upper(),
    "lowerLetter": _letters(_LATIN_LETTERS),
    "thaiNumbers": lambda number: str(number).translate(_THAI_DIGITS),
    "thaiLetters": _letters(_THAI_LETTERS),
}
