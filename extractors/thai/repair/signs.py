"""The signs of Thai writing, and the sequences of them that no Thai text has."""

from __future__ import annotations

import re

CONSONANTS = "ก-ฮ"
TONES = "\u0e48-\u0e4b"
MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
UPPER = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d"  # vowels and signs above, under a tone
LOWER = "\u0e38\u0e39\u0e3a"

IMPOSSIBLE = re.compile(
    f"(?:^|[^ก-ฮ{MARKS}ำ\u25cc])[{MARKS}]"  # a mark on nothing
    f"|(?:^|[^ก-ฮ{TONES}\u25cc])ำ"
    f"|[{TONES}\u0e4c][{UPPER}{LOWER}]"  # tone before vowel
    f"|[{UPPER}{LOWER}][{UPPER}{LOWER}]|[{TONES}\u0e4c][{TONES}]"
)
