"""Given name, family name and position of a person on printed lines: spaces divide them, though a line end shows none.

Thai gives no other sign of it, and producers print the space at a line's end or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.grids.lines import PrintedLine, is_thai

TITLED = re.compile(r"[\-–(.0-9๐-๙)]*(?:นาย|นาง|ว่าที่|ดร\.|น\.ส\.)")
_TITLE = re.compile(r"(?:นาย|นางสาว|นาง|ดร\.|น\.ส\.)")
_POSITION = re.compile(
    r"[(\-]?(?:ผู้|ผอ|รอง|ศึกษานิเทศก์|นัก|เจ้า|นิติกร|ครู|นาย|นาง|ว่าที่|ดร|โทร|ตำแหน่ง|พนักงาน|ลูกจ้าง|ประธาน|กรรมการ|หัวหน้า)"
)
_SURE_POSITION = re.compile(
    r"\(?(?:ผู้อำนวยการ|ผอ\.|รองผ|รอง\Z|ศึกษานิเทศก์|นักวิชา|นักวิเค|นักจัดการ|นักทรัพ|นักประชา|เจ้าหน้าที่|เจ้าพนักงาน|นิติกร|พนักงาน|ลูกจ้าง|ผู้ช่วย|ตำแหน่ง|โทร|ประธานก|กรรมการ|หัวหน้า)"
)
"""Words that hardly go on with a family name."""


def parts_of_a_person(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a line may end, and the next begin, with a part of its own of a person."""
    words, rest = [word.text for word in line.words[-2:]], [word.text for word in following.words[:2]]
    if TITLED.fullmatch(words[-1]):
        return False
    if TITLED.match(words[-1]):  # the given name ends here, unless its rest and the family name follow
        return len(rest) == 1 or _POSITION.match(rest[1]) is not None
    return len(words) == 2 and TITLED.match(words[0]) is not None and _POSITION.match(rest[0]) is not None


def divided(lines: Sequence[PrintedLine], joins: Sequence[str]) -> list[str]:
    """The joins with spaces between the parts of persons that have lines of their own.

    Two lines of one word each, the first with a title, before a position or the end are a given and a family name; of
    three lines one may be the rest of a name that was cut, so they stay as they are.
    """
    found = list(joins)
    if "" not in found or not any(TITLED.match(line.words[0].text) for line in lines):
        return found
    for i, join in enumerate(joins):
        if join:
            continue
        words = _name_up_to(lines, i)
        family_follows = len(words) == 1 and _is_name(lines[i + 1]) and _name_ends(lines, i + 2)
        if family_follows or (len(words) == 2 and _SURE_POSITION.match(lines[i + 1].words[0].text)):
            found[i] = " "
    return found


def _name_up_to(lines: Sequence[PrintedLine], i: int) -> list[str]:
    """The words of a person, the title with the first, that line ``i`` ends; ``[]`` where it ends none."""
    for start in range(i, max(i - 3, -1), -1):
        words = [word.text for line in lines[start : i + 1] for word in line.words]
        if TITLED.match(words[0]):
            bare = _TITLE.fullmatch(words[0]) is not None
            return words[1:] if bare else words
    return []


def _is_name(line: PrintedLine) -> bool:
    text = line.words[0].text
    return len(line.words) == 1 and is_thai(text[0]) and not _POSITION.match(text)


def _name_ends(lines: Sequence[PrintedLine], i: int) -> bool:
    """Whether line ``i`` begins with a position or the next person, or there is none."""
    return i >= len(lines) or _POSITION.match(lines[i].words[0].text) is not None
