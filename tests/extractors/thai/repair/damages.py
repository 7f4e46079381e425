"""Every kind of damage that is seen in text layers of reports, done to clean text."""

import re
from collections.abc import Callable

TONES, MARKS = "\u0e48\u0e49\u0e4a\u0e4b", "\u0e31\u0e34-\u0e39\u0e47-\u0e4d"


def _one_letter_late(text: str) -> str:
    """Each mark behind the next letter, and a space after it."""
    return re.sub(f"([{MARKS}]+)([ก-ฮ])(?![{MARKS}ำ])", r"\2\1 ", text)


DAMAGE: dict[str, Callable[[str], str]] = {
    "sara am flattened": lambda text: text.replace("ำ", "า"),
    "sara am split": lambda text: text.replace("ำ", " า"),
    "sara am decomposed": lambda text: re.sub(f"([{TONES}]?)ำ", "\u0e4d\\1า", text),
    "sara am doubled": lambda text: text.replace("ำ", "ำา"),
    "replacement before sara am": lambda text: text.replace("ำ", "\ufffdำ"),
    "replacement after sara am": lambda text: text.replace("ำ", "ำ\ufffd "),
    "sara aa raised": lambda text: text.replace("า", "ำ"),
    "marks moved": _one_letter_late,
    "space before marks": lambda text: re.sub(f"([{TONES}])", r" \1", text),
    "tone before vowel": lambda text: re.sub(f"([\u0e31\u0e34-\u0e39])([{TONES}])", r"\2\1", text),
    "marks doubled": lambda text: re.sub(f"([{MARKS}])", r"\1\1", text),
    "sara ae of two": lambda text: text.replace("แ", "เเ"),
    "private codes": lambda text: re.sub("[\u0e48-\u0e4c]", lambda m: chr(ord(m[0]) - 0xE48 + 0xF70A), text),
    "tones lost": lambda text: re.sub(f"[{TONES}]", "", text),
    "one tone lost": lambda text: text.replace("่", ""),
    "lost after ascenders": lambda text: re.sub(f"(?<=[ปฝฟ])[{MARKS}]+", "", text),
    "replacement for marks": lambda text: re.sub(f"[{TONES}็์]", "\ufffd", text),
    "Latin letters for marks": lambda text: text.translate(str.maketrans("่้็์", "cKÊô")),
    "control codes for marks": lambda text: text.translate(str.maketrans("่้็์", "\x07\x10\x11\x12")),
    "glyph numbers for marks": lambda text: re.sub(f"[{TONES}็์]", lambda m: f"(cid:{ord(m[0]) - 3000})", text),
    "bytes of TIS-620": lambda text: re.sub("[ก-๛]{4,}", lambda m: m[0].encode("cp874").decode("latin-1"), text),
}
