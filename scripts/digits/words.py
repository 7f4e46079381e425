"""Made-up words: figures, codes, grades, and letters that are none of them."""

from __future__ import annotations

from numpy.random import Generator

THAI, ARABIC, SIGNS, LETTERS = "๐๑๒๓๔๕๖๗๘๙", "0123456789", ".,-+%/O", "ABCDEFIT()"
OTHER = "?"
CLASSES = THAI + ARABIC + SIGNS + LETTERS + OTHER
_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤ"
_VOWELS_BEFORE, _VOWELS_AFTER = "เแโใไ", "ะาำๆฯ"
_ABOVE, _BELOW, _TONES = "ิีึืั็", "ุู", "่้๊๋์"
_LATIN = "abcdefghijkmnpqrstuvwxyzGHJKLMNPQRSUVWXYZ&:;\"'=#*"
_GRADES = ("A", "AA", "B", "C", "D", "E", "F", "O", "IIT", "EIT", "OIT", "ITA", "(IIT)", "(A)")


def made_up(random: Generator, thai: bool, *, alone: float = 0.0) -> str:
    """A figure, code, word of letters or stray text; ``thai`` where the font has Thai letters.

    ``alone`` is the share of grades and digits that stand alone, which nothing beside them explains.
    """
    digits = THAI if thai and random.random() < 0.7 else ARABIC
    if alone and random.random() < alone:
        return str(random.choice([*_GRADES[:8], *digits, *digits[:1] * 3, "C", "B", "A"]))

    def number(longest: int, shortest: int = 1) -> str:
        drawn = [str(random.choice(list(digits))) for _ in range(random.integers(shortest, longest + 1))]
        if random.random() < 0.15:  # alike digits in a row are the hardest to count
            drawn = [drawn[0]] * len(drawn)
        return "".join(drawn)

    kind = random.random()
    if kind < 0.34:
        return number(3) + "." + number(2)
    if kind < 0.46:
        return number(5)
    if kind < 0.54:
        return str(random.choice(["O", "O", digits[0]])) + number(2)
    if kind < 0.60:
        return str(random.choice(["+", "-"])) + number(2) + "." + number(2, 2)
    if kind < 0.65:
        return number(3) + "," + number(3, 3) + random.choice(["", "." + number(2, 2)])
    if kind < 0.70:
        return number(3) + str(random.choice(["%", "/", "-", ")", ".", ","])) + random.choice(["", number(4)])
    if kind < 0.73:
        return "(" + number(3) + random.choice(["", "." + number(2)]) + random.choice(["", "%"]) + ")"
    if kind < 0.76:
        return ".".join(number(2) for _ in range(random.integers(2, 4))) + random.choice(["", "."])
    if kind < 0.78:
        return "-"
    if kind < 0.84:
        return str(random.choice(_GRADES))
    return _word(random, digits) if thai and random.random() < 0.75 else _mixed(random, digits)


def _word(random: Generator, digits: str) -> str:
    """Thai syllables with their marks, now and then with a figure."""
    text = ""
    for _ in range(random.integers(1, 4)):
        text += str(random.choice(list(_VOWELS_BEFORE))) if random.random() < 0.3 else ""
        text += str(random.choice(list(_CONSONANTS)))
        marks = [_ABOVE, _BELOW, ""][int(random.integers(3))]
        text += str(random.choice(list(marks))) if marks else ""
        text += str(random.choice(list(_TONES))) if random.random() < 0.3 else ""
        text += str(random.choice(list(_CONSONANTS + _VOWELS_AFTER))) if random.random() < 0.6 else ""
    kind = random.random()
    figure = "".join(random.choice(list(digits), random.integers(1, 4)))
    return text + figure if kind < 0.12 else figure + text if kind < 0.2 else "(" + text + ")" if kind < 0.25 else text


def _mixed(random: Generator, digits: str) -> str:
    return "".join(random.choice(list(_LATIN + _LATIN + digits + ".,()"), random.integers(1, 6)))


def label_of(text: str) -> str:
    """What the network is to read: one ``OTHER`` for each letter that it does not know, none for marks."""
    marks = _ABOVE + _BELOW + _TONES
    return "".join(letter if letter in CLASSES else OTHER for letter in text if letter not in marks)
